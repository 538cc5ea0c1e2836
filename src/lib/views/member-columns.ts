import type { Column } from '#lib/components/table.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { isAdditive } from '#lib/indicators/compare.ts';
import { formatShare } from '#lib/format/number.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { FigureQuestion } from '#lib/state/tracing.svelte.ts';
import { shareOf } from './change.ts';
import { changeQuestion, shareQuestion } from './derived-question.ts';
import type { MemberRow } from './member-rows.ts';
import type { Scope } from './scope.ts';
import { baseQuestion, rowQuestion } from './trace-question.ts';
import { changeCell, changeTitle, columnText, comparisonWord, titleWithUnit } from './words.ts';

/** How the figures of a picture of members came about. */
export interface MemberQuestions {
	/** Of a member's figure; that of its region, industry or union system unless told. */
	readonly row?: ((row: MemberRow) => FigureQuestion | null) | undefined;
	/** Of what shares are of. */
	readonly whole?: FigureQuestion | null | undefined;
}

/** The table view of a picture of members: name, value, comparison, change, share where it means something, state. */
export function memberColumns(
	title: string,
	scope: Scope,
	rows: readonly MemberRow[],
	whole: number | null = null,
	indicator: Indicator = scope.indicator,
	questions: MemberQuestions = {}
): Column<MemberRow>[] {
	const { language } = scope;
	const against = comparisonWord(scope.filters.comparison);
	const questionOf = questions.row ?? ((row: MemberRow) => rowQuestion(scope, row, indicator));
	const shown = columnText(
		rows.flatMap((row) => [row.value, row.base]),
		indicator,
		language
	);
	const columns: (Column<MemberRow> | false)[] = [
		{ key: 'name', title, kind: 'pinyin', value: (row) => row.name },
		{
			key: 'value',
			title: titleWithUnit(indicator, language),
			kind: 'number',
			value: (row) => row.value,
			text: (row) => (row.value === null && row.expected ? m.state_missing() : shown(row.value)),
			explain: questionOf
		},
		against !== null && {
			key: 'base',
			title: m.column_base(),
			kind: 'number',
			value: (row) => row.base,
			text: (row) => shown(row.base),
			explain: (row) => {
				const question = questionOf(row);
				return question && baseQuestion(question, scope);
			},
			priority: 2
		},
		against !== null && {
			key: 'change',
			title: changeTitle(against, rows),
			kind: 'number',
			value: (row) => row.change?.amount ?? null,
			text: (row) => changeCell(row, indicator, language),
			explain: (row) => {
				const question = questionOf(row);
				return question && changeQuestion(question, row, scope);
			}
		},
		isAdditive(indicator) &&
			whole !== null && {
				key: 'share',
				title: m.column_share(),
				kind: 'number',
				value: (row) => shareOf(row.value, whole),
				text: (row) => formatShare(shareOf(row.value, whole)),
				explain: (row) => {
					const question = questionOf(row);
					return (
						question &&
						shareQuestion({ question, value: row.value }, { question: questions.whole ?? null, value: whole }, scope)
					);
				}
			},
		{
			key: 'state',
			title: m.column_state(),
			kind: 'text',
			value: (row) => stateOf(row),
			priority: 2
		}
	];
	return columns.filter((column): column is Column<MemberRow> => column !== false);
}

/** How a figure came about, in a word: 填报, 汇总, 暂定 5/12, 台账, 未报. */
export function stateOf(row: Pick<MemberRow, 'figure' | 'value' | 'provisional' | 'expected'>): string {
	const { figure, value } = row;
	if (figure === null || value === null) return row.expected ? m.state_missing() : m.state_not_expected();
	if (row.provisional) {
		const { partsReported: reported, partsExpected: expected } = figure;
		return reported !== null && expected !== null && expected > 0
			? m.state_provisional_parts({ reported, expected })
			: m.state_provisional();
	}
	if (figure.how === 'reported') return m.state_reported();
	return figure.how === 'summed' ? m.state_summed() : m.state_register();
}
