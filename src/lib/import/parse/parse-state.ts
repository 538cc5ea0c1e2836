import type { Dialect } from '../batch.ts';

/** What is known of the whole file once all blocks were read. */
export interface ParseState {
	lf: number;
	crlf: number;
	cr: number;
	rows: number;
	/** The file ends without a line end. */
	openEnd: boolean;
	/** Rows counted over the characters and rows that the parser gave; they must agree. */
	countedRows: number;
	/** Line of a row that is longer than any table has; nothing after it was read. */
	endlessLine: number | null;
}

/** A fresh state for `rowBlocks`. */
export function newParseState(): ParseState {
	return { lf: 0, crlf: 0, cr: 0, rows: 0, openEnd: false, countedRows: 0, endlessLine: null };
}

/** The kind of line ends in words of the receipt. */
export function newlineName({ lf, crlf, cr }: ParseState): Dialect['newline'] {
	const kinds = [lf > 0 && 'LF', crlf > 0 && 'CRLF', cr > 0 && 'CR'].filter((kind) => kind !== false);
	return kinds.length > 1 ? 'mixed' : ((kinds[0] ?? 'none') as Dialect['newline']);
}
