import { flagged, kindsOf, same } from './kind.ts';
import { isCount, isText, linesShifted, placeOf, withCell, withRows } from './places.ts';
import { book, dateColumns, serial } from './workbook-book.ts';

const { list, add } = kindsOf('structure');

/** Cells of workbooks: types, formats, formulas, errors. */
export const workbookCellKinds = list;

add(
	'xlsx',
	'xlsx',
	'The same table as a workbook',
	book(() => ({}))
);
add(
	'xlsx inline strings',
	'xlsx 内联文字',
	'A workbook with inline strings',
	book((_table, cells) => ({
		rows: cells.map((row) => row.map((cell) => (typeof cell === 'string' ? { inline: cell } : cell)))
	}))
);
add(
	'xlsx numbers as text',
	'xlsx 文本型数字',
	'Numbers stored as text',
	book((table) => ({ rows: [table.header, ...table.rows] }))
);
add(
	'xlsx rich text',
	'xlsx 富文本',
	'Texts in several fonts',
	book((_table, cells) => ({
		rows: cells.map((row) =>
			row.map((cell) =>
				typeof cell === 'string' && cell.length > 1 ? { rich: [cell.slice(0, 1), cell.slice(1)] } : cell
			)
		)
	}))
);
add(
	'xlsx formulas',
	'xlsx 公式带结果',
	'Formulas with their results',
	book(
		(_table, cells) => ({
			rows: cells.map((row, at) =>
				row.map((cell) =>
					at > 0 && cell !== null && typeof cell === 'object' && 'number' in cell
						? { formula: `SUM(${cell.number},0)`, number: cell.number as string }
						: cell
				)
			)
		}),
		same('CELL_FORMULA')
	)
);
add(
	'xlsx formula without result',
	'xlsx 公式无结果',
	'A formula whose result was never stored',
	book((table, cells, random) => {
		const place = placeOf(table, random, isCount);
		if (!place) return null;
		cells[place.row + 1]![place.column] = { formula: 'A1+1' };
		return { expect: flagged(['CELL_FORMULA', 'CELL_EXCEL_ERROR', 'CELL_TYPE'], place.line) };
	})
);
for (const error of ['#DIV/0!', '#N/A', '#REF!', '#VALUE!', '#NAME?']) {
	add(
		`xlsx error ${error}`,
		`xlsx 错误值 ${error}`,
		`An error value ${error}`,
		book((table, cells, random) => {
			const place = placeOf(table, random, isCount);
			if (!place) return null;
			cells[place.row + 1]![place.column] = { error };
			return { expect: flagged(['CELL_EXCEL_ERROR'], place.line, place.header) };
		})
	);
}
add(
	'xlsx dates',
	'xlsx 日期',
	'Dates as date cells',
	book((table, cells) => {
		const columns = dateColumns(table);
		if (columns.length === 0) return null;
		table.rows.forEach((row, at) =>
			columns.forEach(
				(column) => row[column] && (cells[at + 1]![column] = { number: String(serial(row[column])), style: 'date' })
			)
		);
		return {};
	})
);
add(
	'xlsx dates of 1904',
	'xlsx 1904 日期系统',
	'Dates that count from 1904',
	book((table, cells) => {
		const columns = dateColumns(table);
		if (columns.length === 0) return null;
		table.rows.forEach((row, at) =>
			columns.forEach(
				(column) =>
					row[column] && (cells[at + 1]![column] = { number: String(serial(row[column]) - 1462), style: 'date' })
			)
		);
		return { date1904: true };
	})
);
add(
	'xlsx date serials',
	'xlsx 日期成了序号',
	'Dates as bare serial numbers',
	book((table, cells) => {
		const columns = dateColumns(table);
		if (columns.length === 0) return null;
		table.rows.forEach((row, at) =>
			columns.forEach((column) => row[column] && (cells[at + 1]![column] = { number: String(serial(row[column])) }))
		);
		return {};
	})
);
add(
	'xlsx digits of doubles',
	'xlsx 浮点尾数',
	'Figures with the last digits of a double',
	book((table, cells) => {
		const columns = [...table.fields.keys()].filter((at) => table.fields[at]!.type === 'decimal');
		const written = table.rows.map((row) => columns.some((at) => row[at]));
		if (!written.includes(true)) return null;
		table.rows.forEach((row, at) =>
			columns.forEach(
				(column) => row[column] && (cells[at + 1]![column] = { number: Number(row[column]).toPrecision(17) })
			)
		);
		return {};
	})
);
add(
	'xlsx padded codes',
	'xlsx 编号是补零的数字',
	'Ids as numbers that a format pads with zeros',
	book((table, cells) => {
		const at = table.fields.findIndex(
			({ type }, column) => type === 'id' && table.rows.every((row) => /^0\d{5}$/.test(row[column] ?? ''))
		);
		if (at < 0) return null;
		table.rows.forEach((row, index) => (cells[index + 1]![at] = { number: String(Number(row[at])), style: 'padded' }));
		return { expect: { ...flagged(['CELL_PRECISION']), orSame: true } };
	})
);
add(
	'xlsx grouped figures',
	'xlsx 千分位格式',
	'Figures in a format with thousands separators',
	book((_table, cells) => ({
		rows: cells.map((row) =>
			row.map((cell) =>
				cell !== null && typeof cell === 'object' && 'number' in cell && 'style' in cell === false
					? { number: cell.number as string, style: 'grouped' as const }
					: cell
			)
		)
	}))
);
add(
	'xlsx boolean',
	'xlsx 逻辑值',
	'A boolean in a count',
	book((table, cells, random) => {
		const place = placeOf(table, random, isCount);
		if (!place) return null;
		cells[place.row + 1]![place.column] = { boolean: true };
		return { expect: flagged(['CELL_TYPE'], place.line, place.header) };
	})
);
add(
	'xlsx control character',
	'xlsx 控制字符',
	'A control character in a cell',
	book((table, cells, random) => {
		const place = placeOf(table, random, isText);
		if (!place) return null;
		cells[place.row + 1]![place.column] = `${place.text.slice(0, 1)}\u0002${place.text.slice(1)}`;
		return { expect: { outcome: 'same', told: ['CTRL_CHARS'], line: place.line } };
	})
);
add(
	'xlsx line end in a cell',
	'xlsx 单元格内换行',
	'A line end within a cell',
	book((table, cells, random) => {
		const place = placeOf(table, random, isText);
		if (!place) return null;
		const text = `${place.text.slice(0, 1)}\n${place.text.slice(1)}`;
		cells[place.row + 1]![place.column] = text;
		return {
			expect: { outcome: 'same', reference: withRows(table, withCell(table, place, text)) },
			lines: linesShifted(table, 0, 0)
		};
	})
);
add(
	'xlsx percent format',
	'xlsx 百分比格式的人数',
	'A count in the format of a percentage',
	book((table, cells, random) => {
		const place = placeOf(table, random, isCount);
		if (!place) return null;
		cells[place.row + 1]![place.column] = { number: '0.53', style: 'percent' };
		return { expect: flagged(['CELL_TYPE', 'UNIT_SUSPECT'], place.line, place.header) };
	})
);
