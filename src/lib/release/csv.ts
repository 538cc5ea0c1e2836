/** A value of a generated table; null is an empty cell. */
export type CsvValue = string | number | boolean | null;

/** Rows as CSV in the dialect that `readCsv` reads: UTF-8, LF, a header, quotes where needed. */
export function csvBytes(columns: readonly string[], rows: readonly (readonly CsvValue[])[]): Uint8Array {
	const lines = [columns.map(csvCell).join(',')];
	for (const row of rows) lines.push(row.map(csvCell).join(','));
	return new TextEncoder().encode(lines.join('\n') + '\n');
}

function csvCell(value: CsvValue): string {
	if (value === null) return '';
	const text = String(value);
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The column names of clean CSV: its first line. Names of fields need no quotes. */
export function csvHeader(csv: Uint8Array): string[] {
	const end = csv.indexOf(0x0a);
	return new TextDecoder()
		.decode(end === -1 ? csv : csv.subarray(0, end))
		.trimEnd()
		.split(',');
}

/** Some rows of clean CSV, without its header, and the bytes of the longest of them. */
export interface CsvPiece {
	readonly csv: Uint8Array;
	readonly longest: number;
}

/** The rows below the header as copies, each of `most` whole rows, or of fewer that come to `bytes` together. */
export function* csvPieces(csv: Uint8Array, most: number, bytes: number): Generator<CsvPiece> {
	let start = scanRows(csv, 0, 1).end;
	while (start < csv.length) {
		const { end, longest } = scanRows(csv, start, most, bytes);
		yield { csv: csv.slice(start, end), longest };
		start = end;
	}
}

const lineEnd = 0x0a;
const quote = 0x22;

/** Where the last of some rows ends, and the bytes of the longest. A line end between quotes ends no row. */
function scanRows(csv: Uint8Array, start: number, most: number, bytes = Infinity): { end: number; longest: number } {
	let rows = 0;
	let rowStart = start;
	let longest = 0;
	let inQuotes = false;
	for (let at = start; at < csv.length; at++) {
		const byte = csv[at];
		if (byte === quote) inQuotes = !inQuotes;
		else if (byte === lineEnd && !inQuotes) {
			longest = Math.max(longest, at + 1 - rowStart);
			rowStart = at + 1;
			if (++rows === most || rowStart - start >= bytes) return { end: rowStart, longest };
		}
	}
	return { end: csv.length, longest: Math.max(longest, csv.length - rowStart) };
}
