import fc from 'fast-check';
import { expect, test } from 'vitest';
import { histogram, median } from '#lib/views/competitions/histogram.ts';

test('bins have round edges and keep the gaps', () => {
	expect(histogram([60, 62, 71, 75, 99, 100])).toEqual([
		{ from: 60, to: 70, count: 2 },
		{ from: 70, to: 80, count: 2 },
		{ from: 80, to: 90, count: 0 },
		{ from: 90, to: 100, count: 2 }
	]);
});

test('one score is one bar, none is none', () => {
	expect(histogram([88, 88])).toEqual([{ from: 88, to: 88, count: 2 }]);
	expect(histogram([])).toEqual([]);
});

test('every score is counted once, in at most 22 bars', () => {
	const scores = fc.array(fc.integer({ min: 0, max: 100_000 }).map((cents) => cents / 100), { minLength: 1, maxLength: 500 });
	fc.assert(
		fc.property(scores, (values) => {
			const bins = histogram(values);
			expect(bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(values.length);
			expect(bins.length).toBeLessThanOrEqual(22);
			for (const value of values) expect(bins.some((bin) => bin.from <= value + 1e-9 && value <= bin.to + 1e-9)).toBe(true);
		})
	);
});

test('the median of an even count is between the two', () => {
	expect(median([3, 1, 2])).toBe(2);
	expect(median([4, 1, 2, 3])).toBe(2.5);
	expect(median([])).toBeNull();
});
