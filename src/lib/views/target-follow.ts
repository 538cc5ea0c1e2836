import { readPeriod, readRange, type YearStart } from '#lib/dimensions/period.ts';
import { combine, type Answer } from '#lib/indicators/compare.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { yearToDatePeriods } from '#lib/indicators/periods.ts';
import { targetPace, targetPeriods, type StatedTarget, type TargetPace } from './target-pace.ts';

/** How far a target is, and as of which period that can be said. */
export interface Followed {
	readonly pace: TargetPace;
	/** The latest period, up to the page's, that has a figure; the page's own where none has. */
	readonly period: string;
}

type At = (period: string) => Answer | null;

const longest = 30;

/**
 * The periods as of which a target may be told, latest first: the page's, those before it in its year, then whole
 * years. What is reported once a year is held against the end of its last year, not against a quarter without a report.
 */
export function readings(target: StatedTarget, indicator: Indicator, period: string, yearStart: YearStart): string[] {
	const shown = readPeriod(period);
	const last = shown ?? readRange(period)?.[1] ?? null;
	const year = Math.min(last?.year ?? target.endYear, target.endYear);
	const within = shown && last?.year === year ? yearToDatePeriods(period, yearStart).toReversed() : [String(year)];
	const first = target.startYear ?? (indicator.kind === 'flow' ? year : year - 5);
	const years = Array.from({ length: Math.min(longest, Math.max(0, year - first)) }, (_, index) =>
		String(year - 1 - index)
	);
	return [...within, ...years];
}

/** Every period that following a target may look at. */
export function askedPeriods(
	target: StatedTarget,
	indicator: Indicator,
	period: string,
	yearStart: YearStart
): string[] {
	return readings(target, indicator, period, yearStart).flatMap((reading) => {
		const { current, base } = targetPeriods(target, indicator, reading, yearStart);
		const asked = base === null ? current : [...current, base];
		return indicator.kind === 'flow' ? asked.flatMap((code) => [code, ...quartersOf(code, yearStart)]) : asked;
	});
}

/** How far a target is at the latest period that has a figure. */
export function followTarget(
	target: StatedTarget,
	indicator: Indicator,
	period: string,
	at: At,
	yearStart: YearStart
): Followed {
	const over = overTime(indicator);
	const filled: At = (code) => at(code) ?? (over.kind === 'flow' ? yearOfQuarters(over, code, at, yearStart) : null);
	const told = (reading: string) => {
		const last = targetPeriods(target, over, reading, yearStart).current.at(-1);
		return last !== undefined && filled(last)?.value != null;
	};
	const reading = readings(target, over, period, yearStart).find(told) ?? period;
	return { period: reading, pace: targetPace(target, over, reading, filled, yearStart) };
}

/**
 * A figure that does not add up over regions still does over time if it is a flow, and is the last one if it is a
 * level: all that a target asks of it.
 */
function overTime(indicator: Indicator): Indicator {
	const { additive: _, ...numerator } = indicator.numerator;
	return { ...indicator, numerator };
}

function quartersOf(code: string, yearStart: YearStart): string[] {
	const year = readPeriod(code);
	if (year?.kind !== 'year') return [];
	// The last quarter of a union year is the third of its calendar.
	return yearToDatePeriods(`${code}Q${yearStart === 'union' ? 3 : 4}`, yearStart);
}

/** A year that nobody reported as such, of its quarters; incomplete while one is missing. */
function yearOfQuarters(indicator: Indicator, code: string, at: At, yearStart: YearStart): Answer | null {
	const quarters = quartersOf(code, yearStart).map(at);
	return quarters.some((quarter) => quarter?.value != null) ? combine(indicator, quarters) : null;
}
