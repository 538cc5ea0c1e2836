import type { CleanTable } from './clean-tables.ts';
import { fileOf } from './kinds-cells.ts';
import { flagged, kindsOf } from './kind.ts';
import { withRows } from './places.ts';
import type { Random } from './random.ts';

const { list, add } = kindsOf('meaning');

/** Figures that do not fit the same unit's other periods. */
export const historyKinds = list;

const quarters = [1, 2, 3, 4].flatMap((quarter) => [`2023Q${quarter}`, `2024Q${quarter}`]).sort();

/** The first rows of a table of figures over eight quarters, growing a little. */
function overQuarters(table: CleanTable): CleanTable | null {
	const period = table.fields.findIndex(({ type }) => type === 'period');
	if (!['summary', 'metrics'].includes(table.dataset) || period < 0) return null;
	const rows = table.rows.slice(0, 3).flatMap((row) =>
		quarters.map((quarter, at) =>
			row.map((cell, column) => {
				if (column === period) return quarter;
				const figure = /^(?:integer|decimal)$/.test(table.fields[column]?.type ?? '') && cell !== '';
				return figure ? String(Math.floor(Number(cell) * (1 + at / 40))) : cell;
			})
		)
	);
	return withRows(table, rows);
}

function slipped(factor: number) {
	return (table: CleanTable, random: Random) => {
		const series = overQuarters(table);
		const column = table.fields.findIndex(({ name }) => name === 'patents' || name === 'value');
		if (!series || column < 0) return null;
		const at = random.between(0, series.rows.length - 1);
		const value = Number(series.rows[at]?.[column]);
		const wrong = Math.max(1, Math.round(value * factor));
		const rows = series.rows.map((row, index) => (index === at ? row.with(column, String(wrong)) : row));
		return {
			bytes: fileOf([table.header, ...rows]),
			expect: { ...flagged(['UNIT_SUSPECT'], at + 2, table.header[column]), reference: series }
		};
	};
}

add('ten times the other quarters', '比其他季度大十倍', 'A figure ten times that of the other quarters', slipped(10));
add(
	'a tenth of the other quarters',
	'只有其他季度的十分之一',
	'A figure a tenth of that of the other quarters',
	slipped(0.1)
);
add(
	'10,000 times the other quarters',
	'比其他季度大一万倍',
	'A figure 10,000 times that of the other quarters',
	slipped(10_000)
);
