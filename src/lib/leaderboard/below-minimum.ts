import type { Finding } from './codes.ts';

/** As much of a row as is looked at here. */
interface Reasoned {
	readonly rank: number | null;
	readonly reason: Finding | null;
}

/** What is said of a board by what is said of each of its rows. */
const belowAll = { ALL_SMALL_BASE: 'SMALL_BASE', ALL_BELOW_MINIMUM: 'BELOW_MINIMUM' } as const;
type BelowAll = keyof typeof belowAll;

/** Why nobody has a rank, where that is the minimum that the rules ask of a base or a denominator; else null. */
export function nobodyReaches(rows: readonly Reasoned[]): Finding<BelowAll> | null {
	if (rows.some(({ rank }) => rank !== null)) return null;
	for (const code of Object.keys(belowAll) as BelowAll[]) {
		const small = rowsBelow(rows, code);
		const minimum = small[0]?.reason?.details['minimum'];
		if (minimum !== undefined) return { code, details: { count: String(small.length), minimum } };
	}
	return null;
}

/** The rows that the minimum keeps from a rank. */
export function rowsBelow<R extends Reasoned>(rows: readonly R[], code: BelowAll): R[] {
	return rows.filter(({ reason }) => reason?.code === belowAll[code]);
}
