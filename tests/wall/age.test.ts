import { expect, test } from 'vitest';
import { clockJump, heardBefore, silenceOf } from '#lib/wall/age.ts';

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];

test('a silence is told after two minutes, in steps that grow with it', () => {
	expect([0, 2 * minute, -day, Number.NaN].map(silenceOf)).toEqual([null, null, null, null]);
	expect(silenceOf(2 * minute + 1)).toEqual({ unit: 'minute', count: 2 });
	expect(silenceOf(10.9 * minute)).toEqual({ unit: 'minute', count: 10 });
	expect(silenceOf(14.9 * minute)).toEqual({ unit: 'minute', count: 10 });
	expect(silenceOf(59.9 * minute)).toEqual({ unit: 'minute', count: 55 });
	expect(silenceOf(hour)).toEqual({ unit: 'hour', count: 1 });
	expect(silenceOf(47.9 * hour)).toEqual({ unit: 'hour', count: 47 });
	expect(silenceOf(2 * day)).toEqual({ unit: 'day', count: 2 });
	expect(silenceOf(100.5 * day)).toEqual({ unit: 'day', count: 100 });
});

test('a page that starts knows when its server was last heard, but not from the future', () => {
	const now = Date.parse('2026-11-21T08:00:00Z');
	expect(heardBefore([now - day, now - hour], now)).toBe(now - hour);
	expect(heardBefore([now - day, now + hour], now)).toBe(now - day);
	expect(heardBefore([null, now + 1], now)).toBeNull();
});

test('a clock jumps when it goes otherwise than one that nobody sets; drifting is no jump', () => {
	expect(clockJump(200, 200)).toBe(0);
	expect(clockJump(4000, 200)).toBe(0);
	expect(clockJump(day + 200, 200)).toBe(day);
	expect(clockJump(200 - day, 200)).toBe(-day);
});
