import type { EncodingName } from '../decode/encoding.ts';
import { ByteOutput } from '../encode/byte-output.ts';
import { encodeText } from '../encode/encode-text.ts';
import { LineBytes } from '../encode/line-bytes.ts';
import { isBlankRow } from '../locate/row-shape.ts';
import { plainText } from '../normalise/characters.ts';
import type { RowBlock } from '../parse/row-blocks.ts';
import { harmless } from './harmless.ts';
import type { RemarkedSource, RemarkTexts } from './remark-text.ts';

/** What becomes of a row of the file. */
const untouched = 0;
const sound = 1;
const short = 2;
const surplus = 3;
const damaged = 4;
const heading = 5;

interface Rows {
	/** Per row of the file: what becomes of it, and its number of cells times eight. */
	readonly marks: Uint32Array;
	/** Row → further lines it spans. */
	readonly extraLines: ReadonlyMap<number, number>;
	/** Cells before the column of remarks. */
	readonly width: number;
	readonly anyDamage: boolean;
}

/**
 * A text file with a column of remarks: the bytes that were there stay, in every row of the table a cell is added. Rows
 * with missing or surplus cells keep their fault, so that the file reads as before.
 */
export function remarkedText(
	bytes: Uint8Array,
	encoding: EncodingName,
	blocks: Iterable<RowBlock>,
	source: RemarkedSource,
	texts: RemarkTexts
): Uint8Array {
	const { delimiter = ',', quote = '"' } = source.dialect ?? {};
	const rows = measure(blocks, source);
	const mark = encodeText('\ufeff', encoding);
	const start = mark.every((byte, at) => bytes[at] === byte) ? mark.length : 0;
	const written = (text: string) => cell(text, delimiter, rows.anyDamage ? '' : quote);
	const comma = encodeText(delimiter, encoding);
	const output = new ByteOutput(bytes.length + rows.marks.length * comma.length + 4096);
	const lines = new LineBytes(bytes, encoding, start);
	let line = 1;
	let copied = 0;
	for (let row = 0; row < rows.marks.length && lines.next(); row++) {
		const first = line++;
		for (let extra = rows.extraLines.get(row) ?? 0; extra > 0 && lines.next(); extra--) line++;
		const kind = (rows.marks[row] as number) & 7;
		const count = (rows.marks[row] as number) >>> 3;
		const own = texts.rows.get(first);
		let text = own;
		if (kind === heading) text = own === undefined ? texts.header : `${texts.header} ${own}`;
		else if (kind === surplus) text = own ?? '…';
		const blanks = kind === sound || kind === heading ? count - rows.width : 0;
		if (kind === untouched || (text === undefined && (kind !== sound || blanks > 0))) continue;
		// Surplus cells stay surplus only if something stands behind the column of remarks.
		const missing = kind === surplus ? Math.max(1, rows.width + 2 - count) : Math.max(1, 1 - blanks);
		const at = blanks > 0 ? blankCell(bytes, comma, blanks, lines.contentEnd) : null;
		const end = at?.end ?? lines.contentEnd;
		output.append(bytes.subarray(copied, at?.start ?? end));
		if (at === null) output.append(missing === 1 ? comma : encodeText(delimiter.repeat(missing), encoding));
		if (text !== undefined) output.append(encodeText(written(text), encoding));
		copied = end;
	}
	output.append(bytes.subarray(copied));
	return output.finish();
}

/** Where the cell stands that is followed by all but one of the last `blanks` separators; those cells are blank. */
function blankCell(bytes: Uint8Array, comma: Uint8Array, blanks: number, lineEnd: number) {
	const follows = (at: number) => comma.every((byte, offset) => bytes[at - comma.length + offset] === byte);
	let end = lineEnd;
	let start = lineEnd;
	for (let left = blanks; left > 0; left--) {
		if (left < blanks) end = start - comma.length;
		start = end;
		while (start > 0 && !follows(start)) start--;
	}
	return { start, end };
}

/** Reads the file once more for the number of cells and lines of every row. */
function measure(blocks: Iterable<RowBlock>, source: RemarkedSource): Rows {
	const { headerFirst = 0, headerLast = 0, dataLast = 0 } = source.table ?? {};
	// Without a header, the first row has to hold what is said of the file.
	const headingLast = Math.max(headerLast, headerFirst, 1);
	let marks = new Uint32Array(1024);
	const extraLines = new Map<number, number>();
	let row = 0;
	let header: readonly string[] | null = null;
	let width = 0;
	let full = 0;
	let anySurplus = false;
	let anyDamage = false;
	for (const block of blocks) {
		if (row + block.rows.length > marks.length) marks = grown(marks, row + block.rows.length);
		if (block.strayRows.size > 0 || block.unclosedRows.size > 0) anyDamage = true;
		let line = block.firstLine;
		for (const [at, cells] of block.rows.entries()) {
			const extra = block.extraLines.get(at) ?? 0;
			if (extra > 0) extraLines.set(row, extra);
			let kind = untouched;
			if (line >= headerFirst && line <= headingLast) {
				kind = header === null ? heading : sound;
				header ??= cells;
				width = Math.max(width, contentWidth(cells));
				full = Math.max(full, cells.length);
			} else if (line > headingLast && line <= dataLast && !isBlankRow(cells)) {
				if (block.unclosedRows.has(at) || block.strayRows.has(at)) kind = damaged;
				else if (header !== null && sameCells(header, cells)) kind = heading;
				else kind = kindOf(cells, width);
				if (kind === surplus) anySurplus = true;
			}
			marks[row++] = kind | (Math.min(cells.length, 0x1fffffff) << 3);
			line += 1 + extra;
		}
	}
	// Without a name over them, surplus cells of some rows keep their column.
	return { marks: marks.subarray(0, row), extraLines, width: anySurplus ? full : width, anyDamage };
}

function kindOf(cells: readonly string[], width: number): number {
	if (cells.length < width) return short;
	return cells.length > width && contentWidth(cells) > width ? surplus : sound;
}

function contentWidth(cells: readonly string[]): number {
	let width = cells.length;
	while (width > 0 && plainText(cells[width - 1] ?? '') === '') width--;
	return width;
}

function sameCells(a: readonly string[], b: readonly string[]): boolean {
	return a.length === b.length && a.every((cell, at) => cell === b[at]);
}

function grown(marks: Uint32Array<ArrayBuffer>, atLeast: number): Uint32Array<ArrayBuffer> {
	const next = new Uint32Array(Math.max(atLeast, marks.length * 2));
	next.set(marks);
	return next;
}

/** Separators that stand in for those of the file where quotes cannot be used. */
const substitutes: Readonly<Record<string, string>> = { ',': '，', ';': '；', '\t': ' ', '|': '｜', '，': '、' };

/** A remark as one cell; without quotes where the file has none that mean anything. */
function cell(text: string, delimiter: string, quote: string): string {
	// eslint-disable-next-line no-control-regex
	const plain = harmless(text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim()).replaceAll('"', '”');
	if (quote === '')
		return plain
			.replaceAll(delimiter, substitutes[delimiter] ?? ' ')
			.replaceAll("'", '’')
			.replaceAll('\\', '＼');
	if (!plain.includes(delimiter) && !plain.includes(quote)) return plain;
	return quote + plain.replaceAll(quote, quote + quote) + quote;
}
