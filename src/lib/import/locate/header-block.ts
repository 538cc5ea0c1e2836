import { parseUnit, type ParsedUnit } from '../map/unit.ts';
import { plainText } from '../normalise/characters.ts';
import { startsAsFigure, type RowShape } from './row-shape.ts';

/** Rows of a header at most, a row of units and one of column numbers included. */
const longestHeader = 5;
/** No column name is longer; longer text need not be looked up. */
export const longestName = 60;

/** The rows of the header from its first on, combined; `given`: how many rows it has, where a person says so. */
export function headerBlock(
	rows: readonly (readonly string[])[],
	shapes: readonly RowShape[],
	first: number,
	known: (cell: string) => boolean,
	given: number | undefined
) {
	let header = [...(rows[first] ?? [])];
	let groups: string[] = header.map(() => '');
	let unitRow: (ParsedUnit | null)[] = [];
	let last = first;
	const end = Math.min(rows.length, first + (given ?? longestHeader));
	for (let index = first + 1; index < end; index++) {
		const row = rows[index] ?? [];
		const shape = shapes[index] as RowShape | undefined;
		if (given === undefined && (!shape || shape.filled === 0)) break;
		const units = row.map(parseUnit);
		if (row.every((cell, column) => plainText(cell) === '' || units[column] !== null)) {
			if (unitRow.length === 0) unitRow = units;
		} else if (isTranslation(header, row, shape, known) || isColumnNumbers(row)) {
			// Says nothing that the names above do not.
		} else if (given !== undefined || isSubHeader(header, row, shape, rows.slice(index + 1, index + 11), known)) {
			({ header, groups } = combine(header, row, groups));
		} else {
			break;
		}
		last = index;
	}
	return { header, groups, unitRow, headerLast: last, headerRows: last - first + 1 };
}

/**
 * Merged cells come out as one name and blanks, or as the same name several times; the names of the single columns
 * stand below. Data may look the same, so that it takes known names, or figures under the new ones.
 */
function isSubHeader(
	header: readonly string[],
	row: readonly string[],
	shape: RowShape | undefined,
	below: readonly (readonly string[])[],
	known: (cell: string) => boolean
): boolean {
	if (!shape || shape.numeric > 0) return false;
	const above = (column: number) => plainText(header[column] ?? '');
	const own = row.flatMap((cell, column) => {
		const text = plainText(cell);
		return text === '' || text === above(column) ? [] : [column];
	});
	const merged = own.filter((column) => {
		const name = above(column);
		return name === '' || name === above(column - 1) || name === above(column + 1);
	});
	if (merged.length === 0 || merged.length * 3 < own.length) return false;
	if (merged.some((column) => known(row[column] ?? ''))) return true;
	const overFigures = merged.filter((column) => {
		const cells = below.map((cells) => plainText(cells[column] ?? '')).filter((cell) => cell !== '');
		return cells.length > 0 && cells.filter((cell) => startsAsFigure(cell)).length * 2 > cells.length;
	});
	return overFigures.length * 2 > merged.length && !row.some((cell) => cell.length > longestName);
}

function combine(
	header: readonly string[],
	row: readonly string[],
	before: readonly string[]
): { header: string[]; groups: string[] } {
	const length = Math.max(header.length, row.length);
	const names: string[] = [];
	const groups: string[] = [];
	let group = '';
	for (let column = 0; column < length; column++) {
		const above = plainText(header[column] ?? '');
		const below = plainText(row[column] ?? '');
		if (above !== '') group = above;
		const same = below === '' || below === above;
		names.push(same ? above : below);
		groups.push(same ? (before[column] ?? '') : group);
	}
	return { header: names, groups };
}

/** A second header line in English below a Chinese one. */
function isTranslation(
	header: readonly string[],
	row: readonly string[],
	shape: RowShape | undefined,
	known: (cell: string) => boolean
): boolean {
	const words = row.filter(
		(cell) => cell.length <= longestName && /^[A-Za-z][A-Za-z _./()%,'#&-]*$/.test(plainText(cell))
	);
	if (
		!shape ||
		words.length < shape.filled ||
		shape.filled < 2 ||
		shape.filled * 2 < header.filter((cell) => cell !== '').length
	)
		return false;
	if (!header.some((cell) => /[\u3400-\u9fff]/.test(cell))) return false;
	return words.filter(known).length * 2 >= words.length || words.some((cell) => /[A-Za-z]{3} [A-Za-z]{2}/.test(cell));
}

/** The row 甲 乙 1 2 3 of statistical forms. */
function isColumnNumbers(row: readonly string[]): boolean {
	const cells = row.map(plainText).filter((cell) => cell !== '');
	const numbers = cells.filter((cell) => /^\(?\d{1,3}\)?$/.test(cell)).map((cell) => Number(cell.replace(/\D/g, '')));
	const letters = cells.filter((cell) => /^[甲乙丙丁戊ABCDE]$/.test(cell)).length;
	if (letters === 0 || numbers.length < 2 || numbers.length + letters !== cells.length) return false;
	return numbers.every((number, index) => number === (numbers[0] ?? 0) + index);
}
