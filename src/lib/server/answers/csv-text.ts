import { csvLine } from '#lib/import/receipt/csv-output.ts';
import { harmless } from '#lib/import/receipt/harmless.ts';

const plainNumber = /^-\d+(\.\d+)?$/;

/** A line of CSV for others: a cell that a spreadsheet would run as a formula is made text, negative figures stay figures. */
export function safeCsvLine(cells: readonly string[]): string {
	return csvLine(cells.map((cell) => (plainNumber.test(cell) ? cell : harmless(cell))));
}

/** Rows as CSV with a header, LF, without BOM. A column that a row lacks is empty. */
export function csvText(columns: readonly string[], rows: readonly Readonly<Record<string, string>>[]): string {
	const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
	return lines.map(safeCsvLine).join('');
}
