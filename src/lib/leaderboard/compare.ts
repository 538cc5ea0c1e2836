import type { Board, BoardRow } from './board.ts';

/** A row whose place is another one. Null: no rank. */
export interface PlaceChange {
	readonly group: string;
	readonly key: string;
	readonly name: string;
	readonly from: number | null;
	readonly to: number | null;
}

/** A row whose award tier is another one. Null: none. */
export interface TierChange {
	readonly group: string;
	readonly key: string;
	readonly name: string;
	readonly from: string | null;
	readonly to: string | null;
}

/** What another version of the rules, or another release, does to a board. */
export interface BoardChanges {
	/** Rows on both boards that change their place, in the order of the later board. */
	readonly places: readonly PlaceChange[];
	readonly tiers: readonly TierChange[];
	/** Keys on one board only, with the group. */
	readonly appeared: readonly { readonly group: string; readonly key: string }[];
	readonly gone: readonly { readonly group: string; readonly key: string }[];
}

/** The consequences of going from one board to another: "3 places change" and which. */
export function compareBoards(before: Board, after: Board): BoardChanges {
	const [old, now] = [rowsOf(before), rowsOf(after)];
	const both = [...now].flatMap(([id, { group, row }]) => {
		const was = old.get(id)?.row;
		return was ? [{ group, was, row, key: row.entry.key, name: row.entry.name }] : [];
	});
	return {
		places: both
			.filter(({ was, row }) => was.rank !== row.rank)
			.map(({ group, key, name, was, row }) => ({ group, key, name, from: was.rank, to: row.rank })),
		tiers: both
			.filter(({ was, row }) => was.tier !== row.tier)
			.map(({ group, key, name, was, row }) => ({ group, key, name, from: was.tier, to: row.tier })),
		appeared: [...now].filter(([id]) => !old.has(id)).map(([, { group, row }]) => ({ group, key: row.entry.key })),
		gone: [...old].filter(([id]) => !now.has(id)).map(([, { group, row }]) => ({ group, key: row.entry.key }))
	};
}

function rowsOf(board: Board): Map<string, { group: string; row: BoardRow }> {
	return new Map(
		board.groups.flatMap(({ key: group, rows }) =>
			rows.map((row) => [JSON.stringify([group, row.entry.key]), { group, row }] as const)
		)
	);
}
