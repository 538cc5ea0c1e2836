import type { BoardCode, Finding } from './codes.ts';
import { toFraction } from './exact.ts';
import { ceiling, decimalText, floor, multiply } from './fraction.ts';
import type { Placed } from './group-rows.ts';
import type { Tier } from './rules.ts';

/** Equal rows of which a cut takes some and not others. */
export interface CutTie {
	readonly keys: readonly string[];
	readonly rank: number;
	/** Places of the tier that are left for them. */
	readonly open: number;
	readonly outcome: 'all-up' | 'all-down' | 'decided' | 'pending';
}

/** Where a tier ends. */
export interface Cut {
	readonly tier: string;
	/** Places of the tier itself. */
	readonly places: number;
	/** Places of this tier and those above it. */
	readonly upTo: number;
	/** Ranked entries that the share was taken of. Guests are not among them. */
	readonly eligible: number;
	/** Rows that hold the tier: more or fewer than its places where a tie was moved as a whole. */
	readonly holders: number;
	/** A tie across the cut; null where the cut is clean. */
	readonly tie: CutTie | null;
}

/** Tiers of a group by key of the row. */
export interface CutTiers {
	readonly cuts: readonly Cut[];
	readonly tierOf: ReadonlyMap<string, string>;
	/** The tier that an undecided tie leaves open. */
	readonly pendingOf: ReadonlyMap<string, string>;
}

/**
 * Cuts a ranking into tiers. Places are counted from the top: after two golds for one place, silver has none left and
 * bronze goes to the third, so a tie never makes more prizes than were declared, except those of the tie itself.
 */
export function cutTiers(
	tiers: readonly Tier[],
	group: string,
	rows: readonly Placed[],
	problems: Finding<BoardCode>[]
): CutTiers {
	if (tiers.length === 0) return { cuts: [], tierOf: new Map(), pendingOf: new Map() };
	const standing = rows.filter(({ rank }) => rank !== null);
	const ranked = standing.length;
	const tierOf = new Map<string, string>();
	const pendingOf = new Map<string, string>();
	const cuts: Cut[] = [];
	let upTo = 0;
	for (const tier of tiers) {
		const places = placesOf(tier, ranked);
		upTo += places;
		let tie: CutTie | null = null;
		// Only rows down to the cut are looked at: a tier is a few of many.
		for (let start = 0; start < Math.min(upTo, ranked);) {
			const all = blockAt(standing, start);
			const keys = all.filter((key) => !tierOf.has(key) && !pendingOf.has(key));
			// Those of equal rank who have a tier already stand before the rest of them.
			const before = start + all.length - keys.length;
			if (before + keys.length <= upTo) for (const key of keys) tierOf.set(key, tier.id);
			else if (before < upTo) tie = settle(tier, group, { keys, rank: start + 1, open: upTo - before }, problems);
			start += all.length;
		}
		if (tie?.outcome === 'all-up') for (const key of tie.keys) tierOf.set(key, tier.id);
		if (tie?.outcome === 'decided') for (const key of decisionOf(tier, group, tie.keys) ?? []) tierOf.set(key, tier.id);
		if (tie?.outcome === 'pending') for (const key of tie.keys) pendingOf.set(key, tier.id);
		let holders = 0;
		for (const id of tierOf.values()) if (id === tier.id) holders++;
		cuts.push({ tier: tier.id, places, upTo, eligible: ranked, holders, tie });
	}
	return { cuts, tierOf, pendingOf };
}

/** The keys of the rows that share the rank of the one at a position. */
function blockAt(rows: readonly Placed[], start: number): string[] {
	const keys: string[] = [];
	for (let at = start; rows[at]?.rank === rows[start]?.rank && at < rows.length; at++)
		keys.push((rows[at] as Placed).entry.key);
	return keys;
}

function settle(tier: Tier, group: string, tie: Omit<CutTie, 'outcome'>, problems: Finding<BoardCode>[]): CutTie {
	if (tier.cut !== 'by-hand') return { ...tie, outcome: tier.cut };
	const details = {
		tier: tier.id,
		group,
		rank: String(tie.rank),
		tied: String(tie.keys.length),
		open: String(tie.open)
	};
	if (decisionOf(tier, group, tie.keys)) return { ...tie, outcome: 'decided' };
	const stale = tier.decided?.some((decision) => decision.group === group) === true;
	problems.push({ code: stale ? 'TIER_DECISION_STALE' : 'TIER_TIE_OPEN', details });
	return { ...tie, outcome: 'pending' };
}

/** Who was chosen of a tie; null where nobody decided, or decided on another tie than there is. */
function decisionOf(tier: Tier, group: string, tied: readonly string[]): readonly string[] | null {
	const decision = tier.decided?.find((each) => each.group === group);
	return decision?.keys.every((key) => tied.includes(key)) ? decision.keys : null;
}

/** The places of a tier among so many ranked entries. */
export function placesOf(tier: Tier, eligible: number): number {
	if (tier.count !== undefined) return tier.count;
	const share = multiply(toFraction(tier.percent ?? '0'), { top: BigInt(eligible), bottom: 100n });
	if (tier.rounding === 'nearest') return Number(decimalText(share, 0));
	return Number(tier.rounding === 'up' ? ceiling(share) : floor(share));
}
