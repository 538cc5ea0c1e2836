/** A member’s values over time, oldest first; null where it has none. */
export interface Series {
	readonly key: string;
	readonly values: readonly (number | null)[];
}

/** Where a member stands against the others at the beginning and at the end, and which way it went. */
export interface Drift {
	readonly key: string;
	/** Distance from the mean at its first period and at the last of all, in standard deviations; below 0 is under it. */
	readonly first: number;
	readonly last: number;
	/** |last| − |first|: above 0 it moves away from the mean, below 0 towards it. */
	readonly away: number;
	readonly side: 'above' | 'below';
	/** Whether the move is more than noise: above `leastDrift`. */
	readonly drifts: boolean;
}

/** A move away from the mean by less than a quarter of a standard deviation is not called drifting. */
export const leastDrift = 0.25;

/**
 * Who moves away from the mean over time: the standard score z = (x − x̄) ÷ σ (population) of each member at its first
 * known period and at the last of all, among the members known then; away = |z last| − |z first|. The largest move away
 * comes first. Members without a score at the last period or at any before it are left out and counted: where they stood
 * once says nothing of now. A period with fewer than three members, or at which all are equal, has no score.
 */
export function driftOf(series: readonly Series[]): { readonly drifts: readonly Drift[]; readonly missing: number } {
	const periods = Math.max(0, ...series.map(({ values }) => values.length));
	const scores = Array.from({ length: periods }, (_, period) => scoresAt(series, period));
	const drifts = series.flatMap(({ key }, index) => {
		const last = scores.at(-1)?.[index] ?? null;
		const [first] = scores.slice(0, -1).flatMap((at) => at?.[index] ?? []);
		if (first === undefined || last === null) return [];
		const away = Math.abs(last) - Math.abs(first);
		const side = last < 0 ? ('below' as const) : ('above' as const);
		return [{ key, first, last, away, side, drifts: away > leastDrift }];
	});
	const order = (a: Drift, b: Drift) => b.away - a.away || (a.key < b.key ? -1 : 1);
	return { drifts: drifts.toSorted(order), missing: series.length - drifts.length };
}

function scoresAt(series: readonly Series[], period: number): (number | null)[] | null {
	const values = series.map((each) => each.values[period] ?? null);
	const known = values.filter((value) => value !== null);
	if (known.length < 3) return null;
	const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
	const deviation = Math.sqrt(known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / known.length);
	if (deviation === 0) return null;
	return values.map((value) => (value === null ? null : (value - mean) / deviation));
}
