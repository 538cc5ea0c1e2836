import { expect, test } from 'vitest';
import { importFile } from '#lib/import/index.ts';
import { issueSentence } from '#lib/import/issue-text.ts';
import type { ImportOptions } from '#lib/import/options.ts';
import { optionsFor } from './profile.ts';
import { bytesOf } from './samples.ts';

const read = (text: string, more: Partial<ImportOptions> = {}) =>
	importFile(bytesOf(text), optionsFor('汇总.csv', more));
type Result = Awaited<ReturnType<typeof read>>;
const all = (result: Result, code: string) => result.receipt.issues.filter((issue) => issue.code === code);

test('a total that is not the sum of its rows names line, column and both numbers', async () => {
	const rows = '2024,南京市,10,5\n2024,苏州市,20,6\n';
	const head = '统计时期,地区,职工人数,参赛职工\n';
	const wrong = await read(`${head}${rows}2024,合计,31,11\n`);
	expect(all(wrong, 'TOTAL_MISMATCH')).toMatchObject([
		{
			severity: 'W',
			line: 4,
			column: '职工人数',
			sample: '31',
			details: { expected: '30', found: '31', difference: '1' }
		}
	]);
	expect(issueSentence(all(wrong, 'TOTAL_MISMATCH')[0]!, 'zh')).toContain('合计 31 与各行之和 30 相差 1');
	expect(all(wrong, 'ROW_TOTAL')).toMatchObject([{ severity: 'I', line: 4, column: '地区', sample: '2024' }]);
	expect(all(await read(`${head}${rows}2024,合计,30,11\n`), 'TOTAL_MISMATCH')).toEqual([]);
	expect(all(await read(`${head}2024,合计,30,11\n${rows}`), 'TOTAL_MISMATCH')).toEqual([]);
});

test('subtotals sum up their block, the total everything', async () => {
	const text =
		'统计时期,地区,职工人数\n2024,南京市,10\n2024,苏州市,20\n2024,小计,30\n2024,杭州市,5\n2024,宁波市,6\n2024,小计,12\n2024,合计,41\n';
	const found = all(await read(text), 'TOTAL_MISMATCH');
	expect(found).toMatchObject([{ line: 7, details: { expected: '11', found: '12' } }]);
});

test('an own value above its parts is held against them when all of them are there', async () => {
	const cities = ['640100', '640200', '640300', '640400', '640500'];
	const rows = cities.map((code, at) => `2024,${code},${(at + 1) * 10}\n`).join('');
	const of = async (total: string, body = rows) =>
		all(await read(`统计时期,地区,职工人数\n2024,宁夏合计,${total}\n${body}`), 'TOTAL_MISMATCH');
	expect(await of('150')).toEqual([]);
	expect(await of('151')).toMatchObject([{ line: 2, column: '职工人数', details: { expected: '150', found: '151' } }]);
	// One city has not reported: the total may well be more, but never less.
	const four = rows.slice(0, rows.lastIndexOf('2024'));
	expect(await of('150', four)).toEqual([]);
	expect(await of('99', four)).toMatchObject([{ details: { expected: '100', found: '99', difference: '1' } }]);
});

test('rounding of figures in 万人 is no mistake, breakdowns by industry are not added to the whole', async () => {
	const rounded = '统计时期,地区,职工人数（万人）\n2024,南京市,1.14\n2024,苏州市,2.14\n2024,合计,3.29\n';
	expect(all(await read(rounded), 'TOTAL_MISMATCH')).toEqual([]);
	expect(all(await read(rounded.replace('3.29', '3.4')), 'TOTAL_MISMATCH')).toHaveLength(1);
	const industries =
		'统计时期,地区,所属行业,职工人数\n2024,南京市,,30\n2024,南京市,制造业,10\n2024,南京市,C13,4\n2024,苏州市,制造业,7\n2024,苏州市,建筑业,1\n2024,合计,,38\n';
	expect(all(await read(industries), 'TOTAL_MISMATCH')).toEqual([]);
});

test('totals of registers count every row', async () => {
	const head = '竞赛编号,竞赛名称,级别,地区,参赛职工\n';
	const rows = 'A1,焊工,市级,江苏省,10\nA2,钳工,县区级,南京市,5\n';
	expect(all(await read(`${head}${rows}合计,,,,15\n`), 'TOTAL_MISMATCH')).toEqual([]);
	expect(all(await read(`${head}${rows}合计,,,,16\n`), 'TOTAL_MISMATCH')).toMatchObject([
		{ line: 4, column: '参赛职工', details: { expected: '15', found: '16' } }
	]);
});

test('totals over periods, percentages and scores are not added up', async () => {
	const stock = '地区,统计时期,职工人数\n江苏,2024Q1,10\n江苏,2024Q2,12\n江苏,合计,12\n';
	expect(all(await read(stock), 'TOTAL_MISMATCH')).toEqual([]);
	const flow = '地区,统计时期,参赛人次\n江苏,2024Q1,10\n江苏,2024Q2,12\n江苏,合计,22\n';
	expect(all(await read(flow), 'TOTAL_MISMATCH')).toEqual([]);
	expect(all(await read(flow.replace('22', '23')), 'TOTAL_MISMATCH')).toMatchObject([{ line: 4, column: '参赛人次' }]);
	const rates = '地区,建会率（%）,覆盖率,户外驿站\n江苏,80,31.7%,5\n浙江,90,30%,6\n合计,85,30.9%,11\n';
	expect(all(await read(rates, { fileName: '2024.csv' }), 'TOTAL_MISMATCH')).toEqual([]);
});

const years = (values: readonly (string | number)[]) =>
	values.map((value, at) => `${2016 + at},江苏,${value}\n`).join('');

test.each([
	[[1000, 1100, 1050, 10800, 1200], 5, '10800'],
	[[1000, 1100, 105, 1080, 1200], 4, '105'],
	[[1000, 1100, 1050, 1080, 12000000], 6, '12000000']
])('one year of %j stands out by a power of ten', async (values, line, value) => {
	const result = await read(`统计时期,地区,职工人数\n${years(values)}`);
	const [found, ...more] = all(result, 'UNIT_SUSPECT');
	expect(more).toEqual([]);
	expect(found).toMatchObject({ severity: 'W', line, column: '职工人数', sample: value });
	// Both values are named.
	expect(issueSentence(found!, 'zh')).toMatch(new RegExp(`此处为 ${value}，同类多为 1\\d{3} 左右`));
	expect(result.receipt.rowsLoaded).toBe(5);
});

test('one region in 万人 among others in 人, and no alarm over regions that merely differ', async () => {
	const rows = (values: readonly number[]) =>
		values
			.map((value, at) => `2024,${['640100', '640200', '640300', '640400', '640500', '640600'][at]},${value}\n`)
			.join('');
	const head = '统计时期,地区,职工人数\n';
	const mixed = await read(head + rows([210000, 430000, 37, 120000, 90000]));
	expect(all(mixed, 'UNIT_SUSPECT')).toMatchObject([{ line: 4, column: '职工人数', sample: '37' }]);
	for (const values of [
		[210000, 4300000, 37000, 120000, 90000],
		[1, 2, 0, 150, 3],
		[12, 800, 45, 3000, 150]
	])
		expect(all(await read(head + rows(values)), 'UNIT_SUSPECT')).toEqual([]);
	for (const values of [
		[100, 200, 400, 800, 1600],
		[0, 0, 5, 0, 100],
		[3, 1, 12, 4, 2]
	])
		expect(all(await read(head + years(values)), 'UNIT_SUSPECT')).toEqual([]);
});
