import { describe, expect, test } from 'vitest';
import { combine, compare, isAdditive, shareOfTotal } from '#lib/indicators/compare.ts';
import { indicatorById, indicators, metricIndicator } from '#lib/indicators/index.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { comparedPeriods, yearToDatePeriods } from '#lib/indicators/periods.ts';

const named = (id: string) => indicatorById(id) as Indicator;
const answer = (numerator: number | null, denominator: number | null = null, complete = true) => ({
	...{ value: null, numerator, denominator, complete }
});
const plain = (value: number | null, complete = true) => ({ value, numerator: value, denominator: null, complete });
const share = metricIndicator({
	...{ measure: 'metric:x', indicator: 'x', basis: null, unit: 'percent', kind: 'ratio', additive: false },
	...{ title_zh: null, title_en: null, source: null }
});

describe('comparing', () => {
	test('amounts: the difference and its share of the base', () => {
		expect(compare(named('participants'), plain(108), plain(100))).toEqual({
			...{ value: 108, base: 100, change: 8, percent: 0.08, provisional: false }
		});
		expect(compare(named('participants'), plain(50), plain(-100)).percent).toBe(1.5);
	});
	test('ratios: points, no percentage of a percentage', () => {
		expect(compare(named('coverage'), { ...answer(1), value: 62 }, { ...answer(1), value: 60 })).toMatchObject({
			change: 2,
			percent: null
		});
	});
	test('nothing against nothing', () => {
		expect(compare(named('participants'), plain(5), null)).toMatchObject({
			change: null,
			percent: null,
			provisional: false
		});
		expect(compare(named('participants'), null, plain(5))).toMatchObject({ value: null, base: 5, change: null });
		expect(compare(named('participants'), plain(5), plain(0))).toMatchObject({ change: 5, percent: null });
	});
	test('an incomplete side makes the change provisional', () => {
		expect(compare(named('participants'), plain(5, false), plain(4)).provisional).toBe(true);
		expect(compare(named('participants'), plain(5), plain(4, false)).provisional).toBe(true);
	});
});

describe('putting periods together', () => {
	test('flows add up, stocks are the last, ratios are of both sides', () => {
		expect(combine(named('participants'), [answer(10), answer(20), answer(12)])).toMatchObject({
			value: 42,
			complete: true
		});
		expect(combine(named('workers_total'), [answer(10), answer(20), answer(12)])).toMatchObject({ value: 12 });
		// (10 + 20) participants of the 60 workers at the end
		expect(combine(named('participation_rate'), [answer(10, 50), answer(20, 60)])).toEqual({
			...{ value: 50, numerator: 30, denominator: 60, complete: true }
		});
	});
	test('a missing period leaves the rest, provisional; a missing stock is missing', () => {
		expect(combine(named('participants'), [null, answer(20)])).toMatchObject({ value: 20, complete: false });
		expect(combine(named('participants'), [null, null])).toMatchObject({ value: null });
		expect(combine(named('workers_total'), [answer(7), null])).toMatchObject({ value: null, complete: false });
		expect(combine(named('workers_total'), [null, answer(7)])).toMatchObject({ value: 7, complete: true });
		expect(combine(named('participation_rate'), [answer(1, 5), answer(2, 0)])).toMatchObject({ value: null });
	});
	test('reported percentages stay single', () => {
		expect(combine(share, [{ ...plain(31.7), value: 31.7 }]).value).toBe(31.7);
		expect(combine(share, [plain(31), plain(32)]).value).toBeNull();
		expect([isAdditive(share), isAdditive(named('coverage')), isAdditive(named('studios'))]).toEqual([
			false,
			false,
			true
		]);
	});
});

test('shares of a total: of what adds up only', () => {
	expect(shareOfTotal(named('participants'), 20, 80)).toBe(0.25);
	expect(shareOfTotal(named('studios'), 0, 80)).toBe(0);
	expect(shareOfTotal(named('coverage'), 20, 80)).toBeNull();
	expect(shareOfTotal(share, 20, 80)).toBeNull();
	expect([shareOfTotal(named('participants'), null, 80), shareOfTotal(named('participants'), 1, 0)]).toEqual([
		null,
		null
	]);
	// Every ratio is kept from it.
	for (const indicator of indicators) expect(shareOfTotal(indicator, 1, 2) === null).toBe(indicator.kind === 'ratio');
});

describe('periods to ask for', () => {
	test.each([
		['2024Q3', ['2024Q1', '2024Q2', '2024Q3']],
		['2024H1', ['2024H1']],
		['2024H2', ['2024H1', '2024H2']],
		['2024-03', ['2024-01', '2024-02', '2024-03']],
		['2024', ['2024']],
		['2018/2023', ['2018/2023']]
	])('year to date of %s', (code, periods) => expect(yearToDatePeriods(code)).toEqual(periods));
	test('a union year begins in October', () => {
		expect(yearToDatePeriods('2024Q2', 'union')).toEqual(['2023Q4', '2024Q1', '2024Q2']);
		expect(yearToDatePeriods('2023-11', 'union')).toEqual(['2023-10', '2023-11']);
		expect(yearToDatePeriods('2024H1', 'union')).toEqual(['2024H1']);
	});
	test('comparisons', () => {
		expect(comparedPeriods('2024Q1', 'yoy')).toEqual({ current: ['2024Q1'], base: ['2023Q1'] });
		expect(comparedPeriods('2024Q1', 'previous')).toEqual({ current: ['2024Q1'], base: ['2023Q4'] });
		expect(comparedPeriods('2024Q2', 'ytd')).toEqual({ current: ['2024Q1', '2024Q2'], base: ['2023Q1', '2023Q2'] });
		const known = ['2023Q3', '2024Q3', '2024-01', '2024', '2024Q1', '2023Q4', '2024Q2', '2022/2023'];
		expect(comparedPeriods('2024Q2', 'cumulative', 'calendar', known)).toEqual({
			current: ['2023Q3', '2023Q4', '2024Q1', '2024Q2'],
			base: []
		});
		expect(comparedPeriods('2022/2023', 'cumulative', 'calendar', known).current).toEqual(['2022/2023']);
		expect(comparedPeriods('2024', 'none')).toEqual({ current: ['2024'], base: [] });
	});
});
