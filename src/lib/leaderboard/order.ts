import { compareFractions, isPlain, plainNumber, toFraction, type Exact, type Fraction } from './exact.ts';

/** The values of one criterion, prepared so that most comparisons are of two doubles and none is wrong for it. */
export interface Column {
	/** −1, 0 or 1 in the criterion's direction; missing values come last in either. */
	compare(left: number, right: number): number;
	/** Where doubles alone decide: numbers of which the smaller comes first. */
	readonly keys: Float64Array | null;
}

/** Beyond this difference, relative to the size, doubles of two values cannot have changed their order. */
const certain = 1e-12;
/** Distinct ratios of whole numbers up to this differ by more than a double loses. */
const smallest = 2 ** 25;

/**
 * Prepares values for sorting. Decimals of up to 15 digits and ratios of small whole numbers are ordered by doubles as
 * they are by fractions, so those need no more; others are compared as doubles where these differ clearly and as
 * fractions where not. Throws a RangeError on what is no number.
 */
export function column(values: readonly (Exact | null)[], direction: 'descending' | 'ascending'): Column {
	const sign = direction === 'ascending' ? 1 : -1;
	const keys = new Float64Array(values.length);
	let decimals = true;
	let ratios = true;
	for (let row = 0; row < values.length && (decimals || ratios); row++) {
		const value = values[row] ?? null;
		if (value === null) {
			keys[row] = Number.POSITIVE_INFINITY;
		} else if (typeof value === 'object') {
			decimals = false;
			ratios &&= isSmall(value.numerator) && isSmall(value.denominator);
			keys[row] = sign * ratioOf(value);
		} else {
			ratios = false;
			const number = typeof value === 'string' ? plainNumber(value) : value;
			decimals &&= Number.isFinite(number);
			keys[row] = sign * number;
		}
	}
	if (decimals || ratios) return { keys, compare: (left, right) => compareKeys(keys, left, right) };
	const { read, ...late } = reader(values.length, (row) => values[row] ?? null, direction);
	for (let row = 0; row < values.length; row++) read(row);
	return late;
}

/** What is known of a value: nothing yet, that it is missing, or what its double says of it. */
const unread = 0;
const missing = 1;
const decimal = 2;
const ratio = 3;
const coarse = 4;

/**
 * The same for a criterion that decides between some rows only: a value is read when it is first compared. Decimals of up to
 * 15 digits compare as doubles, ratios of small whole numbers among themselves too, all others as above.
 */
export function lateColumn(
	rows: number,
	valueOf: (row: number) => Exact | null,
	direction: 'descending' | 'ascending'
): Column {
	const { read: _read, ...late } = reader(rows, valueOf, direction);
	return late;
}

function reader(
	rows: number,
	valueOf: (row: number) => Exact | null,
	direction: 'descending' | 'ascending'
): Column & { readonly read: (row: number) => number } {
	const sign = direction === 'ascending' ? 1 : -1;
	const numbers = new Float64Array(rows);
	const kinds = new Uint8Array(rows);
	const fractions = new Map<number, Fraction>();
	const read = (row: number): number => {
		const value = valueOf(row);
		if (value === null) return (kinds[row] = missing);
		if (typeof value === 'object') {
			numbers[row] = ratioOf(value);
			return (kinds[row] = isSmall(value.numerator) && isSmall(value.denominator) ? ratio : coarse);
		}
		const number = typeof value === 'string' ? plainNumber(value) : value;
		numbers[row] = Number.isFinite(number) ? number : doubleOf(value);
		return (kinds[row] = Number.isFinite(number) ? decimal : coarse);
	};
	const fraction = (row: number): Fraction => {
		const known = fractions.get(row) ?? toFraction(valueOf(row) as Exact);
		fractions.set(row, known);
		return known;
	};
	return {
		keys: null,
		read,
		compare(left, right) {
			const a = kinds[left] === unread ? read(left) : (kinds[left] as number);
			const b = kinds[right] === unread ? read(right) : (kinds[right] as number);
			if (a === missing || b === missing) return Number(a === missing) - Number(b === missing);
			const x = numbers[left] as number;
			const y = numbers[right] as number;
			if (a === b && a !== coarse) return x < y ? -sign : x > y ? sign : 0;
			const difference = x - y;
			if (Math.abs(difference) > certain * (Math.abs(x) + Math.abs(y))) return difference < 0 ? -sign : sign;
			return sign * compareFractions(fraction(left), fraction(right));
		}
	};
}

function isSmall(value: string | number): boolean {
	const number = Number(value);
	return Number.isInteger(number) && Math.abs(number) <= smallest && isPlain(value);
}

/** The double next to a value; NaN where a double is too coarse to say anything, which sends it to the fractions. */
function doubleOf(value: string | number): number {
	if (isPlain(value)) return Number(value);
	// Refuses what is no number.
	toFraction(value);
	const size = Math.abs(Number(value));
	return size < 1e150 && size > 1e-150 ? Number(value) : Number.NaN;
}

function ratioOf({ numerator, denominator }: Exclude<Exact, string | number>): number {
	const [top, bottom] = [doubleOf(numerator), doubleOf(denominator)];
	if (bottom === 0) toFraction({ numerator, denominator });
	// A number may be smaller or larger than any text of 15 characters.
	return Math.abs(top) < 1e150 &&
		Math.abs(bottom) > 1e-150 &&
		(top === 0 || Math.abs(top) > 1e-150) &&
		Math.abs(bottom) < 1e150
		? top / bottom
		: Number.NaN;
}

function compareKeys(keys: Float64Array, left: number, right: number): number {
	const [a, b] = [keys[left] as number, keys[right] as number];
	return a < b ? -1 : a > b ? 1 : 0;
}

/** The first column in which two rows differ; −1 where there is none. */
export function separator(columns: readonly Column[], left: number, right: number): number {
	for (let at = 0; at < columns.length; at++) if ((columns[at] as Column).compare(left, right) !== 0) return at;
	return -1;
}

/**
 * The positions of rows in order: by columns, and between equals by `last`. Where doubles alone decide in the first column,
 * its values are sorted as numbers, which is several times quicker than asking for each pair, and only ties are asked about.
 */
export function inOrder(
	rows: number,
	columns: readonly Column[],
	last: (left: number, right: number) => number
): Uint32Array {
	const [first, ...rest] = columns;
	if (!first?.keys) {
		const compare = comparator(columns);
		return Uint32Array.from({ length: rows }, (_, row) => row).sort((a, b) => compare(a, b) || last(a, b));
	}
	const { places, starts } = byKeys(first.keys);
	const chain = comparator(rest);
	const compare = (left: number, right: number) => chain(left, right) || last(left, right);
	for (let at = 0; at + 1 < starts.length; at++)
		sortPart(places, starts[at] as number, starts[at + 1] as number, compare);
	return places;
}

/** Sorting a handful costs less than preparing to sort it. */
const handful = 24;

function sortPart(
	places: Uint32Array,
	from: number,
	to: number,
	compare: (left: number, right: number) => number
): void {
	if (to - from > handful) {
		places.subarray(from, to).sort(compare);
		return;
	}
	for (let at = from + 1; at < to; at++) {
		const row = places[at] as number;
		let free = at;
		for (; free > from && compare(places[free - 1] as number, row) > 0; free--)
			places[free] = places[free - 1] as number;
		places[free] = row;
	}
}

/** Rows by their keys, and where the rows of each distinct key begin, with the end as the last. */
function byKeys(keys: Float64Array): { places: Uint32Array; starts: Uint32Array } {
	const values = keys.toSorted();
	let distinct = 0;
	const starts = new Uint32Array(values.length + 1);
	for (let at = 0; at < values.length; at++) {
		if (at > 0 && values[at] === values[at - 1]) continue;
		values[distinct] = values[at] as number;
		starts[distinct++] = at;
	}
	starts[distinct] = keys.length;
	const next = starts.slice(0, distinct);
	const places = new Uint32Array(keys.length);
	for (let row = 0; row < keys.length; row++) {
		const key = keys[row] as number;
		let low = 0;
		let high = distinct - 1;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((values[middle] as number) < key) low = middle + 1;
			else high = middle;
		}
		places[next[low] as number] = row;
		next[low] = (next[low] as number) + 1;
	}
	return { places, starts: starts.subarray(0, distinct + 1) };
}

/** The order of rows by columns, the first deciding. */
function comparator([first, ...rest]: readonly Column[]): (left: number, right: number) => number {
	if (!first) return () => 0;
	const then = comparator(rest);
	const { keys } = first;
	if (!keys) return (left, right) => first.compare(left, right) || then(left, right);
	return (left, right) => {
		const a = keys[left] as number;
		const b = keys[right] as number;
		return a < b ? -1 : a > b ? 1 : then(left, right);
	};
}
