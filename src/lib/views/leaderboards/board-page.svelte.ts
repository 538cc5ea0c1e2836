import { BoardMaker } from './board-maker.svelte.ts';
import { isLarge } from './packed-board.ts';
import type { BoardHome, BoardAnswer, BoardEntries, ReleaseBoard } from './board-source.ts';
import { askBoard, boardById, boardFrom, publicBoard, releaseName, withShownNames } from './board-source.ts';
import { makeBoard, type Board } from '#lib/leaderboard/board.ts';
import type { BoardRules } from '#lib/leaderboard/rules.ts';
import { LiveQuery, type LiveStatus } from '#lib/state/live-query.svelte.ts';
import { keepMyUnit, readMyUnit } from '#lib/state/my-unit.ts';
import { rememberBoard, seenBoards, type SeenBoard } from '#lib/state/seen-boards.ts';
import { PageView } from '../page-view.svelte.ts';

/** What marks a release among the things that a board may be compared with. */
export const releasePrefix = 'release:';
/** Boards of more entries are not remembered: this browser's storage is small. */
const mostRemembered = 400;

type Seen = SeenBoard<BoardRules, BoardEntries>;

/** Everything that the page of a board stands on. Made during initialisation. */
export class BoardPage {
	readonly view = new PageView();
	readonly #id: () => string;
	readonly #against: () => string | null;
	#own = $state.raw<string | null>(null);
	#seen = $state.raw<readonly Seen[]>([]);

	/** What boards of the open release are made of; null before one is open. */
	readonly home: BoardHome | null = $derived.by(() => {
		const { session, indicators } = this.view;
		return session.profile ? { profile: session.profile, indicators, lists: session.lists } : null;
	});
	/** null: the release has no such board, or nothing is known of it yet. */
	readonly board: ReleaseBoard | null = $derived.by(() => (this.home ? boardById(this.#id(), this.home) : null));
	readonly release: string = $derived.by(() =>
		releaseName(this.view.session.manifest, this.view.session.lists.batches)
	);

	readonly #live = new LiveQuery(() => {
		const { scope } = this.view;
		const against = this.#against();
		// A link may name anything; only a period of this release can be compared with.
		const period = scope?.lists.periods.some(({ code }) => code === against) ? against : null;
		return this.board && scope ? askBoard(this.board, scope, this.release, period) : null;
	}, this.#options());

	/** What is shown: the answer that belongs to this page's board; null while it is awaited. */
	readonly answer: BoardAnswer | null = $derived.by(() => {
		const answer = this.#live.value;
		return answer && answer.board.rules.id === this.#id() ? withShownNames(answer) : null;
	});
	readonly #maker = new BoardMaker();
	readonly made: Board | null = $derived.by(() => {
		if (!this.answer) return null;
		if (this.#isLarge(this.answer)) return this.#maker.of(this.answer.entries);
		if (this.answer.rules.freeze) return publicBoard(this.answer, this.release, this.#seen);
		const against = this.#against();
		const earlier = this.#seen.find(({ release }) => against === releasePrefix + release);
		if (!earlier) return boardFrom(this.answer);
		const { entries, context } = this.answer;
		const board = makeBoard(earlier.rules, earlier.entries.entries, earlier.entries.context);
		return makeBoard(this.answer.rules, entries, { ...context, baseline: { name: earlier.release, board } });
	});

	constructor(id: () => string, against: () => string | null) {
		this.#id = id;
		this.#against = against;
		$effect(() => {
			this.#own = this.board ? readMyUnit(this.#unitPlace(this.board)) : null;
		});
		$effect(() => {
			const { answer } = this;
			if (!answer || !this.#isLarge(answer)) return;
			const { rules, entries, context } = answer;
			this.#maker.ask({ rules, entries, context });
		});
		$effect(() => {
			const { answer } = this;
			if (!answer) return;
			const name = this.#seenName(answer);
			this.#seen = seenBoards<BoardRules, BoardEntries>(name).filter(({ release }) => release !== this.release);
			if (answer.entries.length > 0 && answer.entries.length <= mostRemembered) this.#remember(name, answer);
		});
	}

	get status(): LiveStatus {
		return this.#live.status;
	}
	get error(): Error | null {
		return this.#live.error ?? this.#maker.error;
	}
	/** Key of the row that this browser's person calls their own. */
	get own(): string | null {
		return this.#own;
	}
	/** Other releases in which this browser saw the board under the same filters. */
	get seen(): readonly Seen[] {
		return this.#seen;
	}
	retry(): void {
		this.#live.retry();
	}

	/** Names the own row, or none. */
	callOwn(key: string | null): void {
		if (!this.board) return;
		keepMyUnit(this.#unitPlace(this.board), key);
		this.#own = key;
	}

	#unitPlace({ rules }: ReleaseBoard) {
		return { profile: this.view.session.entry?.profile ?? '', entity: rules.entity };
	}

	/** What moved is worked out with the ranks; a board with something before it is not so large. */
	#isLarge({ rules, entries, before }: BoardAnswer): boolean {
		return before === null && !rules.freeze && isLarge(rules, entries.length);
	}

	#seenName({ board, context }: BoardAnswer): string {
		return JSON.stringify([this.view.session.entry?.profile ?? '', board.rules.id, context.filters]);
	}

	#remember(name: string, { rules, name: title, entries, context }: BoardAnswer): void {
		rememberBoard<BoardRules, BoardEntries>(name, {
			release: this.release,
			at: new Date().toISOString(),
			rules,
			entries: { name: title, entries, context }
		});
	}

	/** Registers row by row are read from the detail file. */
	#options() {
		const isRegister = () => this.board !== null && this.board.source.from !== 'indicators';
		return {
			get detail() {
				return isRegister();
			}
		};
	}
}
