import { headerText } from '../map/header-text.ts';
import { parseUnit, unitLine, type ParsedUnit } from '../map/unit.ts';
import { plainText } from '../normalise/characters.ts';
import { isNote, rowShape, type RowShape } from './row-shape.ts';

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
	readonly headerRows: number;
	/** The first row is data already. */
	readonly missing: boolean;
	readonly certainty: number;
}

const searched = 40;

/** Finds the header: the first row that names columns and under which the table has its usual width. */
export function locateTable(
	rows: readonly (readonly string[])[],
	isKnown: (key: string) => boolean,
	givenRow?: number
): TablePlace {
	const shapes = rows.slice(0, 300).map(rowShape);
	const width = usualWidth(shapes);
	let best = givenRow ?? -1;
	let bestScore = -1;
	if (givenRow === undefined) {
		for (let index = 0; index < Math.min(searched, shapes.length); index++) {
			const score = headerScore(rows[index] ?? [], shapes[index] as RowShape, width, isKnown);
			// Later rows must be clearly better: data of pure text looks like a header too.
			if (score > bestScore + (best < 0 ? 0 : 0.5)) [best, bestScore] = [index, score];
		}
	}
	const missing = best < 0 || (givenRow === undefined && bestScore < 1);
	if (missing)
		best = Math.max(
			0,
			shapes.findIndex((shape) => shape.filled > 0)
		);
	const titleRows = rows.slice(0, best);
	const base = {
		titles: titleRows.flatMap((row) => row.map(plainText).filter((cell) => cell !== '')),
		fileUnits: titleRows.flatMap((row) => unitLine(row)),
		preamble: titleRows.flatMap((row, index) => ((shapes[index]?.filled ?? 0) > 0 ? [index] : []))
	};
	if (missing && (shapes[best]?.numeric ?? 0) > 0) {
		return {
			...base,
			headerFirst: best,
			headerLast: best - 1,
			header: [],
			groups: [],
			unitRow: [],
			headerRows: 0,
			missing,
			certainty: 0
		};
	}
	const block = headerBlock(rows, shapes, best, isKnown);
	return { ...base, ...block, headerFirst: best, missing: false, certainty: Math.min(1, Math.max(0.3, bestScore / 4)) };
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

function headerScore(
	row: readonly string[],
	shape: RowShape,
	width: number,
	isKnown: (key: string) => boolean
): number {
	if (shape.filled === 0 || (width > 1 && shape.filled < 2) || unitLine(row).length > 0 || isNote(row)) return -1;
	const known = row.filter((cell) => cell !== '' && isKnown(headerText(cell).key)).length;
	const named = (shape.filled - shape.numeric) / shape.filled;
	if (named < 0.6 && known < 2) return -1;
	return known * 2 + (shape.numeric === 0 ? 1 : 0) + Math.min(1, shape.filled / width);
}

function headerBlock(
	rows: readonly (readonly string[])[],
	shapes: readonly RowShape[],
	first: number,
	isKnown: (key: string) => boolean
) {
	let header = [...(rows[first] ?? [])];
	let groups: string[] = header.map(() => '');
	let unitRow: (ParsedUnit | null)[] = [];
	let last = first;
	for (let index = first + 1; index <= first + 3 && index < rows.length; index++) {
		const row = rows[index] ?? [];
		const shape = shapes[index] as RowShape | undefined;
		if (!shape || shape.filled === 0) break;
		const units = row.map(parseUnit);
		if (row.every((cell, column) => plainText(cell) === '' || units[column] !== null)) {
			unitRow = units;
		} else if (isSubHeader(header, row, shape)) {
			const combined = combine(header, row);
			header = combined.header;
			groups = combined.groups;
		} else if (!isTranslation(header, row, shape, isKnown) && !isColumnNumbers(row)) {
			break;
		}
		last = index;
	}
	return { header, groups, unitRow, headerLast: last, headerRows: last - first + 1 };
}

/** Merged cells come out as one name and blanks; the names of the single columns stand below the blanks. */
function isSubHeader(header: readonly string[], row: readonly string[], shape: RowShape): boolean {
	if (shape.numeric > 0) return false;
	const blanks = row.flatMap((cell, column) =>
		plainText(cell) !== '' && plainText(header[column] ?? '') === '' ? [column] : []
	);
	const covered = header.filter((cell, column) => plainText(cell) !== '' && plainText(row[column] ?? '') === '').length;
	return blanks.length > 0 && (covered > 0 || shape.filled <= row.length) && blanks.length * 3 >= shape.filled;
}

function combine(header: readonly string[], row: readonly string[]): { header: string[]; groups: string[] } {
	const length = Math.max(header.length, row.length);
	const names: string[] = [];
	const groups: string[] = [];
	let group = '';
	for (let column = 0; column < length; column++) {
		const above = plainText(header[column] ?? '');
		const below = plainText(row[column] ?? '');
		if (above !== '') group = above;
		names.push(below === '' ? above : below);
		groups.push(below === '' ? '' : group);
	}
	return { header: names, groups };
}

/** A second header line in English below a Chinese one. */
function isTranslation(
	header: readonly string[],
	row: readonly string[],
	shape: RowShape,
	isKnown: (key: string) => boolean
): boolean {
	const words = row.filter((cell) => /^[A-Za-z][A-Za-z _./()%,'#&-]*$/.test(plainText(cell)));
	if (words.length < shape.filled || shape.filled < 2 || shape.filled * 2 < header.filter((cell) => cell !== '').length)
		return false;
	if (!header.some((cell) => /[\u3400-\u9fff]/.test(cell))) return false;
	const known = words.filter((cell) => isKnown(headerText(cell).key)).length;
	return known * 2 >= words.length || words.some((cell) => /[A-Za-z]{3} [A-Za-z]{2}/.test(cell));
}

/** The row 甲 乙 1 2 3 of statistical forms. */
function isColumnNumbers(row: readonly string[]): boolean {
	const cells = row.map(plainText).filter((cell) => cell !== '');
	const numbers = cells.filter((cell) => /^\(?\d{1,3}\)?$/.test(cell)).map((cell) => Number(cell.replace(/\D/g, '')));
	const letters = cells.filter((cell) => /^[甲乙丙丁戊ABCDE]$/.test(cell)).length;
	if (letters === 0 || numbers.length < 2 || numbers.length + letters !== cells.length) return false;
	return numbers.every((number, index) => number === (numbers[0] ?? 0) + index);
}
