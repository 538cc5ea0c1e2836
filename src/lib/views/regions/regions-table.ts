import type { Column } from '#lib/components/table.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { Figures } from '../figure.ts';
import type { RankedRow } from '../member-rows.ts';
import { changeQuestion, rankQuestion } from '../derived-question.ts';
import type { Scope } from '../scope.ts';
import { figureOver } from '../spans.ts';
import { rowQuestion } from '../trace-question.ts';
import { changeCell, changeTitle, columnText, comparisonWord, titleWithUnit } from '../words.ts';
import { stateOf } from '../member-columns.ts';

/** A place in a ranking as it is printed: 3, 3（并列）, — without one. */
export function placeText({ rank, tied }: Pick<RankedRow, 'rank' | 'tied'>): string {
	if (rank === null) return '—';
	return tied ? m.rank_tied({ rank }) : String(rank);
}

/** The regions' table: rank, name (opens its page), the page's indicator with its change, then the main indicators: the title counts them, so no width hides them. */
export function regionsColumns(
	scope: Scope,
	figures: Figures,
	indicators: readonly Indicator[],
	href: (key: string) => string,
	rows: readonly RankedRow[] = []
): Column<RankedRow>[] {
	const { language, indicator } = scope;
	const against = comparisonWord(scope.filters.comparison);
	const title = (item: Indicator) => titleWithUnit(item, language);
	const others = indicators.filter((item) => item.id !== indicator.id);
	const valueOf = (row: RankedRow, item: Indicator) =>
		figureOver(figures, { region: row.key }, scope.spans.current, item)?.value ?? null;
	const texts = new Map(
		[indicator, ...indicators].map((item) => {
			const values = figures.rows.filter((figure) => figure.indicator === item.id).map((figure) => figure.value);
			return [item.id, columnText(values, item, language)];
		})
	);
	const shown = (value: number | null, item: Indicator) => texts.get(item.id)?.(value) ?? '—';
	const columns: (Column<RankedRow> | false)[] = [
		{
			key: 'name',
			title: scope.memberWords.column,
			kind: 'pinyin',
			value: (row) => row.name,
			href: (row) => href(row.key)
		},
		{
			key: 'rank',
			title: m.column_rank(),
			kind: 'number',
			value: (row) => row.rank,
			text: placeText,
			explain: (row) => rankQuestion(row, rows, indicator, scope, (one) => rowQuestion(scope, one))
		},
		{
			key: indicator.id,
			title: title(indicator),
			kind: 'number',
			value: (row) => row.value,
			text: (row) => (row.value === null ? (row.expected ? m.state_missing() : '—') : shown(row.value, indicator)),
			explain: (row) => rowQuestion(scope, row)
		},
		against !== null && {
			key: 'change',
			title: changeTitle(against, rows),
			kind: 'number',
			value: (row) => row.change?.amount ?? null,
			text: (row) => changeCell(row, indicator, language),
			explain: (row) => changeQuestion(rowQuestion(scope, row), row, scope)
		},
		...others.map((item): Column<RankedRow> => ({
			key: item.id,
			title: title(item),
			kind: 'number',
			value: (row) => valueOf(row, item),
			text: (row) => shown(valueOf(row, item), item),
			explain: (row) => rowQuestion(scope, row, item)
		})),
		{ key: 'state', title: m.column_state(), kind: 'text', value: stateOf, priority: 3 }
	];
	return columns.filter((column): column is Column<RankedRow> => column !== false);
}
