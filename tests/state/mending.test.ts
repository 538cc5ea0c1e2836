import { expect, test } from 'vitest';
import { Mending } from '#lib/state/wall/mending.ts';

const minute = 60_000;

test('what is not whole is worked out again at once, then less and less often', () => {
	let now = 0;
	const mend = new Mending(() => now);
	expect(mend.isDue()).toBe(false);
	mend.take(false);
	const tries: number[] = [];
	for (; now < 24 * 60 * minute; now += minute)
		if (mend.isDue()) {
			tries.push(now / minute);
			mend.take(false);
		}
	expect(tries.slice(0, 5)).toEqual([0, 5, 15, 35, 75]);
	expect(tries.length).toBeLessThan(12);
	mend.take(true);
	now += 24 * 60 * minute;
	expect(mend.isDue()).toBe(false);
});

test('a try that fails without an answer is not repeated at every look', () => {
	let now = 0;
	const mend = new Mending(() => now);
	mend.take(false);
	expect(mend.isDue()).toBe(true);
	expect(mend.isDue()).toBe(false);
	now += 5 * minute;
	expect(mend.isDue()).toBe(true);
});
