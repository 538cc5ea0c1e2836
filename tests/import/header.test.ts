import { expect, test } from 'vitest';
import { locateTable } from '#lib/import/locate/locate.ts';
import { isNote } from '#lib/import/locate/row-shape.ts';
import { periodIn } from '#lib/import/locate/period-hint.ts';
import { headerText } from '#lib/import/map/header-text.ts';
import { isPersonal, isPersonalNumber } from '#lib/import/map/personal.ts';
import { parseUnit, unitLine, unitsAgree } from '#lib/import/map/unit.ts';

test.each([
	['#已成立工会单位数(个)', '已成立工会单位数', '个', 0],
	['就业人数(万人)', '就业人数', '万人', 4],
	['地 区', '地区', null, 0],
	['经济效益（亿元）', '经济效益', '亿元', 8],
	['其中：高技能人才', '高技能人才', null, 0],
	['参赛职工\n（人）', '参赛职工', '人', 0],
	['*竞赛名称（必填）', '竞赛名称', null, 0],
	['金额/万元', '金额', '万元', 4],
	['参赛人次', '参赛人次', null, 0]
])('the header %j', (printed, name, unit, power) => {
	const header = headerText(printed);
	expect([header.name, header.unit?.text ?? null, header.unit?.power ?? 0]).toEqual([name, unit, power]);
});

test('units with their multiplier and what they count', () => {
	expect(parseUnit('（万人次）')).toMatchObject({ base: '人次', power: 4, family: 'person-time' });
	expect(parseUnit('百万元')).toMatchObject({ base: '元', power: 6, family: 'yuan' });
	expect(parseUnit('千')).toMatchObject({ base: '', power: 3 });
	expect(parseUnit('地区')).toBeNull();
	expect(unitLine(['', '单位：个、万人', '']).map(({ text }) => text)).toEqual(['个', '万人']);
	expect(unitLine(['单位名称', '参赛人数'])).toEqual([]);
	expect(unitsAgree('person', 'person-time')).toBe(false);
	expect(unitsAgree('unit', 'count')).toBe(true);
});

const known = (key: string) => ['地区', '参赛职工', '职工人数', '采纳', '提出'].includes(key);

test('titles, a unit line and a row of units', () => {
	const place = locateTable(
		[
			['2024年汇总表', '', ''],
			['', '', '单位：万人'],
			[''],
			['地区', '职工人数', '参赛职工'],
			['', '(万人)', '(人)'],
			['江苏', '1', '2']
		],
		known
	);
	expect(place).toMatchObject({
		headerFirst: 3,
		headerLast: 4,
		titles: ['2024年汇总表', '单位：万人'],
		missing: false
	});
	expect(place.fileUnits.map(({ text }) => text)).toEqual(['万人']);
	expect(place.unitRow.map((unit) => unit?.text ?? null)).toEqual([null, '万人', '人']);
});

test('merged headers, translations and column numbers are one header', () => {
	const merged = locateTable(
		[
			['地区', '合理化建议', '', '职工人数'],
			['', '提出', '采纳', ''],
			['江苏', '1', '2', '3']
		],
		known
	);
	expect(merged).toMatchObject({
		headerLast: 1,
		header: ['地区', '提出', '采纳', '职工人数'],
		groups: ['', '合理化建议', '合理化建议', '']
	});
	const translated = locateTable(
		[
			['地区', '参赛职工'],
			['Region', 'Workers in competitions'],
			['甲', '1'],
			['江苏', '3']
		],
		known
	);
	expect(translated).toMatchObject({ headerFirst: 0, headerLast: 1 });
	const numbered = locateTable(
		[
			['地区', '职工人数', '参赛职工'],
			['甲', '1', '2'],
			['江苏', '10', '5']
		],
		known
	);
	expect(numbered).toMatchObject({ headerLast: 1 });
});

test('a table without a header is not given one', () => {
	expect(
		locateTable(
			[
				['江苏', '1', '2'],
				['浙江', '3', '4']
			],
			known
		)
	).toMatchObject({ missing: true, headerRows: 0 });
});

test('notes are told from data', () => {
	for (const cell of ['注：本表缺五省', '资料来源：国家统计局', '填表人：示例', '说明：', '第 2 页'])
		expect(isNote([cell, '', ''])).toBe(true);
	for (const row of [
		['注塑工', '1', '2'],
		['审核员培训', '3', ''],
		['第一建筑公司', '1', '']
	])
		expect(isNote(row)).toBe(false);
});

test('periods in titles and file names', () => {
	expect(periodIn('nbs-2004-census-1-18.csv')?.period.code).toBe('2004');
	expect(periodIn('2024年二季度各地区汇总表')?.period.code).toBe('2024Q2');
	expect(periodIn('2024年上半年情况')?.period.code).toBe('2024H1');
	expect(periodIn('2023年与2024年对比')).toBeNull();
	expect(periodIn('区划代码320000')).toBeNull();
});

test('personal columns and numbers', () => {
	for (const header of ['身份证号', '手机号码', '联系电话', '家庭住址', 'Phone']) expect(isPersonal(header)).toBe(true);
	expect(isPersonal('参赛编号')).toBe(false);
	expect(isPersonalNumber('110101199003078515')).toBe(true);
	expect(isPersonalNumber('123456789012345678')).toBe(false);
});
