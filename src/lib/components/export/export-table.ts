import { cellText, type Column } from '../table.ts';
import type { PictureFacts } from '../picture-facts.ts';
import { columnForm } from './column-form.ts';

/** A cell of a file: text, a number, or null where nothing is known. */
export type ExportCell = string | number | null;

/** A column of a file. */
export interface ExportColumn {
	readonly key: string;
	readonly title: string;
	/** What its numbers are counted in, where the title does not say it. */
	readonly unit: string | null;
	/** A share is a fraction: 0.317 is 31.7%. */
	readonly kind: 'text' | 'number' | 'share';
	/** Digits after the point as the page prints them; 0 for whole numbers and text. */
	readonly format: { readonly digits: number };
}

/** Something else that a file should say: a label and a text. */
export interface ExportRemark {
	readonly title: string;
	readonly text: string;
}

/** A table as it leaves the page: every row, exact figures, and what has to be said about them. */
export interface ExportTable {
	readonly title: string;
	readonly columns: readonly ExportColumn[];
	readonly rows: readonly (readonly ExportCell[])[];
	readonly facts: PictureFacts | null;
	readonly remarks: readonly ExportRemark[];
}

/** Whole digits beyond this are lost in a double. */
const exactDigits = 15;

/** A double without the noise behind its last exact digit: 31.7, not 31.700000000000003. */
function clean(value: number): number {
	return Number(value.toPrecision(exactDigits));
}

/** The number of a cell; text that a double could not hold digit by digit stays text, what is no number is none. */
function numberOf(value: string | number | null): ExportCell {
	if (value === null || value === '') return null;
	if (typeof value === 'number') return Number.isFinite(value) ? value : null;
	const digits = value.replaceAll(/\D/g, '').replace(/^0+/, '');
	return digits.length > exactDigits || !Number.isFinite(Number(value)) ? value : Number(value);
}

/** What a text cell says; what the page shows as — or leaves blank is missing. */
function textOf<R>(column: Column<R>, row: R): ExportCell {
	const value = column.value(row);
	const text = cellText(column, row);
	if (text === '' || text === '—' || (value === null && column.text === undefined)) return null;
	return text;
}

function exportColumn<R>(column: Column<R>, rows: readonly R[]): [ExportColumn, (row: R) => ExportCell] {
	const { key, title } = column;
	if (column.kind !== 'number')
		return [{ key, title, unit: null, kind: 'text', format: { digits: 0 } }, (row) => textOf(column, row)];
	const numbers = rows.flatMap((row) => {
		const value = numberOf(column.value(row));
		return typeof value === 'number' ? [{ value, text: cellText(column, row) }] : [];
	});
	const { kind, factor, unit, digits } = columnForm(numbers);
	const said = unit === '' || title.toLowerCase().includes(unit.toLowerCase());
	return [
		{ key, title, unit: said ? null : unit, kind, format: { digits } },
		(row) => {
			const value = numberOf(column.value(row));
			return typeof value === 'number' ? clean(value * factor) : value;
		}
	];
}

/** The table of a panel as a file holds it: the rows in the order shown, all columns, narrow screens or not. */
export function exportTable<R>(
	columns: readonly Column<R>[],
	rows: readonly R[],
	title: string,
	facts: PictureFacts | null,
	remarks: readonly ExportRemark[] = []
): ExportTable {
	const made = columns.map((column) => exportColumn(column, rows));
	return {
		title,
		columns: made.map(([column]) => column),
		rows: rows.map((row) => made.map(([, cell]) => cell(row))),
		facts,
		remarks
	};
}
