import { periodBounds, readPeriod, readRange, type YearStart } from '#lib/dimensions/period.ts';
import type { Bilingual } from '#lib/format/language.ts';
import { combine, type Answer } from '#lib/indicators/compare.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { yearToDatePeriods } from '#lib/indicators/periods.ts';
import {
	paceGap,
	startsEachYear,
	targetProgress,
	yearsOfTime,
	type PaceGap,
	type TargetProgress
} from '#lib/indicators/target.ts';

/** A target as the release has it. */
export interface StatedTarget {
	/** Id or Chinese title of an indicator, or the name of a figure. */
	readonly indicator: string;
	readonly region: string;
	readonly startYear: number | null;
	readonly endYear: number;
	readonly target: number;
	readonly unit: string | null;
	/** `at-least`, `at-most`; anything else counts as a floor. */
	readonly direction: string | null;
	readonly source: string | null;
}

/** The periods whose figures a target needs. */
export interface TargetPeriods {
	/** Put together with `combine`: whole years since the start and the running year up to the period. */
	readonly current: readonly string[];
	/** The year before the start: where a stock or ratio began. Null where that is not stated or does not matter, as of ratios that start each year at 0. */
	readonly base: string | null;
	/** The last day that counts, ISO. */
	readonly asOf: string;
}

/** A target with what has become of it. */
export interface TargetPace extends TargetProgress {
	readonly target: StatedTarget;
	readonly indicator: Indicator;
	/** What counts towards the target; null is missing. */
	readonly value: number | null;
	/** Where it began; null for what starts at 0 and where nobody says. */
	readonly base: number | null;
	readonly asOf: string;
	/** The year at whose end the forecast is: the final one, of a ratio that starts each year at 0 the running one. */
	readonly forecastYear: number;
	/** Why there is a value but its pace is not rated; null where it is, or where there is no value either. */
	readonly gap: PaceGap | null;
	/** Something that counts towards it is missing or incomplete. */
	readonly provisional: boolean;
}

/** The indicator that a target means: by id, by title or short title, or a figure by its name. */
export function indicatorOfTarget(target: StatedTarget, indicators: readonly Indicator[]): Indicator | null {
	const name = target.indicator.trim();
	const named = [
		({ id }: Indicator) => id === name,
		({ title }: Indicator) => title.zh === name || title.en === name,
		({ id }: Indicator) => id === `metric:${name}` || id.startsWith(`metric:${name}@`),
		({ short }: Indicator) => short.zh === name || short.en === name
	];
	for (const matches of named) {
		const found = indicators.find(matches);
		if (found) return found;
	}
	return null;
}

/** Why a target cannot be followed, in both languages; null where it can. */
export function targetProblem(target: StatedTarget, indicators: readonly Indicator[]): Bilingual | null {
	if (!indicatorOfTarget(target, indicators)) {
		return {
			zh: `没有名为“${target.indicator}”的指标或指标值，无法计算完成情况；请按口径页的名称修改目标表，或上报该指标值。`,
			en: `There is no indicator or figure named “${target.indicator}”, so its completion cannot be told. Use a name of the definitions page in the target table, or report the figure.`
		};
	}
	if (target.startYear !== null && target.startYear > target.endYear) {
		return {
			zh: `目标“${target.indicator}”的起始年 ${target.startYear} 晚于目标年 ${target.endYear}，请核对目标表。`,
			en: `The target “${target.indicator}” starts in ${target.startYear}, after its final year ${target.endYear}. Check the target table.`
		};
	}
	return null;
}

/**
 * Which periods count towards a target as of a period. Flows: every whole year from the first on and the running year
 * up to the period; without a first year the final year alone. Stocks and ratios: as they stand at the period, ratios
 * of the year to date. A period after the end counts up to the end.
 */
export function targetPeriods(
	target: StatedTarget,
	indicator: Indicator,
	period: string,
	yearStart: YearStart = 'calendar'
): TargetPeriods {
	const last = readPeriod(period) ?? readRange(period)?.[1] ?? null;
	const year = Math.min(last?.year ?? target.endYear, target.endYear);
	const running = last?.year === year && readPeriod(period) ? yearToDatePeriods(period, yearStart) : [yearCode(year)];
	const asOf = periodBounds(running.at(-1) ?? yearCode(year), yearStart).end;
	if (indicator.kind !== 'flow') {
		const based = target.startYear !== null && !startsEachYear(indicator);
		return { current: running, base: based ? yearCode(target.startYear - 1) : null, asOf };
	}
	const first = target.startYear ?? target.endYear;
	const whole = Array.from({ length: Math.max(0, year - first) }, (_, index) => yearCode(first + index));
	return { current: year < first ? [] : [...whole, ...running], base: null, asOf };
}

/** How far a target is, out of the figures of its periods; `at` answers for one period, null where there is none. */
export function targetPace(
	target: StatedTarget,
	indicator: Indicator,
	period: string,
	at: (period: string) => Answer | null,
	yearStart: YearStart = 'calendar'
): TargetPace {
	const { current, base: before, asOf } = targetPeriods(target, indicator, period, yearStart);
	const answer = current.length === 0 ? null : combine(indicator, current.map(at));
	const base = before === null ? null : (at(before)?.value ?? null);
	const { startYear, endYear } = target;
	const direction = target.direction === 'at-most' ? 'at-most' : 'at-least';
	const terms = {
		target: target.target,
		startYear,
		endYear,
		direction,
		kind: indicator.kind,
		yearly: startsEachYear(indicator),
		base,
		yearStart
	} as const;
	const value = answer?.value ?? null;
	const provisional = value !== null && answer?.complete !== true;
	const progress = targetProgress(value, terms, asOf);
	const gap = value === null ? null : paceGap(terms, progress, asOf);
	const [, forecastYear] = yearsOfTime(terms, asOf);
	return { ...progress, target, indicator, value, base, asOf, forecastYear, gap, provisional };
}

function yearCode(year: number): string {
	return String(year).padStart(4, '0');
}
