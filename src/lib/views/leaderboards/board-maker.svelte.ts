import type { Board } from '#lib/leaderboard/board.ts';
import type { RankRequest } from './board-worker.ts';
import { unpackBoard, type PackedBoard } from './packed-board.ts';

/** Ranks one large board after the other in a worker; the latest question wins. Ends with the component that made it. */
export class BoardMaker {
	#worker: Worker | null = null;
	#asked: RankRequest | null = null;
	#made = $state.raw<{ readonly of: RankRequest['entries']; readonly board: Board } | null>(null);
	#error = $state.raw<Error | null>(null);

	constructor() {
		$effect(() => () => this.#worker?.terminate());
	}

	/** Why there is no board; null unless the worker failed. */
	get error(): Error | null {
		return this.#error;
	}

	/** The board of these entries; null until it is ranked. */
	of(entries: RankRequest['entries']): Board | null {
		return this.#made?.of === entries ? this.#made.board : null;
	}

	/** Has a board ranked; a ranking under way is given up for it. */
	ask(request: RankRequest): void {
		if (this.#asked?.entries === request.entries && this.#asked.rules === request.rules) return;
		if (this.#asked) this.#worker?.terminate();
		this.#asked = request;
		this.#error = null;
		const worker = new Worker(new URL('./board-worker.ts', import.meta.url), { type: 'module' });
		this.#worker = worker;
		worker.onmessage = ({ data }: MessageEvent<string>) => {
			const { rules, entries, context } = request;
			this.#made = { of: entries, board: unpackBoard(JSON.parse(data) as PackedBoard, rules, entries, context) };
			worker.terminate();
		};
		worker.onerror = ({ message }) => (this.#error = new Error(message));
		worker.postMessage(JSON.stringify(request));
	}
}
