import { readSheet } from 'read-excel-file/node';
import writeWorkbook from 'write-excel-file/node';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { definitionLines } from '#lib/components/export/definition-lines.ts';
import { exportTable } from '#lib/components/export/export-table.ts';
import { fileTitle, longestName } from '#lib/components/export/file-title.ts';
import { plainDigits, tableCsv } from '#lib/components/export/table-csv.ts';
import { columnWidths, dataSheet, definitionSheet, sheetName } from '#lib/components/export/table-workbook.ts';
import type { PictureFacts } from '#lib/components/picture-facts.ts';
import type { Column } from '#lib/components/table.ts';
import { overwriteGetLocale } from '#lib/messages/generated/runtime.js';

beforeAll(() => overwriteGetLocale(() => 'zh-CN'));

interface Row {
	readonly name: string;
	readonly count: number | null;
	readonly share: number | null;
	readonly rate: number | null;
}
const rows: readonly Row[] = [
	{ name: '渝中区', count: 18_826_700, share: 0.317, rate: 8.25 },
	{ name: "=cmd|' /C calc'!A0", count: 4300, share: 0.07, rate: null },
	{ name: '某厂，"二"车间', count: null, share: null, rate: 0.5 },
	{ name: '未报区', count: 0, share: 0, rate: 12 }
];
const columns: readonly Column<Row>[] = [
	{ key: 'name', title: '区县', kind: 'pinyin', value: (row) => row.name },
	{
		key: 'count',
		title: '参赛人次',
		kind: 'number',
		value: (row) => row.count,
		text: (row) => (row.count === null ? '未报' : `${(row.count / 1e4).toFixed(2)}万`)
	},
	{
		key: 'share',
		title: '占比',
		kind: 'number',
		value: (row) => row.share,
		text: (row) => (row.share === null ? '—' : `${(row.share * 100).toFixed(1)}%`)
	},
	{
		key: 'rate',
		title: '人均',
		kind: 'number',
		value: (row) => row.rate,
		text: (row) => (row.rate === null ? '—' : `${row.rate.toFixed(2)} 次/人`)
	}
];
const facts: PictureFacts = {
	title: '渝中区最多',
	place: '重庆市',
	filtersText: '重庆市 · 2024年三季度 · 同比',
	period: '2024年三季度',
	source: '竞赛统计表',
	releaseId: '0123456789abcdef',
	releasedAt: '2026-08-01T00:00:00.000Z',
	drafts: 1,
	demo: true,
	fingerprint: 'f00d',
	madeAt: '2026-08-02T03:04:05.000Z',
	definitions: [
		{
			id: 'participations',
			title: '参赛人次',
			definition: '参加竞赛的人次。',
			formula: '各项竞赛参赛人次之和',
			unit: '人次',
			source: '竞赛统计表',
			breaks: ['2019年起：含线上竞赛']
		}
	]
};
const table = exportTable(columns, rows, '渝中区最多', facts);

describe('CSV', () => {
	const expected = [
		'区县,参赛人次,占比（%）,人均（次/人）',
		'渝中区,18826700,31.7,8.25',
		"'=cmd|' /C calc'!A0,4300,7,",
		'"某厂，""二""车间",,,0.5',
		'未报区,0,0,12',
		''
	].join('\r\n');
	test('exact figures, units in the heads, nothing for what is missing, 0 for 0, formulas are text', () => {
		const bytes = tableCsv(table, 'utf-8');
		expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
		expect(new TextDecoder('utf-8').decode(bytes)).toBe(expected);
	});
	test('the same in GB18030, without a byte order mark', () => {
		expect(new TextDecoder('gb18030', { ignoreBOM: true }).decode(tableCsv(table, 'gb18030'))).toBe(expected);
	});
	test('no exponents', () => {
		expect([1e21, -2.5e-7, 0.1, 1_234_567.25].map(plainDigits)).toEqual([
			'1000000000000000000000',
			'-0.00000025',
			'0.1',
			'1234567.25'
		]);
	});
});

describe('XLSX', () => {
	const lines = definitionLines({ title: table.title, unit: '人次', facts, provisional: true, remarks: [] });
	const write = () =>
		writeWorkbook([
			{ data: dataSheet(table), sheet: '数据', columns: columnWidths(table), stickyRowsCount: 1 },
			{ data: definitionSheet(lines), sheet: '口径', columns: [{ width: 16 }, { width: 90 }] }
		] as never).toBuffer();
	test('numbers are numbers, missing is empty, a formula is text', async () => {
		expect(await readSheet(await write(), '数据')).toEqual([
			['区县', '参赛人次', '占比', '人均（次/人）'],
			['渝中区', 18_826_700, 0.317, 8.25],
			["=cmd|' /C calc'!A0", 4300, 0.07, null],
			['某厂，"二"车间', null, null, 0.5],
			['未报区', 0, 0, 12]
		]);
	});
	test('formats, a frozen head, and no formula anywhere', async () => {
		const files = unzipSync(new Uint8Array(await write()));
		const text = (name: string) => strFromU8(files[name] as Uint8Array);
		expect(text('xl/styles.xml')).toContain('formatCode="0.0%"');
		expect(text('xl/styles.xml')).toContain('formatCode="#,##0.00"');
		expect(text('xl/worksheets/sheet1.xml')).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
		expect(text('xl/worksheets/sheet1.xml')).not.toContain('<f>');
	});
	test('the sheet of definitions says what, of when, from which release and how it is worked out', async () => {
		const said = new Map((await readSheet(await write(), '口径')).map(([label, text]) => [label, text]));
		expect(said.get('标题')).toBe('渝中区最多');
		expect(said.get('范围')).toBe('重庆市 · 2024年三季度 · 同比');
		expect(said.get('数据状态')).toContain('暂定');
		expect(said.get('数据版本')).toBe('0123456789abcdef');
		expect(said.get('规则指纹')).toBe('f00d');
		expect(said.get('口径')).toBe('参加竞赛的人次。');
		expect(said.get('计算')).toBe('各项竞赛参赛人次之和');
		expect(said.get('口径变化')).toBe('2019年起：含线上竞赛');
		expect(said.get('草稿')).toContain('1');
		expect(said.get('空单元格')).toContain('不是 0');
	});
	test('sheets have names that Excel takes', () => {
		expect(sheetName("a/b:c*[d]'e", 'x')).toBe('a b c d e');
		expect(sheetName('???', '数据')).toBe('数据');
		expect([...sheetName('长'.repeat(50), 'x')]).toHaveLength(31);
	});
});

describe('file names', () => {
	test('say what is inside', () => {
		expect(fileTitle(['工榜', '重庆市', '参赛人次', '2024年三季度', '地图'], 'png')).toBe(
			'工榜-重庆市-参赛人次-2024年三季度-地图.png'
		);
	});
	test('hold nothing that a file system refuses, nothing twice, nothing empty', () => {
		expect(fileTitle(['工榜', 'a/b\\c:d*"<>|?', '', null, '工榜', '..\u202etxt\n'], 'csv')).toBe(
			'工榜-a-b-c-d-txt.csv'
		);
		expect(fileTitle(['con'], 'csv')).toBe('_con.csv');
		expect(fileTitle(['', '/'], 'csv')).toBe('_.csv');
	});
	test('have at most 120 characters; the longest part gives way', () => {
		const name = fileTitle(['工榜', '长'.repeat(300), '2024年三季度'], 'xlsx');
		expect([...name]).toHaveLength(longestName);
		expect(name.endsWith('-2024年三季度.xlsx')).toBe(true);
	});
});
