import type { Scope } from '../scope.ts';

/** At most so many years before the period that is shown. */
const mostYears = 9;

/**
 * The scope of a stock over time: it grows over years, not quarters. The ends of the years before, then the period that is
 * shown; where that is a year itself, the years around it.
 */
export function stockScope(scope: Scope): Scope {
	const { lists, filters, spans } = scope;
	const shown = lists.periods.find(({ code }) => code === filters.period);
	if (!shown || shown.kind === 'year') return scope;
	const years = lists.periods.filter(({ kind, end }) => kind === 'year' && end < shown.start).map(({ code }) => code);
	const trail = [...years.slice(-mostYears), filters.period];
	return { ...scope, spans: { ...spans, trail, trailBase: trail.map(() => null) } };
}
