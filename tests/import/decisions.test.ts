import { expect, test } from 'vitest';
import { importFile } from '#lib/import/index.ts';
import { issueSentence } from '#lib/import/issue-text.ts';
import type { ImportOptions } from '#lib/import/options.ts';
import { headerSignature } from '#lib/import/map/signature.ts';
import { optionsFor, plainProfile } from './profile.ts';
import { recordsOf } from './records.ts';
import { bytesOf } from './samples.ts';

const read = (text: string, more: Partial<ImportOptions> = {}) =>
	importFile(bytesOf(text), optionsFor('汇总.csv', more));
type Result = Awaited<ReturnType<typeof read>>;
const issue = (result: Result, code: string) => result.receipt.issues.find((issue) => issue.code === code);
const codes = (result: Result) => result.receipt.issues.map(({ code }) => code);

test('a mapping by header or by position; what is not to be loaded is not loaded', async () => {
	const text = '统计时期,地区,甲,甲,职工人数,备用\n2024,江苏,5,6,9,7\n';
	const mapping = { '#3': 'participants', '#4': 'participations', 职工人数: '' };
	const result = await read(text, { dataset: 'summary', mapping });
	expect(recordsOf(result)).toMatchObject([{ participants: '5', participations: '6' }]);
	expect(recordsOf(result)[0]).not.toHaveProperty('workers_total');
	expect(result.receipt.mapping.map(({ field, how }) => [field, how]).slice(2)).toEqual([
		['participants', 'given'],
		['participations', 'given'],
		[null, 'given'],
		[null, 'none']
	]);
	expect(result.receipt.issues.map(({ code, column }) => [code, column])).toEqual([['COLUMN_UNKNOWN', '备用']]);
	expect(result.batch?.decisions).toEqual({ dataset: 'summary', mapping });
});

test('a decision about a column comes before the title of another', async () => {
	const result = await read('统计时期,地区,参赛职工,实际人数\n2024,江苏,5,6\n', {
		mapping: { 实际人数: 'participants' }
	});
	expect(recordsOf(result)).toMatchObject([{ participants: '6' }]);
	expect(issue(result, 'HEADER_DUPLICATE')).toMatchObject({ line: 1, column: '参赛职工' });
});

test('=indicator makes a table of figures, also of columns that the summary knows', async () => {
	const result = await read('地区,职工人数,站点\n江苏,5,6\n', {
		fileName: '2024年.csv',
		mapping: { '#2': '=职工（含劳务派遣）', 站点: '=户外驿站' }
	});
	expect(result.batch?.dataset).toBe('metrics');
	expect(recordsOf(result).map((row) => [row.indicator, row.value])).toEqual([
		['职工（含劳务派遣）', '5'],
		['户外驿站', '6']
	]);
});

test('units and the default period as given', async () => {
	const text = '地区,职工人数,经济效益\n江苏,1.5,2\n';
	const result = await read(text, { units: { 职工人数: '万人', '#3': '亿元' }, defaultPeriod: '2024年二季度' });
	expect(recordsOf(result)).toMatchObject([
		{
			period: '2024Q2',
			workers_total: '15000',
			economic_benefit: '200000000',
			_original: 'workers_total=1.5;economic_benefit=2'
		}
	]);
	expect(codes(result)).toEqual(['PERIOD_ASSUMED']);
	const wrong = await read(text, { units: { 职工人数: '好多' }, defaultPeriod: '2024' });
	expect(issue(wrong, 'UNIT_SUSPECT')).toMatchObject({ line: 1, column: '职工人数', details: { found: '好多' } });
});

test('one decision for all rows with 普陀区; a text without meaning sets its rows aside', async () => {
	const text = '统计时期,地区,职工人数\n2024,普陀区,1\n2024,普 陀 区,2\n2023,普陀区,3\n2024,机关本级,4\n2024,江苏,5\n';
	const open = await read(text);
	expect(issue(open, 'NAME_AMBIGUOUS')).toMatchObject({ line: 2, column: '地区', sample: '普陀区', count: 2 });
	expect(issue(open, 'NAME_AMBIGUOUS')?.details.candidates).toContain('上海市普陀区 310107、浙江省舟山市普陀区 330903');
	const decided = await read(text, {
		codes: [
			{ field: 'region', text: '普陀区', code: '310107' },
			{ field: 'region', text: '普 陀 区', code: '330903' },
			{ field: 'region', text: '机关本级', code: '' }
		]
	});
	expect(recordsOf(decided).map(({ region, period }) => `${region} ${period}`)).toEqual([
		'310107 2024',
		'330903 2024',
		'310107 2023',
		'320000 2024'
	]);
	expect(decided.receipt).toMatchObject({
		rowsRead: 5,
		rowsLoaded: 4,
		setAside: [{ reason: 'SKIPPED', count: 1, firstLine: 5 }],
		issues: []
	});
});

test('a code that does not exist is no decision', async () => {
	const result = await read('统计时期,地区,职工人数\n2024,普陀区,1\n', {
		codes: [{ field: 'region', text: '普陀区', code: '999999' }]
	});
	expect(issue(result, 'CODE_UNKNOWN')).toMatchObject({ line: 2, column: '地区' });
});

test('corrected cells are read in place of the file’s, which stays in the trace; lines are set aside by hand', async () => {
	const text = '统计时期,地区,职工人数\n2024,江酥,abc\n2024,浙江,2\n2024,福建,3\n2024,安徽,4\n';
	const result = await read(text, {
		cells: [
			{ line: 2, column: 1, text: '江苏' },
			{ line: 2, column: 2, text: '1,000' },
			{ line: 3, column: 2, text: '20' }
		],
		skip: [4]
	});
	expect(recordsOf(result)).toMatchObject([
		{ region: '320000', workers_total: '1000', _original: 'workers_total=abc' },
		{ region: '330000', workers_total: '20', _original: 'workers_total=2' },
		{ region: '340000', workers_total: '4', _original: '' }
	]);
	expect(result.receipt).toMatchObject({ rowsRead: 4, rowsLoaded: 3, setAside: [{ reason: 'SKIPPED', firstLine: 4 }] });
	expect(result.receipt.issues).toEqual([]);
});

test('an accepted finding no longer blocks and says so', async () => {
	const text = '统计时期,地区,职工人数\n2024,江酥,1\n2024,浙江,2\n';
	const result = await read(text, { accepted: ['CODE_UNKNOWN'] });
	expect(issue(result, 'CODE_UNKNOWN')).toMatchObject({ severity: 'W', details: { accepted: 'true' }, line: 2 });
	expect(result.receipt.rowsLoaded).toBe(1);
});

test('totals from the signed paper: both numbers where they differ, a note where they fit', async () => {
	const text = '统计时期,地区,职工人数\n2024Q1,南京市,10\n2024Q1,苏州市,20\n2024Q1,杭州市,5\n2024Q2,南京市,11\n';
	const totals = [
		{ field: 'workers_total', region: '320000', period: '2024Q1', value: '30' },
		{ field: 'workers_total', region: '320000', period: '2024Q2', value: '12' },
		{ field: 'workers_total', region: null, period: '2024Q1', value: '35' },
		{ field: 'workers_total', region: '440000', period: '2024Q1', value: '1' }
	];
	const result = await read(text, { totals });
	expect(result.receipt.reconciled).toEqual([
		{ ...totals[0], found: '30', matches: true },
		{ ...totals[1], found: '11', matches: false },
		{ ...totals[2], found: '35', matches: true },
		{ ...totals[3], found: null, matches: false }
	]);
	const found = result.receipt.issues.filter(({ code }) => code === 'TOTAL_MISMATCH');
	expect(found).toHaveLength(2);
	expect(found).toContainEqual(
		expect.objectContaining({
			severity: 'W',
			line: 5,
			column: '职工人数',
			details: { expected: '11', found: '12', difference: '1', given: 'true' }
		})
	);
	expect(
		issueSentence(
			found.find(({ line }) => line === 5)!,
			'zh'
		)
	).toContain('12');
});

test('an account reports its own region only', async () => {
	const text = '统计时期,地区,职工人数\n2024,南京市,1\n2024,鼓楼区,2\n2024,杭州市,3\n2024,杭州市西湖区,3\n';
	const profile = plainProfile([], '320100');
	const result = await read(text, { profile, scope: '320100' });
	expect(result.batch).toBeNull();
	expect(issue(result, 'SCOPE_DENIED')).toMatchObject({ severity: 'F', line: 4, column: '地区', sample: '杭州市' });
	expect(issueSentence(issue(result, 'SCOPE_DENIED')!, 'zh')).toContain(
		'只能报送南京市的数据，此处属于杭州市（330100）'
	);
	expect(issueSentence(issue(result, 'SCOPE_DENIED')!, 'en')).toContain('Nanjing');
	const own = await read(text.slice(0, text.indexOf('2024,杭州市')), { profile, scope: '320100' });
	expect(own.receipt.rowsLoaded).toBe(2);
});

test('every place of every finding has line and column', async () => {
	const text =
		'统计时期,地区,职工人数,参赛职工\n2024,江苏,abc,1\n2024,江酥,5,6\n2024,浙江,1,x\n2024,江酥,5,2\n2024,福建\n';
	const result = await read(text);
	const { issues } = result.receipt;
	expect(result.remarks.map(({ line, column, code, issue }) => [line, column, code, issues[issue]?.code])).toEqual([
		[2, 2, 'CELL_TYPE', 'CELL_TYPE'],
		[3, 1, 'CODE_UNKNOWN', 'CODE_UNKNOWN'],
		[4, 3, 'CELL_TYPE', 'CELL_TYPE'],
		[5, 1, 'CODE_UNKNOWN', 'CODE_UNKNOWN'],
		[6, null, 'ROW_TOO_FEW', 'ROW_TOO_FEW']
	]);
});

test('a signature is the same for headers that differ in nothing that matters', () => {
	const first = headerSignature(['统计时期', '地 区', '职工人数（万人）', '#技师', '']);
	expect(headerSignature(['统计时期 ', '地区', '职工人数(万人)', '其中：技师'])).toBe(first);
	expect(headerSignature(['统计时期', '地区', '职工人数（人）', '技师'])).not.toBe(first);
	expect(headerSignature(['地区', '统计时期', '职工人数（万人）', '技师'])).not.toBe(first);
	expect(headerSignature(['人数', '人数'], ['男', '女'])).not.toBe(headerSignature(['人数', '人数'], ['女', '男']));
});
