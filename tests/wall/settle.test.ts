import fc from 'fast-check';
import { expect, test } from 'vitest';
import { settle, type Standing } from '#lib/wall/settle.ts';

const seam = { from: 100, to: 110 };
const at = (
	from: number,
	to: number,
	{ beside = 0, room = [0, 200] }: { beside?: number; room?: [number, number] } = {}
): Standing => ({
	from,
	to,
	acrossFrom: beside,
	acrossTo: beside + 50,
	room
});

test('what lies on no seam stays', () => {
	expect(settle([at(0, 40), at(50, 99), at(111, 150)], [seam])).toEqual([0, 0, 0]);
});

test('what lies on a seam takes the shorter way off it', () => {
	expect(settle([at(80, 104)], [seam])).toEqual([-4]);
	expect(settle([at(106, 130)], [seam])).toEqual([4]);
});

test('the shorter way is not taken out of the room', () => {
	expect(settle([at(0, 104, { room: [0, 220] })], [seam])).toEqual([110]);
});

test('what stands in the way is pushed along, what stands beside it is not', () => {
	expect(settle([at(60, 82), at(84, 106), at(60, 82, { beside: 60 })], [seam])).toEqual([-4, -6, 0]);
});

test('what is pushed along keeps a little apart, where there is room for that', () => {
	const airy = (room: [number, number]) => [
		{ ...at(60, 80, { room }), air: 4 },
		{ ...at(86, 106, { room }), air: 4 }
	];
	expect(settle(airy([0, 200]), [seam])).toEqual([-4, -6]);
	// No room to the left: the other way.
	expect(settle(airy([58, 200]), [seam])).toEqual([0, 24]);
	// None there either: close together rather than on the seam.
	expect(settle(airy([59, 125]), [seam])).toEqual([0, -6]);
});

test('two that lay over each other before may go on doing so', () => {
	expect(settle([at(60, 90), at(84, 106)], [seam])).toEqual([-6, -6]);
});

test('what is longer than a panel stays: no place is better', () => {
	const seams = [seam, { from: 200, to: 210 }];
	expect(settle([at(60, 190, { room: [0, 300] })], seams)).toEqual([0]);
});

test('rows with air between them all find places off the seams', () => {
	const rows = fc.record({
		pitch: fc.integer({ min: 30, max: 60 }),
		share: fc.double({ min: 0.3, max: 0.6, noNaN: true }),
		first: fc.integer({ min: 0, max: 40 })
	});
	fc.assert(
		fc.property(rows, ({ pitch, share, first }) => {
			const seams = [
				{ from: 200, to: 206 },
				{ from: 406, to: 412 }
			];
			const standing = Array.from({ length: Math.floor((600 - first - pitch) / pitch) }, (_, row) =>
				at(first + row * pitch, first + row * pitch + pitch * share, { room: [0, 612] })
			);
			const placed = settle(standing, seams).map((shift, index) => {
				const { from, to } = standing[index] as Standing;
				return { from: from + shift, to: to + shift };
			});
			for (const { from, to } of placed)
				for (const one of seams) expect(from >= one.to - 1e-6 || to <= one.from + 1e-6).toBe(true);
			for (const [index, { to }] of placed.slice(0, -1).entries())
				expect(to).toBeLessThanOrEqual((placed[index + 1] as { from: number }).from + 1 + 1e-6);
		})
	);
});
