import type { HeatmapCell, HeatmapLabel } from '#lib/charts/heatmap.ts';
import type { Column } from '#lib/components/table.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { Indicator } from '#lib/indicators/indicator.ts';
import type { Figures } from '../figure.ts';
import { industryName } from '../narrowing-names.ts';
import { shortSection } from '../section-names.ts';
import type { Scope } from '../scope.ts';
import { cellQuestion } from '../trace-question.ts';
import { figureOver } from '../spans.ts';
import { bare, columnText, exactly, inSentence, titleInSentence, unitBeside } from '../words.ts';
import { sectionCodes } from '../sections.ts';
import { workers } from './queries.ts';

/** The matrix of regions and sections: rows and columns with at least one figure, and their cells. */
export interface Heat {
	readonly rows: readonly HeatmapLabel[];
	readonly columns: readonly HeatmapLabel[];
	readonly cells: readonly HeatmapCell[];
}

/**
 * Builds the matrix; regions and sections that have nothing at all are left out. With `silent`, regions that owe a report
 * and have not sent it are among the rows.
 */
export function heatOf(scope: Scope, figures: Figures, { silent = false } = {}): Heat {
	const { language, indicator, lists, filters, place } = scope;
	const valueOf = (region: string, industry: string, one: Indicator | null = indicator) =>
		one && (figureOver(figures, { region, industry }, scope.spans.current, one)?.value ?? null);
	const value = (region: string, industry: string) => valueOf(region, industry);
	const sections = sectionCodes(scope);
	// A register holds all that there is: where it counts nothing, nothing is missing. A return that did not come is.
	const counted = indicator.numerator.source === 'register' && indicator.denominator === undefined;
	const known = scope.members.filter(({ key }) => sections.some((code) => value(key, code) !== null));
	const columns = sections.filter((code) => known.some(({ key }) => value(key, code) !== null));
	const owing = silent && !counted && known.length > 0;
	const rows = scope.members.filter((member) => known.includes(member) || (owing && member.expected));
	// Who has told the workers by industry and names none of one has nothing to report of it.
	const telling = new Set(
		rows.filter(({ key }) => sections.some((code) => valueOf(key, code, workers) !== null)).map(({ key }) => key)
	);
	const idle = (region: string, industry: string) =>
		indicator !== workers && telling.has(region) && !valueOf(region, industry, workers);
	return {
		rows: rows.map(({ key, short }) => ({ key, name: short, selected: key === place.key })),
		columns: columns.map((code) => ({
			key: code,
			name: language === 'en' ? `${code} ${shortSection(code, lists, language)}` : shortSection(code, lists, language),
			selected: code === filters.industry
		})),
		cells: rows.flatMap((row) =>
			columns.map((code) => {
				const cell = value(row.key, code);
				const place = { row: row.key, column: code };
				if (cell === null && counted) return { ...place, value: null, label: '', blank: true, notes: [m.heat_none()] };
				if (cell === null && idle(row.key, code))
					return { ...place, value: null, label: '', blank: true, notes: [m.heat_no_workers()] };
				const notes = indicator.kind === 'ratio' ? [] : [`${exactly(cell)} ${unitBeside(indicator, language)}`.trim()];
				return {
					...place,
					value: cell,
					label: bare(cell, indicator, language),
					notes: cell === null ? [] : notes
				};
			})
		)
	};
}

/** The largest cell in words: 江苏制造业最多，123万人次. */
export function heatFinding(scope: Scope, heat: Heat): string {
	const { indicator, language, lists } = scope;
	const top = heat.cells.reduce<HeatmapCell | null>(
		(best, cell) => ((cell.value ?? -Infinity) > (best?.value ?? -Infinity) ? cell : best),
		null
	);
	if (!top || top.value === null)
		return m.finding_none({ indicator: titleInSentence(indicator.short[language], language) });
	return m.heat_finding({
		region: heat.rows.find(({ key }) => key === top.row)?.name ?? top.row,
		industry: industryName(top.column, lists, language),
		indicator: titleInSentence(indicator.short[language], language),
		value: inSentence(top.value, indicator, language)
	});
}

/** The matrix as a table: a row a region, a column a section. */
export function heatColumns(scope: Scope, heat: Heat): Column<HeatmapLabel>[] {
	const cells = new Map(heat.cells.map((cell) => [`${cell.row}|${cell.column}`, cell]));
	const shown = columnText(
		heat.cells.map((cell) => cell.value),
		scope.indicator,
		scope.language
	);
	return [
		{ key: 'region', title: scope.memberWords.column, kind: 'pinyin', value: (row) => row.name },
		...heat.columns.map((column): Column<HeatmapLabel> => ({
			key: column.key,
			title: column.name,
			kind: 'number',
			value: (row) => cells.get(`${row.key}|${column.key}`)?.value ?? null,
			text: (row) => shown(cells.get(`${row.key}|${column.key}`)?.value ?? null),
			explain: (row) => cellQuestion(scope, row.key, column.key)
		}))
	];
}
