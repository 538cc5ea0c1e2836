import type { Bilingual } from '#lib/format/language.ts';
import type { ImportOptions } from '#lib/import/options.ts';
import type { IssueCode } from '#lib/import/issue.ts';
import { lines, sample, type IssueSample } from './sample.ts';
import { tinyWorkbook, type TinySheet } from './tiny-workbook.ts';

const header = ['统计时期', '地区', '职工人数'];
const table = [header, ['2024', '江苏省', 100], ['2024', '浙江省', 200]];
const merged = ['地区', '统计时期', '职工人数'];
const another = [header, ['2023', '江苏省', 90], ['2023', '浙江省', 180]];

function workbook(
	code: IssueCode,
	line: number | null,
	sheets: readonly TinySheet[],
	note: Bilingual,
	options: Partial<ImportOptions> = {}
): IssueSample {
	const [first] = sheets as [TinySheet];
	const shown = lines(...first.rows.map((row) => row.map((cell) => cell ?? '').join(',')));
	return sample(code, line, '', { name: '样例.xlsx', bytes: tinyWorkbook(sheets), shown, note, options });
}

/** What only workbooks have: several sheets, hidden rows and columns, merged cells. */
export const workbookSamples: readonly IssueSample[] = [
	workbook(
		'SHEET_MISSING',
		null,
		[{ name: '汇总', rows: table }],
		{ zh: '指定读取工作表“年报”，而文件中只有“汇总”。', en: 'The sheet 年报 is asked for; there is only 汇总.' },
		{ sheet: '年报' }
	),
	workbook(
		'SHEET_HIDDEN',
		null,
		[
			{ name: '汇总', rows: table },
			{ name: '去年', rows: another, hidden: true }
		],
		{ zh: '另有隐藏的工作表“去年”。', en: 'There is a hidden sheet 去年, too.' }
	),
	workbook('ROW_HIDDEN', 3, [{ name: '汇总', rows: table, hiddenRows: [3] }], {
		zh: '第 3 行是隐藏的。',
		en: 'Row 3 is hidden.'
	}),
	workbook('COLUMN_HIDDEN', null, [{ name: '汇总', rows: table, hiddenColumn: 3 }], {
		zh: 'C 列是隐藏的。',
		en: 'Column C is hidden.'
	}),
	workbook(
		'CELL_MERGED',
		2,
		[{ name: '汇总', rows: [merged, ['江苏省', '2023', 90], [null, '2024', 100]], merged: 'A2:A3' }],
		{ zh: 'A2 和 A3 合并为一格。', en: 'A2 and A3 are one merged cell.' }
	)
];
