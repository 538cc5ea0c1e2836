import { expect, test } from 'vitest';
import { addFunnels, funnelOf } from '#lib/views/funnel.ts';

const steps = (...values: (number | null)[]) =>
	['made', 'adopted', 'implemented'].map((id, i) => ({ id, value: values[i] ?? null }));

test('rates are of the step before and of the first', () => {
	expect(funnelOf(steps(500, 260, 180))).toEqual([
		{ id: 'made', value: 500, ofPrevious: null, ofFirst: 1, remark: null },
		{ id: 'adopted', value: 260, ofPrevious: 0.52, ofFirst: 0.52, remark: null },
		{ id: 'implemented', value: 180, ofPrevious: 180 / 260, ofFirst: 0.36, remark: null }
	]);
});

test('a later step that is greater than an earlier one is kept and marked', () => {
	const [, adopted, implemented] = funnelOf(steps(100, 80, 90));
	expect(adopted?.remark).toBeNull();
	expect(implemented).toMatchObject({ value: 90, ofPrevious: 1.125, ofFirst: 0.9 });
	expect(implemented?.remark?.zh).toMatch(/多于前面的环节/);
	expect(implemented?.remark?.en).toMatch(/greater than an earlier one/);
	// Of a step that is not known, the one before it still bounds.
	expect(funnelOf(steps(100, null, 120))[2]).toMatchObject({ ofPrevious: null, ofFirst: 1.2 });
	expect(funnelOf(steps(100, null, 120))[2]?.remark).not.toBeNull();
	expect(funnelOf(steps(100, 100, 100)).every(({ remark }) => remark === null)).toBe(true);
	expect(funnelOf(steps(100, -1, 5))[1]?.remark?.en).toMatch(/below 0/);
});

test('nothing is divided by nothing, and missing is never 0', () => {
	expect(funnelOf(steps(0, 0, null)).map(({ ofPrevious, ofFirst }) => [ofPrevious, ofFirst])).toEqual([
		[null, null],
		[null, null],
		[null, null]
	]);
	expect(funnelOf([])).toEqual([]);
});

test('rates of several members come from their sums', () => {
	// 400 → 200 and 100 → 60: 260 of 500 is 52 %, the average of 50 % and 60 % would be 55 %.
	const sum = addFunnels([steps(400, 200, 150), steps(100, 60, null)]);
	expect(sum).toEqual([
		{ id: 'made', value: 500, provisional: false },
		{ id: 'adopted', value: 260, provisional: false },
		{ id: 'implemented', value: 150, provisional: true }
	]);
	expect(funnelOf(sum)[1]?.ofPrevious).toBe(0.52);
	expect(addFunnels([steps(null, null, null)])[0]).toEqual({ id: 'made', value: null, provisional: true });
});
