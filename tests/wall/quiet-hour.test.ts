import { afterEach, beforeEach, expect, test } from 'vitest';
import { isQuietNow, nextQuiet } from '#lib/wall/quiet-hour.ts';

const zone = process.env.TZ;
beforeEach(() => {
	process.env.TZ = 'Europe/Berlin';
});
afterEach(() => {
	process.env.TZ = zone;
	if (zone === undefined) delete process.env.TZ;
});
const at = (text: string) => new Date(text).getTime();
const next = (now: string, hour: string, late = 0) => new Date(nextQuiet(at(now), hour, late)).toISOString();

test('the quiet hour is of today or of tomorrow, so many minutes after it', () => {
	expect(next('2026-11-21T01:00:00+01:00', '03:30')).toBe('2026-11-21T02:30:00.000Z');
	expect(next('2026-11-21T03:30:00+01:00', '03:30')).toBe('2026-11-22T02:30:00.000Z');
	expect(next('2026-11-21T03:30:00+01:00', '03:30', 12.9)).toBe('2026-11-21T02:42:00.000Z');
	expect(next('2026-11-21T23:59:00+01:00', '23:50', 15)).toBe('2026-11-21T23:05:00.000Z');
});

test('an hour that summer time leaves out comes an hour later, one that comes twice counts once', () => {
	// In the night to 29 March 2026 two o’clock is three o’clock.
	expect(next('2026-03-29T01:00:00+01:00', '02:30')).toBe('2026-03-29T01:30:00.000Z');
	expect(next('2026-03-29T03:31:00+02:00', '02:30')).toBe('2026-03-30T00:30:00.000Z');
	// In the night to 25 October 2026 it is half past two twice.
	const first = next('2026-10-25T01:00:00+02:00', '02:30');
	expect(first).toBe('2026-10-25T00:30:00.000Z');
	expect(next('2026-10-25T00:30:00.001Z', '02:30')).toBe('2026-10-26T01:30:00.000Z');
});

test('a wall that slept through it does not reload in the middle of the day', () => {
	const due = at('2026-11-21T03:30:00+01:00');
	expect(isQuietNow(due, due - 1)).toBe(false);
	expect(isQuietNow(due, due)).toBe(true);
	expect(isQuietNow(due, due + 39 * 60_000)).toBe(true);
	expect(isQuietNow(due, due + 8 * 3_600_000)).toBe(false);
});
