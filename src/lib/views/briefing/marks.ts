import type { SentenceFigure } from '#lib/components/sentence-figures.ts';
import type { Language } from '#lib/format/language.ts';
import { formatShare } from '#lib/format/number.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { DerivedInput, FigureQuestion } from '#lib/state/tracing.svelte.ts';
import { isUnchanged, sidesOfChange, type Change, type Moved } from '../change.ts';
import { changeQuestion, countQuestion, formulaNumber, rankQuestion } from '../derived-question.ts';
import type { MemberRow } from '../member-rows.ts';
import { placeQuestion, rowQuestion, sectorsQuestion } from '../trace-question.ts';
import { changeText, withUnit } from '../words.ts';
import type { BriefingFacts, Measured } from './facts.ts';
import { amountText, ordinal, valueText } from './phrases.ts';
import { leastBase } from './thresholds.ts';

/** How a change is printed, without its sign: as a share, or of a small base in the unit of the figure. */
function printedMove(change: Change, moved: Moved, indicator: Indicator, language: Language) {
	const { value, base } = sidesOfChange(moved);
	return change.kind === 'relative' && Math.abs(base ?? 0) < leastBase
		? valueText(Math.abs((value ?? 0) - (base ?? 0)), indicator, language)
		: amountText(change, indicator, language);
}

/** A figure in a sentence and how it moved. */
export function measuredMarks(measured: Measured, { scope, language }: BriefingFacts): SentenceFigure[] {
	const { indicator, question, now, base, change } = measured;
	const value = now?.value ?? null;
	if (value === null) return [];
	const own = { text: valueText(value, indicator, language), explain: () => question };
	if (!change || isUnchanged(change, indicator)) return [own];
	const moved = { ...measured, value, base: base?.value ?? null };
	const text = printedMove(change, moved, indicator, language);
	return [own, { text, explain: () => changeQuestion(question, moved, scope) }];
}

/** How members moved, in the order in which they are named. */
export function moveMarks(
	rows: readonly MemberRow[],
	indicator: Indicator,
	{ scope, language }: BriefingFacts
): SentenceFigure[] {
	return rows.flatMap((row) =>
		row.change
			? [
					{
						text: amountText(row.change, indicator, language),
						explain: () => changeQuestion(rowQuestion(scope, row, indicator), row, scope)
					}
				]
			: []
	);
}

/** The figures of members, in the order in which they are named. */
export function valueMarks(
	rows: readonly MemberRow[],
	indicator: Indicator,
	{ scope, language }: BriefingFacts
): SentenceFigure[] {
	return rows.flatMap((row) =>
		row.value === null
			? []
			: [{ text: valueText(row.value, indicator, language), explain: () => rowQuestion(scope, row, indicator) }]
	);
}

/** A member's figure as what a number is made of. */
export function memberInput(row: MemberRow, indicator: Indicator, { scope, language }: BriefingFacts): DerivedInput {
	return {
		label: row.name,
		value: row.value === null ? m.state_missing() : withUnit(row.value, indicator, language),
		question: row.value === null ? null : rowQuestion(scope, row, indicator)
	};
}

/** A count in a sentence, as it is printed with its measure word, and what is counted. */
export function countMark(text: string, subject: string, counted: readonly DerivedInput[]): SentenceFigure {
	return { text, explain: () => countQuestion(subject, counted) };
}

/** A count as Chinese prints it, with its measure word; English has none. */
export function counted(count: number, unit: string, { language }: BriefingFacts): string {
	return language === 'zh' ? `${count}${unit}` : String(count);
}

/** How much a member moved, as what a count of moves is made of. */
export function movedInput(row: MemberRow, indicator: Indicator, { scope, language }: BriefingFacts): DerivedInput {
	return {
		label: row.name,
		value: row.change ? changeText(row.change, indicator, language) : m.state_missing(),
		question: changeQuestion(rowQuestion(scope, row, indicator), row, scope)
	};
}

/** A place among peers; nothing where these are not known. */
export function rankMarks({ indicator, standing }: Measured, { scope, language }: BriefingFacts): SentenceFigure[] {
	const among = standing?.among;
	const own =
		among?.find(({ key }) => key === scope.filters.industry) ?? among?.find(({ key }) => key === scope.place.key);
	if (!standing || !among || !own) return [];
	const rank = ordinal(standing.rank, language);
	return [
		{
			text: language === 'zh' ? `第${rank}位` : rank,
			explain: () => rankQuestion(own, among, indicator, scope, (row) => rowQuestion(scope, row, indicator))
		}
	];
}

/** The question after a figure of the whole that the place is a part of. */
export function aboveQuestion({ scope, surroundings }: BriefingFacts, indicator: Indicator): FigureQuestion {
	return surroundings.above ? placeQuestion(scope, indicator, surroundings.above) : sectorsQuestion(scope, indicator);
}

/** How far apart two figures of one indicator are. */
export function gapMark(
	text: string,
	[value, base]: readonly [number, number],
	indicator: Indicator,
	inputs: readonly DerivedInput[],
	{ scope }: BriefingFacts
): SentenceFigure {
	return {
		text,
		explain: () => ({
			derived: 'difference',
			subject: [...inputs.map(({ label }) => label), indicator.short[scope.language]].join(' · '),
			value: text,
			numbers: { value: formulaNumber(value, indicator, scope), base: formulaNumber(base, indicator, scope) },
			inputs
		})
	};
}

/** What some members have together of a whole. */
export function togetherMark(
	share: number,
	rows: readonly MemberRow[],
	whole: number,
	facts: BriefingFacts
): SentenceFigure {
	const { lead, scope, language } = facts;
	const { indicator } = lead;
	const part = rows.reduce((sum, { value }) => sum + (value ?? 0), 0);
	return {
		text: formatShare(share),
		explain: () => ({
			derived: 'share',
			subject: [scope.place.name, indicator.short[language]].join(' · '),
			value: formatShare(share),
			numbers: { part: formulaNumber(part, indicator, scope), whole: formulaNumber(whole, indicator, scope) },
			inputs: [
				...rows.map((row) => memberInput(row, indicator, facts)),
				{ label: lead.question.subject, value: withUnit(whole, indicator, language), question: lead.question }
			]
		})
	};
}
