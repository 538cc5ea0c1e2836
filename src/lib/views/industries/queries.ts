import type { Indicator } from '#lib/indicators/indicator.ts';
import type { Query } from '#lib/query/query.ts';
import type { Figures } from '../figure.ts';
import { askIndustries, askMatrix, askUnionSystems } from '../questions.ts';
import type { Scope } from '../scope.ts';

/** The page's indicator and the main ones by section, with the total of all industries, now and then. One statement. */
export function sectionsQuery(scope: Scope, indicators: readonly Indicator[]): Query<Figures> {
	return askIndustries(scope, indicators, ['all', ...sectionsOf(scope).map(({ code }) => code)]);
}

/** The divisions of a section by the page's indicator. */
export function divisionsQuery(scope: Scope, section: string): Query<Figures> {
	return askIndustries(
		scope,
		[scope.indicator],
		divisionsOf(scope, section).map(({ code }) => code)
	);
}

/** The page's indicator by region and section: the heatmap. */
export function matrixQuery(scope: Scope): Query<Figures> {
	return askMatrix(
		scope,
		scope.indicator,
		sectionsOf(scope).map(({ code }) => code)
	);
}

/** An indicator of a register by industrial union. */
export function unionSystemsQuery(scope: Scope, indicator: Indicator): Query<Figures> {
	return askUnionSystems(scope, [indicator]);
}

/** The sections of the release's industry list, in order. */
export function sectionsOf({ lists }: Scope) {
	return lists.industries.filter(({ level }) => level === 'section');
}

/** The divisions of a section, in order. */
export function divisionsOf({ lists }: Scope, section: string) {
	return lists.industries.filter(({ parent }) => parent === section);
}
