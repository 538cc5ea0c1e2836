import { datasets } from '#lib/datasets/index.ts';
import type { CleanTable } from './clean-tables.ts';
import { writeRows } from './delimited.ts';
import { encode } from './encode.ts';
import { flagged, kindsOf, same, type Pollute } from './kind.ts';
import { innerRow, isFigure, isRequired, isText, withColumn } from './places.ts';

const { list, add } = kindsOf('structure');

/** The header: spellings, several rows, what is missing or twice. */
export const headerKinds = list;

const file = (rows: readonly (readonly string[])[]) => encode(writeRows(rows), 'utf-8');
const renamed = (table: CleanTable, rename: (name: string, at: number) => string) =>
	file([table.header.map(rename), ...table.rows]);
const below = (table: CleanTable, count: number) => table.rows.map((_, at) => at + 2 + count);

/** The header row written otherwise, everything else as it was. */
const rewritten =
	(rename: (name: string, at: number, table: CleanTable) => string): Pollute =>
	(table) => ({
		bytes: renamed(table, (name, at) => rename(name, at, table)),
		expect: same()
	});

add('bilingual header', '中英文两行表头', 'A second header row in English', (table) => ({
	bytes: file([table.header, table.fields.map(({ title }) => title.en), ...table.rows]),
	expect: { outcome: 'same', told: ['HEADER_MULTIROW'] },
	lines: below(table, 1)
}));
add(
	'bilingual header cells',
	'列名中英文在一格',
	'Chinese and English in one header cell',
	rewritten((name, at, table) => `${name} ${table.fields[at]!.title.en}`)
);
add(
	'bilingual header with line end',
	'列名中英文分两行写',
	'Chinese and English in one header cell, on two lines',
	(table) => ({
		bytes: renamed(table, (name, at) => `${name}\n${table.fields[at]!.title.en}`),
		expect: same(),
		lines: below(table, table.header.length)
	})
);
add('english header', '英文列名', 'An English header', (table) => ({
	bytes: renamed(table, (_, at) => table.fields[at]!.title.en),
	expect: { ...same('UNIT_ASSUMED') }
}));
add('field names as header', '字段名作列名', 'Field names as header', (table) => ({
	bytes: renamed(table, (_, at) => table.fields[at]!.name),
	expect: { ...same('UNIT_ASSUMED') }
}));
add(
	'header with blanks',
	'列名内有空格',
	'Blanks within header cells',
	rewritten((name) => [...name].join(' '))
);
add('header with line ends', '列名内有换行', 'Line ends within header cells', (table) => ({
	bytes: renamed(table, (name) => (name.length > 2 ? `${name.slice(0, 2)}\n${name.slice(2)}` : name)),
	expect: same(),
	lines: below(table, table.header.filter((name) => name.length > 2).length)
}));
add(
	'header with marks',
	'列名带 * 和“必填”',
	'Required marks in the header',
	rewritten((name, at, table) => (table.fields[at]!.required ? `*${name}（必填）` : name))
);
add(
	'header full-width',
	'列名用全角括号和字母',
	'Full-width signs in the header',
	rewritten((name) => name.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)))
);
add('header numbered', '列名前有序号', 'Header cells are numbered', (table) => ({
	bytes: renamed(table, (name, at) => `${at + 1}.${name}`),
	expect: { ...flagged(['HEADER_MISSING', 'COLUMN_REQUIRED_MISSING', 'FILE_NOT_TABLE']), orSame: true }
}));
add(
	'header with zero-width space',
	'列名内有零宽空格',
	'Zero-width spaces in the header',
	rewritten((name) => `\u200b${name.slice(0, 1)}\u200b${name.slice(1)}`)
);
add('header traditional', '繁体列名', 'A header in traditional characters', (table) => ({
	bytes: renamed(table, (name) => [...name].map((sign) => traditional[sign] ?? sign).join('')),
	expect: {
		...flagged(['COLUMN_UNKNOWN', 'COLUMN_REQUIRED_MISSING', 'HEADER_MISSING', 'FILE_NOT_TABLE'], 1),
		orSame: true
	}
}));
const traditional: Readonly<Record<string, string>> = {
	编: '編',
	号: '號',
	竞: '競',
	赛: '賽',
	称: '稱',
	类: '類',
	别: '別',
	级: '級',
	种: '種',
	开: '開',
	结: '結',
	单: '單',
	位: '位',
	业: '業',
	区: '區',
	属: '屬',
	参: '參',
	职: '職',
	数: '數',
	员: '員',
	时: '時',
	间: '間',
	统: '統',
	计: '計',
	经: '經',
	济: '濟',
	专: '專',
	纳: '納',
	实: '實',
	补: '補',
	费: '費',
	训: '訓',
	获: '獲',
	奖: '獎',
	对: '對',
	标: '標',
	值: '值',
	来: '來',
	总: '總',
	绩: '績'
};
add('header synonyms', '列名用别名', 'Other names for the columns', (table, random) => {
	const declared = datasets[table.dataset];
	const titles = new Set(declared.fields.flatMap(({ title, aliases }) => [title.zh, ...aliases]));
	const taken = new Set<string>();
	const names = table.fields.map((field, at) => {
		const own = table.header[at] as string;
		const unit = /（.*）$/.exec(own)?.[0] ?? '';
		// A name that several fields know, or another dataset as its own, is no synonym but a question.
		const free = field.aliases.filter(
			(alias) =>
				declared.fields.filter((other) => other.aliases.includes(alias) || other.title.zh === alias).length === 1 &&
				!/代码|信用|编号$|^.$/.test(alias) &&
				!taken.has(alias)
		);
		if (free.length === 0 || random.next() < 0.4 || field.key) return own;
		const alias = random.pick(free);
		taken.add(alias);
		return `${alias}${unit}`;
	});
	return titles.size === 0 ? null : { bytes: file([names, ...table.rows]), expect: same() };
});
add('header misspelt', '列名有错字', 'A required column misspelt', (table, random) => {
	const columns = [...table.fields.keys()].filter(
		(at) => isRequired(table.fields[at]!) && (table.header[at] ?? '').length > 2
	);
	if (columns.length === 0) return null;
	const at = random.pick(columns);
	const name = table.header[at] as string;
	return {
		bytes: renamed(table, (other, index) => (index === at ? `${name.slice(0, 1)}咚${name.slice(2)}` : other)),
		expect: { ...flagged(['COLUMN_REQUIRED_MISSING', 'COLUMN_UNKNOWN'], 1), orSame: true }
	};
});
add('header of an optional column misspelt', '选填列名有错字', 'An optional column misspelt', (table, random) => {
	const columns = [...table.fields.keys()].filter(
		(at) => !isRequired(table.fields[at]!) && !table.fields[at]!.key && (table.header[at] ?? '').length > 2
	);
	if (columns.length === 0) return null;
	const at = random.pick(columns);
	const name = `${(table.header[at] as string).slice(0, 1)}咚咚咚${(table.header[at] as string).slice(3)}`;
	return {
		bytes: renamed(table, (other, index) => (index === at ? name : other)),
		expect: { ...flagged(['COLUMN_UNKNOWN'], 1, name) }
	};
});
add('merged group header', '两行合并表头', 'Groups over the columns, merged cells left blank', (table) => {
	const first = table.fields.findIndex(isFigure);
	const last = table.fields.findLastIndex(isFigure);
	if (first < 1 || last <= first || !table.fields.slice(first, last + 1).every(isFigure)) return null;
	const groups = table.header.map((name, at) => (at < first || at > last ? name : at === first ? '情况' : ''));
	const names = table.header.map((name, at) => (at < first || at > last ? '' : name));
	return {
		bytes: file([groups, names, ...table.rows]),
		expect: { outcome: 'same', told: ['HEADER_MULTIROW'], line: 1 },
		lines: below(table, 1)
	};
});
add('column letters row', '甲乙丙和 1 2 3 行', 'The row 甲 乙 1 2 3 of statistical forms', (table) => {
	const first = table.fields.findIndex(isFigure);
	if (first < 1 || first > 5) return null;
	const row = table.header.map((_, at) => (at < first ? '甲乙丙丁戊'.charAt(at) : String(at - first + 1)));
	return {
		bytes: file([table.header, row, ...table.rows]),
		expect: { outcome: 'same', told: ['HEADER_MULTIROW'] },
		lines: below(table, 1)
	};
});
add('header far below', '表头在第 12 行', 'Ten lines of explanation above the header', (table) => {
	const lines = Array.from({ length: 10 }, (_, at) => [`填报说明${'一二三四五六七八九十'.charAt(at)}：请如实填报。`]);
	return {
		bytes: file([...lines, [''], table.header, ...table.rows]),
		expect: same('PREAMBLE_SKIPPED'),
		lines: below(table, 11)
	};
});
add('duplicate header', '列名重复', 'A column name twice, with other cells', (table, random) => {
	const columns = [...table.fields.keys()].filter((at) => isFigure(table.fields[at]!));
	if (columns.length === 0) return null;
	const name = table.header[random.pick(columns)] as string;
	return {
		bytes: file(withColumn(table, table.header.length, name, (row) => String(row + 3))),
		expect: { ...flagged(['HEADER_DUPLICATE'], 1, name), orSame: false }
	};
});
add('duplicate key header', '关键列重复', 'A key column twice, with other cells', (table) => {
	const at = table.fields.findIndex(({ key, type }) => key && (type === 'id' || type === 'text'));
	if (at < 0) return null;
	return {
		bytes: file(withColumn(table, table.header.length, table.header[at] as string, (row) => `另${row}`)),
		expect: flagged(['HEADER_DUPLICATE'], 1, table.header[at])
	};
});
add('two names for one field', '两列是同一字段', 'Two columns that mean the same field', (table) => {
	const found = table.fields.flatMap((field, at) =>
		isFigure(field) && field.aliases.length > 0 && table.dataset !== 'targets'
			? [[at, field.aliases.at(-1) as string] as const]
			: []
	);
	const [first] = found;
	if (!first) return null;
	const [, alias] = first;
	return {
		bytes: file(withColumn(table, table.header.length, alias, (row) => String(row + 3))),
		expect: { ...flagged(['HEADER_DUPLICATE', 'COLUMN_UNKNOWN'], 1, alias) }
	};
});
add('blank header of a required column', '必填列没有列名', 'A required column without a name', (table, random) => {
	const columns = [...table.fields.keys()].filter((at) => isRequired(table.fields[at]!));
	const at = random.pick(columns);
	return {
		bytes: renamed(table, (name, index) => (index === at ? '' : name)),
		expect: flagged(['COLUMN_REQUIRED_MISSING', 'HEADER_BLANK'], 1)
	};
});
add('blank header of an optional column', '选填列没有列名', 'An optional column without a name', (table, random) => {
	const columns = [...table.fields.keys()].filter((at) => !isRequired(table.fields[at]!) && !table.fields[at]!.key);
	if (columns.length === 0) return null;
	const at = random.pick(columns);
	return {
		bytes: renamed(table, (name, index) => (index === at ? '' : name)),
		expect: flagged(['HEADER_BLANK', 'COLUMN_UNKNOWN'], 1)
	};
});
add('required column missing', '缺少必填列', 'A required column is missing', (table, random) => {
	const columns = [...table.fields.keys()].filter((at) => isRequired(table.fields[at]!));
	const at = random.pick(columns);
	const without = (row: readonly string[]) => row.filter((_, index) => index !== at);
	return {
		bytes: file([table.header, ...table.rows].map(without)),
		expect: flagged(['COLUMN_REQUIRED_MISSING'], 1),
		options: { dataset: table.dataset }
	};
});
add('unknown column', '有不认识的列', 'A column that no dataset knows', (table) => ({
	bytes: file(withColumn(table, 2, '备用字段丙', (row) => `附${row}`)),
	expect: { outcome: 'same', told: ['COLUMN_UNKNOWN'], line: 1 }
}));
add('columns in another order', '列次序不同', 'Columns in another order', (table) => ({
	bytes: file([table.header, ...table.rows].map((row) => row.toReversed())),
	expect: same()
}));
add('shifted row', '一行右移一格', 'A row is shifted to the right by one cell', (table, random) => {
	const at = innerRow(table, random);
	const rows = table.rows.map((row, index) => (index === at ? ['', ...row.slice(0, -1)] : row));
	return {
		bytes: file([table.header, ...rows]),
		expect: flagged(['CELL_TYPE', 'CODE_UNKNOWN', 'CELL_RANGE', 'NAME_AMBIGUOUS', 'RULE_VIOLATED'], at + 2)
	};
});
add('row shifted left', '一行左移一格', 'A row is shifted to the left by one cell', (table, random) => {
	const at = innerRow(table, random);
	const rows = table.rows.map((row, index) => (index === at ? [...row.slice(1), ''] : row));
	return {
		bytes: file([table.header, ...rows]),
		expect: flagged(['CELL_TYPE', 'CODE_UNKNOWN', 'CELL_RANGE', 'NAME_AMBIGUOUS', 'RULE_VIOLATED'], at + 2)
	};
});
add('text column shifted', '两列文字错位', 'Region and text columns exchanged under their headers', (table) => {
	const region = table.fields.findIndex(({ type }) => type === 'region');
	const text = table.fields.findIndex(isText);
	if (region < 0 || text < 0) return null;
	const rows = table.rows.map((row) => row.with(region, row[text] as string).with(text, row[region] as string));
	return { bytes: file([table.header, ...rows]), expect: flagged(['CODE_UNKNOWN'], 2) };
});
