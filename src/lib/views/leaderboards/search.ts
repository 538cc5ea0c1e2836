import type { BoardRow } from '#lib/leaderboard/board.ts';

/** Rows in whose name, key or team every word of a search occurs; all for an empty one. Ranks stay those of the board. */
export function searchRows(rows: readonly BoardRow[], search: string): readonly BoardRow[] {
	const words = search.toLowerCase().split(/\s+/).filter(Boolean);
	if (words.length === 0) return rows;
	return rows.filter(({ entry }) => {
		const text = `${entry.name} ${entry.key} ${entry.team ?? ''}`.toLowerCase();
		return words.every((word) => text.includes(word));
	});
}
