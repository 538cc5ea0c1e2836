import { indicatorById } from '#lib/indicators/index.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import type { Query } from '#lib/query/query.ts';
import type { Figures } from '../figure.ts';
import { askIndustries, askMatrix, askUnionSystems } from '../questions.ts';
import type { Scope } from '../scope.ts';
import { sectionCodes } from '../sections.ts';

/** The page's indicator and the main ones by section, with the total of all industries, now and then. One statement. */
export function sectionsQuery(scope: Scope, indicators: readonly Indicator[]): Query<Figures> {
	return askIndustries(scope, indicators, ['all', ...sectionCodes(scope)]);
}

/** The divisions of a section by the page's indicator. */
export function divisionsQuery(scope: Scope, section: string): Query<Figures> {
	return askIndustries(scope, [scope.indicator], divisionsOf(scope, section));
}

/** Who works where: a pair of a region and an industry in which nobody does has nothing to report. */
export const workers = indicatorById('workers_total') ?? null;

/** The page's indicator by region and section, of returns with the workers: the heatmap. */
export function matrixQuery(scope: Scope): Query<Figures> {
	const { indicator } = scope;
	const others = workers && indicator.numerator.source === 'cell' && indicator.id !== workers.id ? [workers] : [];
	return askMatrix(scope, indicator, sectionCodes(scope), others);
}

/** An indicator of a register by industrial union. */
export function unionSystemsQuery(scope: Scope, indicator: Indicator): Query<Figures> {
	return askUnionSystems(scope, [indicator]);
}

/** The divisions of a section, in order. */
export function divisionsOf({ lists }: Scope, section: string): string[] {
	return lists.industries.filter(({ parent }) => parent === section).map(({ code }) => code);
}
