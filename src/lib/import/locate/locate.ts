import { headerText } from '../map/header-text.ts';
import { unitLine, type ParsedUnit } from '../map/unit.ts';
import { plainText } from '../normalise/characters.ts';
import { isMissing } from '../normalise/missing.ts';
import { headerBlock, longestName } from './header-block.ts';
import { isNote, rowShape, startsAsFigure, type RowShape } from './row-shape.ts';

/** Where the table is in the first rows of the file; positions are 0-based rows. */
export interface TablePlace {
	readonly headerFirst: number;
	/** Includes a row of units. */
	readonly headerLast: number;
	/** One text per column; multi-row headers combined. */
	readonly header: readonly string[];
	/** Names of groups above the columns of a two-row header, '' where there are none. */
	readonly groups: readonly string[];
	/** Units of the row below the header, per column. */
	readonly unitRow: readonly (ParsedUnit | null)[];
	/** Units that a line of the preamble states for the whole table. */
	readonly fileUnits: readonly ParsedUnit[];
	/** Texts of the lines above the header. */
	readonly titles: readonly string[];
	/** Rows above the header that are not blank. */
	readonly preamble: readonly number[];
	/** Rows of the header; 0 where there is none. */
	readonly headerRows: number;
	/** Cells of a row. */
	readonly width: number;
	/** Columns that hold figures, dates or codes in nearly all of the first rows. */
	readonly figureColumns: readonly number[];
	/** Column at which another table stands beside this one. */
	readonly sideBySide: number | null;
	/** The first row is data already. */
	readonly missing: boolean;
	readonly certainty: number;
}

const searched = 100;

/** Where a person says that the header is. */
export interface GivenHeader {
	/** 0-based row; -1: there is none and the columns are known by position. */
	readonly row?: number | undefined;
	readonly rows?: number | undefined;
}

/** Finds the header: the first row that names columns and under which the table has its usual width. */
export function locateTable(
	rows: readonly (readonly string[])[],
	isKnown: (key: string) => boolean,
	given: GivenHeader = {}
): TablePlace {
	const shapes = rows.slice(0, 300).map(rowShape);
	const known = (cell: string) => cell !== '' && cell.length <= longestName && isKnown(headerText(cell).key);
	const width = usualWidth(shapes);
	if (given.row === -1) return withoutHeader(rows, shapes);
	let best = given.row ?? -1;
	let bestScore = -1;
	if (given.row === undefined) {
		for (let index = 0; index < Math.min(searched, shapes.length); index++) {
			const around = [...rows.slice(index + 1, index + 9), ...rows.slice(Math.max(0, index - 8), index)];
			const score = headerScore(rows[index] ?? [], shapes[index] as RowShape, width, known, around);
			// Later rows must be clearly better: data of pure text looks like a header too.
			if (score > bestScore + (best < 0 ? 0 : 0.5)) [best, bestScore] = [index, score];
		}
	}
	const missing = best < 0 || (given.row === undefined && bestScore < 1);
	if (missing) best = Math.max(0, firstFilled(shapes));
	else if (given.row === undefined) best = topOfHeader(rows, shapes, best, known);
	const base = preambleOf(rows, shapes, best);
	if (missing && (shapes[best]?.numeric ?? 0) > 0) {
		const none = { headerFirst: best, headerLast: best - 1, header: [], groups: [], unitRow: [], headerRows: 0 };
		return { ...base, ...none, width, figureColumns: [], sideBySide: null, missing, certainty: 0 };
	}
	const block = headerBlock(rows, shapes, best, known, given.rows);
	const certainty = given.row === undefined ? Math.min(1, Math.max(0.3, bestScore / 4)) : 1;
	const sideBySide = secondTable(block.header);
	const data = rows.slice(block.headerLast + 1, block.headerLast + 51);
	const table = { width: tableWidth(block.header, data), figureColumns: figureColumnsOf(data), sideBySide };
	return { ...base, ...block, headerFirst: best, ...table, missing: false, certainty };
}

/** Up to the last column with a name, or the last with data if the header has room for it. */
function tableWidth(header: readonly string[], data: readonly (readonly string[])[]): number {
	const named = rowShape(header).width;
	const filled = data.map((row) => rowShape(row).width).filter((width) => width > named && width <= header.length);
	return filled.length * 2 > data.length ? Math.max(...filled) : named;
}

function figureColumnsOf(data: readonly (readonly string[])[]): number[] {
	const width = Math.max(0, ...data.map((row) => row.length));
	return Array.from({ length: width }, (_, column) => column).filter((column) => {
		const cells = data.map((row) => plainText(row[column] ?? '')).filter((cell) => !isMissing(cell));
		return cells.length > 0 && cells.filter(startsAsFigure).length >= cells.length * 0.8;
	});
}

function preambleOf(rows: readonly (readonly string[])[], shapes: readonly RowShape[], header: number) {
	const titleRows = rows.slice(0, header);
	return {
		titles: titleRows.flatMap((row) => row.map(plainText).filter((cell) => cell !== '')),
		fileUnits: titleRows.flatMap((row) => unitLine(row)),
		preamble: titleRows.flatMap((_, index) => ((shapes[index]?.filled ?? 0) > 0 ? [index] : []))
	};
}

/** A table whose columns have no names: every row is data. */
function withoutHeader(rows: readonly (readonly string[])[], shapes: readonly RowShape[]): TablePlace {
	const width = usualWidth(shapes);
	const first = Math.max(0, firstFilled(shapes));
	const header = new Array<string>(width).fill('');
	return {
		...preambleOf(rows, shapes, first),
		headerFirst: first,
		headerLast: first - 1,
		header,
		groups: header,
		unitRow: [],
		headerRows: 0,
		width,
		figureColumns: [],
		sideBySide: null,
		missing: false,
		certainty: 1
	};
}

function firstFilled(shapes: readonly RowShape[]): number {
	return shapes.findIndex((shape) => shape.filled > 0);
}

/** The row found may be the lower one of a header: the names of columns that it leaves blank stand above. */
function topOfHeader(
	rows: readonly (readonly string[])[],
	shapes: readonly RowShape[],
	found: number,
	known: (cell: string) => boolean
): number {
	let top = found;
	for (let at = found - 1; at >= Math.max(0, found - 3); at--) {
		const above = rows[at] ?? [];
		const shape = shapes[at] as RowShape;
		if (shape.filled === 0 || shape.numeric > 0 || unitLine(above).length > 0 || isNote(above)) break;
		const between = rows.slice(at + 1, top + 1);
		const names = above.filter((cell, column) => {
			const name = plainText(cell);
			const below = between.map((row) => plainText(row[column] ?? ''));
			return name !== '' && below.every((text) => text === '' || text === name);
		});
		// A row of groups names no column itself; the names may stand above it.
		if (names.length > 0 && (shape.filled > 1 || names.some(known))) top = at;
		else if (shape.filled < 2) break;
	}
	return top;
}

/** Column at which the header begins anew, because a second table stands beside the first; null when there is none. */
function secondTable(header: readonly string[]): number | null {
	const keys = header.map((cell) => (cell.length <= longestName ? headerText(cell).key : cell));
	const first = keys.findIndex((key) => key !== '');
	if (first < 0) return null;
	for (
		let start = keys.indexOf(keys[first] as string, first + 1);
		start > 0;
		start = keys.indexOf(keys[first] as string, start + 1)
	) {
		const left = new Set(keys.slice(first, start).filter((key) => key !== ''));
		const right = keys.slice(start).filter((key) => key !== '');
		if (left.size > 1 && right.filter((key) => left.has(key)).length >= Math.max(2, left.size / 2)) return start;
	}
	return null;
}

function usualWidth(shapes: readonly RowShape[]): number {
	const counts = new Map<number, number>();
	for (const { width, filled } of shapes) if (filled > 0) counts.set(width, (counts.get(width) ?? 0) + 1);
	let usual = 1;
	let most = 0;
	for (const [width, count] of counts)
		if (count > most || (count === most && width > usual)) [usual, most] = [width, count];
	return usual;
}

/** A cell with digits in it that is built like those around it: an id, a date, a figure, and no name of a column. */
function resemblesData(row: readonly string[], around: readonly (readonly string[])[]): boolean {
	return row.some((cell, column) => {
		if (!/\d/.test(cell) || cell.length > longestName) return false;
		const pattern = patternOf(cell);
		const others = around
			.map((cells) => cells[column] ?? '')
			.filter((other) => other !== '' && other.length <= longestName);
		const alike = others.filter((other) => patternOf(other) === pattern).length;
		return others.length > 1 && alike >= others.length * 0.7 && others.some((other) => other !== cell);
	});
}

function patternOf(cell: string): string {
	return cell.replace(/\d+/g, '0').replace(/[A-Za-z]+/g, 'a');
}

function headerScore(
	row: readonly string[],
	shape: RowShape,
	width: number,
	known: (cell: string) => boolean,
	around: readonly (readonly string[])[]
): number {
	if (shape.filled === 0 || (width > 1 && shape.filled < 2) || isNote(row)) return -1;
	const names = row.filter(known).length;
	if (names < 2 && unitLine(row).length > 0) return -1;
	const named = (shape.filled - shape.numeric) / shape.filled;
	if (named < 0.6 && names < 2) return -1;
	if (names * 2 < shape.filled && resemblesData(row, around)) return -1;
	return names * 2 + (shape.numeric === 0 ? 1 : 0) + Math.min(1, shape.filled / width);
}
