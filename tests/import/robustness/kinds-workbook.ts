import { writeRows } from './delimited.ts';
import { encode } from './encode.ts';
import { flagged, kindsOf, same } from './kind.ts';
import { innerRow, isCount, isFigure, linesShifted, placeOf, withCell, withRows } from './places.ts';
import { book, cellsOf } from './workbook-book.ts';
import { columnName, workbookOf, type SheetCell } from './workbook-writer.ts';

const { list, add } = kindsOf('structure');

/** Sheets of workbooks: merged cells, hidden parts, several sheets, damaged files. */
export const workbookKinds = list;

add(
	'xlsx title merged',
	'xlsx 合并的标题',
	'A title merged over all columns',
	book(
		(table, cells) => ({
			rows: [['劳动和技能竞赛情况表'], ...cells],
			merged: [`A1:${columnName(table.header.length - 1)}1`],
			lines: linesShifted(table, 0, 1)
		}),
		same('PREAMBLE_SKIPPED')
	)
);
add(
	'xlsx group headers merged',
	'xlsx 合并的分组表头',
	'Group headers merged over their columns',
	book((table, cells) => {
		const first = table.fields.findIndex(isFigure);
		const last = table.fields.findLastIndex(isFigure);
		if (first < 1 || last <= first || !table.fields.slice(first, last + 1).every(isFigure)) return null;
		const above = table.header.map((name, at) => (at < first || at > last ? name : at === first ? '情况' : null));
		const below = table.header.map((name, at) => (at < first || at > last ? null : name));
		const merged = table.header.flatMap((_, at) =>
			at < first || at > last
				? [`${columnName(at)}1:${columnName(at)}2`]
				: at === first
					? [`${columnName(first)}1:${columnName(last)}1`]
					: []
		);
		return { rows: [above, below, ...cells.slice(1)], merged, lines: linesShifted(table, 0, 1) };
	})
);
for (const [id, zh, suits] of [
	['required', '必填', true],
	['optional', '选填', false]
] as const) {
	add(
		`xlsx merged ${id} cells`,
		`xlsx ${zh}列纵向合并`,
		`Cells of an ${id === 'required' ? 'obligatory' : id} column merged over two rows`,
		book((table, cells, random) => {
			const columns = [...table.fields.keys()].filter(
				(at) =>
					!table.fields[at]!.key === !suits &&
					!isFigure(table.fields[at]!) &&
					(table.fields[at]!.required === true) === suits &&
					table.fields[at]!.type !== 'id'
			);
			if (columns.length === 0) return null;
			const [column, row] = [random.pick(columns), innerRow(table, random)];
			const text = table.rows[row]?.[column] as string;
			if (!text) return null;
			cells[row + 2]![column] = null;
			const filled = withRows(table, withCell(table, { row: row + 1, column }, text));
			const name = columnName(column);
			return {
				merged: [`${name}${row + 2}:${name}${row + 3}`],
				expect: {
					// The same key in both rows of the range is told as that.
					...flagged(['CELL_MERGED', 'KEY_DUPLICATE'], row + 3),
					orSame: true,
					may: ['CELL_MERGED'],
					reference: filled
				}
			};
		})
	);
}
add(
	'xlsx merged figures',
	'xlsx 数字单元格纵向合并',
	'A figure merged over two rows',
	book((table, cells, random) => {
		const place = placeOf(table, random, isCount);
		if (!place || place.row >= table.rows.length - 1) return null;
		cells[place.row + 2]![place.column] = null;
		const name = columnName(place.column);
		// One figure for two rows is no row's own figure: neither filling it down nor leaving it out goes without a word.
		return {
			merged: [`${name}${place.line}:${name}${place.line + 1}`],
			expect: flagged(['CELL_MERGED'])
		};
	})
);
add(
	'xlsx hidden rows',
	'xlsx 隐藏的行',
	'Hidden rows',
	book((table, _cells, random) => {
		const line = innerRow(table, random) + 2;
		return { hiddenRows: [line], expect: { outcome: 'same', told: ['ROW_HIDDEN'], line } };
	})
);
add(
	'xlsx hidden column',
	'xlsx 隐藏的列',
	'A hidden column',
	book((table) => ({ hiddenColumns: [table.header.length] }), { outcome: 'same', told: ['COLUMN_HIDDEN'] })
);
add(
	'xlsx filtered',
	'xlsx 有筛选',
	'A filter is set',
	book(
		(table, _cells, random) => ({
			hiddenRows: [innerRow(table, random) + 2],
			filter: `A1:${columnName(table.header.length - 1)}${table.rows.length + 1}`
		}),
		{ outcome: 'same', told: ['ROW_HIDDEN'] }
	)
);
add(
	'xlsx sheet of notes',
	'xlsx 另有填报说明',
	'A sheet of explanations before the table',
	book(() => ({ before: [{ name: '填报说明', rows: [['请按月填报'], ['不要改列名']] }] }))
);
add(
	'xlsx hidden sheet',
	'xlsx 隐藏的代码表',
	'A hidden sheet of code lists',
	book(
		() => ({
			others: [
				{
					name: '代码',
					hidden: true,
					rows: [
						['代码', '名称'],
						['C', '制造业'],
						['E', '建筑业']
					]
				}
			]
		}),
		same('TABLE_MULTIPLE', 'SHEET_HIDDEN')
	)
);
add(
	'xlsx blank sheets',
	'xlsx 空的 Sheet2、Sheet3',
	'Blank sheets beside the table',
	book(() => ({
		others: [
			{ name: 'Sheet2', rows: [] },
			{ name: 'Sheet3', rows: [] }
		]
	}))
);
add(
	'xlsx several tables',
	'xlsx 多张表',
	'The second half in a second sheet',
	book(
		(table, cells) => {
			const half = Math.ceil(table.rows.length / 2);
			return {
				rows: cells.slice(0, half + 1),
				others: [{ name: '续表', rows: [cells[0]!, ...cells.slice(half + 1)] }]
			};
		},
		flagged(['TABLE_MULTIPLE'])
	)
);
add(
	'xlsx sheets of two tables',
	'xlsx 另一张无关的表',
	'A sheet with another table',
	book(
		() => ({
			others: [
				{
					name: '设备',
					rows: [
						['设备名称', '台数'],
						['机床', '12'],
						['吊车', '3']
					]
				}
			]
		}),
		{ ...flagged(['TABLE_MULTIPLE']), orSame: true }
	)
);
add(
	'xlsx offset',
	'xlsx 表从 C5 开始',
	'The table begins at C5',
	book((table) => ({ offset: [4, 2], lines: linesShifted(table, 0, 4) }))
);
add(
	'xlsx blank rows within',
	'xlsx 中间有空行',
	'A blank row within the sheet',
	book((table, cells, random) => {
		const row = innerRow(table, random);
		return { rows: cells.toSpliced(row + 1, 0, []), lines: linesShifted(table, row, 1) };
	})
);
add(
	'xlsx total row',
	'xlsx 合计行是公式',
	'A total row of formulas',
	book((table, cells) => {
		const label = table.fields.findIndex(({ type }) => type === 'id' || type === 'region');
		const period = table.fields.findIndex(({ type }) => type === 'period');
		const total = table.fields.map((field, at): SheetCell => {
			if (at === label) return '合计';
			if (at === period && table.dataset === 'summary') return table.rows[0]?.[at] ?? '';
			return isCount(field)
				? {
						formula: `SUM(${columnName(at)}2:${columnName(at)}9)`,
						number: String(table.rows.reduce((sum, row) => sum + Number(row[at] || 0), 0))
					}
				: null;
		});
		return { rows: [...cells, total], expect: { outcome: 'same', told: ['ROW_TOTAL'], line: table.rows.length + 2 } };
	})
);
add('xlsx named csv', 'xlsx 误作 .csv', 'A workbook named .csv', (table) => ({
	bytes: workbookOf([{ name: '汇总', rows: cellsOf(table) }]),
	fileName: '导出.csv',
	expect: same()
}));
add('csv named xlsx', 'CSV 误作 .xlsx', 'A CSV file named .xlsx', (table) => ({
	bytes: encode(writeRows([table.header, ...table.rows]), 'utf-8'),
	fileName: '导出.xlsx',
	expect: same()
}));
add('xlsx cut off', 'xlsx 不完整', 'A workbook that breaks off', (table) => {
	const bytes = workbookOf([{ name: '汇总', rows: cellsOf(table) }]);
	return {
		bytes: bytes.subarray(0, Math.floor(bytes.length * 0.7)),
		fileName: '导出.xlsx',
		expect: flagged(['FILE_NOT_TABLE'])
	};
});
add('xlsx of nothing', 'xlsx 没有内容', 'A workbook of blank sheets', () => ({
	bytes: workbookOf([{ name: 'Sheet1', rows: [] }]),
	fileName: '导出.xlsx',
	expect: flagged(['FILE_EMPTY'])
}));
