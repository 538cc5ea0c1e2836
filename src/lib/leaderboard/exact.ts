/** A number that compares exactly: decimal text or a number as it prints, or a ratio of two of those. */
export type Exact = string | number | { readonly numerator: string | number; readonly denominator: string | number };

/** A fraction with a positive denominator. */
export interface Fraction {
	readonly top: bigint;
	readonly bottom: bigint;
}

const decimal = /^([+-]?)(\d+)(?:\.(\d+))?(?:e([+-]?\d{1,3}))?$/i;

const nothing = /^[+-]?[0.]+(?:e|$)/i;

/**
 * The order of two numbers without rounding: 1/3 equals 2/6, and 0.1 + 0.2 is not met because nothing is added.
 * Throws a RangeError on what is no number or divides by 0: such rows have no place to be compared for.
 */
export function compareExact(left: Exact, right: Exact): -1 | 0 | 1 {
	if (isPlain(left) && isPlain(right)) {
		const [a, b] = [Number(left), Number(right)];
		return a < b ? -1 : a > b ? 1 : 0;
	}
	return compareFractions(toFraction(left), toFraction(right));
}

/**
 * Whether doubles order a decimal as exactly as fractions do: a number is one, and text of up to 15 characters has no more
 * digits than a double keeps apart.
 */
export function isPlain(value: Exact): value is string | number {
	if (typeof value === 'number') return Number.isFinite(value);
	return typeof value === 'string' && isPlainText(value);
}

/**
 * The double of a plain decimal, as exact as its text; NaN for what is none. Up to 15 digits and the powers of ten below them
 * are doubles themselves, so their quotient is the one nearest to the decimal. A loop: every cell of a board goes through it.
 */
export function plainNumber(text: string): number {
	const { length } = text;
	if (length > 15) return Number.NaN;
	const sign = length > 0 ? text.charCodeAt(0) : 0;
	let digits = 0;
	let count = 0;
	let point = -1;
	for (let at = sign === 45 || sign === 43 ? 1 : 0; at < length; at++) {
		const code = text.charCodeAt(at);
		if (code >= 48 && code <= 57) {
			digits = digits * 10 + code - 48;
			count++;
		} else if (code === 46 && count > 0 && point < 0 && at < length - 1) point = at;
		else return Number.NaN;
	}
	if (count === 0) return Number.NaN;
	const size = point < 0 ? digits : digits / (powers[length - 1 - point] as number);
	return sign === 45 ? -size : size;
}

const powers = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);

function isPlainText(text: string): boolean {
	return !Number.isNaN(plainNumber(text));
}

/** The order of two fractions. */
export function compareFractions(a: Fraction, b: Fraction): -1 | 0 | 1 {
	const difference = a.bottom === b.bottom ? a.top - b.top : a.top * b.bottom - b.top * a.bottom;
	return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The fraction that a value is. Throws a RangeError on what is no number or divides by 0. */
export function toFraction(value: Exact): Fraction {
	if (typeof value !== 'object') return readDecimal(String(value));
	const [top, bottom] = [readDecimal(String(value.numerator)), readDecimal(String(value.denominator))];
	if (bottom.top === 0n) throw new RangeError(`Divides by nothing: ${value.numerator} / ${value.denominator}`);
	const sign = bottom.top < 0n ? -1n : 1n;
	return { top: top.top * bottom.bottom * sign, bottom: top.bottom * bottom.top * sign };
}

/** The value as it can be compared, or null: blanks, NaN, infinities, words and divisions by 0 are no numbers. */
export function known(value: Exact | null | undefined): Exact | null {
	if (value === null || value === undefined) return null;
	if (typeof value === 'number') return Number.isFinite(value) ? value : null;
	if (typeof value === 'string') return isPlainText(value) || decimal.test(value.trim()) ? value : null;
	const { numerator, denominator } = value;
	return known(numerator) === null || known(denominator) === null || isZero(denominator) ? null : value;
}

/** Whether a decimal is 0, however it is written. */
export function isZero(value: string | number): boolean {
	return typeof value === 'number' ? value === 0 : nothing.test(value.trim());
}

function readDecimal(text: string): Fraction {
	const found = decimal.exec(text.trim());
	if (!found) throw new RangeError(`Not a number: ${JSON.stringify(text)}`);
	const [, sign, whole = '', fraction = '', exponent = '0'] = found;
	const places = fraction.length - Number(exponent);
	const digits = BigInt(whole + fraction) * (sign === '-' ? -1n : 1n);
	return places >= 0
		? { top: digits, bottom: 10n ** BigInt(places) }
		: { top: digits * 10n ** BigInt(-places), bottom: 1n };
}
