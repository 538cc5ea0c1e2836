import type { BoardRow } from '#lib/leaderboard/board.ts';
import { nextOf, ownedBy, stageOf } from '#lib/leaderboard/reveal.ts';
import type { RevealState } from '#lib/leaderboard/reveal-state.ts';
import type { Ceremony } from './ceremony.ts';

/** The rows of the next items as they will stand in the end, for the presenter; a row with several items comes as often. */
export function upcoming({ plan }: Ceremony, { log }: RevealState, count: number): BoardRow[] {
	const rows: BoardRow[] = [];
	let out = log;
	while (rows.length < count) {
		const key = nextOf(plan, out, stageOf(plan, out));
		if (key === null) break;
		const row = plan.final.rows.find((each) => ownedBy(plan, each).includes(key));
		if (!row) break;
		rows.push(row);
		out = [...out, key];
	}
	return rows;
}
