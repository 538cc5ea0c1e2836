import { expect, test } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { importFile, readTable } from '#lib/import/index.ts';
import { optionsFor } from './profile.ts';
import { recordsOf } from './records.ts';

type Value = string | number | Date | null;

async function workbook(...sheets: { name: string; rows: Value[][] }[]): Promise<Uint8Array> {
	const data = sheets.map(({ name, rows }) => ({
		sheet: name,
		data: rows.map((row) =>
			row.map((value) => (value === null ? null : value instanceof Date ? { value, format: 'yyyy-mm-dd' } : { value }))
		)
	}));
	return new Uint8Array(await writeWorkbook(data as unknown as Parameters<typeof writeWorkbook>[0]).toBuffer());
}

const rows: Value[][] = [
	['2024年二季度汇总表', null, null],
	['地区', '职工人数(万人)', '参赛职工'],
	['江 苏', 1882.67, 12],
	['浙江', 0.3, null]
];

test('a workbook is read like a CSV file, numbers as Excel shows them', async () => {
	const bytes = await workbook(
		{ name: '汇总', rows },
		{
			name: '填报说明',
			rows: [
				['请按月填报', null],
				['不要改列名', null]
			]
		}
	);
	const result = await importFile(bytes, optionsFor('汇总.xlsx'));
	expect(result.receipt).toMatchObject({
		format: 'xlsx',
		sheet: '汇总',
		dataset: 'summary',
		dialect: null,
		encoding: null,
		rowsLoaded: 2
	});
	expect(result.receipt.issues.filter(({ severity }) => severity === 'E')).toEqual([]);
	expect(recordsOf(result)).toMatchObject([
		{ _line: '3', region: '320000', period: '2024Q2', workers_total: '18826700', participants: '12' },
		{ _line: '4', region: '330000', workers_total: '3000', participants: '' }
	]);
});

test('a second sheet with a table is reported, the one with known columns is read', async () => {
	const bytes = await workbook(
		{
			name: 'Sheet1',
			rows: [
				['甲', '乙'],
				['x', 'y']
			]
		},
		{ name: 'Sheet2', rows }
	);
	const { receipt } = await importFile(bytes, optionsFor('汇总.xlsx'));
	expect(receipt.sheet).toBe('Sheet2');
	expect(receipt.issues.find(({ code }) => code === 'TABLE_MULTIPLE')).toMatchObject({ details: { found: 'Sheet1' } });
});

test('dates are ISO text, whatever the sheet calls them', async () => {
	const bytes = await workbook({
		name: '竞赛',
		rows: [
			['竞赛编号', '竞赛名称', '开始日期'],
			['A1', '焊工赛', new Date('2024-05-06')]
		]
	});
	const { rows } = await readTable(bytes, { fileName: '竞赛.xlsx' });
	expect(rows[1]).toEqual(['A1', '焊工赛', '2024-05-06']);
});

test('a damaged workbook is refused in one sentence', async () => {
	const bytes = await workbook({ name: '汇总', rows });
	for (const broken of [
		bytes.subarray(0, bytes.length / 2),
		bytes.map((byte, index) => (index > 60 && index < 400 ? 0x55 : byte))
	]) {
		const { receipt, batch } = await importFile(broken, optionsFor('坏.xlsx'));
		expect(batch).toBeNull();
		expect(receipt.issues).toHaveLength(1);
		expect(receipt.issues[0]).toMatchObject({ code: 'FILE_NOT_TABLE', severity: 'F' });
	}
});
