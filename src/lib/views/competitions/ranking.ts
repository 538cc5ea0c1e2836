import { ascending, competitionRanks, descending } from '../ranks.ts';
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

const outside = new Set(['absent', 'cancelled']);

/** Total first, then the shorter time, then practical, then theory. */
function byResult(a: ResultRow, b: ResultRow): number {
	return (
		descending(a.total, b.total) ||
		ascending(a.time, b.time) ||
		descending(a.practical, b.practical) ||
		descending(a.theory, b.theory)
	);
}

/** Whether an entry competes for a rank. */
function isEligible(row: ResultRow): boolean {
	return row.total !== null && (row.status === null || row.status === 'official');
}

/** Guests stand in place without a rank; the absent and the disqualified come last. */
function rankEvent(event: string, rows: readonly ResultRow[]): RankedEvent {
	const ranks = competitionRanks(rows.filter(isEligible), byResult);
	const place = (row: ResultRow) => (outside.has(row.status ?? '') ? 2 : row.total === null ? 1 : 0);
	const order = rows.toSorted(
		(a, b) => place(a) - place(b) || byResult(a, b) || (a.entrantId < b.entrantId ? -1 : 1)
	);
	const ranked = order.map((row): RankedResult => {
		const found = ranks.get(row);
		const rank = found?.rank ?? null;
		const differs = row.rankPublished !== null && row.rankPublished !== rank;
		return { ...row, rank, tied: found?.tied ?? false, differs };
	});
	return { event, rows: ranked, eligible: ranks.size, different: ranked.filter((row) => row.differs).length };
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
