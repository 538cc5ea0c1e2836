import type { BoardRow } from '#lib/leaderboard/board.ts';
import { nextOf, ownedBy, stageOf } from '#lib/leaderboard/reveal.ts';
import type { RevealState } from '#lib/leaderboard/reveal-state.ts';
import { itemsOfRow, type Ceremony } from './ceremony.ts';

/** The rows of the next steps as they will stand in the end, for the presenter; on a board that moves one may come again. */
export function upcoming({ plan }: Ceremony, { log }: RevealState, count: number): BoardRow[] {
	const rows: BoardRow[] = [];
	let out = log;
	while (rows.length < count) {
		const key = nextOf(plan, out, stageOf(plan, out));
		const row = key === null ? undefined : plan.final.rows.find((each) => ownedBy(plan, each).includes(key));
		if (!row || key === null) break;
		rows.push(row);
		const gone = new Set(out);
		out = [...out, ...(plan.order === 'final' ? itemsOfRow(plan, row).filter((item) => !gone.has(item)) : [key])];
	}
	return rows;
}
