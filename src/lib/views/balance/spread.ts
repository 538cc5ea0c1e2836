import { samePeriodLastYear } from '#lib/dimensions/period.ts';
import { balanceOf, type Balance } from '#lib/indicators/balance.ts';
import { driftOf, type Drift } from '#lib/indicators/drift.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { leastCovered } from '../change.ts';
import type { Figures } from '../figure.ts';
import { lorenzOf, type Lorenz } from '../lorenz.ts';
import { memberRows, type MemberRow, type Named } from '../member-rows.ts';
import type { Scope } from '../scope.ts';

/** How evenly an indicator is spread over members at one period. */
export interface SpreadAt {
	readonly period: string;
	readonly rows: readonly MemberRow[];
	readonly balance: Balance | null;
	readonly lorenz: Lorenz | null;
	/** Members that owe a figure and have none, or whose figure lacks parts. */
	readonly provisional: boolean;
}

/** The measures of spread, each the smaller the more even. */
export const measures = ['gini', 'variation', 'maxMin'] as const;
export type SpreadMeasure = (typeof measures)[number];

/** A spread held against an earlier one, both of the members that have a figure both times; or why it is not. */
export type SpreadComparison =
	| {
			readonly state: 'told';
			readonly now: SpreadAt;
			readonly base: SpreadAt;
			/** How many they are, where others have a figure at one of the two periods; null where these are all. */
			readonly alike: number | null;
	  }
	| {
			/** Too few of them have a figure both times. */
			readonly state: 'withheld';
			readonly now: SpreadAt;
			readonly base: SpreadAt;
			readonly both: readonly MemberRow[];
	  };

/** How an indicator is spread over the members of one dimension, and how that went. */
export interface Spread {
	readonly dimension: 'region' | 'industry';
	readonly periods: readonly SpreadAt[];
	readonly now: SpreadAt | null;
	/** The first period up to now that has a spread; null where that is now itself. */
	readonly first: SpreadAt | null;
	/** With the period that the filter says, else with the first; null where there is no spread then or now. */
	readonly comparison: SpreadComparison | null;
	/** Of those with a figure now. */
	readonly drifts: readonly Drift[];
	/** Members whose way cannot be told: without a figure now, or with none before. */
	readonly undrawn: number;
}

/** A scope whose figures are those of one period, compared with nothing. */
function at(scope: Scope, period: string): Scope {
	return { ...scope, spans: { ...scope.spans, current: [period], base: [] } };
}

/**
 * The period that a page's comparison is about, one of the same season where it is with the year before; null where the
 * filter compares with nothing.
 */
export function comparedWith({ filters, spans }: Scope): string | null {
	const { comparison, period } = filters;
	if (comparison === 'yoy' || comparison === 'ytd') return samePeriodLastYear(period);
	return comparison === 'previous' ? (spans.base.at(-1) ?? null) : null;
}

/** Who is counted: who owes a figure, and who has one. */
const isCounted = ({ expected, value }: MemberRow) => expected || value !== null;

/** Who has a figure. */
export const knownAt = ({ rows }: SpreadAt): MemberRow[] => rows.filter(({ value }) => value !== null);

function spreadAmong(period: string, rows: readonly MemberRow[], indicator: Indicator): SpreadAt {
	const counted = rows.filter(isCounted);
	return {
		period,
		rows,
		balance: balanceOf(counted.map(({ value }) => value)),
		lorenz: lorenzOf(rows, indicator),
		provisional: counted.some(({ value, provisional }) => value === null || provisional)
	};
}

/**
 * Members that are missing once would move a spread by themselves. Those that are left must be two, and at least half of
 * those with a figure at either period, to speak for it.
 */
function comparisonOf(now: SpreadAt | null, base: SpreadAt | null, indicator: Indicator): SpreadComparison | null {
	if (!now?.balance || !base?.balance) return null;
	const then = new Set(knownAt(base).map(({ key }) => key));
	const both = knownAt(now).filter(({ key }) => then.has(key));
	const most = Math.max(now.balance.count, base.balance.count);
	if (both.length === now.balance.count && both.length === base.balance.count)
		return { state: 'told', now, base, alike: null };
	if (both.length < 2 || both.length < leastCovered * most) return { state: 'withheld', now, base, both };
	const keys = new Set(both.map(({ key }) => key));
	const among = ({ period, rows }: SpreadAt) =>
		spreadAmong(
			period,
			rows.filter(({ key }) => keys.has(key)),
			indicator
		);
	return { state: 'told', now: among(now), base: among(base), alike: both.length };
}

/**
 * The spread at every period of the trail; who drifts is told from those up to the page's period. `against` is the period
 * that now is compared with, the first of the trail without one.
 */
export function spreadOf(
	scope: Scope,
	dimension: Spread['dimension'],
	members: readonly Named[],
	figures: Figures,
	against: string | null = null
): Spread {
	const spreadAt = (period: string) =>
		spreadAmong(period, memberRows(members, dimension, figures, at(scope, period)), scope.indicator);
	const periods = scope.spans.trail.map(spreadAt);
	const shown = periods.findIndex(({ period }) => period === scope.filters.period);
	const until = periods.slice(0, shown + 1);
	const now = until.at(-1) ?? null;
	const first = until.find(({ balance }) => balance !== null) ?? null;
	const begun = first === now ? null : first;
	const then = against === null ? begun : (periods.find(({ period }) => period === against) ?? spreadAt(against));
	// Who owes nothing and never had a figure is not missing.
	const owing = new Set(until.flatMap(({ rows }) => rows.filter(isCounted).map(({ key }) => key)));
	const { drifts, missing } = driftOf(
		members.flatMap(({ key }, index) =>
			owing.has(key) ? [{ key, values: until.map(({ rows }) => rows[index]?.value ?? null) }] : []
		)
	);
	return {
		dimension,
		periods,
		now: now?.balance ? now : null,
		first: begun,
		comparison: comparisonOf(now, then, scope.indicator),
		drifts,
		undrawn: missing
	};
}

/** A measure of spread at a period; the Gini coefficient of a ratio counts members by its denominator. */
export function measureAt(spread: SpreadAt | null, measure: SpreadMeasure): number | null {
	if (measure === 'gini') return spread?.lorenz?.gini ?? null;
	return spread?.balance?.[measure] ?? null;
}

/** The share of the amounts that the first half of the weights has, by the Lorenz curve; null without one. */
export function lowerHalf(lorenz: Lorenz | null): number | null {
	if (!lorenz) return null;
	const { points } = lorenz;
	const next = points.findIndex(({ x }) => x >= 0.5);
	const [before, after] = [points[next - 1], points[next]];
	if (!before || !after) return null;
	return before.y + ((0.5 - before.x) / (after.x - before.x)) * (after.y - before.y);
}

/** The member with the largest and the one with the smallest value; null where fewer than two are known. */
export function endsOf(at: SpreadAt): { readonly most: MemberRow; readonly least: MemberRow } | null {
	const known = knownAt(at).toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0));
	const [most, least] = [known[0], known.at(-1)];
	return most && least && most !== least ? { most, least } : null;
}
