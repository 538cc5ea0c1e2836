import type { Indicator, Measure } from './indicator.ts';

/** What comparing needs to know of an answer; the columns of `indicatorQuery` by their names there. */
export interface Answer {
	readonly value: number | null;
	readonly numerator: number | null;
	readonly denominator: number | null;
	/** False: parts are missing, so the figure is provisional. */
	readonly complete: boolean | null;
}

/** A figure against its base. */
export interface Compared {
	readonly value: number | null;
	readonly base: number | null;
	/** value − base in the indicator's own unit; for ratios in percentage points and the like. Null: not comparable. */
	readonly change: number | null;
	/** change ÷ |base|; null for ratios, whose change is already relative, and over a base of 0. */
	readonly percent: number | null;
	/** Either side is incomplete: the change may be of what was reported rather than of what happened. */
	readonly provisional: boolean;
}

const missing: Answer = { value: null, numerator: null, denominator: null, complete: false };

/** Compares two answers. Nothing is compared where either is missing. */
export function compare(indicator: Indicator, now: Answer | null, before: Answer | null): Compared {
	const value = now?.value ?? null;
	const base = before?.value ?? null;
	const change = value === null || base === null ? null : value - base;
	return {
		value,
		base,
		change,
		percent: change === null || !base || indicator.kind === 'ratio' ? null : change / Math.abs(base),
		provisional: change !== null && !(now?.complete && before?.complete)
	};
}

/**
 * Puts the answers of several periods together, in order of time; null where a period has none. Flows add up, of
 * stocks the last counts, ratios are taken from what their two sides come to. A flow of which a period is missing is
 * the sum of the others and incomplete. Reported percentages cannot be put together: only the last, if it is alone.
 */
export function combine(indicator: Indicator, answers: readonly (Answer | null)[]): Answer {
	const [only] = answers;
	if (answers.length === 1) return only ?? missing;
	if (indicator.numerator.additive === false) return missing;
	const numerator = total(indicator.numerator, answers, (answer) => answer.numerator);
	const denominator = indicator.denominator
		? total(indicator.denominator, answers, (answer) => answer.denominator)
		: { amount: null, whole: true };
	const { amount } = numerator;
	const scaled = amount === null ? null : amount * indicator.scale;
	const divided = scaled !== null && denominator.amount ? scaled / denominator.amount : null;
	return {
		value: indicator.denominator ? divided : scaled,
		numerator: amount,
		denominator: denominator.amount,
		complete: numerator.whole && denominator.whole
	};
}

/** Whether shares of a total mean anything: only of figures that add up over members. */
export function isAdditive(indicator: Indicator): boolean {
	return indicator.kind !== 'ratio' && indicator.numerator.additive !== false;
}

/** A part's share of the total, 0–1: of additive indicators only. Null for ratios, where either is missing and over 0. */
export function shareOfTotal(indicator: Indicator, part: number | null, whole: number | null): number | null {
	if (!isAdditive(indicator) || part === null || !whole) return null;
	return part / whole;
}

function total(
	measure: Measure,
	answers: readonly (Answer | null)[],
	amountOf: (answer: Answer) => number | null
): { amount: number | null; whole: boolean } {
	const taken = measure.kind === 'stock' ? answers.slice(-1) : answers;
	const amounts = taken.map((answer) => (answer ? amountOf(answer) : null));
	const known = amounts.filter((amount) => amount !== null);
	return {
		amount: known.length === 0 ? null : known.reduce((sum, amount) => sum + amount, 0),
		whole: known.length === taken.length && taken.every((answer) => answer?.complete === true)
	};
}
