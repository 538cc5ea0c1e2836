import { monthsOf } from '#lib/dimensions/period-code.ts';
import { readPeriod, samePeriodLastYear, type YearStart } from '#lib/dimensions/period.ts';
import type { Comparison } from '#lib/filters/filters.ts';
import { combine } from '#lib/indicators/compare.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { comparedPeriods } from '#lib/indicators/periods.ts';
import type { PeriodItem } from '#lib/state/release-lists.ts';
import type { Figure, Figures, Place } from './figure.ts';

/** The periods behind what a page shows and behind what it compares with; one each, several for the year to date. */
export interface Spans {
	readonly current: readonly string[];
	/** Empty: nothing is compared with. */
	readonly base: readonly string[];
	/** Periods of the same kind around the current one, oldest first: the trend. */
	readonly trail: readonly string[];
	/** The same, one comparison earlier; null where the release has none. */
	readonly trailBase: readonly (string | null)[];
}

const longestTrail = { year: 10, half: 8, quarter: 8, month: 13, range: 4 } as const;

/** Which periods to ask for, given the page's period, its comparison and the periods of the release. */
export function spansOf(
	period: string,
	comparison: Comparison,
	periods: readonly PeriodItem[],
	yearStart: YearStart = 'calendar'
): Spans {
	const known = new Set(periods.map(({ code }) => code));
	const shown = periods.find(({ code }) => code === period);
	const yearBefore = (code: string) => (known.has(samePeriodLastYear(code)) ? samePeriodLastYear(code) : null);
	const kind = (shown?.kind ?? 'year') as keyof typeof longestTrail;
	const trail = shown ? windowAround(shown, periods, longestTrail[kind]) : [period];
	const seasonal = comparison === 'yoy' || comparison === 'ytd';
	return {
		...comparedPeriods(period, comparison, yearStart, [...known]),
		trail,
		trailBase: trail.map((code) => (seasonal && kind !== 'year' && kind !== 'range' ? yearBefore(code) : null))
	};
}

/** The latest periods of one kind; where the period in question is older than these, those up to it. */
function windowAround(shown: PeriodItem, periods: readonly PeriodItem[], length: number): string[] {
	const codes = periods.filter(({ kind }) => kind === shown.kind).map(({ code }) => code);
	const end = Math.max(codes.indexOf(shown.code) + 1, Math.min(codes.length, codes.indexOf(shown.code) + length));
	return codes.slice(Math.max(0, end - length), end);
}

/** Every period of some spans, once. */
export function allPeriods(spans: Spans): string[] {
	const trailBase = spans.trailBase.filter((code) => code !== null);
	return [...new Set([...spans.trail, ...trailBase, ...spans.current, ...spans.base])];
}

/** Whether periods in order of time reach over more than a year. */
function isLong(periods: readonly string[]): boolean {
	const [first, last] = [periods[0], periods.at(-1)].map((code) => (code === undefined ? null : readPeriod(code)));
	if (!first || !last) return false;
	const end = monthsOf(last);
	return end.first + end.count - monthsOf(first).first > 12;
}

/** A figure that may stand for several periods. */
export interface SpannedFigure extends Figure {
	/** How many of the periods have a figure; left out where there is only one. */
	readonly periodsKnown?: number;
}

/**
 * A figure over several periods: flows add up, of stocks the last counts, ratios are made of both anew. Null when none
 * of the periods has one. Over more than a year it counts from where it begins: what nobody asked for yet is not
 * missing, while the first quarter of a year to date is.
 */
export function figureOver(
	figures: Figures,
	place: Omit<Place, 'indicator' | 'period'>,
	periods: readonly string[],
	indicator: Indicator
): SpannedFigure | null {
	const every = periods.map((period) => figures.at({ ...place, indicator: indicator.id, period }));
	const begun = every.findIndex((figure) => figure !== null);
	const found = begun > 0 && isLong(periods) ? every.slice(begun) : every;
	const last = found.findLast((figure) => figure !== null) ?? null;
	if (last === null || periods.length === 1) return last;
	const periodsKnown = found.filter((figure) => figure !== null).length;
	return { ...last, ...combine(indicator, found), periodsKnown };
}
