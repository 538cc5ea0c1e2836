import type { BoardCode, Finding, ReasonCode } from './codes.ts';
import type { Entry } from './entry.ts';
import { compareFractions, known, toFraction, type Exact, type Fraction } from './exact.ts';
import { add, divide, multiply, rounded, squareRoot, subtract, toExact, zero } from './fraction.ts';
import { reasonOf, type Derived } from './group-rows.ts';
import type { BoardRules, CombinedPart, CombinedRule } from './rules.ts';

/** What a part brings to a combined index. */
export interface CombinedShare {
	readonly field: string;
	/** As it was standardised (and rounded, where the rules say so); null where it is missing. */
	readonly standardised: Exact | null;
	/** Points of the index that it brings: 100 × weight × standardised ÷ sum of the weights. */
	readonly points: Exact | null;
}

const hundred: Fraction = { top: 100n, bottom: 1n };
const one: Fraction = { top: 1n, bottom: 1n };

/**
 * A combined index for each entry. What values are held against (best, least and most, mean) comes from eligible
 * entries alone; guests are held against the same. An entry that lacks a part has no index.
 */
export function combine(
	rules: BoardRules,
	combined: CombinedRule,
	entries: readonly Entry[],
	problems: Finding<BoardCode>[]
): Derived[] {
	const eligible = entries.filter((entry) => entry.standing === 'eligible' && !entry.frozen);
	const scales = combined.parts.map((part) => {
		const values = eligible.flatMap(({ values }) => known(values[part.field]) ?? []).map(toFraction);
		const scale = scaleOf(part, values, combined.digits);
		if (scale === null && values.length > 0)
			problems.push({ code: 'PART_NOT_STANDARDISABLE', details: { field: part.field } });
		return scale;
	});
	const weights = combined.parts.map(({ weight }) => toFraction(weight));
	const whole = weights.reduce(add, zero);
	return entries.map((entry) => {
		const parts = combined.parts.map((part, index): CombinedShare & { brings: Fraction | null } => {
			const value = known(entry.values[part.field]);
			const scale = scales[index];
			if (value === null || !scale) return { field: part.field, standardised: null, points: null, brings: null };
			const exact = scale(toFraction(value));
			const standardised = combined.digits === null ? exact : rounded(exact, combined.digits);
			const brings = divide(multiply(hundred, multiply(weights[index] as Fraction, standardised)), whole);
			return { field: part.field, standardised: toExact(standardised), points: toExact(brings), brings };
		});
		const missing = parts.filter(({ brings }) => brings === null).map(({ field }) => field);
		const index = missing.length > 0 ? null : parts.map(({ brings }) => brings as Fraction).reduce(add, zero);
		const whose = { ...entry, values: { ...entry.values, index: index && toExact(index) } };
		const found: Finding<ReasonCode> | null =
			index === null ? { code: 'PART_MISSING', details: { fields: missing.join(', ') } } : null;
		return {
			entry: whose,
			reason: reasonOf(rules, whose, found),
			parts: parts.map(({ field, standardised, points }) => ({ field, standardised, points }))
		};
	});
}

type Scale = (value: Fraction) => Fraction;

/** How a part's values become numbers that can be added; null where its values allow none. */
function scaleOf(part: CombinedPart, values: readonly Fraction[], digits: number | null): Scale | null {
	if (values.length === 0) return null;
	const up = part.direction === 'descending';
	const sorted = values.toSorted(compareFractions);
	const [least, most] = [sorted[0] as Fraction, sorted.at(-1) as Fraction];
	if (part.standardise === 'share-of-best') {
		// A share of nothing or of less than nothing says nothing; where less is better, it is the best's share of the value.
		if (up) return most.top > 0n ? (value) => divide(value, most) : null;
		return least.top > 0n ? (value) => (value.top > 0n ? divide(least, value) : zero) : null;
	}
	if (part.standardise === 'min-max') {
		const width = subtract(most, least);
		if (width.top === 0n) return () => one;
		return (value) => divide(up ? subtract(value, least) : subtract(most, value), width);
	}
	const count = { top: BigInt(values.length), bottom: 1n };
	const mean = divide(values.reduce(add, zero), count);
	const squares = values.map((value) => subtract(value, mean)).map((off) => multiply(off, off));
	const variance = divide(squares.reduce(add, zero), count);
	if (variance.top === 0n) return () => zero;
	return (value) => {
		const off = up ? subtract(value, mean) : subtract(mean, value);
		// The root of the whole square, not a quotient by a rounded root: right to the last declared decimal.
		const size = squareRoot(divide(multiply(off, off), variance), digits ?? 0);
		return off.top < 0n ? { top: -size.top, bottom: size.bottom } : size;
	};
}
