import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Connector } from '#lib/engine/connector.ts';
import { openNative } from '#lib/engine/native.ts';
import { indicatorById, indicatorQuery, type By, type Indicator } from '#lib/indicators/index.ts';
import { figuresQuery } from '#lib/indicators/lookup.ts';
import { single, type Selection } from '#lib/indicators/selection.ts';
import { batch, openBuilt, regions } from '../release/fixture.ts';

/* A country 1 of the provinces 11 (cities 111 with districts 1111, 1112, 1113, and 112) and 12; 19 owes no report. */

let db: Connector;
beforeEach(async () => void (db = await openNative()));
afterEach(() => db.close());

const studios = indicatorById('studios_per_10k') as Indicator;
const honours = indicatorById('honours_per_10k') as Indicator;

const studioList = (rows: readonly string[]) =>
	batch('studios', ['studio_id,kind,name,level,founded,region,industry', ...rows].join('\n'));

/** `members numerator/denominator` of every row, by both ways of asking. */
async function sides(indicator: Indicator, by: readonly By[], selection: Selection): Promise<string[]> {
	const told = (rows: Awaited<ReturnType<Connector['query']>>) =>
		rows.map((row) => [...by.map((name) => row[name]), row.period, `${row.numerator}/${row.denominator}`].join(' '));
	const stated = told(await db.query(indicatorQuery([indicator], by, selection)));
	const { sql, read } = figuresQuery([indicator], by, selection);
	expect(told(read(await db.query(sql)))).toEqual(stated);
	return stated;
}

describe('a density is of those who have reported their workers', () => {
	beforeEach(() =>
		openBuilt(db, [
			batch(
				'summary',
				`period,region,industry,ownership,workers_total
				2024Q1,1111,,,1000
				2024Q1,1112,,,500
				2024Q1,1113,,,500
				2024Q1,112,,,700
				2024Q1,12,,,300
				2024Q2,1111,,,1000
				2024Q2,1111,C,,400
				2024Q2,1111,,private,100
				2024Q2,1112,,,500
				2024Q2,1112,C,,100
				2024Q2,112,,,700
				2024Q2,112,,private,200`
			),
			studioList([
				'S1,worker,示例一,municipal,2019-03-01,1111,C13',
				'S2,worker,示例二,national,2024-05-01,1112,E',
				'S3,worker,示例三,municipal,,1113,C',
				'S4,worker,示例四,municipal,2020-01-01,12,',
				'S5,worker,示例五,municipal,2019-03-01,112,C',
				'S6,worker,示例六,municipal,2019-03-01,19,',
				'S7,academy,示例七,municipal,2019-03-01,1113,C',
				'S8,worker,示例八,national,2019-03-01,1113,'
			]),
			batch(
				'honours',
				`honour_id,honour,level,year,recipient,recipient_type,region
				H1,pioneer,national,2024,示例甲,person,1113
				H2,pioneer,municipal,2024,示例乙,person,1111
				H3,may-day-medal,municipal,2024,示例丙,person,112
				H4,pioneer,municipal,2024,示例丁,person,12
				H5,pioneer,municipal,2023,示例戊,person,1111`
			)
		])
	);

	test('at every depth; of a year, those who are in its sum', async () => {
		const region = ['1', '11', '111', '1113', '12'].map(single);
		expect(await sides(studios, ['region'], { region, period: ['2024Q1', '2024Q2', '2024'] })).toEqual([
			// Who has told the first quarter is in the year so far.
			'1 2024 7/3000',
			// Before S2, and all have reported; 19 owes no report.
			'1 2024Q1 6/3000',
			// Without S3 and S8 of 1113, and without S4 of 12.
			'1 2024Q2 4/2200',
			'11 2024 5/2700',
			'11 2024Q1 4/2700',
			'11 2024Q2 3/2200',
			'111 2024 4/2000',
			'111 2024Q1 3/2000',
			'111 2024Q2 2/1500',
			'1113 2024 2/500',
			'1113 2024Q1 2/500',
			'1113 2024Q2 2/null',
			'12 2024 1/300',
			'12 2024Q1 1/300',
			'12 2024Q2 1/null'
		]);
	});

	test('by industry and ownership, those who told it so', async () => {
		const period = ['2024Q2'];
		const region = ['1', '11', '111', '112'].map(single);
		// 111 knows of 1111 and 1112, both with studios of C: S1. Nobody else has told C: S3 and S5 are left out.
		expect(await sides(studios, ['region'], { region, industry: [single('C')], period })).toEqual([
			'1 2024Q2 1/500',
			'11 2024Q2 1/500',
			'111 2024Q2 1/500',
			'112 2024Q2 1/null'
		]);
		expect(await sides(studios, ['industry'], { region: [single('1')], industry: [single('C')], period })).toEqual([
			'C 2024Q2 1/500'
		]);
	});

	test('narrowed by level, split by it, and of a group', async () => {
		const period = ['2024Q2'];
		expect(await sides(studios, ['region'], { region: ['1', '11'].map(single), period, level: 'national' })).toEqual([
			// S2; S8 is in 1113.
			'1 2024Q2 1/2200',
			'11 2024Q2 1/2200'
		]);
		expect(await sides(studios, ['level'], { region: [single('1')], period })).toEqual([
			'municipal 2024Q2 3/2200',
			'national 2024Q2 1/2200'
		]);
		// 12 is silent: S4 is not held against the workers of 111.
		const group = [{ key: 'group:g', codes: ['111', '12'] }];
		expect(await sides(studios, ['region'], { region: group, period })).toEqual(['group:g 2024Q2 2/1500']);
		expect(await sides(studios, [], { region: group, period })).toEqual(['2024Q2 2/1500']);
	});

	test('honours of a year', async () => {
		expect(await sides(honours, ['region'], { region: ['1', '111'].map(single), period: ['2024'] })).toEqual([
			'1 2024 4/3000',
			'111 2024 2/2000'
		]);
		expect(await sides(honours, [], { region: [single('1')], period: ['2024'], kind: 'pioneer' })).toEqual([
			'2024 3/3000'
		]);
	});
});

test('a place that reported itself has all below in it, whatever these have reported', async () => {
	await openBuilt(db, [
		batch(
			'summary',
			`period,region,workers_total
			2024Q1,1111,10
			2024Q2,1111,20
			2024Q2,1112,30
			2024Q1,111,15`
		),
		studioList(['S1,worker,示例一,municipal,2019-03-01,1111,', 'S2,worker,示例二,municipal,2019-03-01,1113,'])
	]);
	expect(await sides(studios, ['region'], { region: [single('111')], period: ['2024Q1', '2024Q2', '2024'] })).toEqual([
		'111 2024 1/50',
		'111 2024Q1 2/15',
		'111 2024Q2 1/50'
	]);
});

const reported = fc.uniqueArray(
	fc.record({
		region: fc.constantFrom('1', '11', '111', '1111', '1112', '1113', '112', '12', '19'),
		value: fc.integer({ min: 1, max: 999 })
	}),
	{ minLength: 1, maxLength: 8, selector: ({ region }) => region }
);
const named = fc.array(fc.constantFrom(...regions.map(({ code }) => code)), { minLength: 1, maxLength: 12 });

test('is what walking the tree by hand gives, whatever was reported', { timeout: 120_000 }, async () => {
	await fc.assert(
		fc.asyncProperty(reported, named, async (rows, places) => {
			const connector = await openNative();
			await openBuilt(connector, [
				batch(
					'summary',
					['period,region,workers_total', ...rows.map(({ region, value }) => `2024Q1,${region},${value}`)].join('\n')
				),
				studioList(places.map((place, index) => `S${index},worker,示例${index},municipal,2019-03-01,${place},`))
			]);
			const asked = indicatorQuery([studios], ['region'], {
				region: regions.map(({ code }) => single(code)),
				period: ['2024Q1']
			});
			const told = (await connector.query(asked)).map(({ region, numerator, denominator }) =>
				denominator === null ? '' : `${region} ${Number(numerator)}/${Number(denominator)}`
			);
			await connector.close();
			expect(told.filter((text) => text !== '').sort()).toEqual(byHand(rows, places));
		}),
		{ numRuns: 20 }
	);
});

interface Covered {
	readonly workers: number;
	readonly studios: number;
}

/** The same by recursion over the tree: who has reported takes all below along, who has not what its parts know. */
function byHand(rows: readonly { region: string; value: number }[], places: readonly string[]): string[] {
	const partsOf = (code: string) => regions.filter(({ parent }) => parent === code);
	const owes = (code: string): boolean =>
		regions.find((region) => region.code === code)?.expected === true || partsOf(code).some((part) => owes(part.code));
	const at = (code: string) => places.filter((place) => place === code).length;
	const all = (code: string): number => at(code) + partsOf(code).reduce((sum, part) => sum + all(part.code), 0);
	const covered = (code: string): Covered | null => {
		const own = rows.find(({ region }) => region === code);
		if (own) return { workers: own.value, studios: all(code) };
		const parts = partsOf(code).map((part) => ({ ...part, known: covered(part.code) }));
		if (parts.every(({ known }) => known === null)) return null;
		return {
			workers: parts.reduce((sum, { known }) => sum + (known?.workers ?? 0), 0),
			studios: parts.reduce(
				(sum, part) => sum + (part.known?.studios ?? (owes(part.code) ? 0 : all(part.code))),
				at(code)
			)
		};
	};
	return regions
		.flatMap(({ code }) => {
			const known = covered(code);
			return known && all(code) > 0 ? [`${code} ${known.studios}/${known.workers}`] : [];
		})
		.sort();
}
