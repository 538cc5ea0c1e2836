import { compareFractions, isPlain, toFraction, type Exact, type Fraction } from './exact.ts';

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
	const numbers = new Float64Array(values.length);
	const missing = new Uint8Array(values.length);
	let decimals = true;
	let ratios = true;
	values.forEach((value, index) => {
		if (value === null) {
			missing[index] = 1;
		} else if (typeof value === 'object') {
			decimals = false;
			ratios &&= isSmall(value.numerator) && isSmall(value.denominator);
			numbers[index] = ratioOf(value);
		} else {
			ratios = false;
			decimals &&= isPlain(value);
			numbers[index] = doubleOf(value);
		}
	});
	const plain = decimals || ratios;
	if (plain) {
		const keys = numbers.map((number, index) => (missing[index] ? Number.POSITIVE_INFINITY : sign * number));
		return { keys, compare: (left, right) => compareKeys(keys, left, right) };
	}
	const fractions: (Fraction | undefined)[] = [];
	const fraction = (index: number) => (fractions[index] ??= toFraction(values[index] as Exact));
	return {
		keys: null,
		compare(left, right) {
			if (missing[left] || missing[right]) return (missing[left] as number) - (missing[right] as number);
			const [a, b] = [numbers[left] as number, numbers[right] as number];
			const difference = a - b;
			if (Math.abs(difference) > certain * (Math.abs(a) + Math.abs(b))) return difference < 0 ? -sign : sign;
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
	return columns.findIndex((each) => each.compare(left, right) !== 0);
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
	const compare = comparator(rest);
	for (let at = 0; at + 1 < starts.length; at++) {
		const [from, to] = [starts[at] as number, starts[at + 1] as number];
		if (to - from > 1) places.subarray(from, to).sort((a, b) => compare(a, b) || last(a, b));
	}
	return places;
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
function comparator(columns: readonly Column[]): (left: number, right: number) => number {
	const keys = columns.flatMap((each) => each.keys ?? []);
	if (keys.length === columns.length) {
		return (left, right) => {
			for (const each of keys) {
				const a = each[left] as number;
				const b = each[right] as number;
				if (a < b) return -1;
				if (a > b) return 1;
			}
			return 0;
		};
	}
	return (left, right) => {
		for (const each of columns) {
			const difference = each.compare(left, right);
			if (difference !== 0) return difference;
		}
		return 0;
	};
}
