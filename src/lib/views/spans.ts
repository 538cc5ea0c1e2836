import { monthsOf } from '#lib/dimensions/period-code.ts';
import { readPeriod, samePeriodLastYear, type YearStart } from '#lib/dimensions/period.ts';
import type { Comparison } from '#lib/filters/filters.ts';
import { combine } from '#lib/indicators/compare.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { comparedPeriods } from '#lib/indicators/periods.ts';
import type { PeriodItem } from '#lib/state/release-lists.ts';
import type { Figure, Figures, LikeForLike, Place } from './figure.ts';

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
	/** Of what another is held against: both of them over those alone who reported everything both times. */
	readonly likeForLike?: LikeForLike;
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

/** A figure and what it is held against; null where there is none. */
export interface ComparedFigures {
	readonly now: SpannedFigure | null;
	readonly base: SpannedFigure | null;
}

/** A figure over the periods of a page and over those that it compares with. */
export function comparedFigures(
	figures: Figures,
	place: Omit<Place, 'indicator' | 'period'>,
	spans: Pick<Spans, 'current' | 'base'>,
	indicator: Indicator
): ComparedFigures {
	const now = figureOver(figures, place, spans.current, indicator);
	const base = spans.base.length === 0 ? null : figureOver(figures, place, spans.base, indicator);
	const likeForLike = now && base && likeForLikeOver(figures, place, spans, indicator);
	return { now, base: likeForLike ? { ...base, likeForLike } : base };
}

/**
 * Like for like, period by period: one that all have reported both times counts as it is. Null where one has nobody who
 * did, and where all have; also of a ratio over several periods, whose two sides would have to be put together first.
 */
function likeForLikeOver(
	figures: Figures,
	place: Omit<Place, 'indicator' | 'period'>,
	{ current, base }: Pick<Spans, 'current' | 'base'>,
	indicator: Indicator
): LikeForLike | null {
	if (indicator.kind === 'ratio' && current.length > 1) return null;
	const last = indicator.kind === 'stock' ? current.length - 1 : 0;
	const pairs = current.slice(last).map((period, index) => {
		const earlier = base[last + index] ?? '';
		const at = { ...place, indicator: indicator.id, period };
		const [now, then] = [figures.at(at), figures.at({ ...at, period: earlier })];
		const whole = now?.complete === true && then?.complete === true && now.value !== null && then.value !== null;
		return whole ? { value: now.value, base: then.value, units: 0 } : figures.likeForLike(at, earlier);
	});
	const known = pairs.filter((pair) => pair !== null);
	if (known.length < pairs.length || known.every(({ units }) => units === 0)) return null;
	const [only] = known;
	return known.length === 1 && only
		? only
		: {
				value: known.reduce((sum, { value }) => sum + value, 0),
				base: known.reduce((sum, pair) => sum + pair.base, 0),
				units: null
			};
}
