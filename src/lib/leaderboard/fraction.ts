import { toFraction, type Exact, type Fraction } from './exact.ts';

export const zero: Fraction = { top: 0n, bottom: 1n };

/** a + b, in lowest terms. */
export function add(a: Fraction, b: Fraction): Fraction {
	return lowest({ top: a.top * b.bottom + b.top * a.bottom, bottom: a.bottom * b.bottom });
}

/** a − b, in lowest terms. */
export function subtract(a: Fraction, b: Fraction): Fraction {
	return add(a, { top: -b.top, bottom: b.bottom });
}

/** How large a fraction is, whatever its sign. */
export function size({ top, bottom }: Fraction): Fraction {
	return { top: top < 0n ? -top : top, bottom };
}

/** a × b, in lowest terms. */
export function multiply(a: Fraction, b: Fraction): Fraction {
	return lowest({ top: a.top * b.top, bottom: a.bottom * b.bottom });
}

/** a ÷ b, in lowest terms. Throws a RangeError where b is 0. */
export function divide(a: Fraction, b: Fraction): Fraction {
	if (b.top === 0n) throw new RangeError('Divides by nothing');
	const sign = b.top < 0n ? -1n : 1n;
	return lowest({ top: a.top * b.bottom * sign, bottom: a.bottom * b.top * sign });
}

/** The sum of any values, exact. */
export function sum(values: readonly Exact[]): Fraction {
	return values.reduce<Fraction>((total, value) => add(total, toFraction(value)), zero);
}

/** The same fraction in lowest terms. */
export function lowest({ top, bottom }: Fraction): Fraction {
	let [a, b] = [top < 0n ? -top : top, bottom];
	while (b > 0n) [a, b] = [b, a % b];
	return a <= 1n ? { top, bottom } : { top: top / a, bottom: bottom / a };
}

/** A fraction as a value: decimal text where it ends, else its numerator and denominator. */
export function toExact(fraction: Fraction): Exact {
	const { top, bottom } = lowest(fraction);
	if (bottom === 1n) return String(top);
	let [rest, twos, fives] = [bottom, 0, 0];
	for (; rest % 2n === 0n; twos++) rest /= 2n;
	for (; rest % 5n === 0n; fives++) rest /= 5n;
	if (rest !== 1n) return { numerator: String(top), denominator: String(bottom) };
	return decimalText({ top, bottom }, Math.max(twos, fives));
}

/** Rounded half away from 0 to so many decimals, as text with that many. */
export function decimalText({ top, bottom }: Fraction, digits: number): string {
	const scaled = roundedDivide(top * 10n ** BigInt(digits), bottom);
	const [sign, text] = scaled < 0n ? ['-', String(-scaled)] : ['', String(scaled)];
	if (digits === 0) return sign + text;
	const padded = text.padStart(digits + 1, '0');
	return `${sign}${padded.slice(0, -digits)}.${padded.slice(-digits)}`;
}

/** Rounded half away from 0 to so many decimals. */
export function rounded({ top, bottom }: Fraction, digits: number): Fraction {
	const unit = 10n ** BigInt(digits);
	return lowest({ top: roundedDivide(top * unit, bottom), bottom: unit });
}

/** The least whole number that is not below the fraction. */
export function ceiling({ top, bottom }: Fraction): bigint {
	return top > 0n ? (top + bottom - 1n) / bottom : top / bottom;
}

/** The largest whole number that is not above the fraction. */
export function floor(fraction: Fraction): bigint {
	return -ceiling({ top: -fraction.top, bottom: fraction.bottom });
}

/** The square root rounded half up to so many decimals; exact integer arithmetic, so every machine has the same. */
export function squareRoot({ top, bottom }: Fraction, digits: number): Fraction {
	const unit = 10n ** BigInt(digits);
	// √(top/bottom) × unit, doubled: the last bit tells which way to round.
	const doubled = wholeRoot((4n * top * unit * unit) / bottom);
	return lowest({ top: (doubled + 1n) / 2n, bottom: unit });
}

function wholeRoot(value: bigint): bigint {
	if (value < 2n) return value;
	let root = 1n << BigInt((value.toString(2).length + 1) >> 1);
	for (;;) {
		const next = (root + value / root) >> 1n;
		if (next >= root) return root;
		root = next;
	}
}

function roundedDivide(top: bigint, bottom: bigint): bigint {
	const [sign, size] = top < 0n ? [-1n, -top] : [1n, top];
	return sign * ((2n * size + bottom) / (2n * bottom));
}
