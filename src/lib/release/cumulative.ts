import { periodBounds, previousPeriod, yearToDate, type YearStart } from '#lib/dimensions/period.ts';

/** A year-to-date period, `2024Q3c`, and what it stands for. */
export interface CumulativePeriod {
	/** As in clean CSV. */
	readonly code: string;
	/** The period that it ends with: `2024Q3`. */
	readonly current: string;
	/** The ordinary period of the same days, or a range where there is none: `2024Q1/2024Q3`. */
	readonly whole: string;
	/** The year to date one period before, as a cumulative code and as its whole; null for the first of a year. */
	readonly before: { readonly code: string; readonly whole: string; readonly parts: readonly string[] } | null;
}

const pattern = /^(\d{4}(?:Q[1-4]|H[12]|-\d{2}))c$/;

/** Reads a year-to-date code; null for any other period. */
export function parseCumulative(code: string, yearStart: YearStart): CumulativePeriod | null {
	const current = pattern.exec(code)?.[1];
	if (current === undefined) return null;
	const whole = yearToDate(current, yearStart);
	const { start } = periodBounds(whole, yearStart);
	const parts: string[] = [];
	for (let part = current; periodBounds(part, yearStart).start > start;) parts.unshift((part = previousPeriod(part)));
	const last = parts.at(-1);
	return {
		code,
		current,
		whole,
		before: last === undefined ? null : { code: `${last}c`, whole: yearToDate(last, yearStart), parts }
	};
}
