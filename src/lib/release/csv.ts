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
