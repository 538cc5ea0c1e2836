import type { Profile } from '#lib/dimensions/profile.ts';
import type { Filters } from '#lib/filters/filters.ts';
import type { Language } from '#lib/format/language.ts';
import { indicators } from '#lib/indicators/index.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { metricIndicator } from '#lib/indicators/metric.ts';
import type { Query } from '#lib/query/query.ts';
import type { ReleaseLists } from '#lib/state/release-lists.ts';
import { askRegions } from '../questions.ts';
import { scopeOf } from '../scope.ts';
import { figureOver } from '../spans.ts';

/** The main figures of a release at what filters say. */
export interface HighlightFigures {
	/** The period that they are of; of a link without one, the latest of its release. */
	readonly period: string;
	/** Values by indicator; null: missing. */
	readonly values: Readonly<Record<string, number | null>>;
}

/** A release that can be asked. */
export interface AskedRelease {
	readonly profile: Profile;
	readonly lists: ReleaseLists;
	ask<T>(query: Query<T>): Promise<T>;
}

/** The main indicators of a profile, in its order. */
export function highlightsOf({ profile, lists }: Pick<AskedRelease, 'profile' | 'lists'>): readonly Indicator[] {
	const all = [...indicators, ...lists.metrics.map((metric) => metricIndicator(metric, profile.source))];
	return profile.highlights.flatMap((id) => all.find((indicator) => indicator.id === id) ?? []);
}

/** The profile's main figures at the place and period of filters, in one statement; null where there is none. */
export async function highlightFigures(
	{ profile, lists, ask }: AskedRelease,
	filters: Filters,
	language: Language
): Promise<HighlightFigures | null> {
	const shown = highlightsOf({ profile, lists });
	const [indicator] = shown;
	if (!indicator) return null;
	const period = lists.periods.some(({ code }) => code === filters.period) ? filters.period : lists.latestPeriod;
	const { home: homeCode, yearStart } = profile;
	const asked = { ...filters, period: period ?? '', region: filters.region ?? homeCode };
	const scope = scopeOf({ filters: asked, lists, homeCode, profile, indicator, language, yearStart });
	if (!scope) return null;
	const figures = await ask(askRegions(scope, shown, [scope.place]));
	const values = shown.map((one) => {
		const figure = figureOver(figures, { region: scope.place.key }, scope.spans.current, one);
		return [one.id, figure?.value ?? null] as const;
	});
	return { period: asked.period, values: Object.fromEntries(values) };
}
