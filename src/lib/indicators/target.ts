import { periodBounds, type YearStart } from '#lib/dimensions/period.ts';
import type { Bilingual } from '#lib/format/language.ts';
import type { Indicator, IndicatorKind } from './indicator.ts';

/** What is to be reached, and how it is measured. */
export interface TargetTerms {
	readonly target: number;
	/** The target runs from the first day of this year; null: not stated, then nothing is said of its pace. */
	readonly startYear: number | null;
	/** … to the last day of this year. */
	readonly endYear: number;
	/** A floor (≥) or a ceiling (≤). */
	readonly direction: 'at-least' | 'at-most';
	/** flow: what adds up since the start counts; stock and ratio: how it stands counts. */
	readonly kind: IndicatorKind;
	/** A ratio of the year to date that starts each year at 0, see `startsEachYear`: within the year it goes like a flow. */
	readonly yearly?: boolean;
	/** Stocks and ratios: how it stood when the target began; null or left out where nobody says. */
	readonly base?: number | null;
	readonly yearStart?: YearStart;
}

/** The lights of a target. */
export type TargetLight = 'green' | 'yellow' | 'red' | 'none';

/** How far a target is. Shares are 0–1 and may pass either end. */
export interface TargetProgress {
	/** Floors: value ÷ target. Ceilings of flows: how much of the ceiling is used. Ceilings of levels: target ÷ value. */
	readonly completion: number | null;
	/** Share of the days from the first to the last that have passed, 0–1, of yearly ratios those of the running year; null where the start is not stated. */
	readonly elapsed: number | null;
	/**
	 * The share done − elapsed share, see `targetProgress`; above 0 is ahead of time, of a ceiling’s use: faster than
	 * time. Null where that cannot be told, see `paceGap`.
	 */
	readonly pace: number | null;
	/** Where the value will be on the last day, if it goes on as it has since the start; in the target’s own unit. */
	readonly forecast: number | null;
	/** Whether it is reached (floor) or kept so far (ceiling). */
	readonly reached: boolean | null;
	readonly light: TargetLight;
}

/** Up to 5 percentage points behind time is on course: reports come in quarters. */
export const greenPace = -0.05;
/** Up to 15 points behind is catching up; further is red. */
export const yellowPace = -0.15;
/** A ceiling passed by up to 5 % is yellow. */
export const yellowExcess = 0.05;
/** Before a twentieth of the time has passed, a forecast is a guess. */
export const leastElapsed = 0.05;

const points = (share: number) => String(Math.round(Math.abs(share) * 100));

/** The rule of the lights, as it is printed beside them. */
export const lightRule: Bilingual = {
	zh: `绿：已达成，或进度差不低于 −${points(greenPace)} 个百分点；黄：落后 ${points(greenPace)}–${points(yellowPace)} 个百分点；红：落后超过 ${points(yellowPace)} 个百分点，或到期未达成。上限目标（≤）：绿：未超过且按现进度不会超过；黄：按现进度将超过，或已超过但不超 ${points(yellowExcess)}%；红：超过 ${points(yellowExcess)}% 以上，或累计数到期超过。灰：缺数、未说明起始年，或存量、比率没有起点数，不评快慢。年内累计的比率（如职工参与率）每年从 0 起，按当年时间进度评；目标年之前的年份落后不评。`,
	en: `Green: reached, or no more than ${points(greenPace)} points behind time; yellow: ${points(greenPace)} to ${points(yellowPace)} points behind; red: more than ${points(yellowPace)} points behind, or not reached by the end. Ceilings (≤): green: kept and, at this pace, going to be kept; yellow: going to be passed at this pace, or passed by up to ${points(yellowExcess)} %; red: passed by more, or a running total passed at the end. Grey: a figure is missing, no first year is stated, or nobody says where a level or ratio began. Ratios that add up within the year (such as the participation rate) start each year at 0 and are rated by the time of the running year; being behind before the final year is not rated.`
};

/** Titles of the lights: colour alone says nothing to many. */
export const lightTitles: Readonly<Record<TargetLight, Bilingual>> = {
	green: { zh: '正常', en: 'On course' },
	yellow: { zh: '偏慢', en: 'Slow' },
	red: { zh: '滞后', en: 'Behind' },
	none: { zh: '不评', en: 'Not rated' }
};

/** Titles of the lights for ceilings, which are kept or passed rather than reached. */
export const ceilingTitles: Readonly<Record<TargetLight, Bilingual>> = {
	...lightTitles,
	green: { zh: '未超', en: 'Kept' },
	yellow: { zh: '临近', en: 'Close' },
	red: { zh: '超出', en: 'Passed' }
};

/**
 * Progress of a target on `asOf`, the last day that the value counts (ISO).
 * Elapsed share = days from the first day to `asOf`, both included ÷ days from the first to the last; of a yearly ratio
 * within the running year, as it starts anew in each: a year’s whole rate is no start of the next.
 * Pace of a flow or yearly ratio = completion − elapsed share; of a stock or other ratio = (value − base) ÷ (target − base) − elapsed share,
 * and none without a base: a level of 4,000 on the way from 3,900 to 5,000 is not 80 % done.
 * Forecast: flows and yearly ratios value ÷ elapsed; levels base + (value − base) ÷ elapsed, null without a base.
 */
export function targetProgress(value: number | null, terms: TargetTerms, asOf: string): TargetProgress {
	const elapsed = elapsedShare(terms, asOf);
	if (value === null) return { completion: null, elapsed, pace: null, forecast: null, reached: null, light: 'none' };
	const { target, direction } = terms;
	const ceiling = direction === 'at-most';
	const reached = ceiling ? value <= target : value >= target;
	const completion = completionOf(value, terms);
	const done = addsUp(terms) ? completion : wayGone(value, terms);
	const pace = done === null || elapsed === null || elapsed === 0 ? null : done - elapsed;
	const forecast = forecastOf(value, terms, elapsed);
	const figures = { completion, elapsed, pace, forecast, reached };
	return { ...figures, light: ceiling ? ceilingLight(value, terms, figures) : floorLight(figures, terms, asOf) };
}

/** Why a target with a value is not rated by its pace. */
export type PaceGap = 'no-first-year' | 'not-begun' | 'no-base' | 'no-way' | 'before-last-year';

/**
 * Why the pace of a target is not rated: no first year stated, its time has not begun, nobody says where its level
 * began, or that was past the target already; or a yearly ratio is behind in a year before the final one. Null where the
 * pace is rated, or where only a target of 0 prevents it.
 */
export function paceGap(terms: TargetTerms, { pace, elapsed, light }: TargetProgress, asOf: string): PaceGap | null {
	const { startYear, base } = terms;
	if (pace !== null) return light === 'none' && beforeLastYear(terms, asOf) ? 'before-last-year' : null;
	if (startYear === null) return 'no-first-year';
	if (elapsed === 0) return 'not-begun';
	if (addsUp(terms)) return null;
	return base === null || base === undefined ? 'no-base' : 'no-way';
}

/** Whether an indicator adds up within the year over what does not: 职工参与率. Like a flow it starts each year at 0. */
export function startsEachYear({ kind, numerator, denominator }: Indicator): boolean {
	return kind === 'ratio' && numerator.kind === 'flow' && denominator?.kind === 'stock';
}

/** Whether what counts towards a target adds up from 0: flows since its start, yearly ratios within the year. */
export function addsUp({ kind, yearly }: Pick<TargetTerms, 'kind' | 'yearly'>): boolean {
	return kind === 'flow' || yearly === true;
}

/** The first and the last year whose days count as the time of a target on a day: of a yearly ratio the running year. */
export function yearsOfTime(
	{ startYear, endYear, yearly, yearStart }: TargetTerms,
	asOf: string
): readonly [number | null, number] {
	if (startYear === null || !yearly) return [startYear, endYear];
	let year = startYear;
	while (year < endYear && periodBounds(yearCode(year), yearStart).end < asOf) year += 1;
	return [year, year];
}

/** Days of the target’s time up to and including a day, as a share of all; null where its start is not stated. */
export function elapsedShare(terms: TargetTerms, asOf: string): number | null {
	const [first, last] = yearsOfTime(terms, asOf);
	if (first === null) return null;
	const start = dayNumber(periodBounds(yearCode(first), terms.yearStart).start);
	const end = dayNumber(periodBounds(yearCode(last), terms.yearStart).end) + 1;
	return Math.min(1, Math.max(0, (dayNumber(asOf) + 1 - start) / (end - start)));
}

function yearCode(year: number): string {
	return String(year).padStart(4, '0');
}

function dayNumber(iso: string): number {
	return Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
}

function completionOf(value: number, terms: TargetTerms): number | null {
	const { target, direction } = terms;
	const [above, below] = direction === 'at-most' && !addsUp(terms) ? [target, value] : [value, target];
	return below === 0 ? null : above / below;
}

/** The share of the way of a level from its base to the target; null where there is no such way. */
function wayGone(value: number, { target, direction, base }: TargetTerms): number | null {
	if (base === null || base === undefined) return null;
	const ahead = direction === 'at-most' ? base > target : base < target;
	return ahead ? (value - base) / (target - base) : null;
}

function forecastOf(value: number, terms: TargetTerms, elapsed: number | null): number | null {
	const { base } = terms;
	if (elapsed === null || elapsed < leastElapsed) return null;
	if (elapsed === 1) return value;
	if (addsUp(terms)) return value / elapsed;
	return base === null || base === undefined ? null : base + (value - base) / elapsed;
}

type Figures = Omit<TargetProgress, 'light'>;

function floorLight({ reached, pace, elapsed }: Figures, terms: TargetTerms, asOf: string): TargetLight {
	if (reached) return 'green';
	const early = beforeLastYear(terms, asOf);
	if ((elapsed === 1 && !early) || ended(terms, asOf)) return 'red';
	if (pace === null) return 'none';
	if (pace >= greenPace) return 'green';
	// What is due in a later year is not late yet.
	if (early) return 'none';
	return pace >= yellowPace ? 'yellow' : 'red';
}

function ceilingLight(value: number, terms: TargetTerms, { reached, forecast, elapsed }: Figures): TargetLight {
	const { target } = terms;
	if (!reached) {
		const overEnded = addsUp(terms) && elapsed === 1;
		return !overEnded && value - target <= Math.abs(target) * yellowExcess ? 'yellow' : 'red';
	}
	return forecast !== null && forecast > target ? 'yellow' : 'green';
}

function ended({ endYear, yearStart }: TargetTerms, asOf: string): boolean {
	return asOf >= periodBounds(yearCode(endYear), yearStart).end;
}

/** Whether a yearly ratio stands in a year before the final one. */
function beforeLastYear(terms: TargetTerms, asOf: string): boolean {
	return terms.yearly === true && yearsOfTime(terms, asOf)[1] < terms.endYear;
}
