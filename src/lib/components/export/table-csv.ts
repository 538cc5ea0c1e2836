import { encodeText } from '#lib/import/encode/encode-text.ts';
import { csvLine } from '#lib/import/receipt/csv-output.ts';
import { harmless } from '#lib/import/receipt/harmless.ts';
import type { ExportCell, ExportColumn, ExportTable } from './export-table.ts';
import { headOf } from './column-head.ts';

/** A number in digits alone: no exponents, no separators. */
export function plainDigits(value: number): string {
	const text = String(value);
	if (!/e/i.test(text)) return text;
	return Math.abs(value) >= 1 ? BigInt(Math.round(value)).toString() : value.toFixed(20).replace(/\.?0+$/, '');
}

function field(cell: ExportCell, { kind }: ExportColumn): string {
	if (cell === null) return '';
	if (typeof cell === 'string') return harmless(cell);
	return plainDigits(kind === 'share' ? Number((cell * 100).toPrecision(15)) : cell);
}

/**
 * A table as CSV with CR LF: heads with their units, figures to their last digit, shares in percent, nothing for what is
 * missing. Text that a spreadsheet would run gets an apostrophe. UTF-8 begins with a byte order mark, by which Excel
 * knows it; GB18030 is for programs that know nothing else.
 */
export function tableCsv(table: ExportTable, encoding: 'utf-8' | 'gb18030'): Uint8Array {
	const lines = [
		table.columns.map((column) => harmless(headOf(column, 'csv'))),
		...table.rows.map((row) => row.map((cell, index) => field(cell, table.columns[index] as ExportColumn)))
	];
	const text = lines.map((cells) => csvLine(cells).replace(/\n$/, '\r\n')).join('');
	return encodeText(encoding === 'utf-8' ? `\u{feff}${text}` : text, encoding);
}
