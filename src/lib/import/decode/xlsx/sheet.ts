import { maxColumns, maxSheetRows } from '../../limits.ts';
import { plainNumber } from '../plain-number.ts';
import type { Archive } from './archive.ts';
import { TooLarge, walkElements } from './elements.ts';
import { formatted, type NumberFormat } from './number-format.ts';
import { unescaped } from './parts.ts';

/** A rectangle of merged cells; 0-based, ends included. */
export interface MergedCells {
	readonly top: number;
	readonly left: number;
	readonly bottom: number;
	readonly right: number;
}

/** One sheet as text: every cell as a CSV file would hold it, rows and columns where the sheet has them. */
export interface SheetText {
	readonly name: string;
	readonly rows: string[][];
	readonly merged: readonly MergedCells[];
	/** 0-based rows and columns that the sheet does not show. */
	readonly hiddenRows: readonly number[];
	readonly hiddenColumns: readonly number[];
}

/** What cells refer to. */
export interface CellContext {
	readonly strings: readonly string[];
	readonly formats: readonly NumberFormat[];
	readonly is1904: boolean;
}

/** Reads a sheet, or its first `rowLimit` rows. Throws `TooLarge` when it is wider or longer than any table may be. */
export async function readSheet(
	archive: Archive,
	part: string,
	context: CellContext,
	rowLimit = Infinity
): Promise<Omit<SheetText, 'name'>> {
	const rows: string[][] = [];
	const merged: MergedCells[] = [];
	const hiddenRows: number[] = [];
	const hiddenColumns: number[] = [];
	let row: string[] = [];
	let column = 0;
	let type = '';
	let style = 0;
	let value = '';
	let formula: string | null = null;
	let inFormula = false;
	let inValue = false;
	let inReading = false;
	await walkElements(archive.text(part), {
		open(name, attribute) {
			if (name === 'c') {
				column = columnOf(attribute('r')) ?? column + 1;
				type = attribute('t') ?? '';
				style = Number(attribute('s') ?? 0);
				value = '';
				formula = null;
			} else if (name === 'f') {
				inFormula = true;
				formula = '';
			} else if (name === 'v' || name === 't') inValue = !inReading;
			else if (name === 'rPh') inReading = true;
			else if (name === 'row') {
				const at = Number(attribute('r') ?? 0) - 1;
				if (at >= maxSheetRows) throw new TooLarge(`${maxSheetRows} rows`);
				while (rows.length < at) rows.push([]);
				row = [];
				column = -1;
				if (isTrue(attribute('hidden'))) hiddenRows.push(rows.length);
				rows.push(row);
			} else if (name === 'col' && isTrue(attribute('hidden'))) {
				const last = Math.min(Number(attribute('max')), maxColumns);
				for (let hidden = Number(attribute('min')); hidden <= last; hidden++) hiddenColumns.push(hidden - 1);
			} else if (name === 'mergeCell') {
				const cells = mergedCells(attribute('ref') ?? '');
				if (cells) merged.push(cells);
			}
		},
		text(content) {
			if (inValue) value += content;
			else if (inFormula) formula += content;
		},
		close(name) {
			if (name === 'v' || name === 't') {
				inValue = false;
				formula = null;
			} else if (name === 'f') inFormula = false;
			else if (name === 'rPh') inReading = false;
			else if (name === 'c' && (value !== '' || formula !== null)) {
				if (column >= maxColumns) throw new TooLarge(`${maxColumns} columns`);
				while (row.length < column) row.push('');
				// Written by a program and never calculated: there is no value, and a blank would hide that.
				row[column] = formula === null ? cellText(value, type, style, context) : `=${formula || '?'}`;
			}
		},
		done: () => rows.length > rowLimit
	});
	const width = rows.reduce((widest, cells) => Math.max(widest, cells.length), 0);
	for (const cells of rows) while (cells.length > 0 && cells.length < width) cells.push('');
	return { rows, merged, hiddenRows, hiddenColumns: hiddenColumns.filter((at) => at < width) };
}

function cellText(value: string, type: string, style: number, context: CellContext): string {
	if (type === 's') return context.strings[Number(value)] ?? '';
	if (type === 'str' || type === 'inlineStr') return unescaped(value);
	if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
	// Errors stay what they are: a blank would be a figure that was never there.
	if (type === 'e') return value;
	if (type === 'd') return value.replace(/T00:00:00(?:\.0+)?Z?$/, '').replace('T', ' ');
	const format = context.formats[style];
	const plain = plainNumber(value);
	return format ? formatted(plain, format, context.is1904) : plain;
}

function isTrue(text: string | undefined): boolean {
	return text === '1' || text === 'true';
}

/** B of B7 → 1; null when there is no letter. */
function columnOf(reference: string | undefined): number | null {
	if (!reference) return null;
	let column = 0;
	let at = 0;
	for (; at < reference.length; at++) {
		const code = reference.charCodeAt(at) & ~32;
		if (code < 65 || code > 90) break;
		column = column * 26 + code - 64;
	}
	return at === 0 ? null : column - 1;
}

function mergedCells(reference: string): MergedCells | null {
	const match = /^\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)$/i.exec(reference);
	if (!match) return null;
	const [, left, top, right, bottom] = match;
	return {
		top: Number(top) - 1,
		left: columnOf(left) ?? 0,
		bottom: Number(bottom) - 1,
		right: columnOf(right) ?? 0
	};
}
