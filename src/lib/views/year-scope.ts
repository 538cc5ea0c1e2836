import { readPeriod, type YearStart } from '#lib/dimensions/period-code.ts';
import { Figures } from './figure.ts';
import { keptBy } from './kept.ts';
import { isRunning } from './running-year.ts';
import type { Scope } from './scope.ts';
import { spansOf } from './spans.ts';

const yearScopes = {
	calendar: keptBy((scope: Scope) => yearScopeOf(scope, 'calendar')),
	union: keptBy((scope: Scope) => yearScopeOf(scope, 'union'))
} satisfies Readonly<Record<YearStart, unknown>>;

/**
 * Honours are recorded by the year: the scope of the year that the page's period lies in. A year that is not over is compared
 * with nothing. Ranges of years, and years that the release does not know, stay as they are. The same for the same scope.
 */
export function yearScope(scope: Scope, yearStart: YearStart = 'calendar'): Scope {
	return yearScopes[yearStart](scope);
}

function yearScopeOf(scope: Scope, yearStart: YearStart): Scope {
	const shown = readPeriod(scope.filters.period);
	if (shown === null) return scope;
	const year = String(shown.year).padStart(4, '0');
	if (!scope.lists.periods.some(({ code }) => code === year)) return scope;
	const running = isRunning(year, scope.lists);
	if (shown.kind === 'year' && !running) return scope;
	const filters = {
		...scope.filters,
		period: year,
		// Nobody knows the months of an honour: what was given so far cannot be held against a whole year.
		...(running && scope.filters.comparison !== 'cumulative' && { comparison: 'none' as const })
	};
	return { ...scope, filters, spans: spansOf(year, filters.comparison, scope.lists.periods, yearStart) };
}

/** The figures of a running year marked as such: its point in a trend is not final. */
export function markRunning(figures: Figures, year: string): Figures {
	return new Figures(figures.rows.map((figure) => (figure.period === year ? { ...figure, complete: false } : figure)));
}
