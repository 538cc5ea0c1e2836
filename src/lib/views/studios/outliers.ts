/** A member by two figures. */
export interface Pair {
	readonly key: string;
	readonly x: number;
	readonly y: number;
}

/** How far beyond the quartiles a value must lie to be an outlier, in interquartile ranges (Tukey 1977). */
export const fence = 1.5;

/** With fewer members than this, quartiles say nothing. */
const fewest = 5;

/** The quantile of sorted values by linear interpolation between ranks (type 7, as DuckDB’s quantile_cont). */
export function quantile(sorted: readonly number[], share: number): number {
	const at = (sorted.length - 1) * share;
	const [low, high] = [sorted[Math.floor(at)] ?? NaN, sorted[Math.ceil(at)] ?? NaN];
	return low + (high - low) * (at - Math.floor(at));
}

/** Distance beyond the nearer quartile in interquartile ranges; 0 between the quartiles. */
function beyond(values: readonly number[]): (value: number) => number {
	const sorted = values.toSorted((a, b) => a - b);
	const [low, high] = [quantile(sorted, 0.25), quantile(sorted, 0.75)];
	const range = high - low;
	return (value) => {
		const out = Math.max(low - value, value - high, 0);
		return out === 0 ? 0 : range === 0 ? Infinity : out / range;
	};
}

/**
 * Members that lie more than 1.5 interquartile ranges beyond the quartiles of either figure, the farthest first. None
 * among fewer than five.
 */
export function outliersOf<T extends Pair>(pairs: readonly T[]): T[] {
	if (pairs.length < fewest) return [];
	const [beyondX, beyondY] = [beyond(pairs.map(({ x }) => x)), beyond(pairs.map(({ y }) => y))];
	return pairs
		.map((pair) => ({ pair, far: Math.max(beyondX(pair.x), beyondY(pair.y)) }))
		.filter(({ far }) => far > fence)
		.toSorted((a, b) => b.far - a.far || (a.pair.key < b.pair.key ? -1 : 1))
		.map(({ pair }) => pair);
}
