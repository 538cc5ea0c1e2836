import type { Finding } from './codes.ts';
import type { Entry } from './entry.ts';
import { known, toFraction } from './exact.ts';
import type { BoardRules } from './rules.ts';

/** As much of a row as is looked at here. */
interface Placed {
	readonly entry: Pick<Entry, 'values'>;
	readonly rank: number | null;
	readonly reason: Finding | null;
}

/** Whether a ranked row of a progress board has made no progress: it stands where it stood, or lost. */
export function isUnrisen({ progress }: Pick<BoardRules, 'progress'>, { entry, rank }: Placed): boolean {
	const gained = progress && rank !== null ? known(entry.values['improvement']) : null;
	return gained !== null && toFraction(gained).top <= 0n;
}

/** Whether a progress board has ranks, but nobody on it made progress: its first place is of the one who lost least. */
export function hasNobodyRisen(rules: Pick<BoardRules, 'progress'>, rows: readonly Placed[]): boolean {
	const ranked = rows.filter(({ rank }) => rank !== null);
	return ranked.length > 0 && ranked.every((row) => isUnrisen(rules, row));
}

/** What is said of a board by what is said of each of its rows. */
const belowAll = { ALL_SMALL_BASE: 'SMALL_BASE', ALL_BELOW_MINIMUM: 'BELOW_MINIMUM' } as const;
type BelowAll = keyof typeof belowAll;

/** Why nobody has a rank, where that is the minimum that the rules ask of a base or a denominator; else null. */
export function nobodyReaches(rows: readonly Placed[]): Finding<BelowAll> | null {
	if (rows.some(({ rank }) => rank !== null)) return null;
	for (const code of Object.keys(belowAll) as BelowAll[]) {
		const small = rowsBelow(rows, code);
		const minimum = small[0]?.reason?.details['minimum'];
		if (minimum !== undefined) return { code, details: { count: String(small.length), minimum } };
	}
	return null;
}

/** The rows that the minimum keeps from a rank. */
export function rowsBelow<R extends Placed>(rows: readonly R[], code: BelowAll): R[] {
	return rows.filter(({ reason }) => reason?.code === belowAll[code]);
}
