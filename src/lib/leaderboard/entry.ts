import type { Exact } from './exact.ts';

/** Who takes part: `eligible` rows have ranks and use up places and quotas; guests are shown in place without; others stand last. */
export type Standing = 'eligible' | 'guest' | 'absent' | 'cancelled' | 'not-reported';

/** What may change about an entry while a contest runs. */
export interface EntryState {
	/** Values by field; null where one is missing. A rate is a ratio, or a number that is the rate already. */
	readonly values: Readonly<Record<string, Exact | null>>;
	/** What a rate is a share of, where its value is no ratio and does not say; null: not reported. */
	readonly denominator?: Exact | null;
	/** Code of the award won, for medals and points counted here; null: none. */
	readonly award?: string | null;
	readonly standing: Standing;
	/** ISO time at which this came. */
	readonly at?: string;
}

/** One competitor or one reported figure, before it is ranked. */
export interface Entry extends EntryState {
	/** Unique within the group. */
	readonly key: string;
	readonly name: string;
	/** Each group is ranked apart. */
	readonly group?: string;
	/** Who the entry counts for, on boards of teams, medals and points; the entry itself where left out. */
	readonly team?: string | null;
	/** Where a team's members meet, for the places that they take. */
	readonly event?: string;
	/** Known, but not all that it is made of has been reported. */
	readonly provisional?: boolean;
	/** All that is known of it came after the freeze: shown without a value. */
	readonly frozen?: boolean;
	/** The file's own rank: kept, compared, never trusted. */
	readonly publishedRank?: number | null;
	/** Earlier states, oldest first; what a frozen board goes back to. */
	readonly earlier?: readonly EntryState[];
}

/** The order of two keys by code point, as databases compare text; it orders rows within a tie and decides nothing. */
export function compareKeys(left: string, right: string): number {
	const length = Math.min(left.length, right.length);
	for (let at = 0; at < length; at++) {
		const [a, b] = [left.charCodeAt(at), right.charCodeAt(at)];
		if (a === b) continue;
		const [highA, highB] = [a >= 0xd800 && a <= 0xdfff, b >= 0xd800 && b <= 0xdfff];
		// Characters beyond U+FFFF are written with surrogates, which sort below U+E000 though the characters stand above.
		return highA === highB ? a - b : highA ? 1 : -1;
	}
	return left.length - right.length;
}
