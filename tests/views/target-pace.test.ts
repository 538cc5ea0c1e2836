import { describe, expect, test } from 'vitest';
import type { Answer } from '#lib/indicators/compare.ts';
import { indicators, metricIndicator } from '#lib/indicators/index.ts';
import {
	indicatorOfTarget,
	targetPace,
	targetPeriods,
	targetProblem,
	type StatedTarget
} from '#lib/views/target-pace.ts';
import { known } from './fixture.ts';

const target: StatedTarget = {
	...{ indicator: 'competitions_held', region: '500000', startYear: 2023, endYear: 2027, target: 50 },
	...{ unit: '场', direction: 'at-least', source: '示例规划' }
};
const metric = metricIndicator({
	...{ measure: 'metric:技术标兵', indicator: '技术标兵', basis: null, unit: '名', kind: 'flow', additive: true },
	...{ title_zh: null, title_en: null, source: null }
});

/** Answers of single periods; complete unless a period is in `open`. */
function answers(values: Readonly<Record<string, number>>, open: readonly string[] = []) {
	return (period: string): Answer | null => {
		const value = values[period];
		if (value === undefined) return null;
		return { value, numerator: value, denominator: null, complete: !open.includes(period) };
	};
}

describe('which indicator a target means', () => {
	test('by id, title or the name of a figure', () => {
		const all = [...indicators, metric];
		const meant = (indicator: string) => indicatorOfTarget({ ...target, indicator }, all)?.id;
		expect(meant('competitions_held')).toBe('competitions_held');
		expect(meant('创新工作室数')).toBe('studios');
		expect(meant('技术标兵')).toBe('metric:技术标兵');
		expect(meant('没有这样的指标')).toBeUndefined();
	});
	test('what is unknown or impossible is named', () => {
		expect(targetProblem(target, indicators)).toBeNull();
		expect(targetProblem({ ...target, indicator: '示例指标' }, indicators)?.zh).toContain('“示例指标”');
		expect(targetProblem({ ...target, startYear: 2030 }, indicators)?.en).toMatch(
			/starts in 2030, after its final year 2027/
		);
	});
});

describe('which periods count', () => {
	test('a flow: whole years and the running year so far', () => {
		const flow = known('competitions_held');
		expect(targetPeriods(target, flow, '2025Q2')).toEqual({
			...{ current: ['2023', '2024', '2025Q1', '2025Q2'], base: null, asOf: '2025-06-30' }
		});
		expect(targetPeriods(target, flow, '2024')).toMatchObject({ current: ['2023', '2024'], asOf: '2024-12-31' });
		expect(targetPeriods({ ...target, startYear: null }, flow, '2027').current).toEqual(['2027']);
		// After the end and before the start.
		expect(targetPeriods(target, flow, '2029Q1')).toMatchObject({ asOf: '2027-12-31' });
		expect(targetPeriods(target, flow, '2029Q1').current).toEqual(['2023', '2024', '2025', '2026', '2027']);
		expect(targetPeriods(target, flow, '2021').current).toEqual([]);
		expect(targetPeriods(target, flow, '2023/2024')).toMatchObject({ current: ['2023', '2024'] });
	});
	test('a stock as it stands, with the year before the start as its base', () => {
		expect(targetPeriods(target, known('workers_total'), '2025Q2')).toEqual({
			...{ current: ['2025Q1', '2025Q2'], base: '2022', asOf: '2025-06-30' }
		});
	});
});

describe('how far it is', () => {
	test('a flow adds up since its first year', () => {
		// 9 + 8 + 2 + 1 = 20 of 50; 912 of 1826 days: 40 % against 49.9 %.
		const at = answers({ '2023': 9, '2024': 8, '2025Q1': 2, '2025Q2': 1, '2025': 99 });
		const pace = targetPace(target, known('competitions_held'), '2025Q2', at);
		expect(pace).toMatchObject({
			value: 20,
			completion: 0.4,
			elapsed: 912 / 1826,
			light: 'yellow',
			provisional: false
		});
	});
	test('a missing or open period makes it provisional; none known is missing', () => {
		const flow = known('competitions_held');
		expect(targetPace(target, flow, '2024', answers({ '2024': 8 }))).toMatchObject({ value: 8, provisional: true });
		expect(targetPace(target, flow, '2023', answers({ '2023': 8 }, ['2023']))).toMatchObject({ provisional: true });
		expect(targetPace(target, flow, '2023', answers({}))).toMatchObject({
			value: null,
			light: 'none',
			provisional: false
		});
		expect(targetPace(target, flow, '2021', answers({ '2021': 3 }))).toMatchObject({ value: null, elapsed: 0 });
	});
	test('a stock goes from its base; a ceiling is kept', () => {
		const stock = { ...target, indicator: 'studios', target: 5000, endYear: 2026 };
		// 3,900 at the end of 2022, 4,000 two of four years later.
		expect(targetPace(stock, known('workers_total'), '2024', answers({ '2022': 3900, '2024': 4000 }))).toMatchObject({
			...{ value: 4000, base: 3900, pace: 100 / 1100 - 731 / 1461, light: 'red' }
		});
		// Nobody says how many there were at the end of 2022: 80 % of the target says nothing of the pace.
		expect(targetPace(stock, known('workers_total'), '2024', answers({ '2024': 4000 }))).toMatchObject({
			...{ value: 4000, base: null, completion: 0.8, pace: null, gap: 'no-base', light: 'none' }
		});
		const ceiling = { ...target, target: 100, direction: 'at-most', endYear: 2026 };
		expect(targetPace(ceiling, metric, '2024', answers({ '2023': 10, '2024': 20 }))).toMatchObject({
			...{ value: 30, reached: true, light: 'green' }
		});
	});
	test('a ratio that adds up within the year starts each year at 0, wherever the year before ended', () => {
		const rate = { ...target, indicator: 'participation_rate', target: 65, startYear: 2026, endYear: 2026 };
		const workers = 1000;
		const at = (period: string): Answer | null => {
			const took = { '2025': 717, '2026Q1': 200, '2026Q2': 200, '2026Q3': 162 }[period];
			if (took === undefined) return null;
			return { value: (took / workers) * 100, numerator: took, denominator: workers, complete: true };
		};
		const indicator = known('participation_rate');
		expect(targetPeriods(rate, indicator, '2026Q3')).toEqual({
			...{ current: ['2026Q1', '2026Q2', '2026Q3'], base: null, asOf: '2026-09-30' }
		});
		// 200 + 200 + 162 of 1,000 in 273 of 365 days; 56.2 ÷ 65 = 86.5 %; 56.2 × 365 ÷ 273 = 75.1.
		const pace = targetPace(rate, indicator, '2026Q3', at);
		expect(pace).toMatchObject({ base: null, elapsed: 273 / 365, light: 'green', gap: null, forecastYear: 2026 });
		expect([pace.value, pace.completion, pace.forecast].map((one) => one?.toFixed(3))).toEqual([
			'56.200',
			'0.865',
			'75.139'
		]);
		// 56.2 ÷ 80 = 70.3 %, 4.5 behind the year’s 74.8 % is on course; of 90 it is 12.4 behind, which is not late before 2027.
		const until2027 = (goal: number) =>
			targetPace({ ...rate, startYear: 2023, endYear: 2027, target: goal }, indicator, '2026Q3', at);
		expect(until2027(80)).toMatchObject({ elapsed: 273 / 365, light: 'green', forecastYear: 2026 });
		expect(until2027(90)).toMatchObject({ light: 'none', gap: 'before-last-year', forecastYear: 2026 });
	});
});
