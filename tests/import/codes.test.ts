import { expect, test } from 'vitest';
import { importFile } from '#lib/import/index.ts';
import type { ImportOptions } from '#lib/import/options.ts';
import { optionsFor } from './profile.ts';
import { recordsOf } from './records.ts';
import { bytesOf } from './samples.ts';

const read = (text: string, more: Partial<ImportOptions> = {}) => importFile(bytesOf(text), optionsFor('表.csv', more));
type Result = Awaited<ReturnType<typeof read>>;
const places = (result: Result) =>
	result.receipt.issues
		.filter(({ code }) => code !== 'PERIOD_ASSUMED')
		.map(({ severity, code, line, column }) => [severity, code, line, column]);

const sheet = (ids: readonly string[]) =>
	`竞赛编号,赛项,选手编号,总成绩\n${ids.map((id, at) => `C1,焊工,"${id.replaceAll('"', '""')}",${90 + at}\n`).join('')}`;
const entrants = (result: Result) => recordsOf(result).map((row) => row.entrant_id);

test('ids that a spreadsheet has taken for numbers or dates', async () => {
	const lost = await read(sheet(['000015', '000016', '000018', '17', '000019']));
	expect(places(lost)).toEqual([['W', 'CELL_PRECISION', 5, '选手编号']]);
	const first = await read(sheet(['17', '000015', '000016', '000018']));
	expect(places(first)).toEqual([['W', 'CELL_PRECISION', 2, '选手编号']]);
	const real = await read(sheet(['17.0', '500112202400012000']));
	expect(real.remarks.map(({ line, column, code }) => [line, column, code])).toEqual([
		[2, 2, 'CELL_PRECISION'],
		[3, 2, 'CELL_PRECISION']
	]);
	for (const id of ['3.7E+05', '3月5日', '5-Mar', 'Mar-05'])
		expect(places(await read(sheet([id])))).toEqual([['E', 'CELL_PRECISION', 2, '选手编号']]);
});

test('ids that are merely of different length, or run over a power of ten, are left alone', async () => {
	for (const ids of [
		['1', '2', '17', '170'],
		['008', '009', '010', '100', '1000'],
		['01', '001', '0001', '17'],
		['A1', '17', 'B2']
	]) {
		const result = await read(sheet(ids));
		expect(places(result)).toEqual([]);
		expect(entrants(result)).toEqual(ids);
	}
});

test('what only told a spreadsheet to keep a text is taken off, except in prose, which stays as it was written', async () => {
	const text = `竞赛编号,竞赛名称,级别,地区,开始日期,参赛职工\n"=""00012""",'焊工,市级,"=""江苏""",'2024-05-06,"=""1,000"""\nA2,‘安康杯’竞赛,市级,江苏,2024-05-06,'12\n`;
	expect(recordsOf(await read(text))).toMatchObject([
		{ competition_id: '00012', name: "'焊工", region: '320000', start_date: '2024-05-06', participants: '1000' },
		{ name: '‘安康杯’竞赛', participants: '12' }
	]);
});

test('errors of spreadsheets are missing in every kind of column', async () => {
	const text =
		'竞赛编号,竞赛名称,级别,地区,所属行业,开始日期,参赛职工,主办\nA1,焊工,市级,#N/A,#REF!,##########,#DIV/0！,#VALUE!\n';
	const result = await read(text);
	expect(result.remarks.map(({ column, code }) => [column, code])).toEqual([
		[3, 'CELL_EXCEL_ERROR'],
		[4, 'CELL_EXCEL_ERROR'],
		[5, 'CELL_EXCEL_ERROR'],
		[6, 'CELL_EXCEL_ERROR'],
		[7, 'CELL_EXCEL_ERROR']
	]);
	expect(recordsOf(result)).toMatchObject([{ region: '', industry: '', start_date: '', participants: '', host: '' }]);
});

test('codes in scientific notation are lost, in columns of regions and periods too', async () => {
	const result = await read('统计时期,地区,职工人数\n2024,3.2E+05,1\n2.02E+03,江苏,2\n');
	expect(places(result)).toEqual([
		['E', 'CELL_PRECISION', 2, '地区'],
		['E', 'CELL_PRECISION', 3, '统计时期']
	]);
});

test('slips of the pen in years and periods are no Excel serials', async () => {
	const periods = await read('统计时期,地区,职工人数\n20243,江苏,1\n45413,江苏,2\n');
	expect(places(periods)).toEqual([['E', 'CELL_TYPE', 2, '统计时期']]);
	expect(recordsOf(periods)).toMatchObject([{ period: '2024-05' }]);
	const years = await read('荣誉编号,荣誉名称,年度\nR1,五一劳动奖章,20024\nR2,五一劳动奖章,2024年\n');
	expect(places(years)).toEqual([['E', 'CELL_TYPE', 2, '年度']]);
	const dates = await read('竞赛编号,竞赛名称,级别,开始日期\nA1,焊工,市级,20024\nA2,焊工,市级,03/04/2024\n');
	expect(places(dates)).toEqual([
		['E', 'CELL_TYPE', 2, '开始日期'],
		['E', 'CELL_DATE_AMBIGUOUS', 3, '开始日期']
	]);
});

test('a dash in a required text is a blank', async () => {
	for (const mark of ['—', '……', 'N/A', ' - ']) {
		const result = await read(`竞赛编号,竞赛名称,级别\nA1,${mark},市级\n`);
		expect(places(result)).toEqual([['E', 'CELL_TYPE', 2, '竞赛名称']]);
	}
});

test('texts that look like formulas are told and kept', async () => {
	const result = await read('竞赛编号,竞赛名称,级别,主办\nA1,焊工,市级,-2+3\nA2,焊工,市级,=1+1\nA3,焊工,市级,-5\n');
	expect(result.remarks.map(({ line, column, code }) => [line, column, code])).toEqual([
		[2, 3, 'CELL_FORMULA'],
		[3, 3, 'CELL_FORMULA']
	]);
	expect(recordsOf(result).map(({ host }) => host)).toEqual(['-2+3', '=1+1', '-5']);
});

test('traditional characters in names and headers', async () => {
	const result = await read(
		'統計時期,地區,所屬行業,職工人數\n2024,甘肅省,建築業,1\n2024,黑龍江,製造業,2\n2024,內蒙古,採礦業,3\n'
	);
	expect(recordsOf(result).map((row) => `${row.region} ${row.industry} ${row.workers_total}`)).toEqual([
		'620000 E 1',
		'230000 C 2',
		'150000 B 3'
	]);
});

test('the unit nearest to the figure wins: cell, header, row of units, line above the table', async () => {
	const text =
		'单位：万人,,,\n统计时期,地区,职工人数（千人）,参赛职工,高技能人才\n,,,人,\n2024,江苏,3,4,5\n2024,浙江,3万人,4,5000人\n2024,安徽,,,1.2亿\n';
	const result = await read(text);
	expect(recordsOf(result).map((row) => [row.workers_total, row.participants, row.high_skilled])).toEqual([
		['3000', '4', '50000'],
		['30000', '4', '5000'],
		['', '', '120000000']
	]);
	// Persons in a column of 万人: read as the cell says, and told.
	expect(places(result).filter(([, code]) => code === 'UNIT_SUSPECT')).toEqual([
		['W', 'UNIT_SUSPECT', 5, '高技能人才']
	]);
});

test('people are not person-times; percentages are no counts', async () => {
	const header = await read('统计时期,地区,参赛职工（人次）\n2024,江苏,5\n');
	expect(recordsOf(header)).toMatchObject([{ participations: '5' }]);
	const both = await read('统计时期,地区,参赛职工（人次）,参赛人次\n2024,江苏,5,6\n');
	expect(places(both)).toEqual([['W', 'HEADER_DUPLICATE', 1, '参赛人次']]);
	const cells = await read('统计时期,地区,参赛职工\n2024,江苏,5人次\n2024,浙江,80%\n2024,安徽,5万元\n');
	expect(places(cells)).toEqual([
		['E', 'CELL_TYPE', 3, '参赛职工'],
		['W', 'UNIT_SUSPECT', 2, '参赛职工'],
		['W', 'UNIT_SUSPECT', 4, '参赛职工']
	]);
	const assumed = await read('统计时期,地区,经济效益\n2024,江苏,5\n');
	expect(places(assumed)).toEqual([['W', 'UNIT_ASSUMED', 1, '经济效益']]);
});

test('units in the cells of tables of figures are kept with the figure', async () => {
	const result = await read('地区,某资金,某比重\n江苏,5万元,31.7%\n浙江,300元,5‰\n', { fileName: '2024.csv' });
	expect(recordsOf(result).map((row) => [row.indicator, row.value, row.unit, row['_original']])).toEqual([
		['某资金', '50000', '元', 'value=5万元'],
		['某比重', '31.7', '%', 'value=31.7%25'],
		['某资金', '300', '元', 'value=300元'],
		['某比重', '0.5', '%', 'value=5‰']
	]);
});

test('rules between columns: line, column and both values; partial dates are compared as far as they go', async () => {
	const summary = await read('统计时期,地区,合理化建议,采纳,实施\n2024,江苏,5,6,1\n2024,浙江,9,6,7\n2024,安徽,5,,6\n');
	expect(places(summary)).toEqual([
		['E', 'RULE_VIOLATED', 2, '采纳'],
		['E', 'RULE_VIOLATED', 3, '实施'],
		['E', 'RULE_VIOLATED', 4, '实施']
	]);
	expect(summary.receipt.issues.map(({ line, sample, count }) => [line, sample, count])).toEqual([
		[2, '6 > 5', 1],
		[3, '7 > 6', 1],
		[4, '6 > 5', 1]
	]);
	const head = '成果编号,类别,提出时间,采纳时间\n';
	const dates = await read(
		`${head}X1,合理化建议,2024-05-06,2024-05-05\nX2,合理化建议,2024-05-06,2024年5月\nX3,合理化建议,2024-05-06,2024年\nX4,合理化建议,2024-05-06,2023年\n`
	);
	expect(
		dates.remarks.filter(({ code }) => code === 'RULE_VIOLATED').map(({ line, column }) => [line, column])
	).toEqual([
		[2, 2],
		[5, 2]
	]);
});
