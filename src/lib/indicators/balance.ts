/** How evenly a figure is spread over members. */
export interface Balance {
	/** Members with a value. */
	readonly count: number;
	/** Largest ÷ smallest; null where the smallest is not above 0. */
	readonly maxMin: number | null;
	/** Population standard deviation ÷ mean; null where the mean is not above 0. */
	readonly variation: number | null;
}

/** The spread of known values; missing ones stay out. Null with fewer than two. */
export function balanceOf(values: readonly (number | null)[]): Balance | null {
	const known = values.filter((value) => value !== null);
	if (known.length < 2) return null;
	const [smallest, largest] = [Math.min(...known), Math.max(...known)];
	const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
	const variance = known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / known.length;
	return {
		count: known.length,
		maxMin: smallest > 0 ? largest / smallest : null,
		variation: mean > 0 ? Math.sqrt(variance) / mean : null
	};
}
