import { createContext } from 'svelte';
import type { Indicator } from '#lib/indicators/indicator.ts';
import type { Selection } from '#lib/indicators/selection.ts';

/** A figure somewhere on a page whose source is asked for. */
export interface TraceQuestion {
	readonly indicator: Indicator;
	/** What the figure is of, in words: place, industry, period. */
	readonly subject: string;
	/** One member set a dimension; of flows all periods count, of stocks the last. */
	readonly selection: Selection;
}

/** Which figure's source is shown; one at a time. */
export class Tracing {
	#question = $state.raw<TraceQuestion | null>(null);

	get question() {
		return this.#question;
	}

	/** Shows where a figure comes from. */
	readonly open = (question: TraceQuestion): void => {
		this.#question = question;
	};

	readonly close = (): void => {
		this.#question = null;
	};
}

/** The page's own: set by the root layout. */
export const [getTracing, setTracing] = createContext<Tracing>();
