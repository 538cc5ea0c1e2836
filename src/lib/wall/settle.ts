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
	/** Px that are left between it and what it pushes along, where they stood that far apart and there is room. */
	readonly air?: number;
}

/** How many stand in each other's way at most before a way counts as barred. */
const longestQueue = 12;
/** Px that two may come closer than they stood. */
const slack = 1;

/**
 * How far each has to move along the axis so that none lies on a seam and none comes over another that it did not lie over
 * before. Each goes the shorter way that stays within its room; what stands in its way is pushed along.
 */
export function settle(standing: readonly Standing[], seams: readonly Seam[]): readonly number[] {
	const shifts = standing.map(() => 0);
	const at = (index: number): Stretch => {
		const { from, to } = standing[index] as Standing;
		return { from: from + (shifts[index] as number), to: to + (shifts[index] as number) };
	};

	/** What has to move when one moves so, itself first; null where that is not possible. */
	function moves(
		index: number,
		shift: number,
		airy: boolean,
		queue: readonly number[] = []
	): ReadonlyMap<number, number> | null {
		const own = standing[index] as Standing;
		const { from, to } = at(index);
		const [next, last] = [from + shift, to + shift];
		if (queue.includes(index) || queue.length >= longestQueue) return null;
		if (next < own.room[0] - slack || last > own.room[1] + slack) return null;
		/* Whoever is pushed onto a seam goes over it as well. */
		const seam = seams.find((one) => next < one.to - slack && last > one.from + slack);
		if (seam) {
			const over = shift > 0 ? seam.to - from : seam.from - to;
			return Math.abs(over) > Math.abs(shift) + slack / 2 ? moves(index, over, airy, queue) : null;
		}
		const found = new Map([[index, shift]]);
		for (const [other, two] of standing.entries()) {
			if (other === index || !inLine(own, two)) continue;
			/* How far they may come over each other; less than nothing where they stay apart. */
			const before = Math.max(airy ? -(own.air ?? 0) : 0, overlapOf(own, two));
			const there = at(other);
			const overlap = overlapOf({ from: next, to: last }, there) - before;
			if (overlap <= slack) continue;
			const push = shift > 0 ? last - there.from - before : next - there.to + before;
			const pushed = Math.sign(push) === Math.sign(shift) ? moves(other, push, airy, [...queue, index]) : null;
			if (!pushed) return null;
			for (const [each, way] of pushed) if (Math.abs(way) > Math.abs(found.get(each) ?? 0)) found.set(each, way);
		}
		return found;
	}

	for (const index of standing.keys()) {
		const { from, to } = at(index);
		const seam = seams.find((one) => from < one.to && to > one.from);
		if (!seam) continue;
		const ways = [seam.from - to, seam.to - from].toSorted((a, b) => Math.abs(a) - Math.abs(b));
		const [short, long] = ways as [number, number];
		const found =
			moves(index, short, true) ?? moves(index, long, true) ?? moves(index, short, false) ?? moves(index, long, false);
		for (const [each, shift] of found ?? []) shifts[each] = (shifts[each] as number) + shift;
	}
	return shifts;
}

interface Stretch {
	readonly from: number;
	readonly to: number;
}

const overlapOf = (one: Stretch, other: Stretch): number => Math.min(one.to, other.to) - Math.max(one.from, other.from);

/** Whether two stand in one line along the axis. */
const inLine = (one: Standing, two: Standing): boolean =>
	Math.min(one.acrossTo, two.acrossTo) - Math.max(one.acrossFrom, two.acrossFrom) > slack;
