import { expect, test } from 'vitest';
import { anchorFor, turnAt, turnOfPinned } from '#lib/wall/rotation.ts';

/** Ten seconds, and three times five: a round of 25 s. */
const scenes = [
	{ steps: 1, seconds: 10 },
	{ steps: 3, seconds: 5 }
];
const [first, second] = [0, 1];

test('what is on follows from the clock: scenes in their order, each in its steps, round and round', () => {
	expect(turnAt(scenes, 0)).toEqual({ scene: first, step: 0, since: 0, until: 10_000, end: 10_000 });
	expect(turnAt(scenes, 9999)).toMatchObject({ scene: first });
	expect(turnAt(scenes, 10_000)).toEqual({ scene: second, step: 0, since: 10_000, until: 15_000, end: 25_000 });
	expect(turnAt(scenes, 21_000)).toEqual({ scene: second, step: 2, since: 10_000, until: 25_000, end: 25_000 });
	expect(turnAt(scenes, 26_000)).toEqual({ scene: first, step: 0, since: 25_000, until: 35_000, end: 35_000 });
	expect(turnAt([], 0)).toBeNull();
});

test('a clock before the beginning shows what would have been on', () => {
	expect(turnAt(scenes, -1000)).toEqual({ scene: second, step: 2, since: -15_000, until: 0, end: 0 });
	expect(turnAt(scenes, 4000, 5000)).toMatchObject({ scene: second, step: 2, end: 5000 });
});

test('an anchor lets a scene begin at a moment', () => {
	const anchor = anchorFor(scenes, second, 100_000);
	expect(turnAt(scenes, 99_999, anchor)).toMatchObject({ scene: first });
	expect(turnAt(scenes, 100_000, anchor)).toMatchObject({ scene: second, step: 0, since: 100_000 });
});

test('a scene that stays goes through its steps again and again', () => {
	const stays = (now: number) => turnOfPinned(second, scenes[1]!, 1000, now);
	expect(stays(1000)).toEqual({ scene: second, step: 0, since: 1000, until: 6000, end: 16_000 });
	expect(stays(15_999)).toMatchObject({ step: 2, since: 1000 });
	expect(stays(33_000)).toEqual({ scene: second, step: 0, since: 31_000, until: 36_000, end: 46_000 });
});
