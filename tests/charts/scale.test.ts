import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roundUp } from '#lib/charts/axis.ts';
import { binValues } from '#lib/charts/distribution.ts';
import { hatchLines } from '#lib/charts/hatch.ts';
import { fitName, leadingLetters, plainText, tooltipLines } from '#lib/charts/plain-text.ts';
import { contrast, readableOn, roundBetween, stepColours, stepLimits, stepOf } from '#lib/charts/scale.ts';
import { sparkline } from '#lib/charts/sparkline.ts';
import { chartTheme } from '#lib/charts/theme.ts';

test('limits split values into steps of equal count', () => {
	const values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
	const limits = stepLimits(values);
	expect(limits).toEqual([3, 5, 7, 9, 11]);
	const counts = [0, 0, 0, 0, 0, 0];
	for (const value of values) counts[stepOf(value, limits)] = (counts[stepOf(value, limits)] ?? 0) + 1;
	expect(counts).toEqual([2, 2, 2, 2, 2, 2]);
});

test('few or equal values need fewer steps', () => {
	expect(stepLimits([])).toEqual([]);
	expect(stepLimits([5, 5, 5])).toEqual([]);
	expect(stepLimits([1, 100])).toEqual([100]);
	expect(stepColours(['a', 'b', 'c', 'd', 'e', 'f'], 2)).toEqual(['a', 'f']);
	expect(stepColours(['a', 'b', 'c', 'd', 'e', 'f'], 6)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
});

test('limits rise and never more than five', () => {
	fc.assert(
		fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 })), (values) => {
			const limits = stepLimits(values);
			expect(limits.length).toBeLessThanOrEqual(5);
			for (let index = 1; index < limits.length; index++)
				expect(limits[index]).toBeGreaterThan(limits[index - 1] as number);
		})
	);
});

test('a limit has as few digits as separate its neighbours', () => {
	expect(roundBetween(185614, 203461)).toBe(200000);
	expect(roundBetween(9.5, 10.4)).toBe(10);
	expect(roundBetween(0.0312, 0.0318)).toBe(0.0318);
});

test('an axis ends on a round number', () => {
	expect([0, 1, 1.2, 17, 2000, 43.1, 99].map(roundUp)).toEqual([1, 1, 1.5, 20, 2000, 50, 100]);
});

test('colours are readable: text 4.5:1, marks 3:1, tile labels on every step 4.5:1', () => {
	for (const name of ['light', 'dark'] as const) {
		const theme = chartTheme(name, { width: 1, height: 1 });
		for (const text of [theme.ink, theme.muted, theme.accent])
			expect(contrast(text, theme.paper)).toBeGreaterThanOrEqual(4.5);
		for (const mark of [theme.mark, theme.up, theme.down, ...theme.categorical]) {
			expect(contrast(mark, theme.paper), mark).toBeGreaterThanOrEqual(3);
		}
		for (const step of theme.sequential) expect(contrast(readableOn(step), step), step).toBeGreaterThanOrEqual(4.5);
		expect(contrast(theme.muted, theme.hatch[0])).toBeGreaterThanOrEqual(4.5);
	}
	expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
});

test('bins are round, cover every value once and hold the ends', () => {
	expect(binValues([0, 1, 2, 3, 4], 5)).toEqual(
		[0, 1, 2, 3].map((from) => ({ from, to: from + 1, count: from === 3 ? 2 : 1 }))
	);
	expect(binValues([])).toEqual([]);
	expect(binValues([60])).toMatchObject([{ count: 1 }]);
	fc.assert(
		fc.property(
			fc.array(
				fc.integer({ min: 0, max: 10000 }).map((value) => value / 100),
				{ minLength: 1 }
			),
			(values) => {
				const bins = binValues(values);
				expect(bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(values.length);
				expect(bins[0]?.from).toBeLessThanOrEqual(Math.min(...values));
				expect(bins.at(-1)?.to).toBeGreaterThanOrEqual(Math.max(...values));
			}
		)
	);
});

test('text of data is never markup', () => {
	expect(plainText('{a|b}')).toBe('｛a|b｝');
	expect(tooltipLines('甲', null, '', '{x|乙}')).toBe('甲\n｛x|乙｝');
});

test('long names break in lines or shrink, and lose nothing', () => {
	expect(fitName('重庆', 40, 14)).toEqual({ text: '重庆', size: 14, lines: 1 });
	expect(fitName('巫山土家族', 45, 14)).toEqual({ text: '巫山\n土家族', size: 14, lines: 2 });
	expect(fitName('酉阳土家族苗族自治县', 56, 14).text.replaceAll('\n', '')).toBe('酉阳土家族苗族自治县');
	expect(fitName('Inner Mongolia', 60, 14).text).toBe('Inner\nMongolia');
	expect(fitName('Heilongjiang', 60, 14).text).toBe('Heilongjiang');
	expect(fitName('Central Party and government organs', 60, 14).lines).toBe(3);
});

test('a hatch stays inside its box', () => {
	for (const line of hatchLines(10, 20, 30, 12, 5)) {
		for (const [x, y] of [
			[line.x1, line.y1],
			[line.x2, line.y2]
		] as const) {
			expect(x >= 10 && x <= 40 && y >= 20 && y <= 32).toBe(true);
		}
		expect(line.x2 - line.x1).toBeCloseTo(line.y1 - line.y2);
	}
});

test('a sparkline has gaps where values are missing and starts from 0', () => {
	expect(sparkline([0, null, 10, 10], 33, 13, 3)).toEqual({ line: 'M3 10M21 3L30 3', last: { x: 30, y: 3 } });
	expect(sparkline([], 10, 10)).toEqual({ line: '', last: null });
});

test('a Latin name without room gives its leading letters, three at least; Chinese names are never cut', () => {
	expect(leadingLetters('Jiulongpo', 27, 11)).toBe('Jiul');
	expect(leadingLetters('Jiulongpo', 5, 11)).toBe('Jiu');
	expect(leadingLetters('九龙坡', 5, 11)).toBe(null);
});
