import type { IssueCode } from '#lib/import/issue.ts';
import { atCell, atCellOrSame, everyCell, fileOf, oneCell, readAs, type Change } from './kinds-cells.ts';
import { flagged, kindsOf, same } from './kind.ts';
import { isType, linesShifted, withColumn, withRows } from './places.ts';

const { list, add } = kindsOf('meaning');

/** Dates, years and periods. */
export const dateKinds = list;

const isDate = isType('date');
const parts = (text: string) => text.split(/[-/]/).map(Number) as [number, number, number];
const two = (number: number) => String(number).padStart(2, '0');
const numerals = '〇一二三四五六七八九';
const tens = (number: number) =>
	number < 10
		? numerals.charAt(number)
		: `${number < 20 ? '' : numerals.charAt(Math.floor(number / 10))}十${number % 10 === 0 ? '' : numerals.charAt(number % 10)}`;
const dated =
	(write: (year: number, month: number, day: number) => string): Change =>
	(text) =>
		write(...parts(text));
const serial = (year: number, month: number, day: number) =>
	(Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / 86_400_000;

const spellings: readonly (readonly [string, string, Change])[] = [
	['2024/5/6', '2024/5/6', dated((year, month, day) => `${year}/${month}/${day}`)],
	['2024.5.6', '2024.5.6', dated((year, month, day) => `${year}.${month}.${day}`)],
	['2024.05.06', '2024.05.06', dated((year, month, day) => `${year}.${two(month)}.${two(day)}`)],
	['2024-5-6', '2024-5-6', dated((year, month, day) => `${year}-${month}-${day}`)],
	['2024年5月6日', '2024年5月6日', dated((year, month, day) => `${year}年${month}月${day}日`)],
	['2024年05月06日', '2024年05月06日', dated((year, month, day) => `${year}年${two(month)}月${two(day)}日`)],
	['2024 年 5 月 6 日', '2024 年 5 月 6 日', dated((year, month, day) => `${year} 年 ${month} 月 ${day} 日`)],
	['20240506', '20240506', dated((year, month, day) => `${year}${two(month)}${two(day)}`)],
	[
		'full-width date',
		'全角日期',
		dated((year, month, day) =>
			`${year}－${two(month)}－${two(day)}`.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
		)
	],
	['date and midnight', '日期带 00:00:00', dated((year, month, day) => `${year}-${two(month)}-${two(day)} 00:00:00`)],
	['date and time', '日期带时间', dated((year, month, day) => `${year}/${month}/${day} 8:30`)],
	['iso time', 'ISO 时间', dated((year, month, day) => `${year}-${two(month)}-${two(day)}T00:00:00`)],
	['iso time utc', 'ISO 时间（UTC）', dated((year, month, day) => `${year}-${two(month)}-${two(day)}T08:00:00.000Z`)],
	['excel serial', 'Excel 序号', dated((year, month, day) => String(serial(year, month, day)))],
	['excel serial with time', 'Excel 序号带小数', dated((year, month, day) => `${serial(year, month, day)}.25`)],
	[
		'numerals',
		'二〇二四年五月六日',
		dated(
			(year, month, day) =>
				`${[...String(year)].map((digit) => numerals.charAt(Number(digit))).join('')}年${tens(month)}月${tens(day)}日`
		)
	],
	[
		'weekday',
		'日期带星期',
		dated(
			(year, month, day) =>
				`${year}年${month}月${day}日 星期${'日一二三四五六'.charAt(new Date(Date.UTC(year, month - 1, day)).getUTCDay())}`
		)
	],
	[
		'english month',
		'英文月份',
		dated(
			(year, month, day) =>
				`${day}-${['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][month - 1]}-${year}`
		)
	]
];
for (const [id, zh, change] of spellings) {
	const exotic = ['english month', 'weekday', 'numerals'].includes(id);
	add(
		`date ${id}`,
		`日期写作 ${zh}`,
		`Dates written as ${id}`,
		everyCell(isDate, change, exotic ? { ...flagged(['CELL_TYPE']), orSame: true } : same())
	);
}
const strange: readonly (readonly [id: string, zh: string, en: string, Change, ...codes: IssueCode[]])[] = [
	['day beyond the month', '2月30日', '30 February', () => '2024-02-30', 'CELL_TYPE'],
	['month 13', '13 月', 'Month 13', () => '2024-13-05', 'CELL_TYPE'],
	['day and month open', '月日不清 03/04/2024', '03/04/2024', () => '03/04/2024', 'CELL_DATE_AMBIGUOUS'],
	['two-digit year', '两位年份 24-05-06', '24-05-06', () => '24-05-06', 'CELL_DATE_AMBIGUOUS', 'CELL_TYPE'],
	['slashes and two-digit year', '5/6/24', '5/6/24', () => '5/6/24', 'CELL_DATE_AMBIGUOUS', 'CELL_TYPE'],
	['no day', '只有年月', 'Year and month only', () => '2024年5月', 'CELL_PRECISION', 'CELL_TYPE'],
	['no year', '没有年份', 'Month and day only', () => '5月6日', 'CELL_TYPE', 'CELL_DATE_AMBIGUOUS'],
	['text', '日期列写文字', 'Text among dates', () => '上半年', 'CELL_TYPE'],
	['range of days', '起止日期在一格', 'A range of days in a cell', () => '2024.5.6-5.8', 'CELL_TYPE', 'CELL_PRECISION'],
	['zero date', '0000-00-00', '0000-00-00', () => '0000-00-00', 'CELL_TYPE', 'CELL_RANGE'],
	['year 2924', '2924 年', 'The year 2924', () => '2924-05-06', 'CELL_TYPE', 'CELL_RANGE'],
	['year 0024', '0024 年', 'The year 0024', () => '0024-05-06', 'CELL_TYPE', 'CELL_RANGE'],
	['excel zero', '1900-01-00', 'Day 0 of Excel', () => '1900-01-00', 'CELL_TYPE', 'CELL_RANGE'],
	['hashes', '列宽不足的 ####', 'Hashes of a narrow column', () => '##########', 'CELL_EXCEL_ERROR']
];
for (const [id, zh, en, change, ...codes] of strange)
	add(`date ${id}`, `日期：${zh}`, `A date: ${en}`, oneCell(isDate, change, atCell(...codes)));
add(
	'dates 13/5/2024',
	'日期写作 13/5/2024',
	'Dates with the day first, beyond doubt',
	oneCell(
		isDate,
		dated((year, month, day) => `${day}/${month}/${year}`),
		atCellOrSame('CELL_DATE_AMBIGUOUS'),
		(text) => parts(text)[2] > 12
	)
);
add(
	'date missing —',
	'日期缺失写作“—”',
	'A date missing, written —',
	oneCell(
		(field) => isDate(field) && !field.required,
		() => '—',
		readAs(() => '')
	)
);
add('end before start', '结束早于开始', 'The end before the start', (table) => {
	const [first, last] = ['start_date', 'end_date'].map((name) =>
		table.fields.findIndex((field) => field.name === name)
	);
	const [a, b] = [first ?? -1, last ?? -1].every((at) => at >= 0)
		? [first!, last!]
		: ['submitted', 'adopted'].map((name) => table.fields.findIndex((field) => field.name === name));
	if (a === undefined || b === undefined || a < 0 || b < 0) return null;
	const rows = table.rows.map((row, at) => (at === 1 ? row.with(a, row[b] as string).with(b, row[a] as string) : row));
	return { bytes: fileOf([table.header, ...rows]), expect: flagged(['RULE_VIOLATED'], 3) };
});

const isYear = isType('year');
for (const [id, change] of [
	['2024年', (text: string) => `${text}年`],
	['2024年度', (text: string) => `${text}年度`],
	['2024.0', (text: string) => `${text}.0`],
	['full-width', (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))]
] as const)
	add(`year ${id}`, `年份写作 ${id}`, `Years written as ${id}`, everyCell(isYear, change, same()));
for (const text of ['24', '20024', '今年', '2024-2025', '1024', '3024'])
	add(
		`year as ${text}`,
		`年份为 ${text}`,
		`A year ${text}`,
		oneCell(
			(field) => isYear(field),
			() => text,
			atCell('CELL_TYPE', 'CELL_RANGE')
		)
	);

const isPeriod = isType('period');
const quarters = [
	'2024Q3',
	'2024年第三季度',
	'2024年3季度',
	'2024年第3季度',
	'2024年Q3',
	'2024-Q3',
	'2024 Q3',
	'２０２４年三季度',
	'2024年7-9月',
	'2024年7月-9月',
	'24年三季度',
	'二〇二四年三季度',
	'2024第三季度',
	'2024年三季'
];
const years = ['2024', '2024年', '2024年度', '2024 年', '２０２４年', '2024年全年', '二〇二四年', '2024.0'];
for (const text of [...quarters, ...years]) {
	const quarter = quarters.includes(text);
	add(
		`period ${text}`,
		`时期写作 ${text}`,
		`Periods written as ${text}`,
		everyCell(
			isPeriod,
			(old) => (/季度|Q/.test(old) === quarter ? text : null),
			/^24年|二〇|三季$/.test(text) ? { ...flagged(['CELL_TYPE']), orSame: true } : same()
		)
	);
}
for (const text of ['上个季度', '2024年五季度', '2024年13月', '三季度', '2024Q5', '20243', '2024年2月30日', '2024Q3/4'])
	add(
		`period as ${text}`,
		`时期为 ${text}`,
		`A period ${text}`,
		oneCell(
			(field) => isPeriod(field),
			() => text,
			atCell('CELL_TYPE')
		)
	);
add('period cumulative', '累计时期', 'A cumulative period', (table) => {
	const at = table.fields.findIndex(isPeriod);
	if (at < 0) return null;
	const written = (text: string) => table.rows.map((row) => row.with(at, text));
	return {
		bytes: fileOf([table.header, ...written('2024年1-9月')]),
		expect: { ...same(), reference: withRows(table, written('2024年三季度累计')) }
	};
});
add('period in the title', '时期在标题里', 'The period in the title only', (table) => {
	const at = table.fields.findIndex((field) => isPeriod(field));
	if (at < 0 || !['summary', 'metrics'].includes(table.dataset)) return null;
	const text = (table.rows[0]?.[at] ?? '').replace(/^(\d{4})Q3$/, '$1年三季度').replace(/^\d{4}$/, '$&年');
	const without = [table.header, ...table.rows].map((row) => row.toSpliced(at, 1));
	return {
		bytes: fileOf([[`${text}汇总表`], ...without]),
		expect: { outcome: 'same', told: ['PERIOD_ASSUMED'], may: ['PREAMBLE_SKIPPED'] },
		lines: linesShifted(table, 0, 1)
	};
});
add('period in the file name', '时期在文件名里', 'The period in the file name only', (table) => {
	const at = table.fields.findIndex((field) => isPeriod(field));
	if (at < 0 || !['summary', 'metrics'].includes(table.dataset)) return null;
	const text = (table.rows[0]?.[at] ?? '').replace(/^(\d{4})Q3$/, '$1年三季度').replace(/^\d{4}$/, '$&年');
	return {
		bytes: fileOf([table.header, ...table.rows].map((row) => row.toSpliced(at, 1))),
		fileName: `${text}导出.csv`,
		expect: { outcome: 'same', told: ['PERIOD_ASSUMED'] }
	};
});
add('no period at all', '没有时期', 'No period anywhere', (table) => {
	const at = table.fields.findIndex((field) => isPeriod(field));
	if (at < 0 || !['summary', 'metrics'].includes(table.dataset)) return null;
	return {
		bytes: fileOf([table.header, ...table.rows].map((row) => row.toSpliced(at, 1))),
		expect: flagged(['COLUMN_REQUIRED_MISSING'])
	};
});
add('columns by period', '一列一个时期', 'One column for each period', (table) => {
	const period = table.fields.findIndex((field) => isPeriod(field));
	const value = table.fields.findIndex(({ name }) => name === 'value');
	if (period < 0 || value < 0) return null;
	const keep = [...table.fields.keys()].filter((at) => at !== period && at !== value);
	const rows = table.rows.map((row) => [
		...keep.map((at) => row[at] as string),
		row[value] as string,
		String(Number(row[value]) + 5)
	]);
	return {
		bytes: fileOf([[...keep.map((at) => table.header[at] as string), '2024年', '2023年'], ...rows]),
		expect: {
			...flagged(['COLUMN_REQUIRED_MISSING', 'COLUMN_UNKNOWN', 'HEADER_MISSING']),
			orSame: true,
			reference: withRows(table, [
				...table.rows.map((row) => row.with(period, '2024年')),
				...table.rows.map((row) => row.with(period, '2023年').with(value, String(Number(row[value]) + 5)))
			])
		},
		lines: null
	};
});
add('second period column', '另有“填报时间”列', 'A column of the time of entry beside the period', (table) => ({
	bytes: fileOf(withColumn(table, table.header.length, '填报日期', () => '2024-10-08')),
	expect: { outcome: 'same', may: ['COLUMN_UNKNOWN'] }
}));
