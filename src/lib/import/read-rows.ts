import Papa from 'papaparse';
import type { ImportResult } from './batch.ts';
import { pause } from './pause.ts';

/** What was read from one row: field name, or `=indicator` in tables of figures, → canonical text. */
export type ReadCells = Readonly<Record<string, string>>;

const quote = 34;
const lf = 10;
const comma = 44;
/** Bytes between two pauses of the indexing. */
const stepBytes = 4 * 1024 * 1024;
/** Columns that each figure of a wide row has for itself. */
const perFigure = new Set(['indicator', 'value', 'unit']);

/** The rows of a batch by the lines of the file that they come from. */
export class ReadRows {
	readonly #csv: Uint8Array;
	readonly #header: readonly string[];
	readonly #wide: boolean;
	readonly #lines: Float64Array;
	readonly #starts: Float64Array;
	readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });

	private constructor(csv: Uint8Array, header: readonly string[], wide: boolean, lines: number[], starts: number[]) {
		this.#csv = csv;
		this.#header = header;
		this.#wide = wide;
		// Sum rows are settled last and stand at the end.
		const order = Uint32Array.from(lines.keys()).sort((a, b) => (lines[a] ?? 0) - (lines[b] ?? 0) || a - b);
		this.#lines = Float64Array.from(order, (at) => lines[at] ?? 0);
		this.#starts = Float64Array.from(order, (at) => starts[at] ?? 0);
	}

	/** Notes where the rows of a batch stand; the clean CSV is neither parsed nor copied. */
	static async open({ batch, receipt }: ImportResult): Promise<ReadRows> {
		const csv = batch?.csv ?? new Uint8Array();
		const first = recordEnd(csv, 0);
		const header = cellsOf(new TextDecoder().decode(csv.subarray(0, first)));
		const lines: number[] = [];
		const starts: number[] = [];
		let paused = 0;
		for (let at = first; at < csv.length; at = recordEnd(csv, at)) {
			let line = 0;
			for (let index = at; csv[index] !== comma && index < csv.length; index++)
				line = line * 10 + (csv[index] as number) - 48;
			lines.push(line);
			starts.push(at);
			if (at - paused < stepBytes) continue;
			paused = at;
			await pause();
		}
		const wide = receipt.mapping.some(({ indicator }) => indicator !== undefined);
		return new ReadRows(csv, header, wide, lines, starts);
	}

	/** What became of a line; null when it was not loaded. */
	at(line: number): ReadCells | null {
		const cells: Record<string, string> = {};
		let at = this.#firstOf(line);
		if (this.#lines[at] !== line) return null;
		for (; this.#lines[at] === line; at++) {
			const start = this.#starts[at] as number;
			const row = cellsOf(this.#decoder.decode(this.#csv.subarray(start, recordEnd(this.#csv, start))));
			this.#header.forEach((name, index) => {
				if (!name.startsWith('_') && !(this.#wide && perFigure.has(name))) cells[name] = row[index] ?? '';
			});
			if (this.#wide) cells[`=${this.#value(row, 'indicator')}`] = this.#value(row, 'value');
		}
		return cells;
	}

	#value(row: readonly string[], name: string): string {
		return row[this.#header.indexOf(name)] ?? '';
	}

	#firstOf(line: number): number {
		let low = 0;
		let high = this.#lines.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((this.#lines[middle] as number) < line) low = middle + 1;
			else high = middle;
		}
		return low;
	}
}

function cellsOf(record: string): string[] {
	return Papa.parse<string[]>(record, { delimiter: ',', newline: '\n' }).data[0] ?? [];
}

/** Offset behind the record that begins here; line ends inside quotes end no record. */
function recordEnd(csv: Uint8Array, start: number): number {
	let open = false;
	for (let at = start; at < csv.length; at++) {
		const byte = csv[at];
		if (byte === quote) open = !open;
		else if (byte === lf && !open) return at + 1;
	}
	return csv.length;
}
