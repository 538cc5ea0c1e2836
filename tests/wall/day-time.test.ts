import { expect, test } from 'vitest';
import { isDayTime, minutesOf } from '#lib/wall/day-time.ts';

test('times of the day have two digits each', () => {
	expect(['00:00', '07:05', '23:59'].map(isDayTime)).toEqual([true, true, true]);
	for (const text of ['7:05', '24:00', '12:60', '12', '', '12:30:00', ' 12:30', '１２:30'])
		expect(isDayTime(text), text).toBe(false);
});

test('minutes of the day', () => {
	expect(['00:00', '07:05', '23:59', '24:00'].map(minutesOf)).toEqual([0, 425, 1439, 1440]);
});
