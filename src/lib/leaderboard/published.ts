import type { Finding, PublishedCode } from './codes.ts';
import { toFraction } from './exact.ts';
import { rounded, toExact } from './fraction.ts';
import { rankRulesOf, type Derived, type Placed } from './group-rows.ts';
import { rank } from './rank.ts';
import type { BoardRules } from './rules.ts';

/** The rank that the file states, beside the computed one. */
export interface PublishedRank {
	readonly rank: number;
	readonly differs: boolean;
	/** The rule that makes the difference; null where there is none. */
	readonly because: Finding<PublishedCode> | null;
}

type Group = { readonly key: string; readonly rows: readonly Placed[] };
/** Another way to rank, and the ranks it gives. A row may have several: where a tie was broken by no rule. */
type Other = { readonly because: Finding<PublishedCode>; readonly gives: ReadonlyMap<Derived, readonly number[]> };

/**
 * Published ranks against computed ones. For differences, other ways to rank are tried: the one that explains most rows
 * of the group is named first.
 */
export function publishedRanks(rules: BoardRules, groups: readonly Group[]): Map<Derived, PublishedRank> {
	const found = new Map<Derived, PublishedRank>();
	let across: Other | null = null;
	for (const { rows } of groups) {
		const stated = rows.filter(({ entry }) => entry.publishedRank != null);
		let others: Other[] | null = null;
		for (const row of stated) {
			const published = row.entry.publishedRank as number;
			if (published === row.rank) {
				found.set(row, { rank: published, differs: false, because: null });
			} else if (row.reason) {
				const because = { code: 'PUBLISHED_UNRANKED', details: { reason: row.reason.code } } as const;
				found.set(row, { rank: published, differs: true, because });
			} else {
				if (groups.length > 1) across ??= acrossGroups(rules, groups);
				others ??= bySuccess([...otherWays(rules, rows), ...(across ? [across] : [])], stated);
				const because = others.find(({ gives }) => gives.get(row)?.includes(published))?.because;
				const unexplained = { code: 'PUBLISHED_UNEXPLAINED', details: {} } as const;
				found.set(row, { rank: published, differs: true, because: because ?? unexplained });
			}
		}
	}
	return found;
}

function bySuccess(others: readonly Other[], stated: readonly Placed[]): Other[] {
	const success = ({ gives }: Other) =>
		stated.filter((row) => gives.get(row)?.includes(row.entry.publishedRank as number)).length;
	return others.toSorted((a, b) => success(b) - success(a));
}

function otherWays(rules: BoardRules, rows: readonly Placed[]): Other[] {
	const plain = rankRulesOf(rules);
	const ranksWith = (changed: Partial<typeof plain>, some: readonly Derived[] = rows) =>
		new Map(rank(some, { ...plain, ...changed }).map((each) => [each.row, each.rank === null ? [] : [each.rank]]));
	const because = (code: PublishedCode, details: Record<string, string> = {}) => ({ code, details });
	const cuts = rules.chain.slice(1).map((_, index) => ({
		because: because('PUBLISHED_CHAIN_CUT', { field: rules.chain[index]?.field ?? '' }),
		gives: ranksWith({ chain: plain.chain.slice(0, index + 1) })
	}));
	const reversed = plain.chain.map((each) => ({
		...each,
		direction: each.direction === 'ascending' ? ('descending' as const) : ('ascending' as const)
	}));
	const rounding = [0, 1, 2].map((digits) => ({
		because: because('PUBLISHED_ROUNDED', { digits: String(digits) }),
		gives: ranksWith({
			chain: plain.chain.map((each, index) => {
				const value = (row: Derived) => {
					const exact = each.value(row);
					return exact === null ? null : toExact(rounded(toFraction(exact), digits));
				};
				return index === 0 ? { ...each, value } : each;
			})
		})
	}));
	const counted = (row: Derived) => (row.reason === null || row.reason.code === 'GUEST' ? 'eligible' : 'unranked');
	return [
		{ because: because('PUBLISHED_GUESTS_COUNTED'), gives: ranksWith({ standing: counted }) },
		...cuts,
		...tieWays(rows),
		...rounding,
		{ because: because('PUBLISHED_REVERSED'), gives: ranksWith({ chain: reversed }) }
	];
}

/** 1, 2, 2, 3; 1, 3, 3, 4; ties broken by no rule of the board, which any order would fit and so comes last. */
function tieWays(rows: readonly Placed[]): Other[] {
	const ties = [
		...Map.groupBy(
			rows.filter((each) => each.rank !== null),
			(each) => each.rank as number
		)
	];
	const gives = (ranksOf: (rank: number, size: number, index: number) => number[]) =>
		new Map(
			ties.flatMap(([rank, some], index) => some.map((row) => [row, ranksOf(rank, some.length, index)] as const))
		);
	return [
		{ because: { code: 'PUBLISHED_DENSE', details: {} }, gives: gives((_rank, _size, index) => [index + 1]) },
		{ because: { code: 'PUBLISHED_LOW_SHARED', details: {} }, gives: gives((rank, size) => [rank + size - 1]) },
		{
			because: { code: 'PUBLISHED_SEQUENTIAL', details: {} },
			gives: gives((rank, size) => Array.from({ length: size }, (_, at) => rank + at))
		}
	];
}

function acrossGroups(rules: BoardRules, groups: readonly Group[]): Other {
	const all: readonly Derived[] = groups.flatMap(({ rows }) => rows);
	const ranks = rank(all, rankRulesOf(rules)).map((each) => [each.row, each.rank === null ? [] : [each.rank]] as const);
	return { because: { code: 'PUBLISHED_ACROSS_GROUPS', details: {} }, gives: new Map(ranks) };
}

/** How many published ranks of a board differ, out of how many. */
export function publishedCounts(rows: readonly { readonly published: PublishedRank | null }[]): {
	readonly stated: number;
	readonly different: number;
} {
	const stated = rows.filter(({ published }) => published !== null);
	return { stated: stated.length, different: stated.filter(({ published }) => published?.differs).length };
}
