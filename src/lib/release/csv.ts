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

/** The rows below the header as copies of about `size` bytes, each of whole rows. */
export function* csvPieces(csv: Uint8Array, size: number): Generator<Uint8Array> {
	let start = csv.indexOf(lineEnd) + 1;
	while (start > 0 && start < csv.length) {
		const end = rowEnd(csv, start, Math.min(start + size, csv.length));
		yield csv.slice(start, end);
		start = end;
	}
}

const lineEnd = 0x0a;
const quote = 0x22;

/** The end of the first row that ends at or after `from`; a line end between quotes ends no row. */
function rowEnd(csv: Uint8Array, start: number, from: number): number {
	let seen = start;
	let inQuotes = false;
	let search = from - 1;
	for (;;) {
		const end = csv.indexOf(lineEnd, search);
		if (end === -1) return csv.length;
		// Only up to here: in a file without quotes the search would run to its end for every piece.
		const looked = csv.subarray(seen, end);
		for (let at = looked.indexOf(quote); at !== -1; at = looked.indexOf(quote, at + 1)) inQuotes = !inQuotes;
		if (!inQuotes) return end + 1;
		seen = end;
		search = end + 1;
	}
}
