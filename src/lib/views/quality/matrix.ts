import type { HeatmapCell, HeatmapLabel } from '#lib/charts/heatmap.ts';
import type { Column } from '#lib/components/table.ts';
import { periodTitle } from '#lib/dimensions/period.ts';
import { formatExact, formatNumber } from '#lib/format/number.ts';
import type { Language } from '#lib/format/language.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { TraceQuestion } from '#lib/state/tracing.svelte.ts';
import type { Member } from '../members.ts';
import { periodLabel } from '../pictures.ts';
import type { Receipts } from './lateness.ts';
import { datasetShort } from './names.ts';
import type { DatasetReports, Report } from './reports.ts';

/** Units by datasets at the period due, or by periods of one dataset: who has reported what. */
export interface Matrix {
	readonly rows: readonly HeatmapLabel[];
	readonly columns: readonly HeatmapLabel[];
	readonly cells: readonly HeatmapCell[];
	/** What a cell is about, by row and column. */
	readonly report: (row: string, column: string) => Report | null;
}

/** The state of a report in a word or number. */
export function stateText({ state, reported, blank }: Report, language: Language): string {
	if (state === 'entries') return formatNumber(reported, language);
	if (state === 'blanks') return m.quality_state_blanks({ count: blank.length });
	return {
		full: m.quality_state_full,
		parts: m.quality_state_parts,
		missing: m.state_missing,
		none: m.quality_state_none,
		early: m.quality_state_early
	}[state]();
}

function share({ state, reported, expected }: Report): number | null {
	if (state === 'missing' || state === 'none' || state === 'early') return null;
	return expected > 0 ? Math.round((reported / expected) * 1000) / 10 : 100;
}

/** The matrix of one dataset over its periods, or of all datasets at what is due now. */
export function matrixOf(
	shown: readonly DatasetReports[],
	chosen: DatasetReports | null,
	units: readonly Member[],
	page: { readonly period: string; readonly selected: string; readonly language: Language },
	receipts: Receipts
): Matrix {
	const { language } = page;
	const columns = chosen
		? chosen.periods.map((period) => ({ key: period, name: periodLabel(period, language) }))
		: shown.map(({ dataset, shown: period }) => ({
				key: dataset,
				name:
					period === page.period ? datasetShort(dataset) : `${datasetShort(dataset)} ${periodLabel(period, language)}`
			}));
	const report = (row: string, column: string) =>
		chosen ? chosen.at(row, column) : (shown.find(({ dataset }) => dataset === column)?.at(row) ?? null);
	const cells = units.flatMap((unit) =>
		columns.flatMap((column): HeatmapCell[] => {
			const one = report(unit.key, column.key);
			if (!one) return [];
			const day = receipts.received(one);
			const late = receipts.late(one);
			return [
				{
					row: unit.key,
					column: column.key,
					value: share(one),
					label: share(one) === null ? '' : stateText(one, language),
					blank: one.state === 'none' || one.state === 'early',
					notes: [
						periodTitle(one.period, language),
						...(one.state === 'none' || one.state === 'early' ? [stateText(one, language)] : []),
						...(one.expected > 0 && one.state !== 'early'
							? [m.quality_cells({ reported: one.reported, expected: one.expected })]
							: []),
						...(one.state === 'entries' ? [m.quality_entries({ count: formatExact(one.reported) })] : []),
						...(day ? [m.quality_received({ day })] : []),
						...(late ? [m.quality_late({ days: late })] : [])
					]
				}
			];
		})
	);
	return {
		rows: units.map(({ key, short }) => ({ key, name: short, selected: key === page.selected })),
		columns: columns.map((column) => ({ ...column, selected: chosen !== null && column.key === page.period })),
		cells,
		report
	};
}

/** How the numbers of the matrix came about. */
export interface MatrixQuestions {
	readonly report: (report: Report) => TraceQuestion | null;
	readonly late: (report: Report) => TraceQuestion | null;
}

/** The matrix as a table; of one dataset also when its report came and how late. */
export function matrixColumns(
	matrix: Matrix,
	noun: string,
	language: Language,
	receipts: Receipts,
	chosen: DatasetReports | null,
	questions: MatrixQuestions
): Column<HeatmapLabel>[] {
	const day = (row: HeatmapLabel) => (chosen ? receipts.received(chosen.at(row.key)) : null);
	const late = (row: HeatmapLabel) => (chosen ? receipts.late(chosen.at(row.key)) : null);
	return [
		{ key: 'unit', title: noun, kind: 'pinyin', value: (row) => row.name },
		...matrix.columns.map((column): Column<HeatmapLabel> => {
			const of = (row: HeatmapLabel) => matrix.report(row.key, column.key);
			return {
				key: column.key,
				title: column.name,
				kind: 'number',
				value: (row) => {
					const one = of(row);
					return one && one.state !== 'missing' ? one.reported : null;
				},
				text: (row) => {
					const one = of(row);
					return one ? stateText(one, language) : '—';
				},
				explain: (row) => {
					const one = of(row);
					return one && questions.report(one);
				},
				explainsMissing: (row) => of(row)?.state === 'missing'
			};
		}),
		...(chosen && !chosen.register
			? ([
					{ key: 'received', title: m.quality_column_received(), kind: 'text', value: day, priority: 2 },
					{
						key: 'late',
						title: m.quality_column_late(),
						kind: 'number',
						value: late,
						text: (row) => formatExact(late(row)),
						explain: (row) => questions.late(chosen.at(row.key)),
						priority: 2
					}
				] satisfies Column<HeatmapLabel>[])
			: [])
	];
}
