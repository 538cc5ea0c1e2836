import { giniOf, lorenzCurve, type LorenzPoint, type Share } from '#lib/indicators/balance.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import type { MemberRow } from './member-rows.ts';

/** A member of a Lorenz curve. */
export interface LorenzMember extends Share {
	readonly key: string;
	readonly name: string;
}

/** A Lorenz curve with its Gini coefficient, and how many members it had to leave out. */
export interface Lorenz {
	readonly points: readonly LorenzPoint<LorenzMember>[];
	readonly gini: number;
	/** Members on the curve, and those left out because their figure is missing. */
	readonly count: number;
	readonly missing: number;
	/** Whether members count by their denominator (workers, units) rather than one each. */
	readonly weighted: boolean;
}

/**
 * The Lorenz curve of a picture’s members. A ratio is spread by its two sides, each member counting as much as its
 * denominator: how the studios are spread over the workers. Amounts and reported percentages count each member once.
 */
export function lorenzOf(rows: readonly MemberRow[], indicator: Indicator): Lorenz | null {
	const weighted = indicator.denominator !== undefined;
	const members = rows
		.filter(({ expected, value }) => expected || value !== null)
		.map(({ key, name, value, figure }) => ({
			key,
			name,
			amount: weighted ? (figure?.numerator ?? null) : value,
			weight: weighted ? (figure?.denominator ?? null) : 1
		}));
	const curve = lorenzCurve(members);
	const gini = giniOf(members);
	if (!curve || gini === null) return null;
	return { points: curve.points, gini, count: curve.points.length - 1, missing: curve.missing, weighted };
}
