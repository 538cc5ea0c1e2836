import type { Indicator } from '#lib/indicators/indicator.ts';
import type { Query } from '#lib/query/query.ts';
import type { Figures } from '../figure.ts';
import { askIndustries, askMembers, askTrail } from '../questions.ts';
import type { Scope } from '../scope.ts';

/** Every tile and the trend, one statement: indicators over the trail of periods, with the years that targets count. */
export function placeQuery(scope: Scope, indicators: readonly Indicator[], years: readonly string[]): Query<Figures> {
	return askTrail(scope, indicators, years);
}

/** Map and movers, one statement: the page's indicator by region, now and then. */
export function regionsQuery(scope: Scope): Query<Figures> {
	return askMembers(scope, [scope.indicator]);
}

/** Industries, one statement: the page's indicator by section, now and then. */
export function industriesQuery(scope: Scope): Query<Figures> {
	const sections = scope.lists.industries.filter((industry) => industry.level === 'section');
	return askIndustries(
		scope,
		[scope.indicator],
		sections.map(({ code }) => code)
	);
}
