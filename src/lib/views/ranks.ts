/**
 * Competition ranking (1, 2, 2, 4) of rows that are eligible: the rank is one more than the number of rows before it.
 * `compare` sees exact values; rows that it calls equal share a rank.
 */
export function competitionRanks<R>(rows: readonly R[], compare: (a: R, b: R) => number): Map<R, { rank: number; tied: boolean }> {
	const order = rows.toSorted(compare);
	const ranks = new Map<R, { rank: number; tied: boolean }>();
	let start = 0;
	order.forEach((row, index) => {
		const before = order[index - 1];
		const after = order[index + 1];
		const asBefore = before !== undefined && compare(before, row) === 0;
		if (!asBefore) start = index;
		ranks.set(row, { rank: start + 1, tied: asBefore || (after !== undefined && compare(row, after) === 0) });
	});
	return ranks;
}

/** Larger numbers first; missing ones last. */
export function descending(a: number | null, b: number | null): number {
	if (a === null || b === null) return Number(a === null) - Number(b === null);
	return b - a;
}

/** Smaller numbers first; missing ones last. */
export function ascending(a: number | null, b: number | null): number {
	if (a === null || b === null) return Number(a === null) - Number(b === null);
	return a - b;
}
