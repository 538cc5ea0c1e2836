import type { Field } from '#lib/datasets/dataset.ts';
import type { CleanTable } from './clean-tables.ts';
import type { Random } from './random.ts';

/** A cell of a clean table: positions are 0-based, the line is the one of the written file. */
export interface Place {
	readonly row: number;
	readonly column: number;
	readonly line: number;
	readonly header: string;
	readonly field: Field;
	readonly text: string;
}

/** A random cell that is filled, of a field that suits, of a value that suits. */
export function placeOf(
	table: CleanTable,
	random: Random,
	suits: (field: Field) => boolean,
	value: (text: string) => boolean = () => true
): Place | null {
	const columns = [...table.fields.keys()].filter((column) => suits(table.fields[column] as Field));
	const cells = columns.flatMap((column) =>
		table.rows.flatMap((row, at) => {
			const text = row[column] ?? '';
			return text !== '' && value(text) ? [{ row: at, column, text }] : [];
		})
	);
	if (cells.length === 0) return null;
	const { row, column, text } = random.pick(cells);
	return {
		row,
		column,
		line: row + 2,
		header: table.header[column] as string,
		field: table.fields[column] as Field,
		text
	};
}

/** The rows with one cell changed. */
export function withCell(table: CleanTable, place: Pick<Place, 'row' | 'column'>, text: string): string[][] {
	return table.rows.map((row, at) =>
		row.map((cell, column) => (at === place.row && column === place.column ? text : cell))
	);
}

/** The same table with other rows. */
export function withRows(table: CleanTable, rows: readonly (readonly string[])[]): CleanTable {
	return { ...table, rows };
}

/** A column appended or put in: header and cell of each row. */
export function withColumn(table: CleanTable, at: number, header: string, cell: (row: number) => string): string[][] {
	const insert = (row: readonly string[], text: string) => [...row.slice(0, at), text, ...row.slice(at)];
	return [insert(table.header, header), ...table.rows.map((row, index) => insert(row, cell(index)))];
}

/** Types of fields whose cells are figures. */
export const isFigure = (field: Field): boolean => field.type === 'integer' || field.type === 'decimal';
/** Counts of something: whole, not below zero, in a unit of people or things. */
export const isCount = (field: Field): boolean =>
	field.type === 'integer' && field.unit !== undefined && field.unit !== 'count' && field.name !== 'rank_published';
/** Fields of free text. */
export const isText = (field: Field): boolean => field.type === 'text' && !field.key;
export const isType =
	(...types: readonly Field['type'][]) =>
	(field: Field): boolean =>
		types.includes(field.type);
export const isRequired = (field: Field): boolean => field.required === true;

/** A row somewhere inside: neither the first nor the last. */
export function innerRow(table: CleanTable, random: Random): number {
	return random.between(1, table.rows.length - 2);
}

/** Lines of the rows when `count` lines stand before row `from`. */
export function linesShifted(table: CleanTable, from: number, count: number): number[] {
	return table.rows.map((_, at) => at + 2 + (at >= from ? count : 0));
}
