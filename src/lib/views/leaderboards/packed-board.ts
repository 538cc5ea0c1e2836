import type { Board, BoardContext, BoardGroup, BoardRow } from '#lib/leaderboard/board.ts';
import type { Entry } from '#lib/leaderboard/entry.ts';
import type { BoardRules } from '#lib/leaderboard/rules.ts';

/** A row as little as it can be: the position of its entry and what ranking found. */
type PackedRow = readonly [
	entry: number,
	rank: number | null,
	tied: 0 | 1,
	decidedBy: string | null,
	reason: BoardRow['reason'],
	tier: string | null,
	tierPending: string | null,
	published: BoardRow['published']
];

/** A board without its entries, which the page has anyway. */
export interface PackedBoard extends Pick<Board, 'fingerprint' | 'problems'> {
	readonly groups: readonly (Omit<BoardGroup, 'rows'> & { readonly rows: readonly PackedRow[] })[];
}

/** Boards of more entries are ranked beside the page, so that it goes on answering the hand. */
const many = 1_500;

/**
 * Whether a board is ranked beside the page. Only boards that rank entries as they come: those that work something out of
 * them have few rows.
 */
export function isLarge({ kind, team, points }: BoardRules, entries: number): boolean {
	return entries > many && !team && !points && (kind === 'measure' || kind === 'rate' || kind === 'results');
}

/** A board as it crosses from the worker. */
export function packBoard({ fingerprint, problems, groups }: Board, entries: readonly Entry[]): PackedBoard {
	const positions = new Map(entries.map((entry, at) => [entry, at]));
	return {
		fingerprint,
		problems,
		groups: groups.map((group) => ({
			...group,
			rows: group.rows.map((row): PackedRow => {
				const { entry, rank, tied, decidedBy, reason, tier, tierPending, published } = row;
				return [positions.get(entry) ?? -1, rank, tied ? 1 : 0, decidedBy, reason, tier, tierPending, published];
			})
		}))
	};
}

/** The board again, from the entries that it was made of. */
export function unpackBoard(
	{ fingerprint, problems, groups }: PackedBoard,
	rules: BoardRules,
	entries: readonly Entry[],
	context: BoardContext
): Board {
	const field = rules.chain[0]?.field ?? '';
	return {
		rules,
		context,
		fingerprint,
		problems,
		groups: groups.map((group) => ({
			...group,
			rows: group.rows.flatMap(([at, rank, tied, decidedBy, reason, tier, tierPending, published]): BoardRow[] => {
				const entry = entries[at];
				if (!entry) return [];
				const found = { rank, tied: tied === 1, decidedBy, reason, tier, tierPending, published };
				return [{ ...found, entry, value: entry.values[field] ?? null, movement: null, parts: null }];
			})
		}))
	};
}
