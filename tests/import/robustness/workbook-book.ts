import type { Field } from '#lib/datasets/dataset.ts';
import type { CleanTable } from './clean-tables.ts';
import { same, type Expectation, type Pollute } from './kind.ts';
import { isFigure } from './places.ts';
import { workbookOf, type Sheet, type SheetCell } from './workbook-writer.ts';

/** Figures and dates as Excel keeps them, everything else as text. */
export function cellsOf(table: CleanTable): SheetCell[][] {
	const rows = table.rows.map((row) =>
		row.map((cell, at): SheetCell => {
			const field = table.fields[at] as Field;
			return isFigure(field) && /^\d+(?:\.\d+)?$/.test(cell) ? { number: cell } : cell;
		})
	);
	return [[...table.header], ...rows];
}

/** The table in one sheet, changed by the test. */
export function book(
	change: (
		table: CleanTable,
		cells: SheetCell[][],
		random: Parameters<Pollute>[1]
	) =>
		| (Partial<Sheet> & {
				others?: Sheet[];
				before?: Sheet[];
				date1904?: boolean;
				expect?: Expectation;
				lines?: number[];
		  })
		| null,
	expect: Expectation = same()
): Pollute {
	return (table, random) => {
		const cells = cellsOf(table);
		const changed = change(table, cells, random);
		if (!changed) return null;
		const { others = [], before = [], expect: own = expect, lines, date1904 = false, ...sheet } = changed;
		const bytes = workbookOf([...before, { name: '汇总', rows: cells, ...sheet }, ...others], { date1904 });
		return { bytes, fileName: '导出.xlsx', expect: own, ...(lines ? { lines } : {}) };
	};
}

/** The day count of Excel. */
export const serial = (text: string) =>
	(Date.parse(`${text.replaceAll('/', '-')}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
/** Columns of dates. */
export const dateColumns = (table: CleanTable) =>
	[...table.fields.keys()].filter((at) => table.fields[at]!.type === 'date');
