import type { BoardRow } from './board.ts';
import { compareExact, known, toFraction, type Exact } from './exact.ts';
import { ceiling, floor, multiply, size, subtract, toExact } from './fraction.ts';
import type { BoardRules, ChainStep } from './rules.ts';

/** What separates two rows: the first criterion in which they differ. */
export interface Gap {
	readonly field: string;
	readonly direction: ChainStep['direction'];
	/** Null where a value is missing: that alone puts a row behind. */
	readonly better: Exact | null;
	readonly worse: Exact | null;
	/** The size of the difference; null where one is missing. */
	readonly size: Exact | null;
	/** Criteria before this one, in which the two are equal. */
	readonly equal: readonly string[];
}

/** What puts one row before another; null where they are equal on the whole chain. */
export function gapBetween(rules: BoardRules, better: BoardRow, worse: BoardRow): Gap | null {
	const equal: string[] = [];
	for (const { field, direction } of rules.chain) {
		const [a, b] = [known(better.entry.values[field]), known(worse.entry.values[field])];
		if (a === b || (a !== null && b !== null && compareExact(a, b) === 0)) {
			equal.push(field);
			continue;
		}
		return { field, direction, better: a, worse: b, size: sizeOf(a, b), equal };
	}
	return null;
}

function sizeOf(a: Exact | null, b: Exact | null): Exact | null {
	if (a === null || b === null) return null;
	return toExact(size(subtract(toFraction(a), toFraction(b))));
}

/**
 * For a rate: how many more (fewer, where less is better) of its numerator draw level, and how many pass, its denominator
 * as it is. Null where the value is no ratio of whole numbers.
 */
export function wholeSteps({
	worse,
	better,
	direction
}: Gap): { readonly level: string; readonly pass: string } | null {
	if (worse === null || better === null || typeof worse !== 'object') return null;
	const [own, base] = [toFraction(worse.numerator), toFraction(worse.denominator)];
	if (own.bottom !== 1n || base.bottom !== 1n || base.top < 0n) return null;
	const needed = multiply(toFraction(better), base);
	const short = direction === 'descending' ? subtract(needed, own) : subtract(own, needed);
	return { level: String(ceiling(short)), pass: String(floor(short) + 1n) };
}
