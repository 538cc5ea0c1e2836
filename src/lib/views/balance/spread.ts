import { samePeriodLastYear } from '#lib/dimensions/period.ts';
import { balanceOf, type Balance } from '#lib/indicators/balance.ts';
import { driftOf, type Drift } from '#lib/indicators/drift.ts';
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

/** How an indicator is spread over the members of one dimension, and how that went. */
export interface Spread {
	readonly dimension: 'region' | 'industry';
	readonly periods: readonly SpreadAt[];
	readonly now: SpreadAt | null;
	/** The first period up to now that has a spread; null where that is now itself. */
	readonly first: SpreadAt | null;
	/** What now is compared with: as the filter says, else the first; null where that has no spread. */
	readonly base: SpreadAt | null;
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
	const spreadAt = (period: string): SpreadAt => {
		const rows = memberRows(members, dimension, figures, at(scope, period));
		const counted = rows.filter(({ expected, value }) => expected || value !== null);
		const balance = balanceOf(counted.map(({ value }) => value));
		return {
			period,
			rows,
			balance,
			lorenz: lorenzOf(rows, scope.indicator),
			provisional: counted.some(({ value, provisional }) => value === null || provisional)
		};
	};
	const periods = scope.spans.trail.map(spreadAt);
	const shown = periods.findIndex(({ period }) => period === scope.filters.period);
	const until = periods.slice(0, shown + 1);
	const now = until.at(-1) ?? null;
	const first = until.find(({ balance }) => balance !== null) ?? null;
	const begun = first === now ? null : first;
	const then = against === null ? begun : (periods.find(({ period }) => period === against) ?? spreadAt(against));
	// Who owes nothing and never had a figure is not missing.
	const owing = new Set(
		until.flatMap(({ rows }) => rows.flatMap(({ key, expected, value }) => (expected || value !== null ? [key] : [])))
	);
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
		base: then?.balance ? then : null,
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
export function endsOf({ rows }: SpreadAt): { readonly most: MemberRow; readonly least: MemberRow } | null {
	const known = rows.filter(({ value }) => value !== null).toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0));
	const [most, least] = [known[0], known.at(-1)];
	return most && least && most !== least ? { most, least } : null;
}
