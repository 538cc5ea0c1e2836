/** How a row moved against a baseline: places gained (negative: lost), newly ranked, or nothing to say. */
export type Movement = number | 'new' | null;

/** A ranking as far as movement needs it. */
export interface RankedKeys {
	/** Identifies rules and eligible set; movement means something between equal ones only. */
	readonly fingerprint: string;
	/** Rank by key of the row; null for rows without one. */
	readonly ranks: ReadonlyMap<string, number | null>;
}

/**
 * Previous rank − current rank by key, or null where the two rankings do not compare: other rules or another eligible
 * set. Who has a rank now and had none is new.
 */
export function movements(current: RankedKeys, baseline: RankedKeys): ReadonlyMap<string, Movement> | null {
	if (current.fingerprint !== baseline.fingerprint) return null;
	return new Map(
		[...current.ranks].map(([key, now]) => {
			if (now === null) return [key, null];
			const before = baseline.ranks.get(key) ?? null;
			return [key, before === null ? 'new' : before - now];
		})
	);
}
