import { createContext } from 'svelte';
import type { Indicator } from '#lib/indicators/indicator.ts';
import type { Selection } from '#lib/indicators/selection.ts';
import type { Query } from '#lib/query/query.ts';

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
	| 'gap'
	| 'step'
	| 'sum'
	| 'count'
	| 'gaps'
	| 'reported'
	| 'late'
	| 'blank'
	| 'max_min'
	| 'variation'
	| 'gini'
	| 'drift'
	| 'completion'
	| 'ceiling'
	| 'way'
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

/** A row of a file that a number was read from or counted over. */
export interface ListedRow {
	/** What the row is of. */
	readonly name: string;
	/** What it says; null where rows are only counted, or it says nothing. */
	readonly value: number | null;
	/** The same as it is printed; every digit where left out. */
	readonly text?: string;
	/** Where it stands; null for a figure that was summed, which stands in no row itself. */
	readonly batch: string | null;
	readonly line: number | null;
	/** How the figure of a row came about in turn. */
	readonly question?: TraceQuestion | null;
}

/** Rows behind a number: the first of them, how many there are, and the files that all of them stand in. */
export interface ListedRows {
	readonly rows: readonly ListedRow[];
	readonly count: number;
	readonly files: readonly { readonly batch: string; readonly count: number }[];
}

/** A number that is no figure of an indicator: it is read from a row of a file, or rows are counted for it. */
export interface RowsQuestion {
	readonly title: string;
	readonly subject: string;
	/** As the page prints it, with its unit. */
	readonly value: string;
	readonly definition: string;
	readonly formula: string;
	/** The formula with the actual numbers, a line each. */
	readonly worked: readonly string[];
	/** The dataset that the rows are of. */
	readonly source: string;
	readonly notes?: readonly string[];
	readonly rows: Query<ListedRows>;
	/** Whether these are entries of a register, which must be fetched first. */
	readonly register: boolean;
}

/** A number whose way is asked for. */
export type TraceQuestion = FigureQuestion | DerivedQuestion | RowsQuestion;

/** Whether a question is after a figure of an indicator. */
export function isFigureQuestion(question: TraceQuestion): question is FigureQuestion {
	return 'indicator' in question;
}

/** Whether a question is after a number that was read from rows or counted over them. */
export function isRowsQuestion(question: TraceQuestion): question is RowsQuestion {
	return 'rows' in question;
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

	/** Explains a figure; from within an explanation it is one step further, with the way back. */
	readonly open = (question: TraceQuestion): void => {
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
