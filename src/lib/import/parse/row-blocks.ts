import Papa from 'papaparse';
import type { TextChunk } from '../decode/text-chunks.ts';
import { maxCellCharacters, maxRowCharacters } from '../limits.ts';
import { controls } from '../normalise/characters.ts';
import type { ParseState } from './parse-state.ts';
import { closeCell, closeLines, unifyLineEnds } from './repair.ts';
import { inspect, type Structure } from './structure.ts';
import { holdsRows } from './swallowed.ts';

export { newParseState, type ParseState } from './parse-state.ts';

/** Rows of one piece of the file, with what is known about their form. */
export interface RowBlock {
	readonly rows: string[][];
	/** Line of the first row. */
	readonly firstLine: number;
	/** Row → further lines it spans. */
	readonly extraLines: ReadonlyMap<number, number>;
	/** Rows whose quoting is damaged. */
	readonly strayRows: ReadonlySet<number>;
	readonly unclosedRows: ReadonlySet<number>;
	/** Rows with quotes where none belong, which were read as they stand. */
	readonly looseRows: ReadonlySet<number>;
	/** Bytes of the file behind this block. */
	readonly done: number;
	readonly last: boolean;
	/** Some cell holds characters that could not be read or were damaged before. */
	readonly damaged: boolean;
	/** Some cell holds control characters. */
	readonly controls: boolean;
}

/** How rows are cut into cells; '' for the quote: quotes mean nothing. */
export interface CellMarks {
	readonly delimiter: string;
	readonly quote: string;
}

/** Unreadable bytes, and what is left when UTF-8 was read as GBK, memory was never filled, or characters had no code. */
export const damage = /\ufffd|锟斤拷|烫烫烫|屯屯屯|^[\d\s()（）.·-]*\?{2,}[?\d\s()（）.·-]*$/;
/** Whether a text may hold such a cell. */
export const mayBeDamaged = /\ufffd|锟斤拷|烫烫烫|屯屯屯|\?\?/;

/** Single repairs in one piece; each reads the piece again. */
const repairLimit = 4;

const lineEnds = { lf: '\n', crlf: '\r\n', cr: '\r' } as const;

/** Text pieces → rows. What stands after the last complete row of a piece is read again with the next one. */
export function* rowBlocks(
	chunks: Iterable<TextChunk>,
	marks: CellMarks | string,
	state: ParseState
): Generator<RowBlock> {
	const { delimiter, quote } = typeof marks === 'string' ? { delimiter: marks, quote: '"' } : marks;
	let carry = '';
	let waiting: string[] = [];
	let waitingLength = 0;
	let line = 1;
	let carriesRepair = false;
	for (const { text, done, last } of chunks) {
		// A long row is looked at again only once it has doubled, lest reading it take the square of its length.
		if (!last && carry.length > text.length && waitingLength + text.length < carry.length) {
			waiting.push(text);
			waitingLength += text.length;
			continue;
		}
		let buffer = waiting.length > 0 ? carry + waiting.join('') + text : carry + text;
		waiting = [];
		waitingLength = 0;
		// CR and LF of one line end may fall into two pieces.
		const held = !last && buffer.endsWith('\r') ? '\r' : '';
		if (held) buffer = buffer.slice(0, -1);
		const { text: closed, seen, unclosedRows } = closeQuotes(buffer, delimiter, quote, last ? -1 : maxCellCharacters);
		buffer = closed;
		if (!last && seen.rows === 1) {
			// Not one whole row: cutting it into cells would be in vain.
			carry = buffer + held;
			if (unclosedRows.size > 0) carriesRepair = true;
			if (carry.length <= maxRowCharacters) continue;
			state.endlessLine = line;
			return;
		}
		const newline = lineEnd(seen);
		if (newline === null) buffer = unifyLineEnds(buffer, delimiter, quote);
		const config = {
			delimiter,
			newline: newline ?? ('\n' as const),
			...(quote === '' ? { fastMode: true } : { quoteChar: quote })
		};
		const result = new Papa.Parser(config).parse(buffer, 0, !last) as { data: string[][]; meta: { cursor: number } };
		const rows = result.data;
		carry = last ? '' : buffer.slice(result.meta.cursor) + held;
		if (carriesRepair) unclosedRows.add(0);
		// A row that was repaired before its end was there is read again, repaired already.
		carriesRepair = !last && unclosedRows.delete(rows.length);
		let counted = seen.rows - 1;
		if (last) {
			state.openEnd = !/[\r\n]$/.test(buffer) || seen.openAt >= 0;
			if (state.openEnd && buffer !== '') counted++;
			else if (rows.length > 0) rows.pop();
		}
		state.lf += seen.lf;
		state.crlf += seen.crlf;
		state.cr += seen.cr;
		state.rows += rows.length;
		state.countedRows += counted;
		for (const row of seen.extraLines.keys())
			if (row < rows.length && holdsRows(rows[row] as string[], delimiter)) unclosedRows.add(row);
		const { extraLines, strayRows, looseRows } = seen;
		const marked = { damaged: mayBeDamaged.test(buffer), controls: controls.test(buffer) };
		yield { rows, firstLine: line, extraLines, strayRows, unclosedRows, looseRows, done, last, ...marked };
		line += rows.length;
		for (const [row, extra] of seen.extraLines) if (row < rows.length) line += extra;
	}
}

/** Quotes that never close, or not within the longest cell, are taken as they stand. */
function closeQuotes(buffer: string, delimiter: string, quote: string, longest: number) {
	let text = buffer;
	let seen = inspect(text, delimiter, quote);
	const unclosedRows = new Set<number>();
	// At the end of the file an open quote can no longer close, however short its cell is.
	for (;;) {
		const open = seen.openAt >= 0 && text.length - seen.openAt > longest;
		if (!open && seen.swallowAt < 0) break;
		const [at, row] = seen.swallowAt >= 0 ? [seen.swallowAt, seen.swallowRow] : [seen.openAt, seen.openRow];
		if (unclosedRows.size < repairLimit) {
			unclosedRows.add(row);
			text = closeCell(text, at, delimiter, quote);
		} else {
			const closed = closeLines(buffer, delimiter, quote);
			text = closed.text;
			unclosedRows.clear();
			for (const line of closed.lines) unclosedRows.add(line);
		}
		seen = inspect(text, delimiter, quote);
	}
	return { text, seen, unclosedRows };
}

/** The one kind of line end in this text, null when there are several. */
function lineEnd(seen: Structure): '\n' | '\r\n' | '\r' | null {
	const kinds = (['lf', 'crlf', 'cr'] as const).filter((kind) => seen[kind] > 0);
	return kinds.length > 1 ? null : lineEnds[kinds[0] ?? 'lf'];
}
