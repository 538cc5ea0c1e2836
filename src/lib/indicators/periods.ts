import { periodAt, monthsOf, readPeriod, writePeriod, type YearStart } from '#lib/dimensions/period-code.ts';
import { previousPeriod, samePeriodLastYear } from '#lib/dimensions/period.ts';
import type { Comparison } from '#lib/filters/filters.ts';

/** The periods that a figure is added up from, and those of the figure it is compared with. */
export interface ComparedPeriods {
	readonly current: readonly string[];
	/** Empty: nothing to compare with. */
	readonly base: readonly string[];
}

/**
 * The periods of the same kind from the beginning of the year to a period, itself last: 2024Q3 → 2024Q1, 2024Q2,
 * 2024Q3. A year or a range is its own year to date.
 */
export function yearToDatePeriods(code: string, yearStart: YearStart = 'calendar'): string[] {
	const period = readPeriod(code);
	if (!period || period.kind === 'year') return [code];
	const { first, count } = monthsOf(period);
	const lag = yearStart === 'union' ? 3 : 0;
	const begin = Math.floor((first + lag) / 12) * 12 - lag;
	// Halves straddle the beginning of a union year: only the half itself is whole.
	if ((first - begin) % count !== 0) return [code];
	const periods: string[] = [];
	for (let month = begin; month <= first; month += count) periods.push(writePeriod(periodAt(period.kind, month)));
	return periods;
}

/** The periods of the same kind among `known` up to a period, itself last, in order of time. A range stays alone. */
export function cumulativePeriods(code: string, known: readonly string[]): string[] {
	const period = readPeriod(code);
	if (!period) return [code];
	const until = monthsOf(period).first;
	const earlier = known.flatMap((other) => {
		const read = readPeriod(other);
		const first = read?.kind === period.kind ? monthsOf(read).first : null;
		return first === null || first >= until ? [] : [{ other, first }];
	});
	return [...earlier.toSorted((a, b) => a.first - b.first).map(({ other }) => other), code];
}

/** Which periods to ask for; `known` are those of the release. Ask for both lists in one query and put them together with `combine` and `compare`. */
export function comparedPeriods(
	period: string,
	comparison: Comparison,
	yearStart: YearStart = 'calendar',
	known: readonly string[] = []
): ComparedPeriods {
	switch (comparison) {
		case 'yoy':
			return { current: [period], base: [samePeriodLastYear(period)] };
		case 'previous':
			return { current: [period], base: [previousPeriod(period)] };
		case 'ytd': {
			const current = yearToDatePeriods(period, yearStart);
			return { current, base: current.map(samePeriodLastYear) };
		}
		case 'cumulative':
			return { current: cumulativePeriods(period, known), base: [] };
		case 'none':
			return { current: [period], base: [] };
	}
}
