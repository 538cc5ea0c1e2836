import { periodTitle, type YearStart } from '#lib/dimensions/period.ts';
import { formatNumber, formatShare } from '#lib/format/number.ts';
import type { Language } from '#lib/format/language.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { unitTitle } from '#lib/indicators/metric.ts';
import { addsUp, ceilingTitles, lightTitles, startsEachYear, type TargetLight } from '#lib/indicators/target.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { Figures } from './figure.ts';
import { targetPeriods, type TargetPace } from './target-pace.ts';
import { withUnit } from './words.ts';
import type { Aim } from './target-aims.ts';
import { followTarget } from './target-follow.ts';

/** A target as the page shows it, in words and numbers. */
export interface TargetRow {
	readonly key: string;
	readonly aim: Aim;
	readonly title: string;
	readonly place: string;
	readonly years: string;
	readonly goal: string;
	readonly light: TargetLight;
	readonly lightTitle: string;
	/** How it stands; null where it cannot be followed. */
	readonly pace: TargetPace | null;
	/** As of which period, as a code and in words. */
	readonly period: string;
	readonly until: string;
	/** The share of the way that is done: of what starts at 0 its completion, of a level the way from its start; null where it is not known. */
	readonly done: number | null;
	/** Why there is no figure or no light, in a sentence; null where there are both. */
	readonly reason: string | null;
}

const order: Readonly<Record<TargetLight, number>> = { red: 0, yellow: 1, green: 2, none: 3 };

/** All targets of a page, those that are behind first, those without a figure last; `figures` null while nothing can be followed. */
export function targetRows(
	aims: readonly Aim[],
	figures: Figures | null,
	period: string,
	language: Language,
	yearStart: YearStart
): TargetRow[] {
	return aims
		.map((aim) => targetRow(aim, figures, period, language, yearStart))
		.toSorted(
			(a, b) => order[a.light] - order[b.light] || untold(a) - untold(b) || (a.pace?.pace ?? 0) - (b.pace?.pace ?? 0)
		);
}

const untold = ({ pace }: TargetRow) => Number(pace === null);

function targetRow(
	aim: Aim,
	figures: Figures | null,
	period: string,
	language: Language,
	yearStart: YearStart
): TargetRow {
	const { target, indicator, place, problem } = aim;
	const { startYear, endYear, direction } = target;
	const ceiling = direction === 'at-most';
	const followed =
		indicator && place && figures && problem === null
			? followTarget(
					target,
					indicator,
					period,
					(code) => figures.at({ indicator: indicator.id, region: place.key, period: code }),
					yearStart
				)
			: null;
	const pace = followed && followed.pace.value !== null ? followed.pace : null;
	const light = pace?.light ?? 'none';
	const begun = indicator === null || targetPeriods(target, indicator, period, yearStart).current.length > 0;
	const missing = () => {
		if (!begun) return m.targets_not_begun({ year: String(startYear) });
		return m.targets_no_value({ place: place?.name ?? target.region, indicator: titleOf(aim, language) });
	};
	return {
		key: aim.key,
		aim,
		title: titleOf(aim, language),
		place: place?.name ?? target.region,
		years: startYear === null || startYear === endYear ? String(endYear) : `${startYear}–${endYear}`,
		goal: `${ceiling ? '≤' : '≥'} ${goalText(aim, language)}`,
		light,
		lightTitle: pace ? (ceiling ? ceilingTitles : lightTitles)[light][language] : m.targets_untold(),
		pace,
		period: followed?.period ?? period,
		until: followed && pace ? periodTitle(followed.period, language) : '',
		done: pace && doneOf(pace),
		reason: problem ?? (pace === null ? missing() : unpacedReason(pace, language))
	};
}

function doneOf({ pace, elapsed, completion, indicator }: TargetPace): number | null {
	if (pace !== null && elapsed !== null) return pace + elapsed;
	return startsAtZero(indicator) ? completion : null;
}

/** Whether what counts towards a target begins at 0, so that its share of the way is its completion. */
export function startsAtZero(indicator: Indicator): boolean {
	return addsUp({ kind: indicator.kind, yearly: startsEachYear(indicator) });
}

/** Why a target is not rated by its pace; null where it is, or where it is reached, kept or over. */
function unpacedReason(pace: TargetPace, language: Language): string | null {
	const { light, gap, target, base, indicator, forecastYear } = pace;
	if (light !== 'none' || gap === null) return null;
	const year = target.startYear ?? target.endYear;
	return {
		'no-first-year': () => m.targets_no_start(),
		'not-begun': () => m.targets_not_begun({ year: String(year) }),
		'no-base': () => m.targets_no_base({ year: String(year - 1) }),
		'no-way': () => m.targets_no_way({ base: withUnit(base, indicator, language) }),
		'before-last-year': () => m.targets_before_last({ current: String(forecastYear), year: String(target.endYear) })
	}[gap]();
}

function titleOf({ target, indicator }: Aim, language: Language): string {
	return language === 'en' && indicator ? indicator.title.en : target.indicator;
}

function goalText({ target, indicator }: Aim, language: Language): string {
	if (indicator) return withUnit(target.target, indicator, language);
	return formatNumber(target.target, language, target.unit ? { unit: unitTitle(target.unit, target.indicator) } : {});
}

/** Where a target will be on its last day at the present pace; people and things come whole. */
export function forecastText(pace: TargetPace, indicator: Indicator, language: Language): string {
	const { forecast } = pace;
	if (forecast === null) return '—';
	return withUnit(indicator.kind === 'ratio' ? forecast : Math.round(forecast), indicator, language);
}

/** From so many times the target on, a share of it is no figure to read. */
const manyTimes = 10;

/** How many times its target a floor has reached, as it is printed; null below ten times, where the share is said. */
export function timesText({ completion, target }: TargetPace): string | null {
	if (target.direction === 'at-most' || completion === null || completion < manyTimes) return null;
	return formatNumber(completion, 'en', { digits: 0 });
}

/** Value ÷ target: 98.3%; from ten times on 目标的 29 倍. */
export function completionText(pace: TargetPace): string {
	const times = timesText(pace);
	return times === null ? formatShare(pace.completion) : m.targets_times({ times });
}

/** How much of its target is reached, as a clause of its own: 完成 98.3%; from ten times on 已达目标的 29 倍. */
export function doneText(pace: TargetPace): string {
	const times = timesText(pace);
	return times === null ? m.kpi_target_done({ share: formatShare(pace.completion) }) : m.kpi_target_times({ times });
}

/** The share of the way that is done, which less the time passed is the pace. */
export function wayText({ pace, done }: TargetRow): string {
	return pace && startsAtZero(pace.indicator) && done !== null ? completionText(pace) : formatShare(done);
}

/** A share as it is printed, so that differences of printed shares agree with them. */
export function asPrinted(share: number): number {
	return Math.round(share * 1000) / 1000;
}

/** The share done less the time passed, of both as they are printed; null where it is not known or the target passed many times over. */
export function printedPace(pace: TargetPace | null): number | null {
	if (!pace || pace.pace === null || pace.elapsed === null || timesText(pace) !== null) return null;
	return asPrinted(pace.pace + pace.elapsed) - asPrinted(pace.elapsed);
}

/** Percentage points with their sign: +3.1, −12.0. */
export function pointsText(share: number | null): string {
	if (share === null) return '—';
	const text = formatShare(Math.abs(share)).slice(0, -1);
	return Number(text) === 0 ? text : `${share < 0 ? '−' : '+'}${text}`;
}
