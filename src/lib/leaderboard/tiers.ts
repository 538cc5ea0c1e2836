import type { BoardCode, Finding } from './codes.ts';
import { compareFractions, known, toFraction, type Exact } from './exact.ts';
import { ceiling, decimalText, floor, multiply, size, subtract } from './fraction.ts';
import type { Placed } from './group-rows.ts';
import type { BoardRules, Tier } from './rules.ts';

/** Equal rows of which a cut takes some and not others. */
export interface CutTie {
	readonly keys: readonly string[];
	readonly rank: number;
	/** Places of the tier that are left for them. */
	readonly open: number;
	readonly outcome: 'all-up' | 'all-down' | 'decided' | 'pending';
}

/** Rows that share a tier because they are within its margin. */
export interface CutMargin {
	/** Decimal text, as declared. */
	readonly margin: string;
	/** Key of the row that the margin is counted from. */
	readonly best: string;
	/** Rows that the places alone would not have held, in order. */
	readonly keys: readonly string[];
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
	/** Of tiers with a margin that somebody holds; null of all others. */
	readonly within: CutMargin | null;
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
 * bronze goes to the third, so a tie never makes more prizes than were declared, except those of the tie itself. A margin
 * is counted from the best of its tier, and decides before the policy for ties does.
 */
export function cutTiers(
	{ tiers, chain }: Pick<BoardRules, 'tiers' | 'chain'>,
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
		let best: Placed | null = null;
		const within: string[] = [];
		// Only rows down to the cut are looked at: a tier is a few of many.
		for (let start = 0; start < ranked;) {
			const first = standing[start] as Placed;
			const all = blockAt(standing, start);
			const keys = all.filter((key) => !tierOf.has(key) && !pendingOf.has(key));
			// Those of equal rank who have a tier already stand before the rest of them.
			const before = start + all.length - keys.length;
			start += all.length;
			if (keys.length === 0) continue;
			if (before < upTo) best ??= first;
			const fits = before + keys.length <= upTo;
			if (!fits && !(best && isWithin(tier, chain[0]?.field ?? '', best, first))) {
				if (before < upTo) tie = settle(tier, group, { keys, rank: first.rank ?? 0, open: upTo - before }, problems);
				break;
			}
			for (const key of keys) tierOf.set(key, tier.id);
			if (!fits) within.push(...keys);
		}
		if (tie?.outcome === 'all-up') for (const key of tie.keys) tierOf.set(key, tier.id);
		if (tie?.outcome === 'decided') for (const key of decisionOf(tier, group, tie.keys) ?? []) tierOf.set(key, tier.id);
		if (tie?.outcome === 'pending') for (const key of tie.keys) pendingOf.set(key, tier.id);
		let holders = 0;
		for (const id of tierOf.values()) if (id === tier.id) holders++;
		const shared =
			tier.margin === undefined || best === null || holders === 0
				? null
				: { margin: tier.margin, best: best.entry.key, keys: within };
		cuts.push({ tier: tier.id, places, upTo, eligible: ranked, holders, tie, within: shared });
	}
	return { cuts, tierOf, pendingOf };
}

/** Whether a row is near enough to the best of a tier to share it. */
function isWithin({ margin }: Tier, field: string, best: Placed, row: Placed): boolean {
	const [top, own] = [valueIn(best, field), valueIn(row, field)];
	if (margin === undefined || top === null || own === null) return false;
	return compareFractions(size(subtract(toFraction(top), toFraction(own))), toFraction(margin)) <= 0;
}

function valueIn({ entry }: Placed, field: string): Exact | null {
	return known(entry.values[field]);
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
