import type { SentenceFigure } from '#lib/components/sentence-figures.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import type { FigureQuestion } from '#lib/state/tracing.svelte.ts';
import { guardedChange, type Moved } from './change.ts';
import { changeQuestion, reportedQuestion } from './derived-question.ts';
import type { MemberRow } from './member-rows.ts';
import { shownPeriod } from './panel-facts.ts';
import type { Scope } from './scope.ts';
import type { SpannedFigure } from './spans.ts';
import { placeQuestion, rowQuestion } from './trace-question.ts';
import { changeText, inSentence, withUnit } from './words.ts';

/** The numbers of a sentence that says a figure and, after it, how it moved; `text` is the figure as it is printed. */
export function movedFigures(question: FigureQuestion, figure: Moved, text: string, scope: Scope): SentenceFigure[] {
	if (figure.value === null) return [];
	const own = { text, explain: () => question };
	if (!figure.change) return [own];
	const moved = changeText(figure.change, question.indicator, scope.language);
	return [own, { text: moved, explain: () => changeQuestion(question, figure, scope) }];
}

/** The number of those who have reported, of all who owe a report. */
export function reportedFigures(rows: readonly MemberRow[], indicator: Indicator, scope: Scope): SentenceFigure[] {
	const owing = rows.filter((row) => row.expected);
	const reported = owing.filter((row) => row.value !== null).length;
	const subject = [scope.place.name, indicator.short[scope.language], shownPeriod(scope)].join(' · ');
	const text = (value: number | null) => withUnit(value, indicator, scope.language);
	return [
		{
			text: String(reported),
			explain: () => reportedQuestion(subject, owing, text, (row) => rowQuestion(scope, row, indicator))
		}
	];
}

/** The numbers of `leadSentence`; `reporting` are those whose reports it counts. */
export function leadFigures(
	scope: Scope,
	now: SpannedFigure | null,
	base: SpannedFigure | null,
	reporting: readonly MemberRow[] | null = null,
	question: FigureQuestion = placeQuestion(scope, scope.indicator)
): SentenceFigure[] {
	const { indicator, language } = scope;
	const guarded = guardedChange(indicator, now, base, scope.spans);
	const value = now?.value ?? null;
	return [
		...movedFigures(
			question,
			{ ...guarded, value, base: base?.value ?? null },
			inSentence(value, indicator, language),
			scope
		),
		...(reporting ? reportedFigures(reporting, indicator, scope) : [])
	];
}

/** The numbers of a sentence that names figures of the page's place one after the other, each by its own wording. */
export function placeFigures(
	scope: Scope,
	rows: readonly { readonly indicator: Indicator; readonly row: MemberRow | undefined; readonly text: string }[]
): SentenceFigure[] {
	return rows.flatMap(({ indicator, row, text }) =>
		row ? movedFigures(placeQuestion(scope, indicator), row, text, scope) : []
	);
}
