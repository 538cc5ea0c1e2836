import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { importFile } from '#lib/import/index.ts';
import type { ImportResult } from '#lib/import/batch.ts';
import { optionsFor } from './profile.ts';
import { recordsOf } from './records.ts';

const read = (name: string) => importFile(new Uint8Array(readFileSync(`data/real/${name}`)), optionsFor(name));
const severe = (result: ImportResult) =>
	result.receipt.issues.filter(({ severity }) => severity === 'F' || severity === 'E');

/** Sum of whole numbers, exactly. */
const sum = (values: readonly (string | undefined)[]) =>
	values.reduce((total, value) => total + BigInt(value ?? 'x'), 0n);

test('census 1-18: seven columns, 31 provinces and 全国, in GB18030 with a title and a row of units', async () => {
	const result = await read('nbs-2004-census-1-18-skill-levels.gb18030.csv');
	const { receipt } = result;
	expect(severe(result)).toEqual([]);
	expect(receipt).toMatchObject({
		format: 'csv',
		encoding: 'gb18030',
		dialect: { delimiter: ',', quote: '"', newline: 'CRLF' },
		dataset: 'metrics',
		table: { headerFirst: 2, headerLast: 3, dataFirst: 4, dataLast: 35 },
		rowsRead: 32,
		rowsLoaded: 32,
		rowsSetAside: 0
	});
	expect(receipt.mapping.map(({ header, indicator, unit, factor }) => [header, indicator, unit, factor])).toEqual([
		['地区', undefined, null, '1'],
		['法人单位数', '法人单位数', '个', '1'],
		['就业人数', '就业人数', '万人', '10000'],
		['#高级技师', '高级技师', '万人', '10000'],
		['#技师', '技师', '万人', '10000'],
		['#高级工', '高级工', '万人', '10000'],
		['#中级工', '中级工', '万人', '10000']
	]);
	expect(receipt.issues.map(({ code }) => code).sort()).toEqual([
		'ENC_DETECTED',
		'HEADER_MULTIROW',
		'PERIOD_ASSUMED',
		'PREAMBLE_SKIPPED',
		'ROW_TOTAL'
	]);

	const records = recordsOf(result);
	expect(records).toHaveLength(32 * 6);
	const value = (region: string, indicator: string) =>
		records.find((row) => row.region === region && row.indicator === indicator);
	expect(value('320000', '法人单位数')).toMatchObject({ value: '430488', unit: '个', period: '2004', _line: '14' });
	expect(value('320000', '就业人数')).toMatchObject({ value: '18826700', unit: '人' });
	expect(value('320000', '高级技师')?.value).toBe('34500');
	expect(value('150000', '法人单位数')?.value).toBe('71196');
	expect(value('650000', '中级工')?.value).toBe('149700');

	const provinces = (indicator: string) =>
		records.filter((row) => row.indicator === indicator && row.region !== '100000').map((row) => row.value);
	expect(provinces('法人单位数')).toHaveLength(31);
	expect(sum(provinces('法人单位数'))).toBe(5168303n);
	expect(sum(provinces('就业人数'))).toBe(212616600n);
	expect(sum(provinces('高级技师'))).toBe(517000n);
	expect(sum(provinces('技师'))).toBe(1629400n);
	expect(sum(provinces('高级工'))).toBe(6181500n);
	expect(sum(provinces('中级工'))).toBe(10909900n);
	expect(receipt.controlTotals).toEqual([
		{
			line: 4,
			region: '100000',
			industry: null,
			period: '2004',
			values: {
				法人单位数: '5168303',
				就业人数: '212616600',
				高级技师: '517300',
				技师: '1629300',
				高级工: '6181300',
				中级工: '10909800'
			}
		}
	]);
});

test('census 1-21: 26 provinces, units in the header, a note below', async () => {
	const result = await read('nbs-2004-census-1-21-union-coverage.partial.csv');
	expect(severe(result)).toEqual([]);
	expect(result.receipt).toMatchObject({ encoding: 'utf-8 BOM', dataset: 'metrics', rowsLoaded: 27, rowsSetAside: 0 });
	expect(result.receipt.issues.find(({ line }) => line === 30)).toMatchObject({
		code: 'PREAMBLE_SKIPPED',
		sample: '注：本表缺陕西、甘肃、青海、宁夏、新疆五省区。'
	});
	const records = recordsOf(result);
	const of = (indicator: string) => records.filter((row) => row.indicator === indicator);
	const union = of('已成立工会单位数').filter((row) => row.region !== '100000');
	expect(union).toHaveLength(26);
	expect(sum(union.map((row) => row.value))).toBe(1076554n);
	expect(of('已成立工会单位数').find((row) => row.region === '100000')?.value).toBe('1166154');
	expect(of('加入工会人数').find((row) => row.region === '100000')?.value).toBe('122908000');
	const members = of('加入工会人数').filter((row) => row.region !== '100000');
	expect(122908000n - sum(members.map((row) => row.value))).toBe(8034000n);
});

test('the figures of the union documents keep number, unit and qualifier', async () => {
	const result = await read('union-documents-figures.csv');
	expect(severe(result)).toEqual([]);
	const records = recordsOf(result);
	expect(records).toHaveLength(19);
	const cells = (indicator: string) => {
		const row = records.find((row) => row.indicator === indicator);
		return [row?.region, row?.period, row?.basis, row?.value, row?.unit, row?.['_qualifier']];
	};
	expect(cells('年均参与竞赛企事业单位数')).toEqual(['100000', '2018/2023', '年均', '580000', '家', 'value=>']);
	expect(cells('年均参与竞赛职工')).toEqual(['100000', '2018/2023', '年均', '58060000', '人次', '']);
	expect(cells('劳模工匠创新工作室')).toEqual(['100000', '2023', '时点', '80000', '家', 'value=>']);
	expect(cells('服务农民工公益法律服务行动')).toEqual([
		'100000',
		'2018/2023',
		'五年累计',
		'29000000',
		'人次',
		'value=>'
	]);
	expect(cells('两节送温暖筹集资金')).toEqual(['100000', '2018/2023', '五年累计', '21870000000', '元', '']);
	expect(cells('工会户外劳动者服务站点')).toEqual(['100000', '2023', '时点', '131000', '个', '']);
	expect(cells('城市困难职工解困脱困')).toEqual(['100000', '2018/2023', '五年累计', '5499000', '户', '']);
	expect(cells('高技能人才占技能人才比重')).toEqual(['500000', '2024', '时点', '31.7', '%', '']);
});

test('targets in words are numbers', async () => {
	const result = await read('union-documents-targets.csv');
	expect(severe(result)).toEqual([]);
	expect(result.receipt.dataset).toBe('targets');
	const rows = recordsOf(result).map((row) => [
		row.indicator,
		row.region,
		row.start_year,
		row.end_year,
		row.target,
		row.unit
	]);
	expect(rows).toEqual([
		['当代工匠', '310112', '2022', '2027', '100', '名'],
		['技术标兵', '310112', '2022', '2027', '1000', '名'],
		['技术能手', '310112', '2022', '2027', '10000', '名'],
		['基层协调劳动关系公共服务样板站点', '100000', '2023', '2028', '1000', '个'],
		['职工劳动和技能竞赛场次', '500000', '2023', '2027', '50', '场'],
		['职工创新工作室', '140000', '2022', '2026', '5000', '个']
	]);
});
