import { atCell, fileOf, oneCell, readAs, everyCell } from './kinds-cells.ts';
import { flagged, kindsOf, same, type Pollute } from './kind.ts';
import {
	innerRow,
	isCount,
	isFigure,
	isRequired,
	isText,
	isType,
	linesShifted,
	placeOf,
	withCell,
	withColumn,
	withRows
} from './places.ts';

const { list, add } = kindsOf('meaning');

/** Whole rows: keys, duplicates, rules, sums, ids, personal data, scope. */
export const recordKinds = list;

const isId = isType('id');
const duplicable = (text: string) => text.length > 3;

const idSpellings: readonly (readonly [string, string, string, (text: string) => string])[] = [
	['padded', '编号两侧有空格', 'Ids padded with blanks', (text) => ` ${text} `],
	[
		'full-width',
		'编号全角',
		'Full-width ids',
		(text) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
	],
	['apostrophe', '编号前有单引号', 'Ids behind an apostrophe', (text) => `'${text}`],
	['text formula', '="000017" 写法', 'Ids as ="000017"', (text) => `="${text}"`],
	['tab', '编号前有制表符', 'Ids behind a tab', (text) => `\t${text}`]
];
for (const [id, zh, en, change] of idSpellings) add(`ids: ${id}`, zh, en, everyCell(isId, change, same()));
add(
	'id: scientific notation',
	'编号变成科学记数法',
	'An id in scientific notation',
	oneCell(isId, () => '3.7E+05', atCell('CELL_PRECISION'))
);
add(
	'id: scientific notation of a long number',
	'长编号变成科学记数法',
	'A long id in scientific notation',
	oneCell(isId, () => '1.23457E+17', atCell('CELL_PRECISION'))
);
add(
	'id: digits lost',
	'18 位编号末三位变成 000',
	'An id of 18 digits whose last three became 0',
	oneCell(isId, () => '500112202400012000', atCell('CELL_PRECISION'))
);
add(
	'id: zeros lost',
	'编号前导零丢失',
	'An id that lost its leading zeros',
	oneCell(
		isId,
		(text) => String(Number(text)),
		atCell('CELL_PRECISION'),
		(text) => /^0\d{3,}$/.test(text)
	)
);
add(
	'id: .0',
	'编号变成 17.0',
	'An id that became 17.0',
	oneCell(
		isId,
		(text) => `${Number(text)}.0`,
		atCell('CELL_PRECISION'),
		(text) => /^0\d{3,}$/.test(text)
	)
);
add(
	'id: date',
	'编号变成日期',
	'An id that became a date',
	oneCell(isId, () => '3月5日', atCell('CELL_PRECISION', 'CELL_TYPE'))
);
add(
	'id: error',
	'编号为 #N/A',
	'An error for an id',
	oneCell(isId, () => '#N/A', atCell('CELL_EXCEL_ERROR', 'CELL_TYPE'))
);
add(
	'id: blank',
	'编号为空',
	'A blank id',
	oneCell(isId, () => '', atCell('CELL_TYPE'))
);
add(
	'required cell blank',
	'必填单元格为空',
	'A blank in a required column',
	oneCell(
		(field) => isRequired(field),
		() => '',
		atCell('CELL_TYPE')
	)
);
add(
	'required cell dash',
	'必填单元格写“—”',
	'A dash in a required column',
	oneCell(
		(field) => isRequired(field) && field.type !== 'period',
		() => '—',
		atCell('CELL_TYPE', 'CODE_UNKNOWN')
	)
);
add(
	'required cell nothing',
	'必填单元格写“无”',
	'无 in a required column',
	oneCell(
		(field) => isRequired(field) && !['text', 'id'].includes(field.type),
		() => '无',
		atCell('CELL_TYPE', 'CODE_UNKNOWN')
	)
);

add('row twice', '一行重复', 'A row twice', (table, random) => {
	const at = innerRow(table, random);
	return {
		bytes: fileOf([table.header, ...table.rows, table.rows[at] as readonly string[]]),
		expect: { outcome: 'same', told: ['ROW_DUPLICATE'], line: table.rows.length + 2 }
	};
});
add('row twice, written otherwise', '一行重复但写法不同', 'A row twice, in other spellings', (table, random) => {
	const at = innerRow(table, random);
	const copy = (table.rows[at] as readonly string[]).map((cell, column) =>
		isFigure(table.fields[column]!) ? ` ${cell}` : `${cell} `
	);
	return {
		bytes: fileOf([table.header, ...table.rows, copy]),
		expect: { outcome: 'same', told: ['ROW_DUPLICATE'], line: table.rows.length + 2 }
	};
});
add('key twice', '同一记录内容不同', 'A key twice with other content', (table, random) => {
	const at = innerRow(table, random);
	const column =
		table.fields.findLastIndex((field) => isFigure(field) && field.type === 'integer') >= 0
			? table.fields.findLastIndex((field) => isFigure(field) && !field.key)
			: table.fields.findLastIndex((field) => field.type === 'text' && !field.key);
	if (column < 0) return null;
	const row = table.rows[at] as readonly string[];
	const other = row.with(
		column,
		isFigure(table.fields[column]!) ? String(Number(row[column]) + 1) : `${row[column]}甲`
	);
	return {
		bytes: fileOf([table.header, ...table.rows, other]),
		expect: flagged(['KEY_DUPLICATE'], table.rows.length + 2)
	};
});
add('key twice in other words', '同一记录换写法且内容不同', 'A key twice, once by code and once by name', (table) => {
	const region = table.fields.findIndex((field) => field.key && field.type === 'region');
	const figure = table.fields.findLastIndex((field) => isFigure(field) && !field.key);
	if (region < 0 || figure < 0) return null;
	const row = table.rows[0] as readonly string[];
	const other = row.with(region, `${row[region]} `).with(figure, String(Number(row[figure]) + 1));
	return {
		bytes: fileOf([table.header, ...table.rows, other]),
		expect: flagged(['KEY_DUPLICATE'], table.rows.length + 2)
	};
});

const rules: readonly (readonly [lesser: string, greater: string])[] = [
	['units_competing', 'units_total'],
	['participants', 'workers_total'],
	['participants', 'participations'],
	['suggestions_adopted', 'suggestions'],
	['suggestions_implemented', 'suggestions_adopted'],
	['promoted', 'participations'],
	['enrolled', 'attendances'],
	['certified', 'enrolled'],
	['start_year', 'end_year']
];
for (const [lesser, greater] of rules) {
	const exchange =
		(whole: boolean): Pollute =>
		(table, random) => {
			const [a, b] = [lesser, greater].map((name) => table.fields.findIndex((field) => field.name === name)) as [
				number,
				number
			];
			if (a < 0 || b < 0 || (whole && table.rows.some((cells) => cells[a] === ''))) return null;
			const at = innerRow(table, random);
			const row = table.rows[at] as readonly string[];
			if (!whole && (row[a] === '' || Number(row[a]) >= Number(row[b]))) return null;
			const rows = table.rows.map((cells, index) =>
				whole || index === at ? cells.with(a, cells[b] as string).with(b, cells[a] as string) : cells
			);
			return { bytes: fileOf([table.header, ...rows]), expect: flagged(['RULE_VIOLATED'], whole ? 2 : at + 2) };
		};
	add(
		`rule ${lesser} ≤ ${greater}`,
		`${lesser} 大于 ${greater}`,
		`${lesser} exceeds ${greater} in a row`,
		exchange(false)
	);
	add(
		`columns ${lesser} and ${greater} exchanged`,
		`${lesser} 与 ${greater} 两列互换`,
		`The columns ${lesser} and ${greater} are exchanged`,
		exchange(true)
	);
}
add('region and period exchanged', '地区与时期两列互换', 'The columns of region and period are exchanged', (table) => {
	const [a, b] = ['region', 'period'].map((name) => table.fields.findIndex((field) => field.name === name)) as [
		number,
		number
	];
	if (a < 0 || b < 0) return null;
	return {
		bytes: fileOf([table.header, ...table.rows.map((row) => row.with(a, row[b] as string).with(b, row[a] as string))]),
		expect: flagged(['CODE_UNKNOWN', 'CELL_TYPE'], 2)
	};
});

const sumsOf = (table: Parameters<Pollute>[0]) =>
	table.fields.map((field, at) =>
		isFigure(field) && field.unit !== 'score'
			? table.rows.reduce((sum, row) => sum + Math.round(Number(row[at] || 0) * 10), 0) / 10
			: null
	);
/** A total row with one sum changed, of datasets whose figures are summed. */
const wrongTotal =
	(change: (sum: number) => number, label: string): Pollute =>
	(table) => {
		if (table.dataset !== 'summary' || table.rows.length < 3) return null;
		const sums = sumsOf(table);
		const at = table.fields.findIndex(({ name }) => name === 'workers_total');
		const region = table.fields.findIndex(({ type }) => type === 'region');
		const period = table.fields.findIndex(({ type }) => type === 'period');
		const row = sums
			.map((sum, column) => (sum === null ? '' : String(column === at ? change(sum) : sum)))
			.with(region, label)
			.with(period, table.rows[0]?.[period] as string);
		return {
			bytes: fileOf([table.header, ...table.rows, row]),
			expect: { outcome: 'same', told: ['TOTAL_MISMATCH'], line: table.rows.length + 2 }
		};
	};
add(
	'total differs',
	'合计与分项不符',
	'A total row that differs from its parts',
	wrongTotal((sum) => sum + 1000, '合计')
);
add(
	'total counts the sums twice',
	'合计多加了一倍',
	'A total row of twice the sum',
	wrongTotal((sum) => sum * 2, '总计')
);
add('subtotals', '有小计行', 'Subtotals after halves of the rows', (table) => {
	const region = table.fields.findIndex(({ type }) => type === 'region');
	if (table.dataset !== 'summary') return null;
	const half = Math.ceil(table.rows.length / 2);
	const period = table.fields.findIndex(({ type }) => type === 'period');
	const total = (rows: readonly (readonly string[])[]) =>
		sumsOf({ ...table, rows })
			.map((sum) => (sum === null ? '' : String(sum)))
			.with(region, '小计')
			.with(period, table.rows[0]?.[period] as string);
	const rows = [
		...table.rows.slice(0, half),
		total(table.rows.slice(0, half)),
		...table.rows.slice(half),
		total(table.rows.slice(half))
	];
	return {
		bytes: fileOf([table.header, ...rows]),
		expect: { outcome: 'same', told: ['ROW_TOTAL'], line: half + 2 },
		lines: linesShifted(table, half, 1)
	};
});

const personal: readonly (readonly [name: string, cell: (row: number) => string])[] = [
	['身份证号', (row) => `50010119900307${String(1000 + row)}`],
	['手机号码', (row) => `138${String(10000000 + row)}`],
	['联系电话', (row) => `023-${String(60000000 + row)}`],
	['家庭住址', () => '示例路1号'],
	['银行卡号', (row) => `6222021234567${String(100000 + row)}`],
	['电子邮箱', (row) => `a${row}@example.com`],
	['出生日期', () => '1990-03-07']
];
for (const [name, cell] of personal) {
	add(`personal ${name}`, `有“${name}”列`, `A column ${name}`, (table) => ({
		bytes: fileOf(withColumn(table, 2, name, cell)),
		expect: { outcome: 'same', told: ['COLUMN_PERSONAL'], line: 1 }
	}));
}
for (const [name, text] of [
	['identity number', '500101199003071234'],
	['mobile number', '13810000000'],
	['name and mobile number', '示例甲 13810000000'],
	['name and identity number', '示例甲（500101199003071234）'],
	['number with blanks', '138 1000 0000']
] as const) {
	add(`text with ${name}`, `文字列里有个人号码（${name}）`, `A ${name} among texts`, (table, random) => {
		const place = placeOf(table, random, isText, duplicable);
		if (!place) return null;
		return {
			bytes: fileOf([table.header, ...withCell(table, place, text)]),
			expect: flagged(['COLUMN_PERSONAL'], place.line, place.header)
		};
	});
}

for (const text of ['=HYPERLINK("http://a.example","x")', '@SUM(A1)', '+1+cmd|/c calc', '-2+3', '\u003dA1', '＝1+1']) {
	add(`formula ${text}`, `文字像公式：${text}`, `A text like a formula: ${text}`, (table, random) => {
		const place = placeOf(table, random, isText);
		if (!place) return null;
		const reference = withRows(table, withCell(table, place, text));
		return {
			bytes: fileOf([table.header, ...withCell(table, place, text)]),
			expect: { outcome: 'same', told: ['CELL_FORMULA'], line: place.line, reference }
		};
	});
}
add('cell too long', '单元格过长', 'A cell of more than a million characters', (table, random) => {
	const place = placeOf(table, random, isText);
	if (!place || table.rows.length > 20) return null;
	return {
		bytes: fileOf([table.header, ...withCell(table, place, '长'.repeat(1024 * 1024 + 1))]),
		expect: flagged(['CELL_TOO_LONG'], place.line, place.header)
	};
});
add(
	'text in an error column',
	'文字列里有错误值',
	'An error among texts',
	oneCell(isText, () => '#REF!', atCell('CELL_EXCEL_ERROR'))
);
add('outside the scope', '账号只能报本地区', 'Rows of regions that the account may not report for', (table) => {
	const region = table.fields.findIndex(({ type }) => type === 'region');
	if (region < 0) return null;
	return {
		bytes: fileOf([table.header, ...table.rows]),
		options: { scope: '659012' },
		expect: flagged(['SCOPE_DENIED'])
	};
});
add(
	'blank dimension',
	'选填维度为空',
	'A blank in an optional dimension',
	oneCell(
		(field) => ['industry', 'ownership'].includes(field.type) && !field.key,
		() => '',
		readAs(() => '')
	)
);
add('其中 in a column name', '列名带“其中：”', 'A sub-item marked 其中：', (table) => {
	const at = table.fields.findLastIndex((field) => isCount(field));
	if (at < 0) return null;
	return { bytes: fileOf([table.header.with(at, `其中：${table.header[at]}`), ...table.rows]), expect: same() };
});
