import { expect, test } from 'vitest';
import { mayReload, readReloads, withReload, type Reload } from '#lib/wall/reloads.ts';

const hour = 3_600_000;
const now = Date.parse('2026-11-21T08:00:00Z');
const before = (ms: number, cause: Reload['cause']): Reload => ({ cause, at: now - ms });

test('a stuck wall reloads three times an hour, another program once an hour, the night once', () => {
	expect(mayReload('stuck', [], now)).toBe(true);
	const two = [before(50 * 60_000, 'stuck'), before(60_000, 'stuck')];
	expect(mayReload('stuck', two, now)).toBe(true);
	expect(mayReload('stuck', [...two, before(1000, 'stuck')], now)).toBe(false);
	expect(mayReload('stuck', [...two, before(hour, 'stuck')], now)).toBe(true);
	expect(mayReload('program', [before(hour - 1, 'program')], now)).toBe(false);
	expect(mayReload('program', two, now)).toBe(true);
	expect(mayReload('night', [before(11 * hour, 'night')], now)).toBe(false);
	expect(mayReload('night', [before(23 * hour, 'night')], now)).toBe(true);
});

test('a clock that was set back by some minutes does not open the way to reload without end', () => {
	expect(mayReload('program', [before(-30 * 60_000, 'program')], now)).toBe(false);
	// A note of next year is of a clock that was wrong: it does not block the wall until then.
	expect(mayReload('program', [before(-24 * 365 * hour, 'program')], now)).toBe(true);
});

test('what was kept is read, the rest is left out, and the list stays short', () => {
	expect(readReloads('nonsense')).toEqual([]);
	expect(readReloads(null)).toEqual([]);
	expect(
		readReloads(JSON.stringify([before(1, 'night'), { cause: 'rm', at: 1 }, { cause: 'stuck', at: 'x' }]))
	).toEqual([before(1, 'night')]);
	let done: readonly Reload[] = [];
	for (let index = 0; index < 100; index++) done = withReload(done, before(index, 'stuck'));
	expect(done).toHaveLength(20);
	expect(done.at(-1)).toEqual(before(99, 'stuck'));
});
