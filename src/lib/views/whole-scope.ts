import { narrowingOf, type Scope } from './scope.ts';

/**
 * The scope of a page's pictures where the filters on kind and on the level of competitions are about its register alone:
 * what is reported in sums knows neither, and a picture by kind shows all of them.
 */
export function wholeScope(scope: Scope): Scope {
	const filters = { ...scope.filters, kind: null, competitionLevel: null };
	return { ...scope, filters, narrowing: narrowingOf(filters) };
}

/** The same scope with another indicator in its pictures. */
export function about(scope: Scope, indicator: Scope['indicator']): Scope {
	return { ...scope, indicator };
}
