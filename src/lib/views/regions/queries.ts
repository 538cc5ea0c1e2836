import type { Indicator } from '#lib/indicators/indicator.ts';
import type { Query } from '#lib/query/query.ts';
import type { Figures } from '../figure.ts';
import type { Member } from '../members.ts';
import { askMembers, askRegions, askTrail } from '../questions.ts';
import type { Scope } from '../scope.ts';

/** Map, bars and table, one statement: the page's indicator and the main ones by region, now and then. */
export function regionsQuery(scope: Scope, indicators: readonly Indicator[]): Query<Figures> {
	return askMembers(scope, indicators);
}

/** The page's indicator for home and for the place that the page is about: for shares, and for the sentence. */
export function wholeQuery(scope: Scope): Query<Figures> {
	const { home, place } = scope;
	return askRegions(scope, [scope.indicator], home.key === place.key ? [home] : [home, place]);
}

/** What the compared regions are parts of: the place itself where they lie within it, else home. */
export function sharedWhole({ filters, home, place, members }: Scope): Member {
	return filters.level === 'groups' || members.some(({ key }) => key === place.key) ? home : place;
}

/** A region's page, one statement: every indicator for the region, the one above it and its siblings, now and then. */
export function profileQuery(
	scope: Scope,
	indicators: readonly Indicator[],
	others: readonly Member[]
): Query<Figures> {
	return askRegions(scope, indicators, others);
}

/** A region's trend. */
export function trendQuery(scope: Scope): Query<Figures> {
	return askTrail(scope, [scope.indicator]);
}

/** The parts of a region by the page's indicator. */
export function partsQuery(scope: Scope, parts: readonly Member[]): Query<Figures> {
	return askRegions(scope, [scope.indicator], parts);
}
