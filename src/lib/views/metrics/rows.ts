import { periodTitle, samePeriodLastYear } from '#lib/dimensions/period.ts';
import { readPeriod } from '#lib/dimensions/period-code.ts';
import type { Bilingual, Language } from '#lib/format/language.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { metricIndicator } from '#lib/indicators/metric.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { MetricItem, PeriodItem } from '#lib/state/release-lists.ts';
import { guardedChange, type ChangeRemark, type GuardedChange } from '../change.ts';
import { placeOf } from '../members.ts';
import { isRunning } from '../running-year.ts';
import type { Scope } from '../scope.ts';
import { inTable } from '../words.ts';
import type { MetricFigure } from './queries.ts';

/** A figure of the metric table at one place: the latest, and how it moved since the year before. */
export interface MetricRow extends GuardedChange {
	readonly key: string;
	readonly indicator: Indicator;
	readonly region: string;
	readonly place: string;
	readonly period: string;
	readonly periodText: string;
	readonly figure: MetricFigure;
	readonly base: number | null;
	/** In how many periods it is known here. */
	readonly periods: number;
	readonly source: string;
}

/**
 * The latest figure of each metric at the page's place; where the place has none of its own, at each region that has
 * one. `until` is the last day that counts, where a period is chosen: what came in later is not shown.
 */
export function metricRows(
	figures: readonly MetricFigure[],
	metrics: readonly MetricItem[],
	scope: Scope,
	until: string | null,
	profileSource?: Bilingual
): MetricRow[] {
	const { lists, language, place } = scope;
	const periods = new Map(lists.periods.map((period) => [period.code, period]));
	const before = figures.filter(({ period }) => {
		const end = period === null ? undefined : periods.get(period)?.end;
		return end !== undefined && (until === null || end <= until);
	});
	const byMetric = Map.groupBy(before, ({ indicator }) => indicator);
	return metrics.flatMap((metric) => {
		const own = byMetric.get(metric.measure) ?? [];
		const here = own.filter(({ region }) => region === place.key);
		const shown = here.length > 0 ? here : own;
		const indicator = metricIndicator(metric, profileSource);
		return [...Map.groupBy(shown, ({ region }) => region ?? '')].flatMap(([region, some]) => {
			const latest = latestOf(some, periods, until !== null);
			if (!latest) return [];
			const name = placeOf(region, lists, language)?.name ?? region;
			const running = indicator.kind === 'flow' && isRunning(latest.period ?? '', lists);
			return [metricRow(indicator, region, name, latest, some, running, language)];
		});
	});
}

/** Unless a period was asked for, one that not all have reported gives way to the last that they have. */
function latestOf(
	figures: readonly MetricFigure[],
	periods: ReadonlyMap<string, PeriodItem>,
	asked: boolean
): MetricFigure | undefined {
	const endOf = ({ period }: MetricFigure) => periods.get(period ?? '')?.end ?? '';
	const startOf = ({ period }: MetricFigure) => periods.get(period ?? '')?.start ?? '';
	// Of periods that end together the longest: the year rather than its last quarter.
	const order = (a: MetricFigure, b: MetricFigure) =>
		endOf(a) === endOf(b) ? (startOf(a) < startOf(b) ? 1 : -1) : endOf(a) < endOf(b) ? -1 : 1;
	const whole = figures.filter(({ complete }) => complete !== false);
	return (!asked && whole.length > 0 ? whole : figures).toSorted(order).at(-1);
}

function metricRow(
	indicator: Indicator,
	region: string,
	place: string,
	figure: MetricFigure,
	all: readonly MetricFigure[],
	running: boolean,
	language: Language
): MetricRow {
	const period = figure.period ?? '';
	const earlier = readPeriod(period) ? samePeriodLastYear(period) : null;
	const base = all.find((other) => other.period === earlier) ?? null;
	return {
		...{ key: [indicator.id, region].join('|'), indicator, region, place, period, figure },
		periodText: periodTitle(period, language),
		base: base?.value ?? null,
		periods: all.length,
		source: indicator.sourceDocument[language],
		...(running && base
			? { change: null, remark: unfinished(period) }
			: guardedChange(indicator, figure, base, { current: [period], base: earlier === null ? [] : [earlier] }))
	};
}

/** A sum over a year that is not over is less than that of a whole one, whatever happened. */
function unfinished(year: string): ChangeRemark {
	return {
		...{ state: 'withheld', because: 'period' },
		reason: {
			zh: `${periodTitle(year, 'zh')}尚未结束，不与全年比较`,
			en: `${periodTitle(year, 'en')} is not over, so it is not held against a whole year`
		}
	};
}

/** A value with what it says beside the number, in words: 580,000余, 约 3,200, 3,000以上. */
export function qualified(
	value: number | null,
	qualifier: string | null,
	indicator: Indicator,
	language: Language
): string {
	const text = inTable(value, indicator, language);
	if (value === null || qualifier === null) return text;
	const words: Readonly<Record<string, (inputs: { value: string }) => string>> = {
		'>': m.metrics_more,
		'≥': m.metrics_at_least,
		'<': m.metrics_less,
		'≤': m.metrics_at_most,
		'≈': m.metrics_about
	};
	return words[qualifier]?.({ value: text }) ?? `${qualifier}${text}`;
}
