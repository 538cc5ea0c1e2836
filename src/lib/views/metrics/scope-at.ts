import type { YearStart } from '#lib/dimensions/period.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { placeOf } from '../members.ts';
import type { Scope } from '../scope.ts';
import { spansOf } from '../spans.ts';
import type { MetricRow } from './rows.ts';

/**
 * The page's scope for one of its figures: at the period and the region that the row is of. Metrics know no industry and
 * no register, so filters on these, left over from another page, do not narrow them.
 */
export function scopeAt(scope: Scope, row: MetricRow, indicator: Indicator, yearStart: YearStart): Scope {
	const { lists, language } = scope;
	const none = {
		industry: null,
		ownership: null,
		unionSystem: null,
		competitionLevel: null,
		kind: null,
		campaign: null
	};
	const filters = { ...scope.filters, ...none, period: row.period };
	return {
		...scope,
		...{ filters, indicator, narrowing: {} },
		place: placeOf(row.region, lists, language) ?? scope.place,
		spans: spansOf(row.period, filters.comparison, lists.periods, yearStart)
	};
}
