import { boardUnits } from '#lib/views/leaderboards/units.ts';
import { keptDraft, keptFrozen, type BoardMaterial, type FrozenEntries } from '#lib/views/board-material.ts';
import {
	askBoard,
	boardById,
	boardFrom,
	releaseName,
	titleUnder,
	type ReleaseBoard
} from '#lib/views/leaderboards/board-source.ts';
import { whereOf } from '#lib/views/lead.ts';
import { PageView } from '#lib/views/page-view.svelte.ts';
import type { BoardRules } from '#lib/leaderboard/rules.ts';
import { browserStorage, forget, keep, type KeptPlace } from '#lib/state/kept-boards.ts';
import { LiveQuery } from '#lib/state/live-query.svelte.ts';

/** The board that the address names, with its entries and this browser's draft of its rules. Made during initialisation. */
export class BoardAtHand {
	readonly view = new PageView();
	readonly #id: () => string;
	#draft = $state.raw<BoardRules | null>(null);
	#frozen = $state.raw<FrozenEntries | null>(null);

	readonly place: KeptPlace = $derived.by(() => ({
		profile: this.view.session.entry?.profile ?? '',
		board: this.#id()
	}));

	/** null: the release has no such board. */
	readonly board: ReleaseBoard | null = $derived.by(() => {
		const { session, indicators } = this.view;
		if (!session.profile) return null;
		return boardById(this.#id(), { profile: session.profile, indicators, lists: session.lists });
	});

	readonly #answer = new LiveQuery(() => {
		const { scope, session } = this.view;
		return this.board && scope
			? askBoard(this.board, scope, releaseName(session.manifest, session.lists.batches))
			: null;
	}, this.#options());

	/** Everything of the board; null while its entries are on their way. */
	readonly material: BoardMaterial | null = $derived.by(() => {
		const answer = this.#answer.value;
		if (!answer || answer.board.rules.id !== this.#id()) return null;
		const { rules, board, scope, entries, context, name } = answer;
		return {
			place: this.place,
			published: rules,
			draft: this.#draft,
			frozen: this.#frozen,
			entries,
			context,
			units: boardUnits(board),
			period: name,
			// A list of results is all of a competition, whatever the page is filtered by.
			filters: board.source.from === 'results' ? '' : whereOf(scope),
			titleUnder: (other) => titleUnder(answer, other),
			make: (other) => boardFrom(answer, other)
		};
	});

	constructor(id: () => string) {
		this.#id = id;
		$effect.pre(() => {
			this.#draft = keptDraft(browserStorage(), this.place);
			this.#frozen = keptFrozen(browserStorage(), this.place);
		});
	}

	/** Why a board has no rows under the page's filters; null where it obeys them. */
	get refusal(): string | null {
		return this.#answer.value?.refusal?.[this.view.language] ?? null;
	}
	/** Why there is no answer; null where there is one or one is awaited. */
	get error(): Error | null {
		return this.#answer.error;
	}
	retry(): void {
		this.#answer.retry();
	}

	/** Keeps a draft of the rules, `null`: goes back to the published ones. False where this browser keeps nothing. */
	keepDraft(json: unknown): boolean {
		const kept = json === null || keep(browserStorage(), 'rules', this.place, json);
		if (json === null) forget(browserStorage(), 'rules', this.place);
		this.#draft = keptDraft(browserStorage(), this.place);
		return kept;
	}

	/** Keeps what the public sees from now on; null: nothing is held any more. */
	keepFrozen(frozen: FrozenEntries | null): boolean {
		const kept = frozen === null || keep(browserStorage(), 'frozen', this.place, frozen);
		if (frozen === null) forget(browserStorage(), 'frozen', this.place);
		this.#frozen = keptFrozen(browserStorage(), this.place);
		return kept;
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
