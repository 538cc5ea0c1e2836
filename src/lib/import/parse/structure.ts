/** What a walk over the characters sees that a list of cells no longer tells. */
export interface Structure {
	/** Line ends outside quotes, by kind. */
	lf: number;
	crlf: number;
	cr: number;
	/** Rows begun, the last one included even when it has not ended. */
	rows: number;
	/** Row of this text → line breaks inside its quoted cells. */
	readonly extraLines: Map<number, number>;
	/** Rows in which a quoted cell goes on after its closing quote. */
	readonly strayRows: Set<number>;
	/** Rows with a quote in a cell that is not quoted; it is taken as it stands. */
	readonly looseRows: Set<number>;
	/** Where a damaged cell opens that goes on over a line end, i.e. that takes in rows; -1 when there is none. */
	swallowAt: number;
	swallowRow: number;
	/** Character offset and row of a quote that is still open at the end; -1 when all are closed. */
	openAt: number;
	openRow: number;
}

const lf = 10;
const cr = 13;

/**
 * Walks text that starts at the beginning of a row. Quotes open only at the start of a cell, as RFC 4180 says; with ''
 * for the quote there are none.
 */
export function inspect(
	text: string,
	delimiter: string,
	quoteMark = '"',
	onBreak?: (offset: number, length: number) => void
): Structure {
	const seen: Structure = {
		lf: 0,
		crlf: 0,
		cr: 0,
		rows: 1,
		extraLines: new Map(),
		strayRows: new Set(),
		looseRows: new Set(),
		swallowAt: -1,
		swallowRow: -1,
		openAt: -1,
		openRow: -1
	};
	const quoted = quoteMark !== '' && text.includes(quoteMark);
	if (!onBreak && !quoted) return countLines(text, seen);
	const quote = quoted ? quoteMark.charCodeAt(0) : -1;
	const separator = delimiter.charCodeAt(0);
	const length = text.length;
	let cellStart = true;
	let index = 0;
	while (index < length) {
		const code = text.charCodeAt(index);
		if (code === quote && cellStart) {
			const end = closeQuote(text, index, quoteMark, separator, seen);
			if (end < 0) return seen;
			index = end;
			cellStart = false;
			continue;
		}
		index++;
		if (code === separator) {
			cellStart = true;
		} else if (code === lf) {
			seen.lf++;
			seen.rows++;
			onBreak?.(index - 1, 1);
			cellStart = true;
		} else if (code === cr) {
			const paired = text.charCodeAt(index) === lf;
			onBreak?.(index - 1, paired ? 2 : 1);
			if (paired) {
				seen.crlf++;
				index++;
			} else {
				seen.cr++;
			}
			seen.rows++;
			cellStart = true;
		} else {
			cellStart = false;
			if (code === quote)
				(isMisplaced(text, index - 1, separator) ? seen.strayRows : seen.looseRows).add(seen.rows - 1);
		}
	}
	return seen;
}

/**
 * A quote in a cell that is not quoted: after blanks it was to open the cell, and at the end of one it lost its fellow,
 * unless it is the inch of a figure. Elsewhere it may well be meant.
 */
function isMisplaced(text: string, at: number, separator: number): boolean {
	const next = text.charCodeAt(at + 1);
	const ends = at + 1 >= text.length || next === separator || next === lf || next === cr;
	let before = at - 1;
	while (before >= 0 && (text.charCodeAt(before) === 32 || text.charCodeAt(before) === 9)) before--;
	const code = text.charCodeAt(before);
	if (before < 0 || code === separator || code === lf || code === cr) return true;
	return ends && !(code >= 48 && code <= 57);
}

/** The offset after the closing quote, -1 when there is none. */
function closeQuote(text: string, open: number, quoteMark: string, separator: number, seen: Structure): number {
	const row = seen.rows - 1;
	const quote = quoteMark.charCodeAt(0);
	let search = open + 1;
	let stray = false;
	for (;;) {
		const close = text.indexOf(quoteMark, search);
		if (close < 0) {
			seen.openAt = open;
			seen.openRow = row;
			return -1;
		}
		if (text.charCodeAt(close + 1) === quote) {
			search = close + 2;
			continue;
		}
		let after = close + 1;
		if (separator !== 32) while (text.charCodeAt(after) === 32) after++;
		const next = text.charCodeAt(after);
		if (after >= text.length || next === separator || next === lf || next === cr) {
			const lines = breaksBetween(text, open, close);
			if (lines > 0 && stray && seen.swallowAt < 0) [seen.swallowAt, seen.swallowRow] = [open, row];
			if (lines > 0) seen.extraLines.set(row, (seen.extraLines.get(row) ?? 0) + lines);
			// Spaces between the closing quote and the separator are no part of the cell and lost.
			if (after > close + 1) seen.looseRows.add(row);
			return after;
		}
		seen.strayRows.add(row);
		stray = true;
		search = close + 1;
	}
}

function breaksBetween(text: string, from: number, to: number): number {
	let count = 0;
	for (let index = from; index < to; index++) {
		const code = text.charCodeAt(index);
		if (code === lf || (code === cr && text.charCodeAt(index + 1) !== lf)) count++;
	}
	return count;
}

function countLines(text: string, seen: Structure): Structure {
	let at = text.indexOf('\n');
	while (at >= 0) {
		if (at > 0 && text.charCodeAt(at - 1) === cr) seen.crlf++;
		else seen.lf++;
		at = text.indexOf('\n', at + 1);
	}
	at = text.indexOf('\r');
	if (at >= 0) {
		let all = 0;
		for (; at >= 0; at = text.indexOf('\r', at + 1)) all++;
		seen.cr = all - seen.crlf;
	}
	seen.rows = seen.lf + seen.crlf + seen.cr + 1;
	return seen;
}
