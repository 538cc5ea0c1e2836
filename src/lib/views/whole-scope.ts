import type { Indicator } from '#lib/indicators/indicator.ts';
import { keptBy } from './kept.ts';
import { narrowingOf, type Scope } from './scope.ts';

/**
 * The scope of a page's pictures where the filters on kind and on the level of competitions are about its register alone:
 * what is reported in sums knows neither, and a picture by kind shows all of them. The same for the same scope.
 */
export const wholeScope: (scope: Scope) => Scope = keptBy((scope) => {
	const filters = { ...scope.filters, kind: null, competitionLevel: null };
	return { ...scope, filters, narrowing: narrowingOf(filters) };
});

const scopesAbout = keptBy((scope: Scope) => keptBy((indicator: Indicator): Scope => ({ ...scope, indicator })));

/** The same scope with another indicator in its pictures; the same for the same two. */
export function about(scope: Scope, indicator: Indicator): Scope {
	return scopesAbout(scope)(indicator);
}
