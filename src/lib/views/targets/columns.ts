import { formatShare } from '#lib/format/number.ts';
import type { YearStart } from '#lib/dimensions/period.ts';
import type { Language } from '#lib/format/language.ts';
import type { Column } from '#lib/components/table.ts';
import { m } from '#lib/messages/generated/messages.js';
import { regionWords } from '#lib/state/region-words.svelte.ts';
import { withUnit } from '../words.ts';
import { targetFigure, targetQuestion } from '../target-questions.ts';
import { completionText, forecastText, pointsText, printedPace, wayText, type TargetRow } from '../target-rows.ts';

/** The table view of the targets: everything that the picture says. */
export function targetColumns(language: Language, yearStart: YearStart = 'calendar'): Column<TargetRow>[] {
	const indicatorOf = (row: TargetRow) => row.pace?.indicator ?? null;
	const withIndicator = (row: TargetRow, value: number | null) => {
		const indicator = indicatorOf(row);
		return indicator && value !== null ? withUnit(value, indicator, language) : '—';
	};
	return [
		{ key: 'title', title: m.targets_target(), kind: 'pinyin', value: (row) => row.title },
		{ key: 'place', title: regionWords().column, kind: 'pinyin', value: (row) => row.place },
		{ key: 'years', title: m.targets_years(), kind: 'text', value: (row) => row.years, priority: 2 },
		{ key: 'light', title: m.targets_light(), kind: 'text', value: (row) => row.lightTitle },
		{ key: 'until', title: m.targets_until(), kind: 'text', value: (row) => row.until || null, priority: 3 },
		{
			key: 'actual',
			title: m.targets_actual(),
			kind: 'number',
			value: (row) => row.pace?.value ?? null,
			text: (row) => withIndicator(row, row.pace?.value ?? null),
			explain: (row) => targetFigure(row, yearStart)
		},
		{
			key: 'goal',
			title: m.targets_goal(),
			kind: 'number',
			value: (row) => row.aim.target.target,
			text: (row) => row.goal
		},
		{
			key: 'completion',
			title: m.targets_completion(),
			kind: 'number',
			value: (row) => row.pace?.completion ?? null,
			text: (row) => (row.pace ? completionText(row.pace) : '—'),
			explain: (row) => targetQuestion(row, 'completion', language, yearStart)
		},
		{
			key: 'way',
			title: m.targets_way(),
			kind: 'number',
			value: (row) => row.done,
			text: wayText,
			explain: (row) => targetQuestion(row, 'way', language, yearStart)
		},
		{
			key: 'elapsed',
			title: m.targets_elapsed(),
			kind: 'number',
			value: (row) => row.pace?.elapsed ?? null,
			text: (row) => formatShare(row.pace?.elapsed)
		},
		{
			key: 'pace',
			title: m.targets_pace(),
			kind: 'number',
			value: (row) => printedPace(row.pace),
			text: (row) => pointsText(printedPace(row.pace)),
			explain: (row) => targetQuestion(row, 'pace', language, yearStart)
		},
		{
			key: 'forecast',
			title: m.targets_forecast(),
			kind: 'number',
			value: (row) => row.pace?.forecast ?? null,
			text: (row) => {
				const indicator = indicatorOf(row);
				return row.pace && indicator ? forecastText(row.pace, indicator, language) : '—';
			},
			explain: (row) => targetQuestion(row, 'forecast', language, yearStart),
			priority: 2
		},
		{ key: 'source', title: m.targets_source(), kind: 'text', value: (row) => row.aim.target.source, priority: 3 }
	];
}
