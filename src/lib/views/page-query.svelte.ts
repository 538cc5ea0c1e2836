import { untrack } from 'svelte';
import type { Filters } from '#lib/filters/filters.ts';
import type { Together } from '#lib/query/together.ts';
import { LiveQuery, type LiveQueryOptions, type LiveStatus } from '#lib/state/live-query.svelte.ts';
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
 * pointer rests on a mark or on a choice of the filters, so that the click finds the answer. Made during initialisation.
 */
export class PageQuery<T> {
	readonly #view: PageView;
	readonly #live: LiveQuery<T>;
	/**
	 * How the answer stands. Looked up where it is read and not before: a spread among a panel's props is asked for every
	 * prop that stands before it, and a picture that read it so would be drawn anew because an answer is awaited.
	 */
	readonly state: AnswerState;

	constructor(view: PageView, ask: (scope: Scope) => Together<T> | null, options: LiveQueryOptions = {}) {
		this.#view = view;
		const live = new LiveQuery(() => view.scope && ask(view.scope), options);
		this.#live = live;
		this.state = {
			get status() {
				return live.status;
			},
			get error() {
				return live.error;
			},
			onretry: () => live.retry()
		};
		const before = untrack(() => view.filters.foreseen);
		$effect(() => {
			const { foreseen } = view.filters;
			if (!foreseen || foreseen === before) return;
			untrack(() => {
				const scope = view.scopeAfter(foreseen);
				const next = scope && ask(scope);
				if (next) live.foresee(next);
			});
		});
	}

	/** The answer that is shown; it holds the scope that it belongs to. */
	get value(): T | null {
		return this.#live.value;
	}
	get status(): LiveStatus {
		return this.#live.status;
	}

	/** The props of a panel whose marks change the filters so. */
	panel(patch: (key: string) => FilterPatch): PanelState {
		const { state } = this;
		return {
			get status() {
				return state.status;
			},
			get error() {
				return state.error;
			},
			onretry: state.onretry,
			onselect: (key) => void this.#view.filters.set(patch(key)),
			onpoint: (key) => this.#view.filters.foresee(patch(key))
		};
	}
}
