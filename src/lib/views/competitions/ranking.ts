import { rank, type RankRules } from '#lib/leaderboard/rank.ts';
import type { ResultRow } from './competition-queries.ts';

/** An entry with its computed rank; null for guests, the absent and the disqualified, and where there is no score. */
export interface RankedResult extends ResultRow {
	readonly rank: number | null;
	readonly tied: boolean;
	/** The file's rank is another one. */
	readonly differs: boolean;
}

/** The results of one event, in order. */
export interface RankedEvent {
	readonly event: string;
	readonly rows: readonly RankedResult[];
	/** Entries that are ranked. */
	readonly eligible: number;
	/** Entries whose published rank differs from the computed one. */
	readonly different: number;
}

/** Total first, then the shorter time, then practical, then theory. Entrant numbers order rows within a tie. */
export const resultRules: RankRules<ResultRow> = {
	chain: [
		{ id: 'total', direction: 'descending', value: (row) => row.total },
		{ id: 'time', direction: 'ascending', value: (row) => row.time },
		{ id: 'practical', direction: 'descending', value: (row) => row.practical },
		{ id: 'theory', direction: 'descending', value: (row) => row.theory }
	],
	standing: ({ status }) =>
		status === 'absent' || status === 'cancelled' ? 'unranked' : status === 'guest' ? 'guest' : 'eligible',
	order: (a, b) => (a.entrantId < b.entrantId ? -1 : 1)
};

/** Guests stand in place without a rank; the absent and the disqualified come last. */
function rankEvent(event: string, rows: readonly ResultRow[]): RankedEvent {
	const ranked = rank(rows, resultRules).map(({ row, rank, tied }): RankedResult => {
		const differs = row.rankPublished !== null && row.rankPublished !== rank;
		return { ...row, rank, tied, differs };
	});
	const eligible = ranked.filter((row) => row.rank !== null).length;
	return { event, rows: ranked, eligible, different: ranked.filter((row) => row.differs).length };
}

/** Results by event, each ranked for itself. */
export function rankEvents(rows: readonly ResultRow[]): RankedEvent[] {
	const events = new Map<string, ResultRow[]>();
	for (const row of rows) {
		const event = events.get(row.event);
		if (event) event.push(row);
		else events.set(row.event, [row]);
	}
	return [...events].map(([event, some]) => rankEvent(event, some));
}
