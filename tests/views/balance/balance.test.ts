import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sentenceParts } from '#lib/components/sentence-figures.ts';
import type { Connector } from '#lib/engine/connector.ts';
import type { Profile } from '#lib/dimensions/profile.ts';
import { overwriteGetLocale } from '#lib/messages/generated/runtime.js';
import type { ReleaseLists } from '#lib/state/release-lists.ts';
import { coverageOf as studiosCoverage } from '#lib/views/studios/coverage.ts';
import { coverageColumns, coverageFinding, coverageOf } from '#lib/views/balance/coverage.ts';
import { keyIndustriesOf, marked } from '#lib/views/balance/key-industries.ts';
import { cellsQuery, industriesOverTime, regionsOverTime } from '#lib/views/balance/queries.ts';
import { driftItems, lorenzCurves, lorenzSides } from '#lib/views/balance/pictures.ts';
import { noSpread } from '#lib/views/balance/drawn.ts';
import { balanceFigures } from '#lib/views/balance/questions.ts';
import { sidesOf } from '#lib/views/balance/sides.ts';
import { comparedWith, endsOf, lowerHalf, measureAt, spreadOf } from '#lib/views/balance/spread.ts';
import { balanceSentence, driftFinding, lorenzFinding, sigma, spreadFinding } from '#lib/views/balance/words.ts';
import { Figures, type Figure } from '#lib/views/figure.ts';
import { memberRows } from '#lib/views/member-rows.ts';
import type { Query } from '#lib/query/query.ts';
import { fixtureScope, known, openFixture } from '../fixture.ts';

let connector: Connector;
let lists: ReleaseLists;
beforeAll(async () => ({ connector, lists } = await openFixture()));
afterAll(() => connector.close());

const ask = async <T>(query: Query<T>) => query.parse(await connector.query(query.sql));
const scopeAt = (period = '2026Q2') => fixtureScope(lists, { period, comparison: 'none' });

function figure(
	region: string | null,
	industry: string | null,
	period: string,
	value: number,
	indicator = 'participations'
): Figure {
	const none = { unionSystem: null, kind: null, level: null, skillLevel: null };
	const rest = { numerator: value, denominator: null, how: 'reported', partsReported: null, partsExpected: null };
	return { ...none, ...rest, indicator, region, industry, period, value, complete: true };
}

test('the spread over regions now and a year ago; who owes a figure and has none is missing', async () => {
	const scope = scopeAt();
	const spread = spreadOf(scope, 'region', scope.members, await ask(regionsOverTime(scope)));
	// 甲 200, 乙 100, 丙 owes and has none, 直属 owes nothing.
	expect(spread.now?.balance).toMatchObject({ count: 2, missing: 1, maxMin: 2 });
	expect(spread.now?.provisional).toBe(true);
	// Mean 150, deviation 50: 1/3. Gini of two: |200 − 100| ÷ (2 × 300) = 1/6.
	expect(measureAt(spread.now, 'variation')).toBeCloseTo(1 / 3, 12);
	expect(measureAt(spread.now, 'gini')).toBeCloseTo(1 / 6, 12);
	// 2025Q2 is the first with two: 甲 100, 乙 150, Gini 50 ÷ 500.
	expect(spread.first?.period).toBe('2025Q2');
	expect(measureAt(spread.first, 'gini')).toBeCloseTo(0.1, 12);
	expect(spreadFinding(spread, 'gini', scope)).toBe('地区之间基尼系数 0.167，比2025年二季度扩大 0.067');
	expect(spreadFinding(spread, 'maxMin', scope)).toBe('地区之间最高 ÷ 最低 2.0 倍，比2025年二季度扩大 0.5');
	// The poorer half, 乙, has 100 of 300.
	expect(lowerHalf(spread.now?.lorenz ?? null)).toBeCloseTo(1 / 3, 12);
	expect(endsOf(spread.now!)?.most.key).toBe('5001');
	// Two members give no standard score.
	expect(driftFinding(spread, new Map(), scope)).toBe('看不出哪些地区在偏离');
});

test('industries at the place; a release without them has no spread, and the sentence leaves them out', async () => {
	const scope = scopeAt();
	const sections = ['C', 'E'].map((key) => ({ key, name: key, short: key, expected: false }));
	const industries = spreadOf(scope, 'industry', sections, await ask(industriesOverTime(scope)));
	// 180 and 120: 60 ÷ 600.
	expect(measureAt(industries.now, 'gini')).toBeCloseTo(0.1, 12);
	const regions = spreadOf(scope, 'region', scope.members, await ask(regionsOverTime(scope)));
	expect(balanceSentence(scope, regions, industries)).toBe(
		'2026年二季度，参赛人次最高的甲（200人次）是最低的乙（100人次）的 2.0 倍，地区之间基尼系数 0.167，比2025年二季度扩大 0.067，行业之间基尼系数 0.100。'.replaceAll(
			'人次）',
			'\u2009人次）'
		)
	);
	const none = spreadOf(scope, 'industry', sections, new Figures([]));
	expect(none.now).toBeNull();
	expect(balanceSentence(scope, none, none)).toBe('2026年二季度，示例市没有两个以上地区的参赛人次可比。');
});

test('who drifts away is named with where it went', () => {
	const scope = scopeAt();
	const members = ['a', 'b', 'c', 'd'].map((key) => ({ key, name: key, short: key }));
	const values: Readonly<Record<string, readonly [number, number]>> = {
		a: [10, 10],
		b: [12, 12],
		c: [14, 14],
		d: [16, 40]
	};
	const figures = Object.entries(values).flatMap(([key, [then, now]]) => [
		figure(key, null, '2026Q1', then),
		figure(key, null, '2026Q2', now)
	]);
	const spread = spreadOf(scope, 'region', members, new Figures(figures));
	// Then mean 13, σ √5: d stands at 3 ÷ √5 = 1.342. Now mean 19, σ √149: 21 ÷ √149 = 1.720.
	expect(spread.drifts[0]).toMatchObject({ key: 'd', drifts: true });
	expect(spread.drifts[0]?.first).toBeCloseTo(3 / Math.sqrt(5), 12);
	expect(spread.drifts[0]?.last).toBeCloseTo(21 / Math.sqrt(149), 12);
	expect(driftFinding(spread, new Map([['d', '丁']]), scope)).toBe('1/4 个地区离平均更远，丁最多：+1.3σ → +1.7σ');
	// The mark of a key industry is for the axis.
	expect(driftFinding(spread, new Map([['d', '★丁']]), scope)).toContain('，丁最多');
	expect([sigma(-0.04), sigma(-0.5), sigma(2)]).toEqual(['0.0σ', '−0.5σ', '+2.0σ']);
});

test('who has no figure now is neither drawn nor counted; who owes nothing and never had one is not missing', () => {
	const scope = scopeAt();
	const members = ['a', 'b', 'c', 'd', 'e', 'x'].map((key) => ({
		...{ key, name: key, short: key, expected: key !== 'x' }
	}));
	// a, b, c at both ends, d only before, e never, x owes nothing.
	const figures = [
		...['a', 'b', 'c', 'd'].map((key, at) => figure(key, null, '2026Q1', 10 + 2 * at)),
		...['a', 'b', 'c'].map((key, at) => figure(key, null, '2026Q2', [10, 12, 40][at] ?? 0))
	];
	const spread = spreadOf(scope, 'region', members, new Figures(figures));
	// Before: mean 13, σ √5; c at 1 ÷ √5 = 0.447. Now 10, 12, 40: mean 62/3, σ = √((32² + 26² + 58²) ÷ 27) = 13.70; c at 1.41.
	expect(spread.drifts.map(({ key }) => key).toSorted()).toEqual(['a', 'b', 'c']);
	expect(spread.undrawn).toBe(2);
	expect(driftItems(spread, new Map(), '2026Q2').map(({ to }) => to)).toEqual([40, 12, 10]);
	expect(driftFinding(spread, new Map(), scope)).toBe('1/3 个地区离平均更远，c最多：+0.4σ → +1.4σ');
});

test('the change is against the same season of the year before, and is the difference of what is printed', () => {
	const yearly = fixtureScope(lists, { comparison: 'yoy' });
	expect(comparedWith(yearly)).toBe('2025Q2');
	expect(comparedWith(fixtureScope(lists, { comparison: 'previous' }))).toBe('2026Q1');
	expect(comparedWith(scopeAt())).toBeNull();
	const members = ['a', 'b'].map((key) => ({ key, name: key, short: key }));
	// Gini of two: |a − b| ÷ (2 (a + b)).
	const at = (period: string, a: number, b: number) => [figure('a', null, period, a), figure('b', null, period, b)];
	// 2025Q1 500 : 1500 = 0.25; 2025Q2 1846 ÷ 10000 = 0.1846, printed 0.185; 2026Q2 1824 ÷ 10000 = 0.1824, printed 0.182.
	const all = [...at('2025Q1', 500, 1500), ...at('2025Q2', 3154, 6846), ...at('2026Q2', 3176, 6824)];
	const spread = spreadOf(scopeAt(), 'region', members, new Figures(all), '2025Q2');
	expect(spread.first?.period).toBe('2025Q1');
	expect(spreadFinding(spread, 'gini', scopeAt())).toBe('地区之间基尼系数 0.182，比2025年二季度缩小 0.003');
	// Nothing is known of the year before: nothing is said, not of another season either.
	const none = spreadOf(scopeAt(), 'region', members, new Figures(all), '2024Q2');
	expect(spreadFinding(none, 'gini', scopeAt())).toBe('地区之间基尼系数 0.182');
});

describe('a change of spread is of the same members both times', () => {
	const members = ['a', 'b', 'c', 'd', 'e'].map((key) => ({ key, name: key, short: key }));
	const at = (period: string, values: readonly (number | null)[]) =>
		values.flatMap((value, index) => (value === null ? [] : [figure(members[index]?.key ?? '', null, period, value)]));
	const between = (then: readonly (number | null)[], now: readonly (number | null)[]) =>
		spreadOf(scopeAt(), 'region', members, new Figures([...at('2025Q2', then), ...at('2026Q2', now)]), '2025Q2');

	test('one that has not reported yet changes the figure, not its change', () => {
		// Nothing moved but that e, the largest, has not reported.
		const spread = between([10, 20, 30, 40, 900], [10, 20, 30, 40, null]);
		// Σ|xᵢ − xⱼ| over pairs of 10, 20, 30, 40 is 100: 2 × 100 ÷ (2 × 16 × 25) = 0.25. With 900 it was 0.722.
		expect(measureAt(spread.now, 'gini')).toBeCloseTo(0.25, 12);
		expect(spreadFinding(spread, 'gini', scopeAt())).toBe(
			'地区之间基尼系数 0.250，按两期都有数的 4 个地区（同口径）与2025年二季度相同'
		);
		expect(spreadFinding(spread, 'maxMin', scopeAt())).toContain('最低 4.0 倍，按两期都有数的 4 个地区（同口径）与');
		const [now, then] = lorenzCurves(spread, scopeAt(), null);
		expect([now?.label, then?.label]).toEqual(['2026年二季度，基尼系数 0.250', '2025年二季度，基尼系数 0.250']);
	});

	test('one that is new now counts in the figure alone', () => {
		const spread = between([null, 20, 30, 50, 60], [100, 20, 30, 40, 50]);
		// All five: pairs 80 + 70 + 60 + 50 + 10 + 20 + 30 + 10 + 20 + 10 = 360: 360 ÷ (25 × 48) = 0.3.
		expect(measureAt(spread.now, 'gini')).toBeCloseTo(0.3, 12);
		// The four: then 10 + 30 + 40 + 20 + 30 + 10 = 140 ÷ (16 × 40) = 0.21875; now 100 ÷ (16 × 35) = 0.17857.
		expect(spreadFinding(spread, 'gini', scopeAt())).toBe(
			'地区之间基尼系数 0.300，按两期都有数的 4 个地区（同口径）比2025年二季度缩小 0.040'
		);
		const none = noSpread('industry');
		const text = balanceSentence(scopeAt(), spread, none);
		const figures = balanceFigures(scopeAt(), spread, none, []);
		expect(text).toContain('（同口径）比2025年二季度缩小 0.040');
		const found = sentenceParts(text, figures).flat();
		const of = (printed: string) => found.find(({ figure }) => figure?.text === printed)?.figure?.explain();
		expect(of('0.040')).toMatchObject({
			numbers: { value: '0.179', base: '0.219' },
			inputs: [{ label: '2026年二季度（同口径）' }, { label: '2025年二季度（同口径）' }]
		});
		expect(of('4')).toMatchObject({ inputs: ['b', 'c', 'd', 'e'].map((label) => ({ label })) });
	});

	test('where all have a figure both times, nothing is said of who they are', () => {
		const spread = between([10, 20, null, null, null], [10, 30, null, null, null]);
		// 10 ÷ 60 and 20 ÷ 80.
		expect(spreadFinding(spread, 'gini', scopeAt())).toBe('地区之间基尼系数 0.250，比2025年二季度扩大 0.083');
	});

	test('fewer than half of them, or than two, are not compared, and the reason is told', () => {
		const few = between([10, 20, 30, 40, 50], [10, 30, null, null, null]);
		const finding = '地区之间基尼系数 0.250，两期都有数的地区只有 2 个（本期 2 个，2025年二季度 5 个），不作比较';
		expect(spreadFinding(few, 'gini', scopeAt())).toBe(finding);
		expect(lorenzCurves(few, scopeAt(), null).map(({ role }) => role)).toEqual(['main']);
		const text = balanceSentence(scopeAt(), few, noSpread('industry'));
		const marked = sentenceParts(text, balanceFigures(scopeAt(), few, noSpread('industry'), []))
			.flat()
			.flatMap((part) => part.figure?.text ?? []);
		expect(marked.slice(-3)).toEqual(['2', '2', '5']);
		const one = between([10, 20, null, null, null], [10, null, 30, null, null]);
		expect(spreadFinding(one, 'gini', scopeAt())).toContain('只有 1 个（本期 2 个，2025年二季度 2 个），不作比较');
		// Exactly half speak for all.
		const half = between([10, 20, 30, 40, null], [10, 30, null, null, null]);
		expect(spreadFinding(half, 'gini', scopeAt())).toContain(
			'按两期都有数的 2 个地区（同口径）比2025年二季度扩大 0.083'
		);
	});

	test('the same in English', () => {
		overwriteGetLocale(() => 'en');
		const scope = {
			...scopeAt(),
			language: 'en' as const,
			memberWords: { ...scopeAt().memberWords, many: 'districts' }
		};
		expect(spreadFinding(between([10, 20, 30, 40, 900], [10, 20, 30, 60, null]), 'gini', scope)).toBe(
			'Gini coefficient among districts: 0.333, 0.083 more than in Q2 2025, like for like, of the 4 districts with a figure both times'
		);
		expect(spreadFinding(between([1, 2, 3, 4, 5], [1, 3, null, null, null]), 'gini', scope)).toBe(
			'Gini coefficient among districts: 0.250, not compared with Q2 2025: figures both times from only 2 of the districts (2 now, 5 then)'
		);
		overwriteGetLocale(() => 'zh-CN');
	});
});

test('the curve of a ratio is told by what the ratio is of; its axes too', () => {
	const scope = fixtureScope(lists, { comparison: 'none' }, 'participation_rate');
	const rate = (region: string, took: number, of: number): Figure => ({
		...figure(region, null, '2026Q2', (took / of) * 100, 'participation_rate'),
		...{ numerator: took, denominator: of }
	});
	const members = ['a', 'b'].map((key) => ({ key, name: key, short: key }));
	// a has 100 of the 200 workers and 20 of the 50 who took part.
	const spread = spreadOf(scope, 'region', members, new Figures([rate('a', 20, 100), rate('b', 30, 100)]));
	expect(lorenzFinding(spread, scope)).toBe('职工参与率较低的地区，职工人数占一半，参赛职工只占 40.0%');
	expect(lorenzSides(spread, scope)).toEqual({ weight: '职工人数', amount: '参赛职工' });
	expect(lorenzCurves(spread, scope, null)[0]?.corners.map(({ notes }) => notes?.[1])).toContain(
		'从低到高累计：职工人数 50.0%，参赛职工 40.0%'
	);
	// What no indicator shows by itself keeps its general name.
	expect(sidesOf(known('nonpublic_coverage'), 'zh')).toEqual({ weight: '分母', amount: '分子' });
});

test('gaps: cells nobody filled, those of key industries counted, a silent region stands once', async () => {
	const scope = scopeAt();
	const cells = await ask(cellsQuery(scope, [scope.indicator, known('workers_total')]));
	const key = keyIndustriesOf({ keyIndustries: ['E'] } as unknown as Profile, []);
	const workers = [
		figure('5002', 'E', '2026Q2', 500, 'workers_total'),
		figure('5001', 'E', '2026Q2', 900, 'workers_total'),
		figure('5001', 'C', '2026Q2', 300, 'workers_total'),
		figure('5002', 'C', '2026Q2', 200, 'workers_total')
	];
	const figures = new Figures([...cells.rows, figure('5002', 'C', '2026Q2', 0), ...workers]);
	const coverage = coverageOf(scope, figures, known('workers_total'), key)!;
	// 甲 C 150 is all there is; 乙 C is 0; nobody has E, in which people work; of 丙 not even workers are known: 2 × 2 pairs.
	expect(coverage.found).toMatchObject({ covered: 1, total: 4 });
	expect(coverage.gaps.map(({ key, why, whole, important }) => [key, why, whole, important])).toEqual([
		['5002', 'zero', true, false],
		['5003', 'unknown', true, false],
		['5001|E', 'missing', false, true]
	]);
	expect(coverage.important).toBe(2);
	expect(coverage.columns.map(({ name }) => name)).toEqual(['制造', '★建筑']);
	expect(coverageFinding(coverage, scope)).toBe(
		'地区 × 行业 4 组中 3 组空白，其中重点产业 2 组，覆盖 25.0%；乙整体未报；职工最多的空白是甲的建筑业，900人；丙没有分行业的职工数，未计入'
	);
	// The same pairs are held against studios: another question of the same base.
	const studios = new Figures([...workers, figure('5001', 'C', '2026Q2', 4, 'studios')]);
	const platforms = studiosCoverage(scope, studios, known('workers_total'), []);
	expect([platforms.covered, platforms.total, platforms.uncounted]).toEqual([1, 4, ['丙']]);
	expect(['5001', '5002', '5003'].map((region) => platforms.gapsOf(region))).toEqual([['E'], ['C', 'E'], null]);
	const columns = coverageColumns(coverage, scope);
	const gapsColumn = columns.find(({ key: column }) => column === 'gaps')!;
	expect(coverage.rows.map((row) => gapsColumn.value(row))).toEqual([1, 2, null]);
	expect(gapsColumn.explain?.(coverage.rows[2]!)).toBeNull();
	expect(coverageOf(scope, new Figures([]), null, key)).toBeNull();
});

test('key industries: as declared, else those with half of the workers, else none', () => {
	const scope = fixtureScope(lists, { comparison: 'none' }, 'workers_total');
	const named = ['A', 'B', 'C', 'D'].map((key) => ({ key, name: key, short: key }));
	const staff = new Figures(
		[30, 45, 15, 10].map((value, index) => figure(null, 'ABCD'[index] ?? '', '2026Q2', value, 'workers_total'))
	);
	const rows = memberRows(named, 'industry', staff, scope, known('workers_total'));
	// 45 of 100 is less than half, with 30 it is more.
	expect(keyIndustriesOf(null, rows)).toEqual({ codes: new Set(['B', 'A']), rule: 'workers' });
	expect(keyIndustriesOf({ keyIndustries: ['C'] } as unknown as Profile, rows).codes).toEqual(new Set(['C']));
	expect(keyIndustriesOf(null, [])).toEqual({ codes: new Set(), rule: 'none' });
	expect(marked('建筑', 'E', { codes: new Set(['E']), rule: 'declared' })).toBe('★建筑');
});
