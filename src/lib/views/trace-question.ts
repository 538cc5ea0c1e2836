import { periodTitle } from '#lib/dimensions/period.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { single } from '#lib/indicators/selection.ts';
import type { TraceQuestion } from '#lib/state/tracing.svelte.ts';
import { memberSet, placeOf } from './members.ts';
import type { Scope } from './scope.ts';

/** The question after the source of a figure at the page's place. */
export function placeQuestion(scope: Scope, indicator: Indicator): TraceQuestion {
	const { narrowing, place, spans } = scope;
	const selection = { ...narrowing, region: [memberSet(place)], period: spans.current };
	return { indicator, subject: subjectOf(scope, place.name), selection };
}

/** The question after the source of a figure of a picture: of a region, a group, an industry or a union system. */
export function rowQuestion(
	scope: Scope,
	row: { readonly key: string; readonly name: string },
	indicator: Indicator = scope.indicator
): TraceQuestion {
	const { narrowing, place, spans, lists, language } = scope;
	const region = placeOf(row.key, lists, language);
	const subject = subjectOf(scope, ...(region ? [region.name] : [place.name, row.name]));
	const shared = { ...narrowing, region: [memberSet(region ?? place)], period: spans.current };
	if (region) return { indicator, subject, selection: shared };
	const isIndustry = lists.industries.some(({ code }) => code === row.key);
	const own = isIndustry ? { industry: [single(row.key)] } : { unionSystem: row.key };
	return { indicator, subject, selection: { ...shared, ...own } };
}

function subjectOf({ filters, language }: Scope, ...names: readonly string[]): string {
	return [...names, periodTitle(filters.period, language)].join(' · ');
}
