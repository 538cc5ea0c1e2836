import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Connector } from '#lib/engine/connector.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import type { ReleaseLists } from '#lib/state/release-lists.ts';
import { guardedChange, isReportingMove, remarkText } from '#lib/views/change.ts';
import {
	comparability,
	denominatorTolerance,
	reportingTolerance,
	sideOf,
	type Comparability
} from '#lib/views/comparability.ts';
import { figureOf } from '#lib/views/figure.ts';
import { leadSentence } from '#lib/views/lead.ts';
import { memberRows } from '#lib/views/member-rows.ts';
import { askTrail } from '#lib/views/questions.ts';
import { figureOver, type SpannedFigure } from '#lib/views/spans.ts';
import { changeCell } from '#lib/views/words.ts';
import { fixtureScope, known, openFixture } from './fixture.ts';

type Told = Partial<Omit<SpannedFigure, 'indicator'>>;
const figure = (told: Told = {}): SpannedFigure => ({ ...figureOf({ complete: true, value: 1 }), ...told });
const parts = (partsReported: number, partsExpected: number): Told => ({
	partsReported,
	partsExpected,
	complete: partsReported === partsExpected
});

function compared(
	indicator: Indicator,
	now: readonly [periods: string | readonly string[], told?: Told],
	then: readonly [periods: string | readonly string[], told?: Told]
): Comparability {
	const [here, there] = [now, then].map(([periods, told]) => sideOf(indicator, figure(told), [periods].flat()));
	if (!here || !there) throw new Error('no sides');
	return comparability(here, there);
}
const flow = known('participations');
const stock = known('workers_total');
const rate = known('participation_rate');
const share = known('adoption_rate');
const comparable = { state: 'comparable' };

describe('periods', () => {
	test('of one length are comparable, leap years and all', () => {
		expect(compared(flow, ['2024Q1'], ['2023Q1'])).toEqual(comparable);
		expect(compared(flow, ['2024-02'], ['2023-02'])).toEqual(comparable);
		expect(compared(flow, ['2024'], ['2023'])).toEqual(comparable);
		expect(compared(flow, [['2024Q1', '2024Q2']], ['2023H1'])).toEqual(comparable);
		expect(compared(flow, ['2018/2023'], ['2012/2017'])).toEqual(comparable);
	});
	test('of different lengths withhold what adds up, mark shares of it, leave stocks alone', () => {
		expect(compared(flow, ['2024H1'], ['2023Q1'])).toEqual({
			...{ state: 'withheld', because: 'period' },
			reason: {
				zh: '两侧时期长度不同（本期6个月，对比期3个月），不作比较',
				en: 'the two sides differ in length (6 months against 3), so they are not compared'
			}
		});
		expect(compared(rate, ['2024H1'], ['2023Q1'])).toMatchObject({ state: 'withheld', because: 'period' });
		expect(compared(share, ['2024H1'], ['2023Q1'])).toMatchObject({ state: 'marked', because: 'period' });
		expect(compared(stock, ['2024H1'], ['2023Q1'])).toEqual(comparable);
		expect(compared(known('high_skilled_share'), ['2024'], ['2023Q4'])).toEqual(comparable);
		expect(compared(flow, ['2018/2023'], ['2017'])).toMatchObject({ because: 'period' });
	});
	test('a year to date that lacks a quarter is no year to date', () => {
		const quarters = (year: number) => [`${year}Q1`, `${year}Q2`, `${year}Q3`];
		const answer = compared(
			flow,
			[quarters(2024), { periodsKnown: 2, complete: false }],
			[quarters(2023), { periodsKnown: 3 }]
		);
		expect(answer).toMatchObject({
			...{ state: 'withheld', because: 'period' },
			reason: {
				zh: expect.stringContaining('本期2/3个时期有数，对比期3/3'),
				en: expect.stringContaining('2 of 3 against 3 of 3')
			}
		});
	});
});

test('definitions: across a break nothing is compared, on either side of it all is', () => {
	const promoted = known('promoted');
	expect(compared(promoted, ['2022'], ['2021'])).toMatchObject({
		...{ state: 'withheld', because: 'definition' },
		reason: {
			zh: '2022年起口径有变（五级技能等级改为新八级工），不作比较',
			en: expect.stringContaining('changed in 2022')
		}
	});
	expect(compared(promoted, ['2023'], ['2022'])).toEqual(comparable);
	expect(compared(promoted, ['2021'], ['2020'])).toEqual(comparable);
	expect(compared(known('competitions_held'), ['2022'], ['2021'])).toEqual(comparable);
	// A side that lies across the break itself.
	expect(compared(promoted, [['2021Q4', '2022Q1']], [['2020Q4', '2021Q1']])).toMatchObject({ because: 'definition' });
});

describe('completeness', () => {
	test('reports that are missing alike or nearly so mark the change', () => {
		// 31 of 33 against all: 6 points.
		expect(compared(flow, ['2024Q1', parts(31, 33)], ['2023Q1', parts(33, 33)])).toEqual({
			...{ state: 'marked', because: 'completeness' },
			gap: 31 / 33 - 1,
			reason: {
				zh: '报送未齐（本期31/33已报，对比期已报齐），变化为暂定',
				en: 'not all have reported (31 of 33 against all), so the change is provisional'
			}
		});
		expect(compared(flow, ['2024Q1', parts(20, 33)], ['2023Q1', parts(21, 33)])).toMatchObject({ state: 'marked' });
		expect(compared(flow, ['2024Q1', { complete: false }], ['2023Q1'])).toMatchObject({ state: 'marked' });
	});
	test('beyond the tolerance a change of a sum is one of reports', () => {
		expect(reportingTolerance).toBe(0.1);
		expect(compared(flow, ['2024Q1', parts(20, 33)], ['2023Q1', parts(33, 33)])).toMatchObject({
			...{ state: 'withheld', because: 'completeness' },
			reason: { zh: '报送程度相差过大（本期20/33已报，对比期已报齐），不作比较' }
		});
		expect(compared(stock, ['2024Q1'], ['2023Q1', parts(1, 2)])).toMatchObject({ state: 'withheld' });
		// Exactly 10 points are within.
		expect(compared(flow, ['2024Q1', parts(9, 10)], ['2023Q1'])).toMatchObject({ state: 'marked' });
		// A ratio is of those who reported, on both sides of it.
		expect(compared(rate, ['2024Q1', parts(1, 2)], ['2023Q1'])).toMatchObject({ state: 'marked' });
	});
});

test('denominators that jump mark a ratio', () => {
	expect(denominatorTolerance).toBe(0.3);
	expect(compared(rate, ['2024', { denominator: 1300 }], ['2023', { denominator: 1000 }])).toEqual(comparable);
	expect(compared(rate, ['2024', { denominator: 1450 }], ['2023', { denominator: 1000 }])).toMatchObject({
		...{ state: 'marked', because: 'denominator' },
		reason: { zh: '分母变化较大（+45.0%），比率的变化可能来自分母', en: expect.stringContaining('(+45.0%)') }
	});
	expect(compared(rate, ['2024', { denominator: 500 }], ['2023', { denominator: 1000 }])).toMatchObject({
		reason: { zh: expect.stringContaining('−50.0%') }
	});
	expect(compared(flow, ['2024', { denominator: 9 }], ['2023', { denominator: 1 }])).toEqual(comparable);
});

describe('where changes are shown', () => {
	let connector: Connector;
	let lists: ReleaseLists;
	beforeAll(async () => ({ connector, lists } = await openFixture()));
	afterAll(() => connector.close());

	test('withheld: no change, the reason in the lead, 不可比 in tables', async () => {
		// 300 of two districts out of three against 250 of all.
		const scope = fixtureScope(lists);
		const query = askTrail(scope, [scope.indicator]);
		const figures = query.parse(await connector.query(query.sql));
		const at = (periods: readonly string[]) => figureOver(figures, { region: '50' }, periods, scope.indicator);
		const [now, base] = [at(scope.spans.current), at(scope.spans.base)];
		const { change, remark } = guardedChange(scope.indicator, now, base, scope.spans);
		expect(change).toBeNull();
		expect(remark).toMatchObject({ state: 'withheld', because: 'completeness' });
		expect(changeCell({ change, remark }, scope.indicator, 'zh')).toBe('不可比');
		expect(changeCell({ change: null, remark: null }, scope.indicator, 'zh')).toBe('—');
		const lead = leadSentence(scope, now, base, null, '区');
		expect(lead).toContain('报送程度相差过大（本期2/3已报，对比期已报齐），不作比较');
		expect(lead).not.toContain('%');
		const [home] = memberRows([scope.home], 'region', figures, scope);
		expect(home).toMatchObject({ value: 300, base: 250, change: null, remark: { state: 'withheld' } });
	});

	test('marked: the change stands; that the figure itself is provisional is not said twice', () => {
		const spans = { current: ['2024Q1'], base: ['2023Q1'] };
		const now = figure({ value: 120, ...parts(19, 20) });
		const marked = guardedChange(flow, now, figure({ value: 100 }), spans);
		expect(marked.change).toMatchObject({ amount: 0.2, direction: 'up' });
		expect(remarkText(marked, now, 'zh')).toBeNull();
		const whole = figure({ value: 120 });
		const against = guardedChange(flow, whole, figure({ value: 100, ...parts(19, 20) }), spans);
		expect(remarkText(against, whole, 'en')).toMatch(/all against 19 of 20/);
		expect(guardedChange(flow, null, whole, spans)).toEqual({ change: null, remark: null });
	});
	test('a change that the missing reports alone could explain is said to be a hint', () => {
		// One of 20 is missing, 5 %: at most twice as heavy as the others, 10 %.
		const spans = { current: ['2024Q1'], base: ['2023Q1'] };
		const [open, all] = [parts(19, 20), parts(20, 20)];
		const move = (now: number, then: number, [here, there] = [open, all]) =>
			isReportingMove(guardedChange(flow, figure({ value: now, ...here }), figure({ value: then, ...there }), spans));
		expect([move(99, 100), move(90, 100), move(89, 100), move(101, 100)]).toEqual([true, true, false, false]);
		expect([move(101, 100, [all, open]), move(99, 100, [all, open])]).toEqual([true, false]);
		expect([move(99, 100, [open, open]), move(99, 100, [all, all])]).toEqual([false, false]);
	});
	test('what is comparable bears no remark', () => {
		const spans = { current: ['2024Q1'], base: ['2023Q1'] };
		const whole = figure({ value: 120 });
		expect(guardedChange(flow, whole, whole, spans).remark).toBeNull();
	});
});
