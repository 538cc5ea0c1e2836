import { expect, test } from 'vitest';
import { median, timeText } from '#lib/views/competitions/scores.ts';

test('the median of an even count is between the two', () => {
	expect(median([3, 1, 2])).toBe(2);
	expect(median([4, 1, 2, 3])).toBe(2.5);
	expect(median([])).toBeNull();
});

test('times read as clocks', () => {
	expect(timeText(5285)).toBe('1:28:05');
	expect(timeText(750.5)).toBe('12:30.5');
	expect(timeText(59)).toBe('0:59');
	expect(timeText(null)).toBe('—');
});
