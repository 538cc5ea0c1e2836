import type { Entry } from './entry.ts';
import { known, toFraction } from './exact.ts';
import type { BoardRules } from './rules.ts';

/** As much of a row as is looked at here. */
interface Placed {
	readonly entry: Pick<Entry, 'values'>;
	readonly rank: number | null;
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
