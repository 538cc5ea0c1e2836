import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Connector, Row } from '#lib/engine/connector.ts';
import { openNative } from '#lib/engine/native.ts';
import { indicatorQuery, indicators, metricIndicator, type Indicator } from '#lib/indicators/index.ts';
import { figuresQuery } from '#lib/indicators/lookup.ts';
import { single, type By, type Selection } from '#lib/indicators/selection.ts';
import { sql, Sql } from '#lib/sql/sql.ts';
import { workedRelease } from './worked-release.ts';

let db: Connector;
beforeAll(async () => {
	db = await openNative();
	await workedRelease(db);
});
afterAll(() => db.close());

/** The sum of a reported figure over the two provinces, in plain SQL. */
const reported = (measure: string, ownership = 'all') =>
	`(SELECT sum(value) FROM fact WHERE measure = '${measure}' AND ownership = '${ownership}' AND region IN ('11', '12'))`;
const workers = reported('workers_total');
/** Over the rows of a register as they stand, in plain SQL. */
const of = (what: string, register: string, where = 'true') => `(SELECT ${what} FROM ${register} WHERE ${where})`;
const held = `start_date >= '2024-01-01'`;
const named = `founded <= '2024-12-31'`;
const studio = (field: string) => of(`sum(${field})`, 'studios', named);
const official = `coalesce(status, 'official') = 'official'`;
const won = (...awards: string[]) =>
	of('count(*)', 'results', `award IN (${awards.map((award) => `'${award}'`).join(', ')}) AND ${official}`);

/** Each indicator: the year 2024 of the whole country, added up by hand, and the same in plain SQL. */
const worked: Readonly<Record<string, readonly [expected: number, plain: string]>> = {
	// Summary returns: 11 + 12.
	units_total: [100 + 60, reported('units_total')],
	units_competing: [40 + 20, reported('units_competing')],
	coverage: [37.5, `100 * ${reported('units_competing')} / ${reported('units_total')}`], // 60 of 160
	nonpublic_coverage: [30, `100 * ${reported('units_competing', 'private')} / ${reported('units_total', 'private')}`], // 24 of 80
	workers_total: [30_000, workers],
	participants: [6000, reported('participants')],
	participation_rate: [20, `100 * ${reported('participants')} / ${workers}`], // 6,000 of 30,000
	participations: [9500, reported('participations')],
	participations_per_head: [9500 / 6000, `${reported('participations')} / ${reported('participants')}`],
	// Competition register: J1 + J2.
	competitions_held: [2, of('count(*)', 'competitions', held)],
	competition_units: [15, of('sum(units)', 'competitions', held)],
	competition_participants: [400, of('sum(participants)', 'competitions', held)],
	competition_participations: [500, of('sum(participations)', 'competitions', held)],
	competition_budget: [20_000, of('sum(budget)', 'competitions', held)],
	budget_per_participation: [40, of('sum(budget) / sum(participations)', 'competitions', held)], // 20,000 of 500
	promoted: [10, of('sum(promoted)', 'competitions', held)],
	promotion_rate: [2, of('100 * sum(promoted) / sum(participations)', 'competitions', held)], // 10 of 500
	// Innovation.
	suggestions: [500, reported('suggestions')],
	suggestions_adopted: [260, reported('suggestions_adopted')],
	suggestions_implemented: [180, reported('suggestions_implemented')],
	adoption_rate: [52, `100 * ${reported('suggestions_adopted')} / ${reported('suggestions')}`], // 260 of 500
	implementation_rate: [
		18000 / 260,
		`100 * ${reported('suggestions_implemented')} / ${reported('suggestions_adopted')}`
	],
	tech_innovations: [42, reported('tech_innovations')],
	inventions: [9, reported('inventions')],
	patents: [18, reported('patents')],
	methods: [10, reported('methods')],
	five_small: [60, reported('five_small')],
	suggestions_per_10k: [500 / 3, `10000 * ${reported('suggestions')} / ${workers}`],
	inventions_per_10k: [3, `10000 * ${reported('inventions')} / ${workers}`],
	innovations_per_10k: [14, `10000 * ${reported('tech_innovations')} / ${workers}`],
	patents_per_10k: [6, `10000 * ${reported('patents')} / ${workers}`],
	economic_benefit: [2_400_000.5, reported('economic_benefit')],
	innovations_registered: [4, of('count(*)', 'innovations')],
	innovations_adopted: [3, of('count(adopted)', 'innovations')], // I1, I2, I4
	innovations_implemented: [2, of('count(implemented)', 'innovations')], // I1, I4
	innovation_adoption_rate: [75, of('100 * count(adopted) / count(*)', 'innovations')], // I1, I2 and I4 of four
	conversion_rate: [50, of('100 * count(implemented) / count(*)', 'innovations')],
	innovation_benefit: [40_000.5, of('sum(economic_benefit)', 'innovations')],
	benefit_per_item: [20_000.25, of('sum(economic_benefit) / count(implemented)', 'innovations')],
	// Studios named up to the end of 2024: S1, S2 and the academy S3.
	studios: [2, of('count(*)', 'studios', `${named} AND kind <> 'academy'`)],
	academies: [1, of('count(*)', 'studios', `${named} AND kind = 'academy'`)],
	studios_reported: [14, reported('studios')],
	academies_reported: [2, reported('academies')],
	studio_members: [38, studio('members')],
	studio_projects: [10, studio('projects')],
	studio_patents: [8, studio('patents')],
	studio_transferred: [4, studio('transferred')],
	studio_benefit: [150_000.5, studio('economic_benefit')],
	studio_trained: [480, studio('trained')],
	studio_subsidy: [55_000, studio('subsidy')],
	studios_per_10k: [2 / 3, `10000 * ${of('count(*)', 'studios', `${named} AND kind <> 'academy'`)} / ${workers}`],
	studios_provincial_share: [
		50, // S1 of S1 and S2
		of(
			`100 * count(*) FILTER (level IN ('national', 'provincial')) / count(*)`,
			'studios',
			`${named} AND kind <> 'academy'`
		)
	],
	transfer_rate: [50, of('100 * sum(transferred) / sum(patents)', 'studios', named)], // 4 of 8
	benefit_per_studio: [150_000.5 / 3, of('sum(economic_benefit) / count(*)', 'studios', named)],
	projects_per_studio: [10 / 3, of('sum(projects) / count(*)', 'studios', named)],
	patents_per_studio: [8 / 3, of('sum(patents) / count(*)', 'studios', named)],
	trained_per_studio: [160, of('sum(trained) / count(*)', 'studios', named)],
	subsidy_efficiency: [150_000.5 / 55_000, of('sum(economic_benefit) / sum(subsidy)', 'studios', named)],
	// Skills.
	trainees: [3900, reported('trainees')],
	trainings_held: [6, of('count(*)', 'trainings')],
	training_attendances: [407, of('sum(attendances)', 'trainings')],
	enrolled: [207, of('sum(enrolled)', 'trainings')],
	certified: [17, of('sum(certified)', 'trainings')],
	// 17 of the 30 of T1 and T2; T5 states no certificates, T3, T4 and T6 are of kinds that give none.
	certification_rate: [
		(100 * 17) / 30,
		of('100 * sum(certified) / sum(enrolled)', 'trainings', `certified IS NOT NULL AND kind IN ('skills', 'drill')`)
	],
	high_certified: [12, of('sum(certified)', 'trainings', `skill_level = 'senior'`)],
	high_certified_share: [
		1200 / 17,
		of(`100 * sum(certified) FILTER (skill_level = 'senior') / sum(certified)`, 'trainings', 'skill_level IS NOT NULL')
	],
	training_subsidy: [51_900, of('sum(subsidy)', 'trainings')],
	// 6,000 of T1 for its 12 certificates; T2 does not state a subsidy, what T3 cost led to degrees, T6 certifies nobody.
	cost_per_certificate: [
		500,
		of('sum(subsidy) / sum(certified)', 'trainings', 'certified > 0 AND subsidy IS NOT NULL')
	],
	promoted_entrants: [3, of('count(level_promoted)', 'results')],
	skilled_workers: [5000, reported('skilled_workers')],
	high_skilled: [1300, reported('high_skilled')],
	high_skilled_share: [26, `100 * ${reported('high_skilled')} / ${reported('skilled_workers')}`], // 1,300 of 5,000
	degree_students: [30, of('sum(enrolled)', 'trainings', `kind = 'degree'`)],
	degrees: [18, of('sum(degrees)', 'trainings')],
	subsidy_per_degree_student: [1500, of('sum(subsidy) / sum(enrolled)', 'trainings', `kind = 'degree'`)],
	// Honours: 2 + 1 + 1 + 1.
	honours: [5, of('sum(coalesce(count, 1))', 'honours')],
	honours_per_10k: [5 / 3, `10000 * ${of('sum(coalesce(count, 1))', 'honours')} / ${workers}`],
	honours_people: [4, of('sum(coalesce(count, 1))', 'honours', `recipient_type = 'person'`)],
	honours_groups: [1, of('sum(coalesce(count, 1))', 'honours', `recipient_type = 'group'`)],
	// 2 of the 3 whose gender, and whose place of work, is recorded.
	honours_women_share: [
		200 / 3,
		of(`100 * sum(count) FILTER (gender = 'female') / sum(count)`, 'honours', 'gender IS NOT NULL')
	],
	honours_front_line_share: [
		200 / 3,
		of(`100 * sum(count) FILTER (front_line = 'yes') / sum(count)`, 'honours', 'front_line IS NOT NULL')
	],
	// Results: gold and first 1 + 1 (the guest's gold counts for nothing), silver and second 1 + 1, bronze and third 1 + 1, merit 2.
	entries: [10, of('count(*)', 'results')],
	medals_gold: [2, won('gold', 'first')],
	medals_silver: [2, won('silver', 'second')],
	medals_bronze: [2, won('bronze', 'third')],
	merits: [2, won('merit')],
	medals: [6, won('gold', 'first', 'silver', 'second', 'bronze', 'third')],
	medal_points: [
		22, // 2 × 5 + 2 × 3 + 2 × 2 + 2 × 1
		of(
			`sum(CASE WHEN award IN ('gold', 'first') THEN 5 WHEN award IN ('silver', 'second') THEN 3
				WHEN award IN ('bronze', 'third') THEN 2 WHEN award = 'merit' THEN 1 ELSE 0 END)`,
			'results',
			official
		)
	]
};

const country: Selection = { region: [single('1')], period: ['2024'] };
async function ask(asked: readonly Indicator[], by: readonly By[], selection: Selection) {
	const rows = await db.query(indicatorQuery(asked, by, selection));
	return Object.fromEntries(rows.map((row) => [[row.indicator, ...by.map((name) => row[name])].join(' '), row.value]));
}
const some = (...ids: string[]) => indicators.filter(({ id }) => ids.includes(id));

test('no indicator is without a figure worked out by hand', () => {
	expect(Object.keys(worked).sort()).toEqual(indicators.map(({ id }) => id).sort());
});

test.each(indicators.map((indicator) => [indicator.id, indicator] as const))('%s', async (id, indicator) => {
	const [expected, plain] = worked[id] ?? [Number.NaN, 'NULL'];
	expect((await ask([indicator], [], country))[id]).toBeCloseTo(expected, 9);
	const [row] = await db.query(sql`SELECT CAST(${new Sql(plain)} AS DOUBLE) AS value`);
	expect(row?.value).toBeCloseTo(expected, 6);
});

test('what is looked up in totals that the build keeps is what the rows come to', async () => {
	const selection = { region: ['1', '11', '12', '111'].map(single), period: ['2022', '2024', '2024Q1', '2024H2'] };
	const { sql: looked, read } = figuresQuery(indicators, ['region'], selection);
	const columns = ['indicator', 'region', 'period', 'value', 'numerator', 'denominator', 'how', 'complete'];
	const shown = (rows: Row[]) => rows.map((row) => columns.map((name) => row[name] ?? null));
	const expected = shown(await db.query(indicatorQuery(indicators, ['region'], selection)));
	expect(expected.length).toBeGreaterThan(300);
	expect(looked.text).not.toContain('register_fact');
	expect(shown(read(await db.query(looked)))).toEqual(expected);
});

test('a figure of the metric table is what was reported, and adds up as its profile declares', async () => {
	const row = {
		measure: 'metric:示例站点',
		indicator: '示例站点',
		basis: null,
		unit: 'count',
		kind: 'stock',
		additive: true
	};
	const metric = metricIndicator({ ...row, title_zh: null, title_en: null, source: null });
	expect(await ask([metric], ['region'], { ...country, region: ['1', '11', '12'].map(single) })).toEqual({
		'metric:示例站点 1': 7,
		'metric:示例站点 11': 3,
		'metric:示例站点 12': 4
	});
});

describe('split', () => {
	test('by region: ratios of each one’s own sums, never averages', async () => {
		const asked = some('coverage', 'studios_per_10k', 'medal_points', 'certification_rate', 'high_skilled_share');
		expect(await ask(asked, ['region'], { ...country, region: ['11', '12'].map(single) })).toEqual({
			'coverage 11': 40, // 40 of 100
			'coverage 12': (20 * 100) / 60,
			'high_skilled_share 11': 25, // 1,000 of 4,000
			'high_skilled_share 12': 30, // 300 of 1,000
			// S1 and S2 for 20,000; 12 has an academy and no studio: missing.
			'studios_per_10k 11': 1,
			'certification_rate 11': (17 * 100) / 30, // T1 and T2
			'certification_rate 12': null, // trains nobody for a certificate
			'medal_points 11': 20, // 5 + 3 + 2 + 1 of J1, 5 + 3 + 1 of J2
			'medal_points 12': 2
		});
	});

	test('by kind, level, skill level, industry and union system', async () => {
		expect(await ask(some('honours'), ['kind'], country)).toEqual({
			'honours may-day-medal': 2,
			'honours pioneer': 1,
			'honours expert': 2
		});
		expect(await ask(some('honours', 'studios'), ['level'], country)).toEqual({
			'honours provincial': 2,
			'honours national': 1,
			'honours municipal': 2,
			'studios national': 1,
			'studios municipal': 1
		});
		expect(await ask(some('certified', 'promoted_entrants', 'cost_per_certificate'), ['skill_level'], country)).toEqual(
			{
				'certified senior': 12,
				'certified junior': 5,
				'certified all': 0, // T6, whose level is not stated
				'cost_per_certificate senior': 500, // 6,000 for 12
				'promoted_entrants senior': 2,
				'promoted_entrants technician': 1
			}
		);
		expect(await ask(some('innovations_registered', 'conversion_rate'), ['kind'], country)).toEqual({
			'innovations_registered suggestion': 2,
			'innovations_registered tech-innovation': 1,
			'innovations_registered small-invention': 1,
			'conversion_rate suggestion': 50,
			// Registered and not put into practice is 0, not missing.
			'conversion_rate tech-innovation': 0,
			'conversion_rate small-invention': 100
		});
		// The results have region, industry and union system of their own or of their competition.
		expect(await ask(some('medal_points'), ['union_system'], country)).toEqual({
			'medal_points railway': 11,
			'medal_points all': 11
		});
		expect(
			await ask(some('medal_points', 'medals'), ['industry'], { ...country, industry: ['C', 'E'].map(single) })
		).toEqual({ 'medal_points C': 11, 'medal_points E': 11, 'medals C': 3, 'medals E': 3 });
	});
});
