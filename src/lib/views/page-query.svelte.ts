import type { Filters } from '#lib/filters/filters.ts';
import type { Together } from '#lib/query/together.ts';
import { LiveQuery, type LiveStatus } from '#lib/state/live-query.svelte.ts';
import type { PageView } from './page-view.svelte.ts';
import type { Scope } from './scope.ts';

/** What a change of the filters changes. */
export type FilterPatch = Partial<Filters>;

/** How the answer of a panel stands. */
export interface AnswerState {
	readonly status: LiveStatus;
	readonly error: Error | null;
	readonly onretry: () => void;
}

/** What every panel with a picture has in common: how its answer stands, and what its marks do. */
export interface PanelState extends AnswerState {
	/** A mark was chosen. */
	readonly onselect: (key: string) => void;
	/** The pointer rests on a mark. */
	readonly onpoint?: (key: string) => void;
}

/**
 * Everything that a page asks for its scope, as one live query. What a click would ask is asked already while the
 * pointer rests on the mark, so that the click finds the answer. Made during initialisation.
 */
export class PageQuery<T> {
	readonly #view: PageView;
	readonly #ask: (scope: Scope) => Together<T> | null;
	readonly #live: LiveQuery<T>;

	constructor(view: PageView, ask: (scope: Scope) => Together<T> | null) {
		this.#view = view;
		this.#ask = ask;
		this.#live = new LiveQuery(() => view.scope && ask(view.scope));
	}

	/** The answer that is shown; it holds the scope that it belongs to. */
	get value(): T | null {
		return this.#live.value;
	}
	get status(): LiveStatus {
		return this.#live.status;
	}
	get state(): AnswerState {
		const { status, error } = this.#live;
		return { status, error, onretry: () => this.#live.retry() };
	}

	/** The props of a panel whose marks change the filters so. */
	panel(patch: (key: string) => FilterPatch): PanelState {
		return {
			...this.state,
			onselect: (key) => void this.#view.filters.set(patch(key)),
			onpoint: (key) => {
				const scope = this.#view.scopeAfter(patch(key));
				const next = scope && this.#ask(scope);
				if (next) this.#live.foresee(next);
			}
		};
	}
}
