import type { BoardCode, Finding, ReasonCode } from './codes.ts';
import type { CombinedShare } from './combined.ts';
import { completenessOf, withExpected, type Completeness, type Expected } from './completeness.ts';
import { derive } from './derive.ts';
import type { Entry } from './entry.ts';
import type { Exact } from './exact.ts';
import { fingerprint } from './fingerprint.ts';
import { rankRulesOf, type DerivedGroup } from './group-rows.ts';
import { baselineOf, type Baseline, type BoardMovement } from './baseline.ts';
import { movements, type Movement } from './movement.ts';
import { publishedRanks, type PublishedRank } from './published.ts';
import { eachPlace } from './rank.ts';
import type { BoardRules } from './rules.ts';
import { cutTiers, type Cut } from './tiers.ts';
import { nobodyReaches } from './below-minimum.ts';

/** A row of a board, in the order it is shown in. */
export interface BoardRow {
	/** With the values worked out: `points`, `team`, `index`, `improvement` and counts of awards are among them. */
	readonly entry: Entry;
	/** 1, 2, 2, 4; null with a reason. */
	readonly rank: number | null;
	/** 并列: equal with another ranked row on the whole chain. */
	readonly tied: boolean;
	readonly reason: Finding<ReasonCode> | null;
	/** The first criterion's value; null where there is none. */
	readonly value: Exact | null;
	/** Field of the chain that separates the row from the ranked one above it; null for the first and in ties. */
	readonly decidedBy: string | null;
	/** Places gained (negative: lost), new, 0 for unchanged, null for nothing to say. */
	readonly movement: Movement;
	/** Id of the award tier. */
	readonly tier: string | null;
	/** Id of the tier that a tie across its cut leaves open for this row. */
	readonly tierPending: string | null;
	/** The file's own rank; null where it states none. */
	readonly published: PublishedRank | null;
	/** What a combined index is made of; null on other boards. */
	readonly parts: readonly CombinedShare[] | null;
}

/** One group of a board, ranked for itself. */
export interface BoardGroup {
	/** '' where the board has no groups. */
	readonly key: string;
	readonly rows: readonly BoardRow[];
	/** Rows with a rank. */
	readonly ranked: number;
	readonly completeness: Completeness;
	/** 暂定: not everybody has reported, or a figure is not whole yet. */
	readonly provisional: boolean;
	readonly cuts: readonly Cut[];
	/** What movement is measured against, or why there is none. */
	readonly movement: BoardMovement;
}

/** A board: the same on every screen for the same release, rules and filters. */
export interface Board {
	readonly rules: BoardRules;
	/** SHA-256 over release, rules and filters, hex. */
	readonly fingerprint: string;
	readonly context: BoardContext;
	/** By key of the group. */
	readonly groups: readonly BoardGroup[];
	readonly problems: readonly Finding<BoardCode>[];
}

/** What surrounds the entries of a board. */
export interface BoardContext {
	/** Id or hash of what the entries come from. */
	readonly release?: string;
	/** The filters in words of the URL; period included. */
	readonly filters?: Readonly<Record<string, string>>;
	/** What the eligible set is chosen by, without the period; movement needs it to be the baseline's. */
	readonly eligibleSet?: string;
	/** Who owes a report; those without an entry are listed as not reported. */
	readonly expected?: readonly Expected[];
	readonly baseline?: Baseline;
}

/**
 * Ranks entries by a board's rules. Pure and exact; the order of the entries changes nothing. Entries that repeat a key
 * within their group have no rank, because nobody can tell which of them holds.
 */
export function makeBoard(rules: BoardRules, entries: readonly Entry[], context: BoardContext = {}): Board {
	const problems: Finding<BoardCode>[] = [];
	const derived = derive(rules, withExpected(entries, context.expected ?? []), problems);
	const ranked = derived.map((group) => ({ ...group, rows: rankedRows(rules, group) }));
	if (ranked.some(({ rows }) => rows.some(({ entry }) => entry.publishedRank != null))) {
		const published = publishedRanks(rules, ranked);
		for (const { rows } of ranked) for (const row of rows) row.published = published.get(row) ?? null;
	}
	const groups = ranked.map((group) => groupOf(rules, group, context, problems));
	return {
		rules,
		fingerprint: fingerprint({ release: context.release ?? '', filters: context.filters ?? {}, rules }),
		context,
		groups,
		problems
	};
}

/** A row while its board is made: what is found later is filled in, because long boards cannot afford a row more for it. */
type RowInMaking = { -readonly [Name in keyof BoardRow]: BoardRow[Name] };

function rankedRows(rules: BoardRules, { derived }: DerivedGroup): RowInMaking[] {
	const rows: RowInMaking[] = [];
	eachPlace(derived, rankRulesOf(rules), ({ entry, reason, parts }, rank, tied, _standing, decidedBy, value) => {
		rows.push({
			entry,
			rank,
			tied,
			reason,
			value,
			decidedBy,
			movement: null,
			tier: null,
			tierPending: null,
			published: null,
			parts
		});
	});
	return rows;
}

function groupOf(
	rules: BoardRules,
	{ key, derived, rows }: DerivedGroup & { readonly rows: readonly RowInMaking[] },
	context: BoardContext,
	problems: Finding<BoardCode>[]
): BoardGroup {
	const { cuts, tierOf, pendingOf } = cutTiers(rules, key, rows, problems);
	let open = tierOf.size + pendingOf.size;
	for (const row of rows) {
		if (open === 0) break;
		if (row.rank === null) continue;
		row.tier = tierOf.get(row.entry.key) ?? null;
		row.tierPending = pendingOf.get(row.entry.key) ?? null;
		if (row.tier !== null || row.tierPending !== null) open--;
	}
	const nobody = nobodyReaches(rows);
	if (nobody) problems.push(nobody);
	const completeness = completenessOf(derived);
	const movement = baselineOf(rules, key, context);
	const moved = movement.ranks && movedFrom(movement.ranks, rows);
	if (moved) for (const row of rows) row.movement = moved.get(row.entry.key) ?? null;
	return {
		key,
		rows,
		ranked: derived.filter(({ reason }) => reason === null).length,
		completeness,
		provisional:
			completeness.missing.length > 0 ||
			derived.some(({ entry, reason }) => reason === null && entry.provisional === true),
		cuts,
		movement: movement.about
	};
}

function movedFrom(
	before: ReadonlyMap<string, number | null>,
	rows: readonly RowInMaking[]
): ReadonlyMap<string, Movement> | null {
	const ranks = new Map(rows.map(({ entry, rank }) => [entry.key, rank]));
	// That rules and set are the same has been looked at already.
	return movements({ fingerprint: '', ranks }, { fingerprint: '', ranks: before });
}
