import { expect, test } from 'vitest';
import { Watchdog, type Stuck } from '#lib/wall/watch.ts';

/** Looks every five seconds for so long; `sight` says what there is to see. */
function watch(
	seconds: number,
	sight: (now: number) => { place: number | null; standsMs: number | null; ticked?: number }
) {
	const dog = new Watchdog();
	const found: [second: number, stuck: Stuck][] = [];
	for (let now = 0; now <= seconds * 1000; now += 5000) {
		const stuck = dog.look({ now, ticked: now, ...sight(now) });
		if (stuck) found.push([now / 1000, stuck]);
	}
	return found;
}

test('scenes that change in their time are well, and so is one that may stand for ever', () => {
	expect(watch(3600, (now) => ({ place: Math.floor(now / 20_000) % 3, standsMs: 20_000 }))).toEqual([]);
	expect(watch(3600, () => ({ place: 0, standsMs: null }))).toEqual([]);
	expect(watch(3600, () => ({ place: null, standsMs: null }))).toEqual([]);
});

test('a scene that is on for three times its time is stuck, but for a minute nobody worries', () => {
	expect(watch(200, () => ({ place: 1, standsMs: 40_000 }))[0]).toEqual([125, 'scene']);
	expect(watch(200, () => ({ place: 1, standsMs: 5000 }))[0]).toEqual([65, 'scene']);
});

test('a wall that no longer takes the time is stuck', () => {
	expect(watch(200, () => ({ place: 1, standsMs: null, ticked: 10_000 }))[0]).toEqual([105, 'clock']);
});

test('a machine that slept is not stuck when it wakes', () => {
	const dog = new Watchdog();
	const standsMs = 20_000;
	expect(dog.look({ now: 0, ticked: 0, place: 1, standsMs })).toBeNull();
	expect(dog.look({ now: 9_000_000, ticked: 100, place: 1, standsMs })).toBeNull();
	expect(dog.look({ now: 9_005_000, ticked: 9_004_900, place: 1, standsMs })).toBeNull();
	expect(dog.look({ now: 9_065_000, ticked: 9_004_900, place: 1, standsMs })).toBeNull();
});
