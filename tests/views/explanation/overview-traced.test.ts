import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatExact } from '#lib/format/number.ts';
import { sumDecimals } from '#lib/format/decimal.ts';
import { applicable } from '#lib/indicators/applicable.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { sql, type Sql } from '#lib/sql/sql.ts';
import type { FigureQuestion } from '#lib/state/tracing.svelte.ts';
import { explainFigure } from '#lib/views/explanation/explain.ts';
import { figureMaterial } from '#lib/views/explanation/material.ts';
import type { TracedMeasure } from '#lib/views/explanation/traced.ts';
import { overviewOf } from '#lib/views/overview/overview.ts';
import { industriesQuery, placeQuery, regionsQuery } from '#lib/views/overview/queries.ts';
import type { Scope } from '#lib/views/scope.ts';
import { baseQuestion, periodQuestion, placeQuestion, rowQuestion } from '#lib/views/trace-question.ts';
import { trendOf } from '#lib/views/pictures.ts';
import { openDemo, type OpenDemo } from './demo-release.ts';

/** More rows than this are counted and summed by the engine; what stands in reports is below it. */
const most = 20_000;
const minutes = 60_000;

/** An engine that has everything attached. */
const asker = ({ db }: OpenDemo) => ({ query: (asked: Sql) => db.query(asked), needDetail: async () => {} });

/** What a part's cell and row hold in the table of reported facts, in plain SQL. */
async function factsOf({ db }: OpenDemo, measure: TracedMeasure): Promise<{ count: number; sum: string }> {
	const rows = measure.parts.map(
		({ region, industry, ownership, period, batch, line }) =>
			sql`(${region}, ${industry}, ${ownership}, ${period}, ${batch}, CAST(${line} AS INTEGER))`
	);
	const values = rows.reduce((all, row, index) => (index === 0 ? row : sql`${all}, ${row}`));
	const [found] =
		await db.query(sql`SELECT count(*) AS count, CAST(CAST(sum(f.value) AS DECIMAL(38, 4)) AS VARCHAR) AS sum
		FROM (VALUES ${values}) v(region, industry, ownership, period, batch, line)
		JOIN fact f USING (region, industry, ownership, period, batch, line) WHERE f.measure = ${measure.measure}`);
	return { count: Number(found?.count), sum: String(found?.sum) };
}

/** Checks that a figure is what its explanation says, down to rows that add up to it; returns how many rows there are. */
async function checkFigure(demo: OpenDemo, question: FigureQuestion, value: number): Promise<number> {
	const { indicator } = question;
	const material = await figureMaterial(asker(demo), question, most);
	const named = { profile: demo.profile, lists: demo.lists, language: 'zh' } as const;
	const explanation = explainFigure(question, material, named);
	const about = `${question.subject} ${indicator.id}`;
	expect(material.now?.value, about).toBe(value);
	expect(Number(explanation.numerator), about).toBe(material.now?.numerator);
	if (indicator.denominator) {
		expect(Number(explanation.denominator), about).toBe(material.now?.denominator);
		const exact = (Number(explanation.numerator) * indicator.scale) / Number(explanation.denominator);
		expect(exact / value || 1, about).toBeCloseTo(1, 12);
		expect(explanation.worked.at(-1), about).toContain(
			`${formatExact(explanation.numerator)} ÷ ${formatExact(explanation.denominator)}`
		);
	} else if (indicator.scale === 1) expect(Number(explanation.numerator), about).toBe(value);
	let rows = 0;
	for (const measure of explanation.measures) {
		if (measure.value === null) continue;
		rows += measure.count;
		expect(sumDecimals(measure.files.map(({ sum }) => sum)), about).toBe(measure.value);
		expect(
			measure.files.reduce((sum, { count }) => sum + count, 0),
			about
		).toBe(measure.count);
		if (measure.parts.length < measure.count) continue;
		expect(sumDecimals(measure.parts.map((part) => part.value)), about).toBe(measure.value);
		for (const part of measure.parts) {
			expect(part.file, about).not.toBe('');
			expect(part.line, about).toBeGreaterThan(1);
		}
		if (measure.how === 'counted') continue;
		const { count, sum } = await factsOf(demo, measure);
		expect([count, sumDecimals([sum])], about).toEqual([measure.count, measure.value]);
	}
	return rows;
}

/** The overview of an indicator, as the page works it out. */
async function overview(demo: OpenDemo, scope: Scope) {
	const shown = [...new Set([...demo.highlights, scope.indicator])];
	const [place, regions, industries] = await Promise.all([
		demo.ask(placeQuery(scope, shown, [])),
		demo.ask(regionsQuery(scope)),
		demo.ask(industriesQuery(scope))
	]);
	const answers = { scope, shown, targets: [], yearStart: scope.yearStart, place, regions, industries };
	return { ...overviewOf(answers), place, shown };
}

describe.each([
	['national', 'native'],
	['chongqing', 'native'],
	['gansu', 'native'],
	['enterprise', 'native'],
	['enterprise', 'wasm']
] as const)('%s, %s', (name, engine) => {
	let demo: OpenDemo;
	beforeAll(async () => void (demo = await openDemo(name, engine)), 15 * minutes);
	afterAll(() => demo?.db.close());

	const ratio = () => demo.highlights.find((one) => one.denominator && one.numerator.source === 'cell') as Indicator;

	/* What the engines do differently shows in one overview as well as in four. */
	const native = engine === 'native';

	test.each(native ? (['yoy', 'ytd'] as const) : (['yoy'] as const))(
		'every tile is the rows that it names, %s',
		async (comparison) => {
			const [first] = demo.highlights as [Indicator];
			const scope = demo.scope(first, { comparison });
			const { place, tiles, shown } = await overview(demo, scope);
			let checked = 0;
			for (const indicator of shown) {
				const tile = tiles.find(({ id }) => id === indicator.id);
				if (!tile || tile.value === null) continue;
				const question = placeQuestion(scope, indicator);
				const material = await figureMaterial(asker(demo), question);
				expect(tile.exact).toBe(formatExact(material.now?.value ?? null));
				expect(await checkFigure(demo, question, material.now?.value ?? Number.NaN)).toBeGreaterThan(0);
				if (tile.change && tile.change.direction !== 'same') {
					const named = { profile: demo.profile, lists: demo.lists, language: 'zh' } as const;
					expect(explainFigure(question, material, named).comparison?.join('')).toContain(tile.change.text);
					const base = baseQuestion(question, scope);
					if (base && material.base?.value != null) await checkFigure(demo, base, material.base.value);
				}
				checked++;
				if (comparison !== 'yoy') continue;
				/* The small line of the tile, and the trend once it is the page's indicator. */
				for (const period of scope.spans.trail) {
					const value = place.value({ indicator: indicator.id, region: scope.place.key, period });
					if (value !== null) await checkFigure(demo, periodQuestion(scope, period, indicator), value);
				}
			}
			expect(checked).toBeGreaterThan(3);
		},
		10 * minutes
	);

	test.each(native ? ['the first indicator', 'a ratio'] : ['a ratio'])(
		'every mark of map, movers, industries and trend is the rows that it names: %s',
		async (which) => {
			const indicator = which === 'a ratio' ? ratio() : (demo.highlights[0] as Indicator);
			const scope = demo.scope(indicator);
			expect(applicable(indicator, scope.filters).ok).toBe(true);
			const { regionRows, industryRows, place } = await overview(demo, scope);
			let checked = 0;
			for (const row of [...regionRows, ...industryRows]) {
				const question = rowQuestion(scope, row);
				if (row.value === null) {
					const material = await figureMaterial(asker(demo), question);
					const explanation = explainFigure(question, material, { ...demo, language: 'zh' });
					/* Missing is never 0. */
					expect([explanation.value, material.now?.value ?? null]).toEqual([null, null]);
					continue;
				}
				await checkFigure(demo, question, row.value);
				checked++;
				const base = baseQuestion(question, scope);
				if (base && row.base !== null) await checkFigure(demo, base, row.base);
			}
			expect(checked).toBeGreaterThan(5);
			const { lines, periods } = trendOf(place, scope);
			for (const line of lines) {
				for (const [index, value] of line.values.entries()) {
					const key = periods[index]?.key ?? '';
					const period = line.key === 'now' ? key : scope.spans.trailBase[scope.spans.trail.indexOf(key)];
					if (value !== null && period) await checkFigure(demo, periodQuestion(scope, period), value);
				}
			}
		},
		10 * minutes
	);

	test('tiles from registers are what plain SQL sums of the counts that the build keeps', async () => {
		const [first] = demo.highlights as [Indicator];
		const scope = demo.scope(first);
		const end = demo.lists.periods.find(({ code }) => code === scope.filters.period)?.end ?? '';
		const counted = demo.highlights.filter(
			({ numerator }) => numerator.source === 'register' && !numerator.only && !numerator.terms
		);
		for (const { numerator } of counted) {
			const question = placeQuestion(scope, { ...(first as Indicator), numerator });
			const { measures } = await figureMaterial(asker(demo), question);
			const inTime =
				numerator.kind === 'stock'
					? sql`f.period = '' OR f.period IN (SELECT code FROM period WHERE end_date <= ${end})`
					: sql`f.period IN (SELECT period FROM period_ancestor WHERE ancestor = ${scope.filters.period})`;
			const [row] = await demo.db.query(
				sql`SELECT CAST(sum(f.value) AS VARCHAR) AS sum FROM register_fact f WHERE f.measure = ${numerator.id} AND (${inTime})`
			);
			expect(measures[0]?.value, numerator.id).toBe(sumDecimals([String(row?.sum)]));
		}
	});
});
