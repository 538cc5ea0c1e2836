import { expect, test } from 'vitest';
import { importFile } from '#lib/import/index.ts';
import { issueSentence } from '#lib/import/issue-text.ts';
import type { ImportOptions } from '#lib/import/options.ts';
import { optionsFor, plainProfile } from './profile.ts';
import { recordsOf } from './records.ts';
import { bytesOf, gb18030 } from './samples.ts';

const read = (text: string, more: Partial<ImportOptions> = {}) =>
	importFile(bytesOf(text), optionsFor('汇总.csv', more));
const codes = (result: Awaited<ReturnType<typeof read>>) => result.receipt.issues.map(({ code }) => code);
const issue = (result: Awaited<ReturnType<typeof read>>, code: string) =>
	result.receipt.issues.find((issue) => issue.code === code);

const head = '统计时期,地区,所属行业,职工人数,参赛职工,经济效益(万元)\n';

test('names, codes, units and blanks of a summary', async () => {
	const result = await read(`${head}2024Q2,江苏省,制造业,"1,000",—,1.5\n2024年三季度,上 海,C,1.2万,80余,\n`);
	expect(recordsOf(result)).toMatchObject([
		{
			_line: '2',
			period: '2024Q2',
			region: '320000',
			industry: 'C',
			workers_total: '1000',
			participants: '',
			economic_benefit: '15000'
		},
		{
			_line: '3',
			period: '2024Q3',
			region: '310000',
			workers_total: '12000',
			participants: '80',
			economic_benefit: '',
			_qualifier: 'participants=>'
		}
	]);
	expect(result.batch).toMatchObject({ dataset: 'summary', mode: 'append', createdBy: '示例' });
	expect(result.batch?.id).toMatch(/^[0-9a-f]{16}$/);
});

test('what cannot be read is set aside with line, column and reason; the rest is loaded', async () => {
	const result = await read(
		`${head}2024,江苏,C,10,5,1\n2024,江酥省,C,10,5,1\n2024,浙江,C,abc,5,1\n2024,福建,C,10,20,1\n2024,山东,C,-1,,\n2024,河南,C,1\n2024,湖北,C,1,1,1,9\n`
	);
	expect(result.receipt).toMatchObject({ rowsRead: 7, rowsLoaded: 1, rowsSetAside: 6 });
	expect(issue(result, 'CODE_UNKNOWN')).toMatchObject({ line: 3, column: '地区', sample: '江酥省' });
	expect(issue(result, 'CELL_TYPE')).toMatchObject({ line: 4, column: '职工人数', sample: 'abc' });
	expect(issue(result, 'RULE_VIOLATED')).toMatchObject({ line: 5, severity: 'E' });
	expect(issue(result, 'CELL_RANGE')).toMatchObject({ line: 6 });
	expect(issue(result, 'ROW_TOO_FEW')).toMatchObject({ line: 7, details: { expected: '6', found: '4' } });
	expect(issue(result, 'ROW_TOO_MANY')).toMatchObject({ line: 8 });
	expect(recordsOf(result)).toHaveLength(1);
	const sentence = issueSentence(issue(result, 'CODE_UNKNOWN')!, 'zh');
	expect(sentence).toContain('汇总.csv，第 3 行，“地区”列“江酥省”');
	expect(issueSentence(issue(result, 'CODE_UNKNOWN')!, 'en')).toContain('汇总.csv, line 3, column “地区”');
});

test('a missing required column is refused with its name and nothing is loaded', async () => {
	const result = await read('统计时期,职工人数,参赛职工\n2024,1,1\n', { dataset: 'summary' });
	expect(result.batch).toBeNull();
	expect(result.receipt.rowsLoaded).toBe(0);
	expect(issue(result, 'COLUMN_REQUIRED_MISSING')).toMatchObject({ severity: 'F', column: '地区' });
});

test.each([
	['', 'FILE_EMPTY'],
	['  \n \n', 'FILE_EMPTY'],
	['%PDF-1.7\n', 'FILE_NOT_TABLE'],
	['<html><body>x</body></html>', 'FILE_NOT_TABLE'],
	['一段普通的文字，没有表格。\n第二段。\n', 'FILE_NOT_TABLE'],
	['\u0000\u0001\u0002\u0003\u0004\u0005', 'FILE_NOT_TABLE']
])('%j is refused by %s', async (text, code) => {
	const result = await read(text);
	expect(result.batch).toBeNull();
	expect(codes(result)).toContain(code);
	for (const found of result.receipt.issues) expect(issueSentence(found, 'zh')).not.toMatch(/undefined|\{/);
});

test('personal columns are never stored', async () => {
	const result = await read(
		'竞赛编号,赛项,选手编号,选手,身份证号,手机,总成绩\nA1,焊工,001,示例甲,110101199003078515,13800000000,90\n',
		{ fileName: '成绩册.csv' }
	);
	expect(result.batch?.dataset).toBe('results');
	expect(result.receipt.issues.filter(({ code }) => code === 'COLUMN_PERSONAL').map(({ column }) => column)).toEqual([
		'身份证号',
		'手机'
	]);
	expect(JSON.stringify(recordsOf(result)) + JSON.stringify(result.receipt)).not.toMatch(/19900307|13800000000/);
	expect(recordsOf(result)).toMatchObject([{ entrant_id: '001', entrant: '示例甲', total: '90' }]);
});

test('codes that Excel has shortened are an error, text formulas are unwrapped', async () => {
	const result = await read('竞赛编号,赛项,选手编号,总成绩\n3.7E+05,焊工,1,90\n"=""00012""",焊工,2,91\n', {
		dataset: 'results'
	});
	expect(issue(result, 'CELL_PRECISION')).toMatchObject({
		line: 2,
		column: '竞赛编号',
		sample: '3.7E+05',
		severity: 'E'
	});
	expect(recordsOf(result)).toMatchObject([{ competition_id: '00012' }]);
});

test('repeated rows once, the same key with other figures not at all', async () => {
	const result = await read(`${head}2024,江苏,C,10,5,1\n2024,江苏省,制造业,10,5,1\n2024,320000,C,11,5,1\n`);
	expect(result.receipt.setAside).toEqual([
		{ reason: 'ROW_DUPLICATE', count: 1, firstLine: 3 },
		{ reason: 'KEY_DUPLICATE', count: 1, firstLine: 4 }
	]);
	expect(issue(result, 'KEY_DUPLICATE')).toMatchObject({ line: 4, details: { first: '2' } });
});

const tianjin = [
	'120101',
	'120102',
	'120103',
	'120104',
	'120105',
	'120106',
	'120110',
	'120111',
	'120112',
	'120113',
	'120114',
	'120115',
	'120116',
	'120117',
	'120118',
	'120119'
];

test('合计 over all districts is the city’s own value and their control total; over some of them it is only the latter', async () => {
	const rows = (regions: readonly string[]) => regions.map((code) => `2024,${code},10\n`).join('');
	const profile = plainProfile([], '120000');
	const all = await read(`统计时期,地区,职工人数\n2024,合 计,161\n${rows(tianjin)}`, { profile });
	expect(recordsOf(all).find((row) => row.region === '120000')).toMatchObject({ workers_total: '161', _line: '2' });
	expect(all.receipt.controlTotals).toEqual([
		{ line: 2, region: '120000', industry: null, period: '2024', values: { workers_total: '161' } }
	]);
	const some = await read(`统计时期,地区,职工人数\n2024,合计,20\n${rows(tianjin.slice(0, 2))}`, { profile });
	expect(recordsOf(some).map((row) => row.region)).toEqual(['120101', '120102']);
	expect(some.receipt).toMatchObject({
		rowsRead: 3,
		rowsLoaded: 2,
		rowsSetAside: 1,
		controlTotals: [{ region: null, values: { workers_total: '20' } }]
	});
});

test('全市 is the home region, 合计 in the industry column is no breakdown', async () => {
	const result = await read('统计时期,地区,所属行业,职工人数\n2024,全市,合计,30\n2024,和平区,制造业,10\n', {
		profile: plainProfile([], '120000')
	});
	expect(recordsOf(result)).toMatchObject([
		{ region: '120000', industry: '', workers_total: '30' },
		{ region: '120101', industry: 'C' }
	]);
});

test('a city column above the district column decides which 鼓楼区 is meant', async () => {
	const text = '统计时期,城市,区县,职工人数\n2024,南京市,鼓楼区,1\n2024,福州市,鼓楼区,2\n2024,苏州市,,3\n';
	expect(recordsOf(await read(text)).map((row) => row.region)).toEqual(['320106', '350102', '320500']);
	const bare = await read('统计时期,地区,职工人数\n2024,鼓楼区,1\n');
	expect(issue(bare, 'NAME_AMBIGUOUS')).toMatchObject({ line: 2, column: '地区' });
});

test('cumulative periods carry their mark', async () => {
	const result = await read('统计时期,地区,职工人数\n2024年1-9月累计,江苏,1\n');
	expect(recordsOf(result)[0]?.period).toBe('2024Q3c');
});

test('the unit of the file line applies to its own kind of column only', async () => {
	const result = await read('汇总表,,,\n单位：万人,,,\n统计时期,地区,职工人数,参赛人次\n2024,江苏,1.5,200\n');
	expect(recordsOf(result)).toMatchObject([{ workers_total: '15000', participations: '200' }]);
});

test('wide tables use the names that the profile gives the figures', async () => {
	const profile = plainProfile([{ indicator: '驿站', aliases: ['户外劳动者服务站点', '服务站点数'] }]);
	const result = await importFile(
		bytesOf('地区,户外劳动者服务站点(个),新会员（万人）\n江苏,10,1.5\n浙江,12,…\n'),
		optionsFor('2024年.csv', { profile })
	);
	expect(recordsOf(result).map((row) => [row.region, row.indicator, row.value, row.unit])).toEqual([
		['320000', '驿站', '10', '个'],
		['320000', '新会员', '15000', '人'],
		['330000', '驿站', '12', '个']
	]);
	expect(result.receipt).toMatchObject({ rowsRead: 2, rowsLoaded: 2 });
});

test('a second table below is not mixed in', async () => {
	const result = await read(
		`${head}2024,江苏,C,10,5,1\n,,,,,\n统计时期,地区,所属行业,专利,参赛职工,经济效益(万元)\n2024,江苏,C,10,5,1\n`
	);
	expect(issue(result, 'TABLE_MULTIPLE')).toMatchObject({ severity: 'E', line: 4 });
	expect(result.receipt.rowsLoaded).toBe(1);
});

test('unreadable bytes: the sound rows are kept when few, none when many', async () => {
	const rows = Array.from({ length: 200 }, (_, index) => `2024,江苏,C${13 + (index % 20)},${index},,\n`).join('');
	const good = gb18030(head + rows.slice(0, 600));
	const some = Uint8Array.of(
		...good.subarray(0, good.lastIndexOf(10) + 1),
		...gb18030('2024,浙江,C,'),
		0xff,
		0xff,
		...gb18030(',,\n')
	);
	const few = await importFile(some, optionsFor('坏字节.csv'));
	expect(issue(few, 'ENC_INVALID_BYTES')).toMatchObject({ severity: 'E', count: 1 });
	expect(few.batch).not.toBeNull();
	expect(few.receipt.setAside.map(({ reason }) => reason)).toContain('ENC_INVALID_BYTES');
	const broken = Uint8Array.of(
		...bytesOf(head),
		...Array.from({ length: 50 }, () => [0x32, 0xff, 0xff, 0x2c, 0x0a]).flat()
	);
	const many = await importFile(broken, optionsFor('坏字节.csv'));
	expect(issue(many, 'ENC_INVALID_BYTES')).toMatchObject({ severity: 'F' });
	expect(many.batch).toBeNull();
});

test('an aborted import throws its reason', async () => {
	const reason = new Error('cancelled');
	await expect(read(head, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
});

test('the same file gives the same batch', async () => {
	const [first, second] = [await read(`${head}2024,江苏,C,10,5,1\n`), await read(`${head}2024,江苏,C,10,5,1\n`)];
	expect(first.batch?.id).toBe(second.batch?.id);
	expect((await read(`${head}2024,江苏,C,10,6,1\n`)).batch?.id).not.toBe(first.batch?.id);
});

test('合计 over the quarters of one region is a control total of no region', async () => {
	const result = await read('地区,统计时期,职工人数\n江苏,2024Q1,1\n江苏,2024Q2,2\n江苏,合计,3\n');
	expect(recordsOf(result).map((row) => row.period)).toEqual(['2024Q1', '2024Q2']);
	expect(result.receipt.controlTotals).toMatchObject([{ line: 4, region: null, values: { workers_total: '3' } }]);
});

test('合计 in a first column of industries is a row of all industries', async () => {
	const result = await read('所属行业,地区,统计时期,职工人数\n合计,江苏,2024,3\n制造业,江苏,2024,1\n');
	expect(recordsOf(result).map((row) => [row.industry, row.workers_total])).toEqual([
		['', '3'],
		['C', '1']
	]);
});

test('sum rows of registers are never records', async () => {
	const result = await read('竞赛编号,赛项,选手编号,总成绩\nA1,焊工,1,90\n合计,,,90\n', { dataset: 'results' });
	expect(result.receipt).toMatchObject({
		rowsRead: 2,
		rowsLoaded: 1,
		rowsSetAside: 1,
		setAside: [{ reason: 'ROW_TOTAL' }]
	});
	expect(result.receipt.issues.every(({ severity }) => severity === 'I' || severity === 'W')).toBe(true);
});

test('similar headers are used only when nothing that matters differs', async () => {
	const same = await read('统计时期,地区,参赛职工的总人数\n2024,江苏,5\n');
	expect(recordsOf(same)).toMatchObject([{ participants: '5' }]);
	const women = await read('统计时期,地区,职工人数,参赛女职工人数\n2024,江苏,9,5\n', { dataset: 'summary' });
	expect(recordsOf(women)).toMatchObject([{ workers_total: '9' }]);
	expect(recordsOf(women)[0]).not.toHaveProperty('participants');
	expect(issue(women, 'COLUMN_UNKNOWN')).toMatchObject({ column: '参赛女职工人数' });
});

test('columns that the user has decided are taken as decided', async () => {
	const result = await read('统计时期,地区,甲,职工人数\n2024,江苏,5,6\n', {
		dataset: 'summary',
		mapping: { 甲: 'participants', 职工人数: '' }
	});
	expect(recordsOf(result)).toMatchObject([{ participants: '5' }]);
	expect(recordsOf(result)[0]).not.toHaveProperty('workers_total');
});

test('a file that breaks off in its last line', async () => {
	const result = await read(`${head}2024,江苏,C,10,5,1\n2024,浙江,C,1`);
	expect(issue(result, 'FILE_TRUNCATED')).toMatchObject({
		line: 3,
		severity: 'E',
		details: { expected: '6', found: '4' }
	});
	expect(result.receipt.rowsLoaded).toBe(1);
});

test.each([
	['统计时期,地区,职工人数\n2024,江苏,999999999999\n2024,浙江,1000000000000\n2024,安徽,10000亿\n', 'summary', 2],
	['统计时期,地区,经济效益（亿元）\n2024,江苏,9999\n2024,浙江,10000\n2024,安徽,999999999999.99999\n', 'summary', 2],
	['指标,统计时期,地区,数值,单位\n产值,2024,江苏,-9999,亿元\n产值,2024,浙江,-10000,亿元\n', 'metrics', 1],
	['统计时期,地区,产值（亿元）\n2024,江苏,9999.9999\n2024,浙江,１０００００\n', 'metrics', 1],
	['竞赛编号,赛项,选手编号,总成绩\nC1,E,P1,999999999999.9999\nC1,E,P2,1234567890123.5\n', 'results', 1]
] as const)('figures whose sums no table can hold are out of range: %j', async (text, dataset, refused) => {
	const result = await read(text, { dataset });
	expect(result.receipt).toMatchObject({ rowsLoaded: 1, rowsSetAside: refused });
	expect(issue(result, 'CELL_RANGE')).toMatchObject({ severity: 'E', line: 3, count: refused });
	expect(issueSentence(issue(result, 'CELL_RANGE')!, 'zh')).toContain('须小于 10^12，否则各地之和无法存放');
});
