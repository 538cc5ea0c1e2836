import type { Language } from '#lib/format/language.ts';
import type { Column } from '#lib/components/table.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { FigureQuestion } from '#lib/state/tracing.svelte.ts';
import { regionWords } from '#lib/state/region-words.svelte.ts';
import { stateOf } from '../member-columns.ts';
import { changeCell, unitBeside } from '../words.ts';
import { qualified, type MetricRow } from './rows.ts';

/** The list of figures: what, where, when, how much, since when, from where. On phones period and unit stand under the name. */
export function metricColumns(language: Language, questionOf: (row: MetricRow) => FigureQuestion): Column<MetricRow>[] {
	return [
		{
			key: 'title',
			title: m.column_indicator(),
			kind: 'pinyin',
			value: (row) => row.indicator.title[language],
			below: (row) => [row.periodText, unitBeside(row.indicator, language)].filter(Boolean).join(' · ')
		},
		{
			key: 'value',
			title: m.metrics_value(),
			kind: 'number',
			value: (row) => row.figure.value,
			text: (row) => qualified(row.figure.value, row.figure.qualifier, row.indicator, language),
			explain: questionOf
		},
		{ key: 'unit', title: m.metrics_unit(), kind: 'text', value: (row) => row.indicator.unit[language], priority: 2 },
		{ key: 'place', title: regionWords().column, kind: 'pinyin', value: (row) => row.place },
		{
			key: 'period',
			title: m.column_period(),
			kind: 'text',
			value: (row) => row.period,
			text: (row) => row.periodText,
			priority: 2
		},
		{
			key: 'change',
			title: m.comparison_yoy(),
			kind: 'number',
			value: (row) => row.change?.amount ?? null,
			text: (row) => changeCell(row, row.indicator, language)
		},
		{ key: 'original', title: m.metrics_original(), kind: 'text', value: (row) => row.figure.original, priority: 2 },
		{ key: 'source', title: m.metrics_source(), kind: 'text', value: (row) => row.source },
		{ key: 'periods', title: m.metrics_periods(), kind: 'number', value: (row) => row.periods, priority: 3 },
		{
			key: 'state',
			title: m.column_state(),
			kind: 'text',
			value: ({ figure }) =>
				stateOf({ figure, value: figure.value, provisional: figure.complete === false, expected: true }),
			priority: 3
		}
	];
}
