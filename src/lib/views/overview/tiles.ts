import { periodTitle, type YearStart } from '#lib/dimensions/period.ts';
import { applicable } from '#lib/indicators/applicable.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { m } from '#lib/messages/generated/messages.js';
import { guardedChange, remarkText } from '../change.ts';
import type { Figures } from '../figure.ts';
import type { Scope } from '../scope.ts';
import { comparedFigures } from '../spans.ts';
import { bare, changeText, comparisonWord, exactly, unitBeside, withUnit } from '../words.ts';
import type { StatedTarget as Target } from '../target-pace.ts';
import { doneText } from '../target-rows.ts';
import { lightWord, progressOf, targetFor } from './target.ts';

const nothing = { now: null, base: null };

/** One tile: everything the component shows, formatted. */
export function tileOf(
	indicator: Indicator,
	scope: Scope,
	figures: Figures | null,
	targets: readonly Target[],
	yearStart: YearStart = 'calendar'
) {
	const { language, spans, place, filters } = scope;
	const at = { region: place.key };
	const { now, base } = figures ? comparedFigures(figures, at, spans, indicator) : nothing;
	const value = now?.value ?? null;
	const guarded = guardedChange(indicator, now, base, spans);
	const { change } = guarded;
	const against = comparisonWord(filters.comparison);
	const trail = spans.trail.slice(0, spans.trail.indexOf(filters.period) + 1);
	const values = trail.map((period) => figures?.value({ indicator: indicator.id, region: place.key, period }) ?? null);
	const target = targetFor(targets, indicator, scope);
	const progress = target && figures ? progressOf(target, indicator, scope, figures, yearStart) : null;
	return {
		id: indicator.id,
		title: indicator.short[language],
		value: value === null ? null : bare(value, indicator, language),
		unit: value === null ? '' : unitBeside(indicator, language),
		exact: exactly(value),
		change:
			change && against
				? { direction: change.direction, text: changeText(change, indicator, language), against }
				: null,
		note: against && remarkText(guarded, now, language),
		likeForLike: guarded.likeForLike !== undefined,
		target: progress && {
			text: withUnit(progress.target.target, indicator, language),
			share: progress.completion ?? 0,
			done: doneText(progress),
			soFar: progress.value === value ? null : bare(progress.value, indicator, language),
			pace: lightWord(progress, scope),
			source: progress.target.source ?? undefined
		},
		spark:
			values.filter((known) => known !== null).length < 2
				? null
				: {
						values,
						description: m.spark_description({
							indicator: indicator.title[language],
							from: periodTitle(trail[0] ?? '', language),
							to: periodTitle(filters.period, language)
						})
					},
		provisional: value !== null && now?.complete === false,
		/** Why there is no value although there may be data: a filter that the indicator cannot obey. */
		refused: !applicable(indicator, filters).ok
	};
}
