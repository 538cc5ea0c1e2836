import { harmless } from '#lib/import/receipt/harmless.ts';
import { headOf } from './column-head.ts';
import type { ExportCell, ExportColumn, ExportRemark, ExportTable } from './export-table.ts';

/** A cell as write-excel-file takes it; null is an empty one. */
export type SheetCell = {
	readonly value: string | number;
	readonly type: StringConstructor | NumberConstructor;
	readonly format?: string;
	readonly wrap?: boolean;
	readonly fontWeight?: 'bold';
	readonly alignVertical?: 'top';
} | null;

/** The number format of a column: 1,234 · 1,234.5 · 31.7%. */
export function numberFormat({ kind, format }: Pick<ExportColumn, 'kind' | 'format'>): string {
	const fraction = format.digits > 0 ? `.${'0'.repeat(format.digits)}` : '';
	return kind === 'share' ? `0${fraction}%` : `#,##0${fraction}`;
}

/** Text is text whatever it begins with; what would become a formula when it is typed again is marked as text. */
function textCell(value: string): SheetCell {
	return { value, type: String, ...(harmless(value) === value ? {} : { format: '@' }) };
}

function dataCell(value: ExportCell, column: ExportColumn): SheetCell {
	if (value === null) return null;
	return typeof value === 'number' ? { value, type: Number, format: numberFormat(column) } : textCell(value);
}

/** The sheet of figures: a bold head, then real numbers and text. */
export function dataSheet({ columns, rows }: ExportTable): SheetCell[][] {
	const head = columns.map((column): SheetCell => ({
		value: headOf(column, 'xlsx'),
		type: String,
		fontWeight: 'bold',
		wrap: true
	}));
	return [head, ...rows.map((row) => row.map((cell, index) => dataCell(cell, columns[index] as ExportColumn)))];
}

/** The sheet of definitions: what it is, and the text that may run over several lines. */
export function definitionSheet(lines: readonly ExportRemark[]): SheetCell[][] {
	return lines.map(({ title, text }) => [
		{ value: title, type: String, fontWeight: 'bold', alignVertical: 'top' },
		{ ...(textCell(text) as NonNullable<SheetCell>), wrap: true, alignVertical: 'top' }
	]);
}

const widthOf = (text: string) =>
	[...text].reduce((sum, character) => sum + (/[\u2e80-\uffff]/.test(character) ? 2.1 : 1.1), 2);

/** How a number stands in its cell, for its width alone. */
function printed(cell: ExportCell, column: ExportColumn): string {
	if (cell === null) return '';
	if (typeof cell === 'string') return cell;
	const value = column.kind === 'share' ? cell * 100 : cell;
	return value.toLocaleString('en-US', { minimumFractionDigits: column.format.digits });
}

/** Widths in characters that show what is in the columns, a Chinese character as two; long text wraps or runs on. */
export function columnWidths({ columns, rows }: ExportTable): { width: number }[] {
	return columns.map((column, index) => {
		const head = widthOf(headOf(column, 'xlsx'));
		let widest = Math.min(head, 24);
		for (const row of rows) widest = Math.max(widest, widthOf(printed(row[index] ?? null, column)));
		return { width: Math.min(48, Math.max(8, Math.ceil(widest))) };
	});
}

/** A sheet's name as Excel takes it: 31 characters, none of those that it refuses. */
export function sheetName(text: string, fallback: string): string {
	const name = [...text.replaceAll(/[\\/?*[\]:'\p{Cc}]+/gu, ' ').trim()].slice(0, 31).join('').trim();
	return name || fallback;
}
