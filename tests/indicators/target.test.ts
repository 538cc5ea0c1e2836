import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	elapsedShare,
	greenPace,
	lightRule,
	lightTitles,
	paceGap,
	startsEachYear,
	targetProgress,
	yellowPace
} from '#lib/indicators/target.ts';
import type { TargetTerms } from '#lib/indicators/target.ts';
import { indicators } from '#lib/indicators/index.ts';

// 2023-01-01 to 2026-12-31: 365 + 366 + 365 + 365 = 1461 days, of which 731 at the end of 2024.
const floor = { target: 50, startYear: 2023, endYear: 2026, direction: 'at-least', kind: 'flow' } as const;
const at2024 = '2024-12-31';

describe('time', () => {
	test('elapsed days, both ends included', () => {
		expect(elapsedShare(floor, at2024)).toBe(731 / 1461);
		expect(elapsedShare(floor, '2023-01-01')).toBe(1 / 1461);
		expect(elapsedShare(floor, '2022-06-30')).toBe(0);
		expect(elapsedShare(floor, '2026-12-31')).toBe(1);
		expect(elapsedShare(floor, '2030-01-01')).toBe(1);
		expect(elapsedShare({ ...floor, startYear: null }, at2024)).toBeNull();
		// One year of 366 days, at the end of its first quarter: 31 + 29 + 31.
		expect(elapsedShare({ ...floor, startYear: 2024, endYear: 2024 }, '2024-03-31')).toBe(91 / 366);
		// The union year 2024 runs from 1 October 2023: 92 days of 366 by the end of December.
		expect(elapsedShare({ ...floor, startYear: 2024, endYear: 2024, yearStart: 'union' }, '2023-12-31')).toBe(92 / 366);
	});
});

describe('floors', () => {
	test('a flow: completion, pace, forecast', () => {
		// 30 of 50 in 731 of 1461 days; at this pace 30 × 1461 ÷ 731.
		expect(targetProgress(30, floor, at2024)).toEqual({
			...{ completion: 0.6, elapsed: 731 / 1461, pace: 0.6 - 731 / 1461 },
			...{ forecast: (30 * 1461) / 731, reached: false, light: 'green' }
		});
		// 20 of 50 is 40 %, 10 points behind; 15 is 30 %, 20 points behind.
		expect(targetProgress(20, floor, at2024).light).toBe('yellow');
		expect(targetProgress(15, floor, at2024).light).toBe('red');
		expect(targetProgress(50, floor, at2024)).toMatchObject({ reached: true, light: 'green' });
	});
	test('at the end it is reached or it is not', () => {
		expect(targetProgress(49, floor, '2026-12-31')).toMatchObject({ forecast: 49, light: 'red', reached: false });
		expect(targetProgress(60, floor, '2030-01-01')).toMatchObject({ pace: 60 / 50 - 1, forecast: 60, light: 'green' });
	});
	test('published: 50 competitions in Chongqing 2023–2027, 20 of them by mid 2025', () => {
		// 365 + 366 + 181 of 1826 days; 20 × 1826 ÷ 912 = 40.04: 9.9 points behind.
		const progress = targetProgress(20, { ...floor, endYear: 2027 }, '2025-06-30');
		expect(progress.elapsed).toBe(912 / 1826);
		expect(progress.forecast).toBeCloseTo(40.04, 2);
		expect(progress.pace).toBeCloseTo(0.4 - 0.49945, 5);
		expect(progress.light).toBe('yellow');
	});
	test('of a stock the way gone from its base counts, not the level; without a base it has no pace', () => {
		const stock = { ...floor, kind: 'stock', target: 5000 } as const;
		const noBase = { completion: 0.8, pace: null, forecast: null, reached: false, light: 'none' };
		for (const base of [null, undefined]) {
			expect(targetProgress(4000, base === null ? { ...stock, base } : stock, at2024)).toMatchObject(noBase);
		}
		// What is reached or missed at the end is so from wherever it came.
		expect(targetProgress(5000, stock, at2024)).toMatchObject({ reached: true, pace: null, light: 'green' });
		expect(targetProgress(4900, stock, '2026-12-31')).toMatchObject({ reached: false, pace: null, light: 'red' });
		// From 3,900: 100 of 1,100 gone in half of the time; it will be 3,900 + 100 × 1461 ÷ 731.
		expect(targetProgress(4000, { ...stock, base: 3900 }, at2024)).toMatchObject({
			...{ completion: 0.8, pace: 100 / 1100 - 731 / 1461, forecast: 3900 + (100 * 1461) / 731, light: 'red' }
		});
		// A base that is past the target already is no way to go.
		expect(targetProgress(4000, { ...stock, base: 5100 }, at2024)).toMatchObject({ pace: null, light: 'none' });
	});
	test('a ratio without a base has no pace either', () => {
		const ratio = { ...floor, kind: 'ratio', target: 35 } as const;
		expect(targetProgress(31.7, ratio, at2024)).toMatchObject({ pace: null, forecast: null, light: 'none' });
	});
	test('before its first day nothing is behind', () => {
		const stock = { ...floor, kind: 'stock', target: 5000, base: 3900 } as const;
		expect(targetProgress(3900, stock, '2022-12-31')).toMatchObject({ elapsed: 0, pace: null, light: 'none' });
	});
	test('why there is no pace', () => {
		const gap = (terms: TargetTerms, value: number, asOf = at2024) =>
			paceGap(terms, targetProgress(value, terms, asOf), asOf);
		const stock = { ...floor, kind: 'stock', target: 5000 } as const;
		expect(gap(floor, 30)).toBeNull();
		expect(gap({ ...floor, startYear: null }, 30)).toBe('no-first-year');
		expect(gap(stock, 4000)).toBe('no-base');
		expect(gap({ ...stock, base: 5100 }, 4000)).toBe('no-way');
		expect(gap({ ...stock, base: 3900 }, 4000)).toBeNull();
		expect(gap({ ...stock, base: 3900 }, 3900, '2022-12-31')).toBe('not-begun');
		expect(gap({ ...floor, target: 0 }, 5)).toBeNull();
	});
	test('a ratio is a level too: 31.7 % of 35 %, from 30 %', () => {
		const ratio = { ...floor, kind: 'ratio', target: 35, base: 30 } as const;
		const progress = targetProgress(31.7, ratio, at2024);
		expect(progress.completion).toBeCloseTo(31.7 / 35, 12);
		expect(progress.pace).toBeCloseTo(1.7 / 5 - 731 / 1461, 12);
		expect(progress.light).toBe('red');
	});
	test('without a first year nothing is said of pace, but the end is the end', () => {
		const open = { ...floor, startYear: null };
		expect(targetProgress(30, open, at2024)).toMatchObject({
			completion: 0.6,
			elapsed: null,
			pace: null,
			light: 'none'
		});
		expect(targetProgress(30, open, '2026-12-31').light).toBe('red');
		expect(targetProgress(55, open, at2024).light).toBe('green');
	});
	test('missing is not rated, a target of 0 has no completion, the first days no forecast', () => {
		expect(targetProgress(null, floor, at2024)).toEqual({
			...{ completion: null, elapsed: 731 / 1461, pace: null, forecast: null, reached: null, light: 'none' }
		});
		expect(targetProgress(5, { ...floor, target: 0 }, at2024)).toMatchObject({ completion: null, reached: true });
		expect(targetProgress(5, floor, '2023-01-31').forecast).toBeNull();
	});
});

describe('ceilings', () => {
	const budget = { ...floor, direction: 'at-most', target: 100 } as const;
	test('a flow uses its ceiling up', () => {
		// 40 of 100 used in half of the time: it will be 79.9.
		expect(targetProgress(40, budget, at2024)).toMatchObject({
			...{ completion: 0.4, pace: 0.4 - 731 / 1461, reached: true, light: 'green' }
		});
		// 60 used: it will be 119.9, though it is kept so far.
		expect(targetProgress(60, budget, at2024)).toMatchObject({ reached: true, light: 'yellow' });
		expect(targetProgress(104, budget, at2024)).toMatchObject({ reached: false, light: 'yellow' });
		expect(targetProgress(106, budget, at2024).light).toBe('red');
		expect(targetProgress(101, budget, '2026-12-31').light).toBe('red');
		expect(targetProgress(100, budget, '2026-12-31').light).toBe('green');
	});
	test('a level is kept or it is not; from above it has a way to go', () => {
		const level = { ...budget, kind: 'ratio', target: 5 } as const;
		expect(targetProgress(4, level, at2024)).toMatchObject({
			completion: 1.25,
			pace: null,
			reached: true,
			light: 'green'
		});
		expect(targetProgress(5.2, level, at2024).light).toBe('yellow');
		expect(targetProgress(6, level, at2024)).toMatchObject({ completion: 5 / 6, reached: false, light: 'red' });
		// From 9 down to 5, now 6: three quarters of the way.
		expect(targetProgress(6, { ...level, base: 9 }, at2024)).toMatchObject({ pace: 0.75 - 731 / 1461 });
	});
});

describe('rates that start each year at 0', () => {
	// 56.2 % of the workers have taken part by 30 September 2026: 273 of 365 days, 74.8 %.
	const rate = { ...floor, kind: 'ratio', yearly: true, target: 65, startYear: 2026, endYear: 2026 } as const;
	const third = '2026-09-30';

	test('they are flows within the year: where last year ended is no start', () => {
		// 56.2 ÷ 65 = 86.5 %, 11.7 points ahead; at this pace 56.2 × 365 ÷ 273 = 75.1.
		for (const base of [null, 71.7]) {
			const progress = targetProgress(56.2, { ...rate, base }, third);
			expect(progress).toMatchObject({ elapsed: 273 / 365, reached: false, light: 'green' });
			expect(progress.completion).toBeCloseTo(0.8646, 4);
			expect(progress.pace).toBeCloseTo(0.1167, 4);
			expect(progress.forecast).toBeCloseTo(75.139, 3);
		}
		// 45 ÷ 65 = 69.2 %, 5.6 points behind; 30 ÷ 65 = 46.2 %, 28.6 behind.
		expect(targetProgress(45, rate, third).light).toBe('yellow');
		expect(targetProgress(30, rate, third).light).toBe('red');
		expect(targetProgress(64, rate, '2026-12-31')).toMatchObject({ forecast: 64, reached: false, light: 'red' });
	});
	test('of several years the time of the running one counts; before the last nothing is behind', () => {
		const years = { ...rate, startYear: 2023, endYear: 2027 };
		expect(targetProgress(56.2, years, third)).toMatchObject({ elapsed: 273 / 365, light: 'green' });
		const slow = targetProgress(30, years, third);
		expect(slow).toMatchObject({ elapsed: 273 / 365, reached: false, light: 'none' });
		expect(slow.forecast).toBeCloseTo(40.11, 2);
		expect(paceGap(years, slow, third)).toBe('before-last-year');
		// A whole year below the target is not its end, and the next begins at 0 again.
		expect(targetProgress(40, years, '2026-12-31')).toMatchObject({ elapsed: 1, forecast: 40, light: 'none' });
		expect(targetProgress(30, years, '2027-09-30')).toMatchObject({ elapsed: 273 / 365, light: 'red' });
		expect(paceGap(years, targetProgress(30, years, '2027-09-30'), '2027-09-30')).toBeNull();
		expect(targetProgress(66, years, third)).toMatchObject({ reached: true, light: 'green' });
		expect(targetProgress(40, years, '2022-12-31')).toMatchObject({ elapsed: 0, pace: null });
		// The union year 2026 runs from 1 October 2025: all of it has passed.
		expect(targetProgress(40, { ...years, yearStart: 'union' }, third)).toMatchObject({ elapsed: 1 });
		expect(targetProgress(40, { ...years, yearStart: 'union' }, '2025-12-31')).toMatchObject({ elapsed: 92 / 365 });
	});
	test('which they are: a flow over a stock; what both sides of add up, and shares of stocks, stand as they are', () => {
		const yearly = (id: string) => startsEachYear(indicators.find((one) => one.id === id)!);
		expect(['participation_rate', 'coverage', 'nonpublic_coverage', 'suggestions_per_10k'].map(yearly)).toEqual([
			...[true, true, true, true]
		]);
		expect(
			['participants', 'workers_total', 'adoption_rate', 'high_skilled_share', 'studios_per_10k'].map(yearly)
		).toEqual([false, false, false, false, false]);
	});
});

test('the stated rule names the thresholds and what is not rated', () => {
	expect(lightRule.zh).toContain('没有起点数，不评快慢');
	expect(lightRule.en).toContain('nobody says where a level or ratio began');
	expect(lightRule.zh).toContain('每年从 0 起');
	expect(lightRule.en).toContain('start each year at 0');
	for (const text of [lightRule.zh, lightRule.en]) {
		expect(text).toContain(String(Math.round(-greenPace * 100)));
		expect(text).toContain(String(Math.round(-yellowPace * 100)));
	}
	expect(Object.keys(lightTitles)).toEqual(['green', 'yellow', 'red', 'none']);
});

test('pace is completion less elapsed share whatever the unit, and more is never worse', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 0, max: 100_000 }),
			fc.integer({ min: 1, max: 100_000 }),
			fc.integer({ min: 1, max: 400 }),
			fc.integer({ min: 0, max: 1460 }),
			(value, target, factor, day) => {
				const terms: TargetTerms = { ...floor, target };
				const asOf = new Date(Date.UTC(2023, 0, 1 + day)).toISOString().slice(0, 10);
				const one = targetProgress(value, terms, asOf);
				const other = targetProgress(value * factor, { ...terms, target: target * factor }, asOf);
				expect(other.pace).toBeCloseTo(one.pace ?? Number.NaN, 9);
				expect(one.pace).toBeCloseTo(value / target - (day + 1) / 1461, 9);
				const order = ['red', 'yellow', 'green'];
				const more = targetProgress(value + 1, terms, asOf);
				expect(order.indexOf(more.light)).toBeGreaterThanOrEqual(order.indexOf(one.light));
			}
		)
	);
});
