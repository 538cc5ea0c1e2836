import { textChunks } from './decode/text-chunks.ts';
import { encodings, type EncodingName } from './decode/encoding.ts';
import type { StructureDecisions } from './decisions.ts';
import { IssueLog } from './issue-log.ts';
import { pause } from './pause.ts';
import { newParseState, rowBlocks, type RowBlock } from './parse/row-blocks.ts';
import { openSource, type Source } from './source.ts';

/** One row of the file, cut into cells as the delimiter says and otherwise untouched. */
export interface RawRow {
	/** 1-based line at which it begins. */
	readonly line: number;
	readonly cells: readonly string[];
}

/** Where a piece of the file begins: row, line and byte. */
interface Mark {
	readonly row: number;
	readonly line: number;
	readonly byte: number;
}

/** Rows between two pauses of the indexing. */
const blocksPerStep = 8;
/** Pieces kept read: a screen and its neighbours. */
const kept = 6;

const lf = 10;
const cr = 13;

/**
 * The rows of a file by position. Where every piece of it begins is noted once, in the background; afterwards any rows
 * are had by reading their piece alone, however far down they are.
 */
export class RawRows {
	readonly #bytes: Uint8Array;
	readonly #source: Source;
	readonly #marks: Mark[] = [];
	readonly #pieces = new Map<number, RawRow[]>();
	/** A workbook is unpacked as a whole: its rows stay. */
	readonly #sheet: RawRow[] | null;
	readonly #blocks: Iterator<RowBlock>;
	readonly #lines: LineOffsets;
	#rows = 0;
	#complete = false;
	#indexing: Promise<void> | null = null;
	#ended = false;

	private constructor(bytes: Uint8Array, source: Source) {
		this.#bytes = bytes;
		this.#source = source;
		this.#sheet = source.format === 'xlsx' ? [] : null;
		this.#blocks = source.blocks[Symbol.iterator]();
		this.#lines = new LineOffsets(bytes, encodingOf(source), markLength(bytes, source));
	}

	/** Opens the rows of a file as the structure has it read; null when it cannot be read at all. */
	static async open(bytes: Uint8Array, structure: StructureDecisions): Promise<RawRows | null> {
		const source = await openSource(bytes, { ...structure, fileName: '' }, new IssueLog(''));
		return source ? new RawRows(bytes, source) : null;
	}

	/** Stops the indexing. */
	end(): void {
		this.#ended = true;
	}

	/** How many rows there are; known when the whole file was looked through. */
	async count(): Promise<number> {
		await this.#index(() => false);
		return this.#rows;
	}

	/** Position of the row that a line belongs to. */
	async find(line: number): Promise<number> {
		await this.#index(() => (this.#marks.at(-1)?.line ?? 0) > line);
		const piece = lastAtMost(this.#marks, (mark) => mark.line, line);
		const rows = this.#piece(piece);
		const at = Math.max(
			0,
			lastAtMost(rows, (row) => row.line, line)
		);
		return (this.#marks[piece]?.row ?? 0) + at;
	}

	/** Rows from a 0-based position on; fewer where the file ends. */
	async rows(from: number, count: number): Promise<RawRow[]> {
		await this.#index(() => (this.#marks.at(-1)?.row ?? 0) >= from + count);
		const found: RawRow[] = [];
		let piece = Math.max(
			0,
			lastAtMost(this.#marks, (mark) => mark.row, from)
		);
		while (found.length < count && piece < this.#marks.length) {
			const { row } = this.#marks[piece] as Mark;
			const start = Math.max(0, from - row);
			found.push(...this.#piece(piece).slice(start, start + count - found.length));
			piece++;
		}
		return found;
	}

	/** Notes where pieces begin until `enough`; the rest goes on whenever it is next needed. */
	async #index(enough: () => boolean): Promise<void> {
		while (!this.#complete && !this.#ended && !enough()) {
			this.#indexing ??= this.#step();
			await this.#indexing;
		}
		if (this.#ended) throw new DOMException('These rows are no longer looked at.', 'AbortError');
	}

	async #step(): Promise<void> {
		for (let count = 0; count < blocksPerStep && !this.#complete; count++) {
			const { value: block, done } = this.#blocks.next();
			if (done || !block) this.#complete = true;
			else this.#note(block);
		}
		await pause();
		this.#indexing = null;
	}

	#note(block: RowBlock): void {
		if (block.rows.length === 0) return;
		if (this.#sheet)
			for (const [at, cells] of block.rows.entries()) this.#sheet.push({ line: block.firstLine + at, cells });
		const byte = this.#sheet ? 0 : this.#lines.offsetOf(block.firstLine);
		this.#marks.push({ row: this.#rows, line: block.firstLine, byte });
		this.#rows += block.rows.length;
	}

	#piece(at: number): readonly RawRow[] {
		if (this.#sheet) return this.#sheet.slice(this.#marks[at]?.row ?? 0, this.#marks[at + 1]?.row);
		let rows = this.#pieces.get(at);
		if (!rows) {
			rows = this.#read(at);
			for (const oldest of this.#pieces.keys()) if (this.#pieces.size >= kept) this.#pieces.delete(oldest);
			this.#pieces.set(at, rows);
		}
		return rows;
	}

	#read(at: number): RawRow[] {
		const mark = this.#marks[at];
		if (!mark) return [];
		// A piece is read once the next one is known, or is the last.
		const end = this.#marks[at + 1]?.byte ?? this.#bytes.length;
		const bytes = this.#bytes.subarray(mark.byte, end);
		const marks = this.#source.dialect() ?? { delimiter: ',', quote: '"' };
		const rows: RawRow[] = [];
		for (const block of rowBlocks(textChunks(bytes, encodingOf(this.#source), 0), marks, newParseState())) {
			let line = mark.line + block.firstLine - 1;
			for (const [row, cells] of block.rows.entries()) {
				rows.push({ line, cells });
				line += 1 + (block.extraLines.get(row) ?? 0);
			}
		}
		return rows;
	}
}

/** Byte offsets of lines, looked for in one walk from the beginning: each question must lie behind the one before. */
class LineOffsets {
	readonly #bytes: Uint8Array;
	readonly #width: 1 | 2;
	readonly #high: number;
	#line = 1;
	#at: number;

	constructor(bytes: Uint8Array, encoding: EncodingName, start: number) {
		this.#bytes = bytes;
		this.#width = encoding.startsWith('utf-16') ? 2 : 1;
		this.#high = encoding === 'utf-16be' ? 0 : 1;
		this.#at = start;
	}

	/** Where a line begins. In none of our encodings is a line end part of another character. */
	offsetOf(line: number): number {
		const bytes = this.#bytes;
		const width = this.#width;
		let at = this.#at;
		while (this.#line < line && at < bytes.length) {
			const code = this.#code(at);
			at += width;
			if (code === cr && this.#code(at) === lf) at += width;
			if (code === lf || code === cr) this.#line++;
		}
		this.#at = at;
		return at;
	}

	#code(at: number): number {
		const bytes = this.#bytes;
		if (this.#width === 1) return bytes[at] ?? -1;
		return bytes[at + this.#high] === 0 ? (bytes[at + 1 - this.#high] ?? -1) : -1;
	}
}

function encodingOf(source: Source): EncodingName {
	return encodings.find((name) => source.encoding?.startsWith(name)) ?? 'utf-8';
}

/** Bytes of the byte order mark, which is no part of the first cell. */
function markLength(bytes: Uint8Array, source: Source): number {
	const starts = (...mark: number[]) => mark.every((byte, index) => bytes[index] === byte);
	if (source.format === 'xlsx') return 0;
	if (starts(0xef, 0xbb, 0xbf) && encodingOf(source) === 'utf-8') return 3;
	if (starts(0xff, 0xfe) && encodingOf(source) === 'utf-16le') return 2;
	if (starts(0xfe, 0xff) && encodingOf(source) === 'utf-16be') return 2;
	return starts(0x84, 0x31, 0x95, 0x33) && encodingOf(source) === 'gb18030' ? 4 : 0;
}

/** Position of the last item whose value is at most the one sought; -1 when there is none. */
function lastAtMost<T>(items: readonly T[], value: (item: T) => number, sought: number): number {
	let low = 0;
	let high = items.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (value(items[middle] as T) <= sought) low = middle + 1;
		else high = middle;
	}
	return low - 1;
}
