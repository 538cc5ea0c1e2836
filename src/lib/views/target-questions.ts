import type { YearStart } from '#lib/dimensions/period.ts';
import { formatExact, formatShare } from '#lib/format/number.ts';
import type { Language } from '#lib/format/language.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { DerivedInput, DerivedQuestion, FigureQuestion } from '#lib/state/tracing.svelte.ts';
import { memberSet } from './members.ts';
import { targetPeriods } from './target-pace.ts';
import { forecastText, pointsText, printedPace, startsAtZero, type TargetRow } from './target-rows.ts';
import { withUnit } from './words.ts';

/** The question how what counts towards a target came about; null where it cannot be followed. */
export function targetFigure(
	{ aim, pace, title, place, period, until }: TargetRow,
	yearStart: YearStart
): FigureQuestion | null {
	if (!pace || !aim.place || !aim.indicator) return null;
	const { current } = targetPeriods(aim.target, pace.indicator, period, yearStart);
	const selection = { region: [memberSet(aim.place)], period: current };
	return { indicator: aim.indicator, subject: [place, title, until].join(' · '), selection };
}

/** What is worked out of a target. */
export type TargetAsked = 'completion' | 'way' | 'pace' | 'forecast';

/** The question how far a target is, how that stands to the time gone by, or where it leads; null where that is not told. */
export function targetQuestion(
	row: TargetRow,
	what: TargetAsked,
	language: Language,
	yearStart: YearStart
): DerivedQuestion | null {
	const { pace, title, place, until, aim } = row;
	if (!pace) return null;
	const { indicator, value, base, completion, elapsed } = pace;
	const level = !startsAtZero(indicator);
	if (what === 'way' && !level) return targetQuestion(row, 'completion', language, yearStart);
	const done = level ? row.done : completion;
	if ({ ...pace, way: done, pace: printedPace(pace) }[what] === null) return null;
	const text = (number: number | null) => withUnit(number, indicator, language);
	const inputs: DerivedInput[] = [
		{ label: indicator.title[language], value: text(value), question: targetFigure(row, yearStart) },
		{ label: m.trace_input_target(), value: row.goal, question: null },
		...(base === null ? [] : [{ label: m.trace_input_start(), value: text(base), question: null }])
	];
	const ways = {
		completion: {
			derived: level && aim.target.direction === 'at-most' ? 'ceiling' : 'completion',
			value: formatShare(completion)
		},
		way: { derived: 'way', value: formatShare(done) },
		pace: { derived: 'pace', value: m.change_points({ amount: pointsText(printedPace(pace)) }) },
		forecast: { derived: level ? 'forecast_level' : 'forecast', value: forecastText(pace, indicator, language) }
	} as const;
	return {
		...ways[what],
		subject: [place, title, until].join(' · '),
		numbers: {
			actual: formatExact(value),
			target: formatExact(aim.target.target),
			base: formatExact(base),
			done: formatShare(done),
			elapsed: formatShare(elapsed)
		},
		inputs
	};
}
