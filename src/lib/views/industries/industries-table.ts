import type { Column } from '#lib/components/table.ts';
import { formatShare } from '#lib/format/number.ts';
import { isAdditive } from '#lib/indicators/compare.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { m } from '#lib/messages/generated/messages.js';
import { shareOf } from '../change.ts';
import type { Figures } from '../figure.ts';
import type { RankedRow } from '../member-rows.ts';
import { changeQuestion, shareQuestion } from '../derived-question.ts';
import type { Scope } from '../scope.ts';
import { figureOver } from '../spans.ts';
import { rowQuestion, sectorsQuestion } from '../trace-question.ts';
import { changeCell, changeTitle, columnText, comparisonWord, titleWithUnit } from '../words.ts';

/** The table of sections: code, name, the page's indicator with change and share, then the main indicators. */
export function industriesColumns(
	scope: Scope,
	figures: Figures,
	indicators: readonly Indicator[],
	whole: number | null,
	rows: readonly RankedRow[]
): Column<RankedRow>[] {
	const { language, indicator } = scope;
	const against = comparisonWord(scope.filters.comparison);
	const title = (item: Indicator) => titleWithUnit(item, language);
	const valueOf = (row: RankedRow, item: Indicator) =>
		figureOver(figures, { industry: row.key }, scope.spans.current, item)?.value ?? null;
	const texts = new Map(
		[indicator, ...indicators].map((item) => {
			const values = figures.rows.filter((figure) => figure.indicator === item.id).map((figure) => figure.value);
			return [item.id, columnText(values, item, language)];
		})
	);
	const shown = (value: number | null, item: Indicator) => texts.get(item.id)?.(value) ?? '—';
	const columns: (Column<RankedRow> | false)[] = [
		{ key: 'name', title: m.column_industry(), kind: 'pinyin', value: (row) => row.name },
		{ key: 'code', title: m.column_code(), kind: 'text', value: (row) => row.key, priority: 3 },
		{
			key: indicator.id,
			title: title(indicator),
			kind: 'number',
			value: (row) => row.value,
			text: (row) => shown(row.value, indicator),
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
		isAdditive(indicator) &&
			whole !== null && {
				key: 'share',
				title: m.column_share(),
				kind: 'number',
				value: (row) => shareOf(row.value, whole),
				text: (row) => formatShare(shareOf(row.value, whole)),
				explain: (row) =>
					shareQuestion(
						{ question: rowQuestion(scope, row), value: row.value },
						{ question: sectorsQuestion(scope), value: whole },
						scope
					)
			},
		...indicators
			.filter((item) => item.id !== indicator.id)
			.map((item): Column<RankedRow> => ({
				key: item.id,
				title: title(item),
				kind: 'number',
				value: (row) => valueOf(row, item),
				text: (row) => shown(valueOf(row, item), item),
				explain: (row) => rowQuestion(scope, row, item)
			}))
	];
	return columns.filter((column): column is Column<RankedRow> => column !== false);
}
