import { createContext } from 'svelte';
import type { Indicator } from '#lib/indicators/indicator.ts';
import type { Selection } from '#lib/indicators/selection.ts';

/** A figure of an indicator somewhere on a page that is to be explained. */
export interface FigureQuestion {
	readonly indicator: Indicator;
	/** What the figure is of, in words: place, industry, period. */
	readonly subject: string;
	/** One member set a dimension; of flows all periods count, of stocks the last. */
	readonly selection: Selection;
	/** What it is compared with on its page: the periods, and 同比, 环比; left out where it stands alone. */
	readonly against?: { readonly periods: readonly string[]; readonly word: string };
}

/** A number that a derived figure is made of. */
export interface DerivedInput {
	readonly label: string;
	readonly value: string;
	/** How that came about in turn; null where it is a setting or stands in no file. */
	readonly question: TraceQuestion | null;
}

/** How a number may be worked out from figures. */
export type Derivation =
	| 'change'
	| 'difference'
	| 'share'
	| 'rank'
	| 'step'
	| 'sum'
	| 'max_min'
	| 'variation'
	| 'gini'
	| 'drift'
	| 'completion'
	| 'ceiling'
	| 'pace'
	| 'forecast'
	| 'forecast_level';

/** A number that is worked out from other figures: a change, a share, a rank, a coefficient. Its words come with the answer. */
export interface DerivedQuestion {
	readonly derived: Derivation;
	readonly subject: string;
	/** As the page prints it, with its unit. */
	readonly value: string;
	/** The numbers of its formula by their names there, as they are printed. */
	readonly numbers: Readonly<Record<string, string>>;
	/** The figures that it is made of. */
	readonly inputs: readonly DerivedInput[];
	/** Whatever else must be known to read it. */
	readonly notes?: readonly string[];
}

/** A number whose way is asked for. */
export type TraceQuestion = FigureQuestion | DerivedQuestion;

/** Whether a question is after a figure of an indicator, rather than after one derived from such. */
export function isFigureQuestion(question: TraceQuestion): question is FigureQuestion {
	return 'indicator' in question;
}

/** Which figure is explained: one at a time, with the way back to those it was reached from. */
export class Tracing {
	#way = $state.raw<readonly TraceQuestion[]>([]);

	get question(): TraceQuestion | null {
		return this.#way.at(-1) ?? null;
	}

	/** The figure from which this one was reached. */
	get before(): TraceQuestion | null {
		return this.#way.at(-2) ?? null;
	}

	/** Explains a figure. */
	readonly open = (question: TraceQuestion): void => {
		this.#way = [question];
	};

	/** Explains a figure that the one shown is made of. */
	readonly into = (question: TraceQuestion): void => {
		this.#way = [...this.#way, question];
	};

	readonly back = (): void => {
		this.#way = this.#way.slice(0, -1);
	};

	readonly close = (): void => {
		this.#way = [];
	};
}

/** The page's own: set by the root layout. */
export const [getTracing, setTracing] = createContext<Tracing>();
