import type { CleanTable } from './clean-tables.ts';
import { writeLine, writeLines, writeRows } from './delimited.ts';
import { encode, joined } from './encode.ts';
import { flagged, kindsOf, same, type Expectation, type Pollute } from './kind.ts';
import { innerRow, isFigure, linesShifted, withColumn } from './places.ts';

const { list, add } = kindsOf('structure');

/** Rows and columns around and within the table. */
export const layoutKinds = list;

const file = (rows: readonly (readonly string[])[]) => encode(writeRows(rows), 'utf-8');
const linesOf = (table: CleanTable) => [table.header, ...table.rows].map((row) => writeLine(row));
const text = (lines: readonly string[]) => encode(writeLines(lines), 'utf-8');
const blank = (table: CleanTable) => table.header.map(() => '');

/** Lines put in before the header, before an inner row or after the last one. */
function around(place: 'top' | 'middle' | 'end', lines: (table: CleanTable) => string[], expect: Expectation): Pollute {
	return (table, random) => {
		const put = lines(table);
		const row = { top: 0, middle: innerRow(table, random), end: table.rows.length }[place];
		const whole = linesOf(table);
		const at = place === 'top' ? 0 : row + 1;
		const line = at + 1;
		return {
			bytes: text(whole.toSpliced(at, 0, ...put)),
			expect: expect.outcome === 'same' && expect.told && place !== 'top' ? { ...expect, line } : expect,
			lines: linesShifted(table, row, put.length)
		};
	};
}

const places = [
	['top', '顶部', 'above the table'],
	['middle', '中间', 'in the middle'],
	['end', '末尾', 'below the table']
] as const;
for (const [place, zh, en] of places) {
	add(
		`blank row ${place}`,
		`${zh}有空行`,
		`A blank row ${en}`,
		around(place, () => [''], same())
	);
	add(
		`row of delimiters ${place}`,
		`${zh}有只含分隔符的行`,
		`A row of delimiters ${en}`,
		around(place, (table) => [blank(table).join(',')], same())
	);
	add(
		`row of blanks ${place}`,
		`${zh}有只含空格的行`,
		`A row of white space ${en}`,
		around(place, () => ['   \t '], same())
	);
	const note = place === 'top' ? '# 由系统导出' : '# 以下为第二部分';
	add(
		`comment ${place}`,
		`${zh}有注释行`,
		`A comment line ${en}`,
		around(
			place,
			() => [note],
			place === 'top'
				? same('PREAMBLE_SKIPPED')
				: { ...flagged(['PREAMBLE_SKIPPED', 'ROW_TOO_FEW']), orSame: true, may: ['PREAMBLE_SKIPPED'] }
		)
	);
}
add(
	'many blank rows at the end',
	'末尾有许多空行',
	'A thousand rows of delimiters below the table',
	around('end', (table) => Array.from({ length: 1000 }, () => blank(table).join(',')), same())
);
add('blank row after each row', '每行后有空行', 'A blank row after each row', (table) => ({
	bytes: text(linesOf(table).flatMap((line) => [line, ''])),
	expect: same(),
	lines: table.rows.map((_, at) => at * 2 + 3)
}));

const preambles: readonly (readonly [string, string, string, (table: CleanTable) => string[]])[] = [
	['title line', '一行标题', 'A title line', () => ['劳动和技能竞赛情况表']],
	[
		'title in the middle',
		'居中的标题',
		'A title in the third cell',
		(table) => [blank(table).with(2, '劳动和技能竞赛情况表').join(',')]
	],
	[
		'several title lines',
		'多行标题',
		'Several title lines',
		() => ['劳动和技能竞赛情况表', '填报单位：示例市总工会', '表号：工统3表']
	],
	['title and blank row', '标题后有空行', 'A title and a blank row', () => ['劳动和技能竞赛情况表', '']],
	[
		'form head',
		'表号、制表机关等',
		'The head of a statistical form',
		(table) => [
			blank(table).with(0, '劳动和技能竞赛情况表').join(','),
			blank(table).with(0, '表　　号：工统3表').with(3, '制定机关：示例市总工会').join(','),
			blank(table).with(0, '有效期至：2026年12月').join(',')
		]
	]
];
for (const [id, zh, en, lines] of preambles) {
	add(
		id,
		`表前有${zh}`,
		`${en} above the table`,
		around('top', lines, { outcome: 'same', told: ['PREAMBLE_SKIPPED'], line: 1, may: ['PERIOD_ASSUMED'] })
	);
}

const footers: readonly (readonly [string, string, string, (table: CleanTable) => string[]])[] = [
	['note', '注', 'A note', () => ['注：本表数据为快报数。']],
	[
		'note with delimiters',
		'带分隔符的注',
		'A note padded with delimiters',
		(table) => [blank(table).with(0, '注：本表数据为快报数。').join(',')]
	],
	[
		'numbered notes',
		'编号的注',
		'Numbered notes',
		(table) => ['1.本表数据为快报数。', '2.空格表示未报。'].map((note) => blank(table).with(0, note).join(','))
	],
	[
		'signatures',
		'签名行',
		'A line of signatures',
		(table) => [
			blank(table).with(0, '单位负责人：示例甲').with(2, '填表人：示例乙').with(4, '报出日期：2024年10月8日').join(',')
		]
	],
	['page foot', '页脚', 'A page foot', () => ['第 1 页 共 1 页']],
	['source', '资料来源', 'A line of sources', () => ['资料来源：示例市总工会']],
	['end mark', '“以下空白”', 'A mark that nothing follows', () => ['（以下空白）']],
	['export time', '导出时间', 'The time of the export', () => ['导出时间：2024-10-08 09:30:00']]
];
for (const [id, zh, en, lines] of footers) {
	add(
		`${id} below`,
		`表后有${zh}`,
		`${en} below the table`,
		around(
			'end',
			lines,
			id === 'end mark'
				? { ...flagged(['PREAMBLE_SKIPPED', 'ROW_TOO_FEW']), orSame: true, may: ['PREAMBLE_SKIPPED'] }
				: { outcome: 'same', told: ['PREAMBLE_SKIPPED'] }
		)
	);
}
add(
	'note in the middle',
	'表中间有注',
	'A note between two rows',
	around('middle', () => ['注：以下为补报。'], {
		...flagged(['PREAMBLE_SKIPPED', 'ROW_TOO_FEW']),
		orSame: true,
		may: ['PREAMBLE_SKIPPED', 'ROW_TOO_FEW']
	})
);

add(
	'header again',
	'表头再次出现',
	'The header again in the middle (page break)',
	around('middle', (table) => [writeLine(table.header)], same('PREAMBLE_SKIPPED'))
);
add(
	'page break',
	'分页：页脚、标题、表头',
	'A page break: foot, title and header again',
	around('middle', (table) => ['第 1 页 共 2 页', '劳动和技能竞赛情况表（续）', writeLine(table.header)], {
		...flagged(['PREAMBLE_SKIPPED', 'ROW_TOO_FEW']),
		orSame: true,
		may: ['PREAMBLE_SKIPPED']
	})
);
add('file twice', '文件内容重复一遍', 'The file twice, header and all', (table) => ({
	bytes: text([...linesOf(table), ...linesOf(table)]),
	expect: { outcome: 'same', told: ['ROW_DUPLICATE'], may: ['PREAMBLE_SKIPPED'] }
}));
add(
	'file of several exports',
	'几次导出拼在一起',
	'Two exports one below the other, each with header and byte order mark',
	(table) => {
		const half = Math.ceil(table.rows.length / 2);
		const [first, second] = [table.rows.slice(0, half), table.rows.slice(half)].map((rows) =>
			encode(writeRows([table.header, ...rows]), 'utf-8 bom')
		);
		return {
			bytes: joined(first as Uint8Array, second as Uint8Array),
			expect: same('PREAMBLE_SKIPPED', 'CTRL_CHARS'),
			lines: linesShifted(table, half, 1)
		};
	}
);

const columnPlaces = [
	['first', '最前', 'first', () => 0],
	['middle', '中间', 'in the middle', (table: CleanTable) => Math.ceil(table.header.length / 2)],
	['last', '最后', 'last', (table: CleanTable) => table.header.length]
] as const;
for (const [place, zh, en, at] of columnPlaces) {
	add(`blank column ${place}`, `${zh}有空列`, `A blank column ${en}`, (table) => ({
		bytes: file(withColumn(table, at(table), '', () => '')),
		expect: same('HEADER_BLANK')
	}));
	add(`column without a name ${place}`, `${zh}有一列没有列名`, `A filled column without a name ${en}`, (table) => ({
		bytes: file(withColumn(table, at(table), '', (row) => `附${row}`)),
		expect: { outcome: 'same', told: ['HEADER_BLANK'], line: 1 }
	}));
}
add(
	'trailing delimiters in rows',
	'数据行末有多余分隔符',
	'A delimiter at the end of every row but not of the header',
	(table) => ({
		bytes: text(linesOf(table).map((line, at) => (at === 0 ? line : `${line},`))),
		expect: same()
	})
);
add('trailing delimiter in one row', '一行末有多余分隔符', 'A delimiter at the end of one row', (table, random) => {
	const at = innerRow(table, random) + 1;
	return { bytes: text(linesOf(table).map((line, index) => (index === at ? `${line},,` : line))), expect: same() };
});
add('trailing delimiters everywhere', '每行末有许多分隔符', 'Many delimiters at the end of every row', (table) => ({
	bytes: text(linesOf(table).map((line) => `${line},,,,,`)),
	expect: same('HEADER_BLANK')
}));
add('serial numbers', '有序号列', 'A column of serial numbers', (table) => ({
	bytes: file(withColumn(table, 0, '序号', (row) => String(row + 1))),
	expect: same()
}));

add('half a file', '只有半个文件', 'The file breaks off in a row', (table, random) => {
	const half = Math.max(2, Math.floor(table.rows.length / 2));
	const lines = linesOf(table).slice(0, half + 1);
	const cells = table.rows[half] as readonly string[];
	const part = writeLine(cells.slice(0, random.between(1, cells.length - 2)));
	return {
		bytes: encode(`${lines.join('\n')}\n${part}`, 'utf-8'),
		expect: { ...flagged(['FILE_TRUNCATED', 'QUOTE_UNCLOSED'], half + 2), lost: table.rows.length }
	};
});
add('cut within quotes', '在引号内中断', 'The file breaks off within a quoted cell', (table) => {
	const rows = table.rows.slice(0, -1);
	const cells = table.rows.at(-1) as readonly string[];
	return {
		bytes: encode(
			`${writeRows([table.header, ...rows])}${writeLine(cells.slice(0, 2))},"${cells[2]?.replaceAll('"', '""')}`,
			'utf-8'
		),
		expect: flagged(['FILE_TRUNCATED', 'QUOTE_UNCLOSED'], table.rows.length + 1)
	};
});
add('header only', '只有表头', 'A header and nothing below', (table) => ({
	bytes: file([table.header]),
	expect: flagged(['FILE_EMPTY'])
}));
add('no header', '没有表头', 'No header', (table) => ({
	bytes: file(table.rows),
	expect: flagged(['HEADER_MISSING'])
}));
add('empty file', '空文件', 'An empty file', () => ({ bytes: new Uint8Array(0), expect: flagged(['FILE_EMPTY']) }));
add('blank file', '只有空白的文件', 'A file of white space', () => ({
	bytes: encode('  \n\t\n,,,\n', 'utf-8'),
	expect: flagged(['FILE_EMPTY'])
}));

add('second table below', '下方有另一张表', 'Another table below a blank row', (table) => ({
	bytes: text([...linesOf(table), '', '设备名称,台数,产地', '机床,12,沈阳', '吊车,3,徐州']),
	expect: flagged(['TABLE_MULTIPLE', 'ROW_TOO_FEW'], table.rows.length + 3)
}));
add(
	'second table of the same width below',
	'下方有同样宽的另一张表',
	'Another table as wide below a blank row',
	(table) => ({
		bytes: text([
			...linesOf(table),
			'',
			table.header.map((_, at) => `项目${at + 1}`).join(','),
			...[1, 2, 3].map((row) => table.header.map((_, at) => (at === 0 ? `甲${row}` : String(at * row))).join(','))
		]),
		expect: flagged(['TABLE_MULTIPLE'], table.rows.length + 3)
	})
);
add('second table without a gap', '紧接着另一张表', 'Another table below without a blank row', (table) => ({
	bytes: text([
		...linesOf(table),
		table.header.map((_, at) => `项目${at + 1}`).join(','),
		...[1, 2, 3].map((row) => table.header.map((_, at) => (at === 0 ? `甲${row}` : String(at * row))).join(','))
	]),
	expect: flagged(['TABLE_MULTIPLE', 'CODE_UNKNOWN', 'CELL_TYPE'], table.rows.length + 2)
}));
add('tables side by side', '左右两张表', 'Another table beside it', (table) => {
	const beside = (row: number) => (row < 3 ? ['', `机床${row}`, String(row * 4)] : ['', '', '']);
	return {
		bytes: file([[...table.header, '', '设备名称', '台数'], ...table.rows.map((row, at) => [...row, ...beside(at)])]),
		expect: { ...flagged(['TABLE_MULTIPLE', 'COLUMN_UNKNOWN']) }
	};
});
add('same columns side by side', '左右并排两栏', 'The rows in two blocks side by side', (table) => {
	const half = Math.ceil(table.rows.length / 2);
	const rows = table.rows.slice(0, half).map((row, at) => [...row, ...(table.rows[half + at] ?? blank(table))]);
	return {
		bytes: file([[...table.header, ...table.header], ...rows]),
		expect: { ...flagged(['TABLE_MULTIPLE', 'HEADER_DUPLICATE']) }
	};
});
add('transposed', '行列转置', 'Rows and columns exchanged', (table) => ({
	bytes: file(table.header.map((name, at) => [name, ...table.rows.map((row) => row[at] ?? '')])),
	expect: flagged([
		'CODE_UNKNOWN',
		'CELL_TYPE',
		'HEADER_MISSING',
		'COLUMN_REQUIRED_MISSING',
		'FILE_NOT_TABLE',
		'FILE_TOO_LARGE'
	])
}));

for (const [place, zh, en] of places) {
	add(`total row ${place}`, `${zh}有合计行`, `A total row ${en}`, (table, random) => {
		const sums = table.fields.map((field, at) =>
			isFigure(field) && field.unit !== 'score' && field.unit !== 'second' && field.name !== 'rank_published'
				? String(Math.round(table.rows.reduce((sum, row) => sum + Number(row[at] || 0), 0) * 100) / 100)
				: ''
		);
		const at = { top: 0, middle: innerRow(table, random), end: table.rows.length }[place];
		const label = table.fields.findIndex(({ type }) => type === 'id' || type === 'region');
		const period = table.fields.findIndex(({ type }) => type === 'period');
		const cells = sums.with(label, '合 计');
		const row = table.dataset === 'summary' && period >= 0 ? cells.with(period, table.rows[0]?.[period] ?? '') : cells;
		return {
			bytes: file([table.header, ...table.rows.toSpliced(at, 0, row)]),
			expect: { outcome: 'same', told: ['ROW_TOTAL'], line: at + 2 },
			lines: linesShifted(table, at, 1)
		};
	});
}
