import { datasets } from '#lib/datasets/index.ts';
import { periodTitle } from '#lib/dimensions/period.ts';
import type { Language } from '#lib/format/language.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { Scope } from './scope.ts';

/** The facts under a picture's title: unit, period, source; and what they are of, for whoever takes the picture along. */
export interface PanelFacts {
	readonly indicators: readonly Indicator[];
	readonly scope: Scope;
	readonly unit: string;
	readonly period: string;
	readonly source: string;
}

/** The page's period in words: 2026年三季度, 截至2026年三季度累计, 截至2026年三季度历年累计. */
export function shownPeriod({ language, filters, spans }: Pick<Scope, 'language' | 'filters' | 'spans'>): string {
	const period = periodTitle(filters.period, language);
	if (spans.current.length < 2) return period;
	return filters.comparison === 'cumulative' ? m.period_cumulative({ period }) : m.period_to_date({ period });
}

/** The facts of a picture of the page's period; `span` where it shows several periods. */
export function panelFacts(scope: Scope, indicator = scope.indicator, span?: string): PanelFacts {
	const { language } = scope;
	const source =
		indicator.source === 'metrics' ? indicator.sourceDocument[language] : datasets[indicator.source].title[language];
	return {
		indicators: [indicator],
		scope,
		unit: indicator.unit[language],
		period: span ?? shownPeriod(scope),
		source
	};
}

/** From the first to the last period of the trend. */
export function spanText(periods: readonly { readonly key: string }[], language: Language): string {
	const [first, last] = [periods[0]?.key, periods.at(-1)?.key];
	if (first === undefined || last === undefined) return '';
	return first === last
		? periodTitle(first, language)
		: m.period_from_to({ from: periodTitle(first, language), to: periodTitle(last, language) });
}
