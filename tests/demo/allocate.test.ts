import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocate } from '../../data/demo/allocate.ts';

test('by largest remainders', () => {
	expect(allocate(10, [1, 1, 1])).toEqual([4, 3, 3]);
	expect(allocate(100, [50, 30, 20])).toEqual([50, 30, 20]);
	expect(allocate(7, [3, 3, 1])).toEqual([3, 3, 1]);
	expect(allocate(5, [0, 0])).toEqual([0, 0]);
});

test('what a limit keeps from one part goes to the others', () => {
	expect(allocate(10, [5, 1, 1], [4, 9, 9])).toEqual([4, 3, 3]);
	expect(() => allocate(10, [1, 1], [3, 3])).toThrow(RangeError);
});

test('the parts are whole numbers and sum to the total', () => {
	const weights = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 40 });
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 1e9 }), weights, (total, shares) => {
			const parts = allocate(total, shares);
			return parts.every((part) => Number.isInteger(part) && part >= 0) && parts.reduce((a, b) => a + b, 0) === total;
		})
	);
});
