import type { Row } from '#lib/engine/connector.ts';
import type { By, Selection } from '#lib/indicators/compile.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { figuresQuery } from '#lib/indicators/lookup.ts';
import type { Query } from '#lib/query/query.ts';
import { figuresOf, type Figures } from '../figure.ts';
import { memberSet } from '../members.ts';
import type { Scope } from '../scope.ts';
import { sectionCodes } from '../sections.ts';

function question(indicators: readonly Indicator[], by: readonly By[], selection: Selection): Query<Figures> {
	const { sql, read } = figuresQuery(indicators, by, selection);
	return { sql, parse: (rows: Row[]) => figuresOf(read(rows)) };
}

const sets = (codes: readonly string[]) => codes.map((code) => ({ key: code, codes: [code] }));

/** The periods of the trail, and the one that now is compared with. */
const times = ({ spans }: Scope, against: string | null) => [
	...new Set([...(against ? [against] : []), ...spans.trail])
];

/** The page's indicator by region, period by period. */
export function regionsOverTime(scope: Scope, against: string | null = null): Query<Figures> {
	const region = scope.members.map(memberSet);
	return question([scope.indicator], ['region'], { ...scope.narrowing, region, period: times(scope, against) });
}

/** The page's indicator by section at the place, period by period; all industries, whatever the filter says. */
export function industriesOverTime(scope: Scope, against: string | null = null): Query<Figures> {
	const industry = sets(sectionCodes(scope));
	const place = [memberSet(scope.place)];
	return question([scope.indicator], ['industry'], {
		...scope.narrowing,
		region: place,
		industry,
		period: times(scope, against)
	});
}

/** Indicators by region and section at the page's period. */
export function cellsQuery(scope: Scope, indicators: readonly Indicator[]): Query<Figures> {
	return question(indicators, ['region', 'industry'], {
		...scope.narrowing,
		region: scope.members.map(memberSet),
		industry: sets(sectionCodes(scope)),
		period: scope.spans.current
	});
}

/** An indicator by section at the place and the page's period: how many work where. */
export function sectionsQuery(scope: Scope, indicator: Indicator): Query<Figures> {
	return question([indicator], ['industry'], {
		...scope.narrowing,
		region: [memberSet(scope.place)],
		industry: sets(sectionCodes(scope)),
		period: scope.spans.current
	});
}
