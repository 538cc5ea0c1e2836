/** How a chart is put on paper: drawn anew into an element for the width that it will have. */
export interface PaperChart {
	readonly option: (theme: never) => object;
	/** Px at 14 px body size, or a CSS aspect ratio. */
	readonly height: number | string;
}

/** Puts a chart on paper. */
export type PlaceChart = (element: HTMLElement, chart: PaperChart) => void;

/** What charts and tables know while the page is on its way to paper; null on the screen. */
class Printing {
	place = $state.raw<PlaceChart | null>(null);
}

/** Of the browser's page; the server prints nothing. */
export const printing = new Printing();

/** A table prints so many rows at most; longer ones belong in a file. */
export const mostPrintedRows = 300;
