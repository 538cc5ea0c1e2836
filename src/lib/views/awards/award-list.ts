import type { Board, BoardRow } from '#lib/leaderboard/board.ts';
import type { Tier } from '#lib/leaderboard/rules.ts';

/** Those who hold one tier, in competition order. `tier` null: the board has no tiers, and everybody with a rank is listed. */
export interface AwardTier {
	readonly tier: Tier | null;
	readonly rows: readonly BoardRow[];
}

/** The awards of one group, the highest tier first. */
export interface AwardGroup {
	/** '' where the board has no groups. */
	readonly key: string;
	readonly tiers: readonly AwardTier[];
	/** Ties across a cut that nobody has decided yet: of these rows nobody holds the tier. */
	readonly open: readonly { readonly tier: Tier; readonly places: number; readonly rows: readonly BoardRow[] }[];
}

/** The award list of a board. Guests and rows without a rank hold nothing; groups in which nobody won are left out. */
export function awardGroups({ rules, groups }: Board): AwardGroup[] {
	return groups
		.map(({ key, rows, cuts }): AwardGroup => {
			if (rules.tiers.length === 0)
				return { key, tiers: [{ tier: null, rows: rows.filter(({ rank }) => rank !== null) }], open: [] };
			const tiers = rules.tiers.map((tier) => ({ tier, rows: rows.filter((row) => row.tier === tier.id) }));
			const open = rules.tiers.flatMap((tier) => {
				const pending = rows.filter(({ tierPending }) => tierPending === tier.id);
				const places = cuts.find((cut) => cut.tier === tier.id)?.tie?.open ?? 0;
				return pending.length > 0 ? [{ tier, places, rows: pending }] : [];
			});
			return { key, tiers: tiers.filter((one) => one.rows.length > 0), open };
		})
		.filter(({ tiers, open }) => tiers.some(({ rows }) => rows.length > 0) || open.length > 0);
}

/** Winners in all. */
export function winnersOf(groups: readonly AwardGroup[]): number {
	return groups.reduce((sum, { tiers }) => sum + tiers.reduce((some, { rows }) => some + rows.length, 0), 0);
}
