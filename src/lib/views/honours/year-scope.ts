import { readPeriod, type YearStart } from '#lib/dimensions/period-code.ts';
import type { Scope } from '../scope.ts';
import { spansOf } from '../spans.ts';

/**
 * Honours are recorded by the year: the scope of the year that the page's period lies in. Ranges of years, and years that
 * the release does not know, stay as they are.
 */
export function yearScope(scope: Scope, yearStart: YearStart = 'calendar'): Scope {
	const shown = readPeriod(scope.filters.period);
	const year = shown === null || shown.kind === 'year' ? null : String(shown.year).padStart(4, '0');
	if (year === null || !scope.lists.periods.some(({ code }) => code === year)) return scope;
	const filters = { ...scope.filters, period: year };
	return { ...scope, filters, spans: spansOf(year, filters.comparison, scope.lists.periods, yearStart) };
}
