import Papa from 'papaparse';
import type { TextChunk } from '../decode/text-chunks.ts';
import { maxCellCharacters } from '../limits.ts';
import { controls } from '../normalise/characters.ts';
import { closeCell, closeLines, unifyLineEnds } from './repair.ts';
import { inspect, type Structure } from './structure.ts';

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
	/** Bytes of the file behind this block. */
	readonly done: number;
	readonly last: boolean;
	/** Some cell holds characters that could not be read or were damaged before. */
	readonly damaged: boolean;
	/** Some cell holds control characters. */
	readonly controls: boolean;
}

/** Unreadable bytes, and what is left when UTF-8 was read as GBK or memory was never filled. */
export const damage = /\ufffd|锟斤拷|烫烫烫|屯屯屯/;

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
}

/** A fresh state for `rowBlocks`. */
export function newParseState(): ParseState {
	return { lf: 0, crlf: 0, cr: 0, rows: 0, openEnd: false, countedRows: 0 };
}

/** Single repairs in one piece; each reads the piece again. */
const repairLimit = 4;

const lineEnds = { lf: '\n', crlf: '\r\n', cr: '\r' } as const;

/** Text pieces → rows. What stands after the last complete row of a piece is read again with the next one. */
export function* rowBlocks(chunks: Iterable<TextChunk>, delimiter: string, state: ParseState): Generator<RowBlock> {
	let carry = '';
	let line = 1;
	for (const { text, done, last } of chunks) {
		let buffer = carry + text;
		// CR and LF of one line end may fall into two pieces.
		const held = !last && buffer.endsWith('\r') ? '\r' : '';
		if (held) buffer = buffer.slice(0, -1);
		let seen = inspect(buffer, delimiter);
		const unclosedRows = new Set<number>();
		const unrepaired = buffer;
		// At the end of the file an open quote can no longer close, however short its cell is.
		const longest = last ? -1 : maxCellCharacters;
		while (seen.openAt >= 0 && buffer.length - seen.openAt > longest) {
			if (unclosedRows.size < repairLimit) {
				unclosedRows.add(seen.openRow);
				buffer = closeCell(buffer, seen.openAt, delimiter);
			} else {
				const closed = closeLines(unrepaired, delimiter);
				buffer = closed.text;
				unclosedRows.clear();
				for (const row of closed.lines) unclosedRows.add(row);
			}
			seen = inspect(buffer, delimiter);
		}
		const newline = lineEnd(seen);
		if (newline === null) buffer = unifyLineEnds(buffer, delimiter);
		const config = { delimiter, newline: newline ?? ('\n' as const) };
		const result = new Papa.Parser(config).parse(buffer, 0, !last) as { data: string[][]; meta: { cursor: number } };
		const rows = result.data;
		carry = last ? '' : buffer.slice(result.meta.cursor) + held;
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
		const block = {
			rows,
			firstLine: line,
			extraLines: seen.extraLines,
			strayRows: seen.strayRows,
			unclosedRows,
			done,
			last
		};
		yield { ...block, damaged: damage.test(buffer), controls: controls.test(buffer) };
		line += rows.length;
		for (const [row, extra] of seen.extraLines) if (row < rows.length) line += extra;
	}
}

/** The one kind of line end in this text, null when there are several. */
function lineEnd(seen: Structure): '\n' | '\r\n' | '\r' | null {
	const kinds = (['lf', 'crlf', 'cr'] as const).filter((kind) => seen[kind] > 0);
	return kinds.length > 1 ? null : lineEnds[kinds[0] ?? 'lf'];
}

/** Sheet rows in the form of a parsed file. */
export function* sheetBlocks(rows: string[][], bytes: number): Generator<RowBlock> {
	const none = { extraLines: new Map<number, number>(), strayRows: new Set<number>(), unclosedRows: new Set<number>() };
	const step = 5000;
	for (let start = 0; start === 0 || start < rows.length; start += step) {
		const last = start + step >= rows.length;
		const done = last ? bytes : Math.round((bytes * start) / rows.length);
		yield {
			rows: rows.slice(start, start + step),
			firstLine: start + 1,
			...none,
			done,
			last,
			damaged: false,
			controls: false
		};
	}
}
