import { compareFractions, toFraction, type Exact, type Fraction } from './exact.ts';

/** The values of one criterion, prepared so that most comparisons are of two doubles and none is wrong for it. */
export interface Column {
	/** −1, 0 or 1 in the criterion's direction; missing values come last in either. */
	compare(left: number, right: number): number;
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
	const fractions: (Fraction | undefined)[] = [];
	const fraction = (index: number) => (fractions[index] ??= toFraction(values[index] as Exact));
	return {
		compare(left, right) {
			if (missing[left] || missing[right]) return (missing[left] as number) - (missing[right] as number);
			const [a, b] = [numbers[left] as number, numbers[right] as number];
			if (plain) return a < b ? -sign : a > b ? sign : 0;
			const difference = a - b;
			if (Math.abs(difference) > certain * (Math.abs(a) + Math.abs(b))) return difference < 0 ? -sign : sign;
			return sign * compareFractions(fraction(left), fraction(right));
		}
	};
}

/** Text of up to 15 characters has no more digits than a double keeps apart. */
function isPlain(value: string | number): boolean {
	return typeof value === 'number' ? Number.isFinite(value) : value.length <= 15 && !/e/i.test(value);
}

function isSmall(value: string | number): boolean {
	const number = Number(value);
	return Number.isInteger(number) && Math.abs(number) <= smallest && number !== 0
		? isPlain(value)
		: number === 0 && isPlain(value);
}

/** The double next to a value; NaN where a double is too coarse to say anything, which sends it to the fractions. */
function doubleOf(value: string | number): number {
	if (typeof value === 'string' && !decimal.test(value.trim())) toFraction(value);
	const number = Number(value);
	if (number === 0) return typeof value === 'number' || isPlain(value) ? 0 : Number.NaN;
	return Math.abs(number) < 1e150 && Math.abs(number) > 1e-150 ? number : Number.NaN;
}

const decimal = /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d{1,3})?$/i;

function ratioOf({ numerator, denominator }: Exclude<Exact, string | number>): number {
	const bottom = doubleOf(denominator);
	if (bottom === 0) toFraction({ numerator, denominator });
	return doubleOf(numerator) / bottom;
}
