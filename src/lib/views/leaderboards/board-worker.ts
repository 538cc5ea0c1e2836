import { makeBoard, type BoardContext } from '#lib/leaderboard/board.ts';
import type { Entry } from '#lib/leaderboard/entry.ts';
import type { BoardRules } from '#lib/leaderboard/rules.ts';
import { packBoard } from './packed-board.ts';

/** What the worker is asked: one text, which crosses faster than as many objects as there are entries. */
export interface RankRequest {
	readonly rules: BoardRules;
	readonly entries: readonly Entry[];
	readonly context: BoardContext;
}

self.onmessage = ({ data }: MessageEvent<string>) => {
	const { rules, entries, context } = JSON.parse(data) as RankRequest;
	self.postMessage(JSON.stringify(packBoard(makeBoard(rules, entries, context), entries)));
};
