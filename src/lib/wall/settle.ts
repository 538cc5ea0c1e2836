import type { Seam } from './screen.ts';

/** Where something stands on one axis, and on the other. */
export interface Standing {
	readonly from: number;
	readonly to: number;
	/** On the other axis: what stands beside each other there does not get into each other's way. */
	readonly acrossFrom: number;
	readonly acrossTo: number;
	/** Where it may stand. */
	readonly room: readonly [from: number, to: number];
}

/** Rounds of pushing; what has not found its place by then has none. */
const mostRounds = 12;
/** Px that two may come closer than they stood. */
const slack = 1;

/**
 * How far each has to move along the axis so that none lies on a seam and none comes over another that it did not lie over
 * before. Each goes the shorter way that stays within its room; what stands in its way is pushed along.
 */
export function settle(standing: readonly Standing[], seams: readonly Seam[]): readonly number[] {
	const shifts = standing.map(() => 0);
	/** The way of each, once it has one: it does not turn round. */
	const ways = standing.map(() => 0);
	const at = (index: number) => {
		const { from, to } = standing[index] as Standing;
		const shift = shifts[index] as number;
		return { from: from + shift, to: to + shift };
	};
	for (let round = 0; round < mostRounds; round++) {
		let moved = false;
		for (const index of standing.keys()) {
			const shift = offSeam(at(index), seams, (standing[index] as Standing).room, ways[index] as number);
			if (shift === 0) continue;
			shifts[index] = (shifts[index] as number) + shift;
			ways[index] = Math.sign(shift);
			moved = true;
		}
		for (const [index, other] of inTheWay(standing)) {
			const way = ways[index] || ways[other];
			if (!way) continue;
			/* The one further along the way is pushed by the one that comes. */
			const ahead = (standing[index] as Standing).from <= (standing[other] as Standing).from === way > 0;
			const [pusher, pushed] = ahead ? [index, other] : [other, index];
			const [one, two] = [at(pusher), at(pushed)];
			const before = overlapOf(standing[pusher] as Standing, standing[pushed] as Standing);
			const overlap = overlapOf(one, two) - Math.max(0, before);
			if (overlap <= slack || overlapOf(one, two) <= slack) continue;
			shifts[pushed] = (shifts[pushed] as number) + way * overlap;
			ways[pushed] = way;
			moved = true;
		}
		if (!moved) break;
	}
	return shifts;
}

interface Stretch {
	readonly from: number;
	readonly to: number;
}

const overlapOf = (one: Stretch, other: Stretch): number => Math.min(one.to, other.to) - Math.max(one.from, other.from);

/** Every two that stand in one line along the axis. */
function* inTheWay(standing: readonly Standing[]): Generator<[number, number]> {
	for (const [index, one] of standing.entries())
		for (let other = index + 1; other < standing.length; other++) {
			const two = standing[other] as Standing;
			if (Math.min(one.acrossTo, two.acrossTo) - Math.max(one.acrossFrom, two.acrossFrom) > slack) yield [index, other];
		}
}

/** The shorter way off the seam that it touches; 0 where it touches none, or where no way stays within the room. */
function offSeam({ from, to }: Stretch, seams: readonly Seam[], room: readonly [number, number], way: number): number {
	const seam = seams.find((one) => from < one.to && to > one.from);
	if (!seam) return 0;
	const ways = [seam.from - to, seam.to - from]
		.filter((shift) => !seams.some((one) => one !== seam && from + shift < one.to && to + shift > one.from))
		.filter((shift) => way === 0 || Math.sign(shift) === way)
		.toSorted((a, b) => Math.abs(a) - Math.abs(b));
	const within = (shift: number) => from + shift >= room[0] - slack && to + shift <= room[1] + slack;
	return ways.find(within) ?? 0;
}
