import type { Finding, ReasonCode } from './codes.ts';
import type { Entry } from './entry.ts';
import { compareFractions, known, toFraction, type Exact } from './exact.ts';
import { divide, subtract, toExact } from './fraction.ts';
import { reasonOf, textOf, type Derived } from './group-rows.ts';
import type { BoardRules, ProgressRule } from './rules.ts';

/**
 * An entry with its `improvement` over its base: the share gained, or the difference. A base that is small makes any
 * change look large, so below the declared minimum there is no rank.
 */
export function progressOf(rules: BoardRules, progress: ProgressRule, entry: Entry): Derived {
	const [now, base] = [known(entry.values[progress.field]), known(entry.values[progress.base])];
	const found = guardOf(progress, entry, base);
	const improvement = now === null || base === null || found ? null : improvementOf(progress, now, base);
	const whose = { ...entry, values: { ...entry.values, improvement } };
	return { entry: whose, reason: reasonOf(rules, whose, now === null ? null : found), parts: null };
}

function guardOf(progress: ProgressRule, entry: Entry, base: Exact | null): Finding<ReasonCode> | null {
	const guard = progress.guard === undefined ? base : known(entry.values[progress.guard]);
	if (base === null || guard === null) return { code: 'NO_BASE', details: { field: progress.base } };
	const small = compareFractions(toFraction(guard), toFraction(progress.minimumBase)) < 0;
	// A share of nothing, or of a debt, is no share.
	const shareless = progress.as === 'relative' && toFraction(base).top <= 0n;
	if (!small && !shareless) return null;
	return { code: 'SMALL_BASE', details: { base: textOf(guard), minimum: progress.minimumBase } };
}

function improvementOf({ as, direction }: ProgressRule, now: Exact, base: Exact): Exact {
	const [to, from] = [toFraction(now), toFraction(base)];
	const gained = direction === 'descending' ? subtract(to, from) : subtract(from, to);
	return toExact(as === 'relative' ? divide(gained, from) : gained);
}
