/** How a figure moved against its comparison: relative for amounts, in percentage points (or the ratio's unit) for ratios. */
export interface Change {
	readonly kind: 'relative' | 'difference';
	/** Relative: 0.082 is +8.2 %. Difference: in the displayed unit. */
	readonly amount: number;
	readonly direction: 'up' | 'down' | 'same';
}

/**
 * The change from `base` to `value`. Null where either is missing or a relative change has no base to stand on: a rise
 * from 0 is no percentage.
 */
export function changeOf(value: number | null, base: number | null, kind: 'flow' | 'stock' | 'ratio'): Change | null {
	if (value === null || base === null) return null;
	if (kind !== 'ratio' && base === 0) return null;
	const amount = kind === 'ratio' ? value - base : (value - base) / Math.abs(base);
	return {
		kind: kind === 'ratio' ? 'difference' : 'relative',
		amount,
		direction: amount > 0 ? 'up' : amount < 0 ? 'down' : 'same'
	};
}

/** A part's share of the whole, 0–1; null where it means nothing. Only for additive figures: callers never pass ratios. */
export function shareOf(part: number | null, whole: number | null): number | null {
	if (part === null || whole === null || whole === 0) return null;
	return part / whole;
}
