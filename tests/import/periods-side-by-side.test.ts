import { expect, test } from 'vitest';
import { importFile } from '#lib/import/index.ts';
import { issueSentence } from '#lib/import/issue-text.ts';
import { headerPeriod } from '#lib/import/map/header-period.ts';
import type { ImportOptions } from '#lib/import/options.ts';
import { optionsFor, plainProfile } from './profile.ts';
import { recordsOf } from './records.ts';
import { bytesOf } from './samples.ts';

const read = (text: string, more: Partial<ImportOptions> = {}) => importFile(bytesOf(text), optionsFor('表.csv', more));
type Result = Awaited<ReturnType<typeof read>>;
const issue = (result: Result, code: string) => result.receipt.issues.find((issue) => issue.code === code);
const cells = (result: Result, ...names: string[]) =>
	recordsOf(result)
		.map((row) => names.map((name) => row[name]).join(' '))
		.sort();

test.each([
	['2023年', '2023', ''],
	['2023年职工人数', '2023', '职工人数'],
	['职工人数（2023年）', '2023', '职工人数'],
	['2023年度参赛职工', '2023', '参赛职工'],
	['2023Q1参赛职工', '2023Q1', '参赛职工'],
	['2024年1-9月累计参赛人次', '2024Q3c', '参赛人次'],
	['参赛人次2024年上半年', '2024H1', '参赛人次'],
	['截至2023年底工作室', '2023', '工作室'],
	['2024-05', '2024-05', ''],
	['一季度', '2020Q1', ''],
	['5月参赛人次', '2020-05', '参赛人次'],
	['2018-2023年建会单位数', '2018/2023', '建会单位数']
])('the header %s is %s of “%s”', (header, code, rest) => {
	const found = headerPeriod(header, { defaultYear: 2020 });
	expect([found && found.period.code + (found.period.cumulative ? 'c' : ''), found?.rest]).toEqual([code, rest]);
});

test.each([
	'职工人数',
	'比2023年增长',
	'2024年前建会单位数',
	'2023年比2024年',
	'2000元以上人数',
	'月薪',
	'半年以上',
	'年份',
	'季度',
	'日期',
	'1',
	'3',
	'45413',
	'上年同期',
	'三等奖',
	'2024年目标'
])('the header %s holds no period', (header) => {
	expect(headerPeriod(header, { defaultYear: 2020 })).toBeNull();
});

test('years side by side become rows with their year', async () => {
	const text = '地区,2022年职工人数,2023年职工人数（万人）,2023年参赛职工\n江苏,10,1.5,5\n浙江,20,,\n';
	const result = await read(text);
	expect(cells(result, 'region', 'period', 'workers_total', 'participants')).toEqual([
		'320000 2022 10 ',
		'320000 2023 15000 5',
		'330000 2022 20 '
	]);
	expect(result.batch?.dataset).toBe('summary');
	expect(result.receipt).toMatchObject({ rowsRead: 2, rowsLoaded: 2, issues: [] });
	expect(result.receipt.mapping.map(({ field, period, factor }) => [field, period, factor])).toEqual([
		['region', undefined, '1'],
		['workers_total', '2022', '1'],
		['workers_total', '2023', '10000'],
		['participants', '2023', '1']
	]);
});

test('two header rows: years above figures, and figures above years', async () => {
	const years = await read(
		'地区,2022年,,2023年,\n,职工人数,参赛职工,职工人数,参赛职工\n江苏,10,5,11,6\n浙江,20,8,21,9\n'
	);
	const figures = await read(
		'地区,职工人数,,参赛职工,\n,2022年,2023年,2022年,2023年\n江苏,10,11,5,6\n浙江,20,21,8,9\n'
	);
	for (const result of [years, figures])
		expect(cells(result, 'region', 'period', 'workers_total', 'participants')).toEqual([
			'320000 2022 10 5',
			'320000 2023 11 6',
			'330000 2022 20 8',
			'330000 2023 21 9'
		]);
});

test('quarters side by side take the year of the title, or of the row', async () => {
	const titled = await read('2024年参赛情况,,\n地区,一季度参赛人次,二季度参赛人次\n江苏,1,2\n');
	expect(cells(titled, 'region', 'period', 'participations')).toEqual(['320000 2024Q1 1', '320000 2024Q2 2']);
	const byRow = await read('地区,年份,一季度参赛人次,二季度参赛人次\n江苏,2023,1,2\n江苏,2024,3,4\n');
	expect(cells(byRow, 'period', 'participations')).toEqual(['2023Q1 1', '2023Q2 2', '2024Q1 3', '2024Q2 4']);
	const nowhere = await read('地区,一季度参赛人次,二季度参赛人次\n江苏,1,2\n');
	expect(nowhere.batch).toBeNull();
	expect(issue(nowhere, 'COLUMN_REQUIRED_MISSING')).toMatchObject({ severity: 'F', line: 1, column: '统计时期' });
});

test('figures that the summary does not know become indicators with their year', async () => {
	const result = await read('地区,2022年户外驿站(个),2023年户外驿站(个)\n江苏,10,11\n浙江,12,…\n');
	expect(cells(result, 'region', 'indicator', 'period', 'value', 'unit')).toEqual([
		'320000 户外驿站 2022 10 个',
		'320000 户外驿站 2023 11 个',
		'330000 户外驿站 2022 12 个'
	]);
});

test('indicators as rows and years as columns', async () => {
	const result = await read('指标,地区,单位,2022年,2023年\n户外驿站,江苏,个,10,11\n新会员,江苏,万人,1.5,\n');
	expect(cells(result, 'indicator', 'region', 'period', 'value', 'unit')).toEqual([
		'户外驿站 320000 2022 10 个',
		'户外驿站 320000 2023 11 个',
		'新会员 320000 2022 15000 人'
	]);
	expect(result.receipt).toMatchObject({ rowsRead: 2, rowsLoaded: 2 });
});

test('a cross table: indicators as rows and regions as columns', async () => {
	const result = await read('指标,单位,江苏,浙江,全国\n户外驿站,个,10,12,30\n新会员,万人,1.5,2,4\n', {
		fileName: '2024年.csv'
	});
	expect(cells(result, 'indicator', 'region', 'period', 'value')).toEqual([
		'户外驿站 100000 2024 30',
		'户外驿站 320000 2024 10',
		'户外驿站 330000 2024 12',
		'新会员 100000 2024 40000',
		'新会员 320000 2024 15000',
		'新会员 330000 2024 20000'
	]);
	expect(result.receipt).toMatchObject({ rowsRead: 2, rowsLoaded: 2 });
	const corner = await read(',江苏,浙江\n户外驿站,10,12\n', { fileName: '2024年.csv' });
	expect(cells(corner, 'indicator', 'region', 'value')).toEqual(['户外驿站 320000 10', '户外驿站 330000 12']);
});

test('regions above figures, years as rows', async () => {
	const result = await read('年份,江苏,,浙江,\n,职工人数,参赛职工,职工人数,参赛职工\n2022,10,5,20,8\n2023,11,6,21,9\n');
	expect(cells(result, 'region', 'period', 'workers_total', 'participants')).toEqual([
		'320000 2022 10 5',
		'320000 2023 11 6',
		'330000 2022 20 8',
		'330000 2023 21 9'
	]);
});

test('years of nobody knows what are refused with what to do; a decision reads them', async () => {
	const text = '地区,2022年,2023年\n江苏,10,11\n';
	const open = await read(text);
	expect(open.batch).toBeNull();
	expect(issue(open, 'COLUMN_REQUIRED_MISSING')).toMatchObject({ severity: 'F', line: 1, column: '指标' });
	expect(issueSentence(issue(open, 'COLUMN_REQUIRED_MISSING')!, 'zh')).toContain(
		'请指定“2022年、2023年”等列是哪个指标'
	);
	const summary = await read(text, { mapping: { '2022年': 'workers_total', '#3': 'workers_total' } });
	expect(cells(summary, 'region', 'period', 'workers_total')).toEqual(['320000 2022 10', '320000 2023 11']);
	const figures = await read(text, { mapping: { '2022年': '=驿站', '2023年': '=驿站' } });
	expect(cells(figures, 'indicator', 'period', 'value')).toEqual(['驿站 2022 10', '驿站 2023 11']);
});

test('what is the matter with a shared column is told once, with a figure of one year at its column', async () => {
	const text = '地区,2022年职工人数,2023年职工人数\n江酥,1,2\n浙江,abc,3\n福建,4,1.2.3\n';
	const result = await read(text);
	expect(issue(result, 'CODE_UNKNOWN')).toMatchObject({ line: 2, column: '地区', count: 1 });
	expect(result.remarks.map(({ line, column, code }) => [line, column, code])).toEqual([
		[2, 0, 'CODE_UNKNOWN'],
		[3, 1, 'CELL_TYPE'],
		[4, 2, 'CELL_TYPE']
	]);
	expect(cells(result, 'region', 'period', 'workers_total')).toEqual(['330000 2023 3', '350000 2022 4']);
	expect(result.receipt).toMatchObject({ rowsRead: 3, rowsLoaded: 2, rowsSetAside: 1 });
});

test('a region in the header that an account may not report for', async () => {
	const result = await read('指标,南京市,杭州市\n户外驿站,10,12\n', {
		fileName: '2024年.csv',
		profile: plainProfile([], '320100'),
		scope: '320100'
	});
	expect(result.batch).toBeNull();
	expect(issue(result, 'SCOPE_DENIED')).toMatchObject({ severity: 'F', column: '杭州市' });
});

test('sum rows of years side by side are own values and controls of each year', async () => {
	const text = '地区,2022年职工人数,2023年职工人数\n全国,35,30\n江苏,10,11\n浙江,20,21\n';
	const result = await read(text);
	expect(result.receipt.controlTotals).toMatchObject([
		{ line: 2, region: '100000', period: '2022', values: { workers_total: '35' } },
		{ line: 2, region: '100000', period: '2023', values: { workers_total: '30' } }
	]);
	// 2022: the other provinces may make up for the rest. 2023: two of them alone are more than the whole country.
	expect(result.receipt.issues.filter(({ code }) => code === 'TOTAL_MISMATCH')).toMatchObject([
		{ line: 2, column: '2023年职工人数', details: { expected: '32', found: '30', difference: '2' } }
	]);
});

test('this period and the same of last year are two periods; a column of growth is no figure', async () => {
	const text = '地区,本期参赛人次,上年同期参赛人次,同比增长%\n江苏,10,8,25\n';
	const result = await read(text, { fileName: '2024年三季度.csv' });
	expect(cells(result, 'period', 'participations')).toEqual(['2023Q3 8', '2024Q3 10']);
	expect(issue(result, 'COLUMN_UNKNOWN')).toMatchObject({ line: 1, column: '同比增长%' });
	const nameless = await read('地区,本期,上年同期\n江苏,10,8\n', { fileName: '2024年三季度.csv' });
	expect(issue(nameless, 'COLUMN_REQUIRED_MISSING')).toMatchObject({ severity: 'F', column: '指标' });
	const undated = await read('地区,本期参赛人次,上年同期参赛人次\n江苏,10,8\n');
	expect(undated.batch).toBeNull();
});

test('months in the header of a file that names the year', async () => {
	const result = await read('地区,1月,2月,3月\n江苏,1,2,3\n', {
		fileName: '2024年参赛.csv',
		mapping: { '1月': 'participations', '2月': 'participations', '3月': 'participations' }
	});
	expect(cells(result, 'period', 'participations')).toEqual(['2024-01 1', '2024-02 2', '2024-03 3']);
});
