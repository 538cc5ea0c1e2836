/** How evenly a figure is spread over members. */
export interface Balance {
	/** Members with a value. */
	readonly count: number;
	/** Members without one: left out of everything here, never counted as 0. */
	readonly missing: number;
	/** Largest ÷ smallest; null where the smallest is not above 0. */
	readonly maxMin: number | null;
	/** Population standard deviation ÷ mean; null where the mean is not above 0. */
	readonly variation: number | null;
	/** Gini coefficient: 0 all equal, towards 1 all with one member; null where a value is below 0 or all are 0. */
	readonly gini: number | null;
}

/**
 * The spread of known values; missing ones stay out and are counted. Null with fewer than two.
 * max ÷ min; CV = √(Σ(x − x̄)² ÷ n) ÷ x̄ (Pearson 1896, population form); Gini see `giniOf`.
 */
export function balanceOf(values: readonly (number | null)[]): Balance | null {
	const known = values.filter((value) => value !== null);
	if (known.length < 2) return null;
	const [smallest, largest] = [Math.min(...known), Math.max(...known)];
	const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
	const variance = known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / known.length;
	return {
		count: known.length,
		missing: values.length - known.length,
		maxMin: smallest > 0 ? largest / smallest : null,
		variation: mean > 0 ? Math.sqrt(variance) / mean : null,
		gini: giniOf(known.map((value) => ({ amount: value, weight: 1 })))
	};
}

/** What a member has, and how much of the whole it is: 1 each, or its workers. */
export interface Share {
	readonly amount: number | null;
	readonly weight: number | null;
}

/**
 * Points of the Lorenz curve (Lorenz 1905): members in order of amount per weight, the poorest first; x the share of all
 * weights so far, y the share of all amounts. From (0, 0) to (1, 1). Members without amount or weight, or with a
 * weight of 0, are left out. Null where fewer than two are left, an amount or weight is below 0, or all amounts are 0.
 */
export function lorenzCurve<T extends Share>(
	shares: readonly T[]
): { readonly points: readonly LorenzPoint<T>[]; readonly missing: number } | null {
	const known = shares.flatMap((member) =>
		member.amount !== null && member.weight !== null && member.weight !== 0
			? [{ member, amount: member.amount, weight: member.weight }]
			: []
	);
	if (known.length < 2 || known.some(({ amount, weight }) => amount < 0 || weight < 0)) return null;
	const amounts = known.reduce((sum, { amount }) => sum + amount, 0);
	const weights = known.reduce((sum, { weight }) => sum + weight, 0);
	if (amounts === 0) return null;
	// Cross-multiplied: equal rates stay equal where dividing would round them apart.
	const sorted = known.toSorted((a, b) => a.amount * b.weight - b.amount * a.weight);
	const points: LorenzPoint<T>[] = [{ x: 0, y: 0, member: null }];
	let [weight, amount] = [0, 0];
	for (const each of sorted) {
		weight += each.weight;
		amount += each.amount;
		points.push({ x: weight / weights, y: amount / amounts, member: each.member });
	}
	return { points, missing: shares.length - known.length };
}

/** A corner of the Lorenz curve; `member` is the one whose share leads to it, null at the origin. */
export interface LorenzPoint<T> {
	readonly x: number;
	readonly y: number;
	readonly member: T | null;
}

/**
 * Gini coefficient: 1 − 2 × the area under the Lorenz curve, by trapezoids: G = 1 − Σ (xᵢ − xᵢ₋₁)(yᵢ + yᵢ₋₁) (Gini 1914;
 * Brown’s formula). Without weights it is Σᵢ Σⱼ |xᵢ − xⱼ| ÷ (2 n² x̄), at most 1 − 1/n. Null as for `lorenzCurve`.
 */
export function giniOf(shares: readonly Share[]): number | null {
	const curve = lorenzCurve(shares);
	if (!curve) return null;
	let area = 0;
	for (const [index, { x, y }] of curve.points.entries()) {
		const before = curve.points[index - 1];
		if (before) area += (x - before.x) * (y + before.y);
	}
	return Math.max(0, 1 - area);
}
