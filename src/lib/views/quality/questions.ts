import { periodTitle } from '#lib/dimensions/period.ts';
import { indicators } from '#lib/indicators/index.ts';
import { metricIndicator } from '#lib/indicators/metric.ts';
import { single } from '#lib/indicators/selection.ts';
import type { FigureQuestion } from '#lib/state/tracing.svelte.ts';
import { memberSet, placeOf } from '../members.ts';
import { industryName } from '../narrowing-names.ts';
import type { Scope } from '../scope.ts';

/** Where a checked figure stands. */
interface CheckedPlace {
	readonly region: string | null;
	readonly industry: string | null;
	readonly ownership?: string | null;
	readonly period: string | null;
}

/** The question how a checked figure of a measure came about; null where no indicator shows that measure as it is. */
export function measuredQuestion(
	measure: string | null,
	{ region, industry, ownership, period }: CheckedPlace,
	{ lists, language }: Scope
): FigureQuestion | null {
	const metrics = lists.metrics.filter((metric) => metric.measure === measure).map((metric) => metricIndicator(metric));
	const indicator = [...metrics, ...indicators].find(
		({ numerator, denominator, scale }) =>
			numerator.id === measure && !numerator.only && !numerator.terms && !denominator && scale === 1
	);
	const place = region === null ? null : placeOf(region, lists, language);
	if (!indicator || !place || period === null) return null;
	const [branch, kind] = [industry ?? 'all', ownership ?? 'all'];
	return {
		indicator,
		subject: [
			place.name,
			...(branch === 'all' ? [] : [industryName(branch, lists, language)]),
			periodTitle(period, language)
		].join(' · '),
		selection: {
			region: [memberSet(place)],
			...(branch === 'all' ? {} : { industry: [single(branch)] }),
			...(kind === 'all' ? {} : { ownership: [single(kind)] }),
			period: [period]
		}
	};
}
