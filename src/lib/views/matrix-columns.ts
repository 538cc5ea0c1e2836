import type { HeatmapCell, HeatmapLabel } from '#lib/charts/heatmap.ts';
import type { Column } from '#lib/components/table.ts';
import type { TraceQuestion } from '#lib/state/tracing.svelte.ts';
import { gapsQuestion } from './derived-question.ts';

/** What the table of a matrix says. */
interface MatrixWords {
	/** Over the rows' names and over the count of what is empty. */
	readonly row: string;
	readonly gaps: string;
	readonly value: (value: number | null) => string;
	/** How a cell came about. */
	readonly explain?: (row: string, column: string) => TraceQuestion | null;
}

/**
 * The table of a matrix: a row a region, how many of its cells are empty (`gapsOf` names their columns; null where nobody
 * can tell), then the cells. In a blank one nothing is looked for.
 */
export function matrixColumns(
	{ columns, cells }: { columns: readonly HeatmapLabel[]; cells: readonly HeatmapCell[] },
	gapsOf: (row: HeatmapLabel) => readonly string[] | null,
	words: MatrixWords
): Column<HeatmapLabel>[] {
	const values = new Map(cells.map((cell) => [`${cell.row}|${cell.column}`, cell.value]));
	const at = (row: HeatmapLabel, column: string) => values.get(`${row.key}|${column}`) ?? null;
	const blank = new Set(cells.flatMap((cell) => (cell.blank ? [`${cell.row}|${cell.column}`] : [])));
	const isBlank = (row: HeatmapLabel, column: string) => blank.has(`${row.key}|${column}`);
	const countable = (row: HeatmapLabel) => columns.filter(({ key }) => !isBlank(row, key)).length;
	const said = (row: HeatmapLabel, column: string) => (isBlank(row, column) ? '' : words.value(at(row, column)));
	return [
		{ key: 'region', title: words.row, kind: 'pinyin', value: (row) => row.name },
		{
			key: 'gaps',
			title: words.gaps,
			kind: 'number',
			value: (row) => gapsOf(row)?.length ?? null,
			explain: (row) => {
				const empty = gapsOf(row);
				return (
					empty &&
					gapsQuestion(
						[row.name, words.gaps].join(' · '),
						countable(row),
						empty.map((key) => ({
							label: columns.find((column) => column.key === key)?.name ?? key,
							value: said(row, key),
							question: words.explain?.(row.key, key) ?? null
						}))
					)
				);
			}
		},
		...columns.map(({ key, name }): Column<HeatmapLabel> => ({
			key,
			title: name,
			kind: 'number',
			value: (row) => at(row, key),
			text: (row) => said(row, key),
			...(words.explain
				? { explain: (row: HeatmapLabel) => (isBlank(row, key) ? null : (words.explain?.(row.key, key) ?? null)) }
				: {})
		}))
	];
}
