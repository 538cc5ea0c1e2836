import type { CleanTable } from './clean-tables.ts';
import { writeCell, writeLine, writeLines, writeRows, type Writing } from './delimited.ts';
import { encode } from './encode.ts';
import { flagged, kindsOf, same, type Pollute } from './kind.ts';
import { innerRow, isCount, isText, placeOf } from './places.ts';

const { list, add } = kindsOf('structure');

/** Line ends, delimiters and quotes of a whole file or one row. */
export const dialectKinds = list;

const file = (text: string) => encode(text, 'utf-8');
const linesOf = (table: CleanTable, writing: Writing = {}) =>
	[table.header, ...table.rows].map((row) => writeLine(row, writing));
const written =
	(writing: Writing): Pollute =>
	(table) => ({
		bytes: file(writeRows([table.header, ...table.rows], writing)),
		expect: same()
	});

add('crlf', '换行 CRLF', 'CRLF line ends', written({ newline: '\r\n' }));
add('cr', '换行 CR', 'CR line ends', written({ newline: '\r' }));
add('no last line end', '末行无换行', 'No line end after the last row', written({ open: true }));
add('cr cr lf', '换行 CRCRLF', 'CR CR LF line ends', (table) => ({
	bytes: file(writeRows([table.header, ...table.rows], { newline: '\r\r\n' })),
	expect: same('NEWLINE_MIXED'),
	lines: null
}));
add('one crlf', '一行以 CRLF 结束', 'One row ends in CRLF', (table, random) => {
	const lines = linesOf(table);
	lines[innerRow(table, random) + 1] += '\r';
	return { bytes: file(writeLines(lines)), expect: { outcome: 'same', told: ['NEWLINE_MIXED'] } };
});
add('one cr', '一行以 CR 结束', 'One row ends in CR', (table, random) => {
	const lines = linesOf(table);
	const at = innerRow(table, random) + 1;
	const text = lines.map((line, index) => line + (index === at ? '\r' : '\n')).join('');
	return { bytes: file(text), expect: { outcome: 'same', told: ['NEWLINE_MIXED'] } };
});
add('two line ends', '前后两半换行不同', 'The second half has CRLF line ends', (table) => {
	const text = linesOf(table)
		.map((line, at) => line + (at > table.rows.length / 2 ? '\r\n' : '\n'))
		.join('');
	return { bytes: file(text), expect: { outcome: 'same', told: ['NEWLINE_MIXED'] } };
});
add('line separator U+2028', '用 U+2028 换行', 'U+2028 in place of line ends', (table) => ({
	bytes: file(writeRows([table.header, ...table.rows], { newline: '\u2028' })),
	expect: flagged([
		'DIALECT_ONE_COLUMN',
		'FILE_NOT_TABLE',
		'HEADER_MISSING',
		'COLUMN_REQUIRED_MISSING',
		'FILE_EMPTY',
		'FILE_TOO_LARGE'
	])
}));
add('lost line end', '两行连在一起', 'The line end between two rows is lost', (table, random) => {
	const lines = linesOf(table);
	const at = innerRow(table, random);
	lines.splice(at + 1, 2, `${lines[at + 1]}${lines[at + 2]}`);
	return {
		bytes: file(writeLines(lines)),
		expect: { ...flagged(['ROW_TOO_MANY', 'QUOTE_STRAY'], at + 2), lost: 1 },
		lines: null
	};
});

for (const delimiter of [';', '\t', '|', '，', '；']) {
	const name = delimiter === '\t' ? 'tab' : delimiter;
	add(`delimiter ${name}`, `分隔符 ${name}`, `Delimiter ${name}`, written({ delimiter }));
}
for (const delimiter of ['~', '^', ':', '、', '  ', '||']) {
	const name = delimiter === '  ' ? 'spaces' : delimiter;
	add(`odd delimiter ${name}`, `少见的分隔符 ${name}`, `An uncommon delimiter ${name}`, (table) => ({
		bytes: file(writeRows([table.header, ...table.rows], { delimiter })),
		expect: {
			...flagged([
				'DIALECT_ONE_COLUMN',
				'DIALECT_AMBIGUOUS',
				'FILE_NOT_TABLE',
				'HEADER_MISSING',
				'COLUMN_REQUIRED_MISSING'
			]),
			orSame: true
		}
	}));
}
for (const delimiter of [';', '，', '\t', '|']) {
	const name = delimiter === '\t' ? 'tab' : delimiter;
	add(`one row with ${name}`, `一行改用分隔符 ${name}`, `One row has the delimiter ${name}`, (table, random) => {
		const lines = linesOf(table);
		const at = innerRow(table, random);
		lines[at + 1] = writeLine(table.rows[at] as readonly string[], { delimiter });
		return { bytes: file(writeLines(lines)), expect: flagged(['ROW_TOO_FEW'], at + 2) };
	});
}
add('sep line', '首行 sep=;', 'A first line sep=;', (table) => ({
	bytes: file(`sep=;\n${writeRows([table.header, ...table.rows], { delimiter: ';' })}`),
	expect: same('PREAMBLE_SKIPPED'),
	lines: table.rows.map((_, at) => at + 3)
}));

/** One row written by hand. */
function oneRow(
	change: (cells: string[], table: CleanTable, at: number, random: Parameters<Pollute>[1]) => string | null,
	codes: Parameters<typeof flagged>[0]
): Pollute {
	return (table, random) => {
		const lines = linesOf(table);
		const at = innerRow(table, random);
		const cells = (table.rows[at] as readonly string[]).map((cell) => writeCell(cell));
		const line = change(cells, table, at, random);
		if (line === null) return null;
		lines[at + 1] = line;
		return { bytes: file(writeLines(lines)), expect: flagged(codes, at + 2) };
	};
}

add(
	'missing delimiter',
	'少一个分隔符',
	'A delimiter is missing',
	oneRow(
		(cells, _table, _at, random) => {
			const at = random.between(0, cells.length - 2);
			return cells.toSpliced(at, 2, `${cells[at]}${cells[at + 1]}`).join(',');
		},
		['ROW_TOO_FEW', 'QUOTE_STRAY']
	)
);
add(
	'one full-width comma',
	'一个逗号是全角的',
	'One delimiter is a full-width comma',
	oneRow(
		(cells, _table, _at, random) => {
			const at = random.between(0, cells.length - 2);
			return cells.toSpliced(at, 2, `${cells[at]}，${cells[at + 1]}`).join(',');
		},
		['ROW_TOO_FEW', 'QUOTE_STRAY']
	)
);
add(
	'surplus delimiter',
	'多一个分隔符',
	'A surplus delimiter within a row',
	oneRow(
		(cells, _table, _at, random) => cells.toSpliced(random.between(1, cells.length - 1), 0, '').join(','),
		['ROW_TOO_MANY']
	)
);
add(
	'missing last field',
	'少最后一列',
	'The last field of a row is missing',
	oneRow((cells) => cells.slice(0, -1).join(','), ['ROW_TOO_FEW'])
);
add(
	'missing first field',
	'少第一列',
	'The first field of a row is missing',
	oneRow((cells) => cells.slice(1).join(','), ['ROW_TOO_FEW'])
);
add(
	'surplus field',
	'多出一格',
	'A surplus field at the end of a row',
	oneRow((cells) => [...cells, '备用'].join(','), ['ROW_TOO_MANY'])
);
add(
	'row of one field',
	'一行只有一格',
	'A row of a single field',
	oneRow((cells) => cells[0] as string, ['ROW_TOO_FEW'])
);
add(
	'row twice as wide',
	'一行两倍宽',
	'A row twice as wide',
	oneRow((cells) => [...cells, ...cells].join(','), ['ROW_TOO_MANY'])
);
add('unquoted comma in text', '文字里的逗号未加引号', 'A comma in a text without quotes', (table, random) => {
	const place = placeOf(table, random, isText, (text) => !/[",]/.test(text));
	if (!place) return null;
	const lines = linesOf(table);
	const cells = (table.rows[place.row] as readonly string[]).map((cell) => writeCell(cell));
	lines[place.row + 1] = cells.with(place.column, `${place.text},第二期`).join(',');
	return { bytes: file(writeLines(lines)), expect: flagged(['ROW_TOO_MANY'], place.line) };
});
add('unquoted thousands separators', '未加引号的千分位', 'Thousands separators without quotes', (table, random) => {
	const place = placeOf(table, random, isCount, (text) => /^\d{4,}$/.test(text));
	if (!place) return null;
	const lines = linesOf(table);
	const cells = (table.rows[place.row] as readonly string[]).map((cell) => writeCell(cell));
	lines[place.row + 1] = cells.with(place.column, place.text.replace(/\B(?=(\d{3})+$)/g, ',')).join(',');
	return { bytes: file(writeLines(lines)), expect: flagged(['ROW_TOO_MANY'], place.line) };
});
add(
	'thousands in every row unquoted',
	'每行千分位都未加引号',
	'Thousands separators without quotes in every row',
	(table) => {
		const column = table.fields.findIndex(
			(field, at) => isCount(field) && table.rows.every((row) => /^\d{4,6}$/.test(row[at] ?? ''))
		);
		if (column < 0) return null;
		const lines = [table.header, ...table.rows].map((row, at) =>
			row
				.map((cell, index) => (at > 0 && index === column ? cell.replace(/\B(?=(\d{3})+$)/g, ',') : writeCell(cell)))
				.join(',')
		);
		return { bytes: file(writeLines(lines)), expect: flagged(['ROW_TOO_MANY', 'HEADER_BLANK']) };
	}
);
add('short header', '表头少一列', 'The header has one field less than the rows', (table) => ({
	bytes: file(writeRows([table.header.slice(0, -1), ...table.rows])),
	expect: flagged(['ROW_TOO_MANY', 'HEADER_BLANK', 'COLUMN_REQUIRED_MISSING'])
}));
add('header glued', '表头少一个分隔符', 'A delimiter of the header is missing', (table) => ({
	bytes: file(writeRows([[`${table.header[0]}${table.header[1]}`, ...table.header.slice(2)], ...table.rows])),
	expect: flagged(['ROW_TOO_MANY', 'HEADER_BLANK', 'COLUMN_REQUIRED_MISSING'])
}));
add('shuffled rows', '行次序不同', 'Rows in another order', (table) => ({
	bytes: file(writeRows([table.header, ...table.rows.toReversed()])),
	expect: same(),
	lines: null
}));
add('quoted thousands separators', '加引号的千分位', 'Thousands separators in quotes', (table) => {
	const rows = table.rows.map((row) =>
		row.map((cell, at) => (isCount(table.fields[at]!) ? cell.replace(/\B(?=(\d{3})+$)/g, ',') : cell))
	);
	if (!table.fields.some(isCount)) return null;
	return { bytes: file(writeRows([table.header, ...rows])), expect: same() };
});
add('blanks after delimiters', '分隔符后有空格', 'A blank after every delimiter', (table) => ({
	bytes: file(writeLines([table.header, ...table.rows].map((row) => row.map((cell) => writeCell(cell)).join(', ')))),
	expect: { ...flagged(['QUOTE_STRAY', 'ROW_TOO_MANY']), orSame: true }
}));
add('cells padded', '单元格两侧有空格', 'Cells padded with blanks', (table) => ({
	bytes: file(
		writeRows([table.header, ...table.rows].map((row) => row.map((cell) => (cell === '' ? cell : ` ${cell}  `))))
	),
	expect: same()
}));
add('cells padded nbsp', '单元格两侧有不换行空格', 'Cells padded with no-break spaces', (table) => ({
	bytes: file(
		writeRows(
			[table.header, ...table.rows].map((row) => row.map((cell) => (cell === '' ? cell : `\u00a0${cell}\u3000`)))
		)
	),
	expect: same()
}));
