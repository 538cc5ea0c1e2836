import { periodTitle, type YearStart } from '#lib/dimensions/period.ts';
import { formatNumber, formatShare } from '#lib/format/number.ts';
import type { Language } from '#lib/format/language.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { unitTitle } from '#lib/indicators/metric.ts';
import { ceilingTitles, lightTitles, type TargetLight } from '#lib/indicators/target.ts';
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
	/** The share of the way that is done: of a flow its completion, of a level the way from its start; null where it is not known. */
	readonly done: number | null;
	/** Why there is no figure or no light, in a sentence; null where there are both. */
	readonly reason: string | null;
}

const order: Readonly<Record<TargetLight, number>> = { red: 0, yellow: 1, green: 2, none: 3 };

/** All targets of a page, those that are behind first; `figures` null while nothing can be followed. */
export function targetRows(
	aims: readonly Aim[],
	figures: Figures | null,
	period: string,
	language: Language,
	yearStart: YearStart
): TargetRow[] {
	return aims
		.map((aim) => targetRow(aim, figures, period, language, yearStart))
		.toSorted((a, b) => order[a.light] - order[b.light] || (a.pace?.pace ?? 0) - (b.pace?.pace ?? 0));
}

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
		lightTitle: (ceiling ? ceilingTitles : lightTitles)[light][language],
		pace,
		period: followed?.period ?? period,
		until: followed && pace ? periodTitle(followed.period, language) : '',
		done: pace && doneOf(pace),
		reason: problem ?? (pace === null ? missing() : unpacedReason(pace, language))
	};
}

function doneOf({ pace, elapsed, completion, indicator }: TargetPace): number | null {
	if (pace !== null && elapsed !== null) return pace + elapsed;
	return indicator.kind === 'flow' ? completion : null;
}

/** Why a target is not rated by its pace; null where it is, or where it is reached, kept or over. */
function unpacedReason({ light, gap, target, base, indicator }: TargetPace, language: Language): string | null {
	if (light !== 'none' || gap === null) return null;
	const year = target.startYear ?? target.endYear;
	return {
		'no-first-year': () => m.targets_no_start(),
		'not-begun': () => m.targets_not_begun({ year: String(year) }),
		'no-base': () => m.targets_no_base({ year: String(year - 1) }),
		'no-way': () => m.targets_no_way({ base: withUnit(base, indicator, language) })
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

/** Percentage points with their sign: +3.1, −12.0. */
export function pointsText(share: number | null): string {
	if (share === null) return '—';
	const text = formatShare(Math.abs(share)).slice(0, -1);
	return Number(text) === 0 ? text : `${share < 0 ? '−' : '+'}${text}`;
}
