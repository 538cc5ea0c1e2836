import type { Board, BoardRow } from '#lib/leaderboard/board.ts';
import type { Entry } from '#lib/leaderboard/entry.ts';
import { readRules } from '#lib/leaderboard/read-rules.ts';
import type { BoardRules } from '#lib/leaderboard/rules.ts';

/** Rules as a file would have them, with what every board needs filled in; a test fails on any problem. */
export function rulesOf(json: Readonly<Record<string, unknown>>): BoardRules {
	const { rules, problems } = readRules({ id: 'test', title: '测试', kind: 'measure', entity: 'region', ...json });
	if (!rules) throw new Error(JSON.stringify(problems));
	return rules;
}

/** An eligible entry with one value. */
export function entry(key: string, value: Entry['values'][string], more: Partial<Entry> = {}): Entry {
	return { key, name: key, standing: 'eligible', values: { value }, ...more };
}

/** `a 1`, `b 2=` for a tie, `c - GUEST` for a row without a rank; all groups in order. */
export function places(board: Board): string[] {
	return board.groups.flatMap(({ rows }) => rows.map(place));
}

function place({ entry, rank, tied, reason }: BoardRow): string {
	return rank === null ? `${entry.key} - ${reason?.code}` : `${entry.key} ${rank}${tied ? '=' : ''}`;
}
