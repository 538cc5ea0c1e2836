import type { Field } from '#lib/datasets/dataset.ts';
import type { CleanTable } from './clean-tables.ts';
import { writeRows } from './delimited.ts';
import { encode } from './encode.ts';
import { flagged, same, type Expectation, type Pollute } from './kind.ts';
import { placeOf, withCell, withRows, type Place } from './places.ts';
import type { IssueCode } from '#lib/import/issue.ts';

/** The table as a file in UTF-8. */
export function fileOf(rows: readonly (readonly string[])[]): Uint8Array {
	return encode(writeRows(rows), 'utf-8');
}

/** How one cell is changed; null: not this cell. */
export type Change = (text: string, place: Place, table: CleanTable) => string | null;

/** One cell of a suitable column written otherwise. */
export function oneCell(
	suits: (field: Field) => boolean,
	change: Change,
	expect: (place: Place, table: CleanTable) => Expectation,
	value: (text: string) => boolean = () => true
): Pollute {
	return (table, random) => {
		const place = placeOf(table, random, suits, value);
		const text = place && change(place.text, place, table);
		if (!place || text === null || text === undefined) return null;
		return { bytes: fileOf([table.header, ...withCell(table, place, text)]), expect: expect(place, table) };
	};
}

/** The cell is flagged as one of the codes, at its line and in its column. */
export function atCell(...codes: readonly IssueCode[]): (place: Place) => Expectation {
	return (place) => flagged(codes, place.line, place.header);
}

/** The cell is flagged, or read as it was. */
export function atCellOrSame(...codes: readonly IssueCode[]): (place: Place) => Expectation {
	return (place) => ({ ...flagged(codes, place.line, place.header), orSame: true });
}

/** The table is read as if the cell were this one. */
export function readAs(
	text: (place: Place) => string,
	...may: readonly IssueCode[]
): (place: Place, table: CleanTable) => Expectation {
	return (place, table) => ({ ...same(...may), reference: withRows(table, withCell(table, place, text(place))) });
}

/** Every cell of the columns that suit written otherwise; null where there is no such column or a cell resists. */
export function everyCell(
	suits: (field: Field) => boolean,
	change: Change,
	expect: Expectation | ((columns: readonly number[], table: CleanTable) => Expectation),
	header: (name: string) => string = (name) => name
): Pollute {
	return (table) => {
		const columns = [...table.fields.keys()].filter((at) => suits(table.fields[at] as Field));
		if (columns.length === 0) return null;
		const rows = table.rows.map((row, at) =>
			row.map((cell, column) => {
				if (cell === '' || !columns.includes(column)) return cell;
				const field = table.fields[column] as Field;
				const place = { row: at, column, line: at + 2, header: table.header[column] as string, field, text: cell };
				return change(cell, place, table) ?? cell;
			})
		);
		const changed = rows.some((row, at) => row.some((cell, column) => cell !== table.rows[at]?.[column]));
		const names = table.header.map((name, at) => (columns.includes(at) ? header(name) : name));
		if (!changed && names.every((name, at) => name === table.header[at])) return null;
		return { bytes: fileOf([names, ...rows]), expect: typeof expect === 'function' ? expect(columns, table) : expect };
	};
}

/** Decimal text with its point moved to the left. */
export function movedPoint(text: string, places: number): string {
	const [whole = '', fraction = ''] = text.split('.');
	const digits = whole.padStart(places + 1, '0');
	const moved = `${digits.slice(0, -places)}.${digits.slice(-places)}${fraction}`;
	return moved.replace(/\.?0+$/, '');
}
