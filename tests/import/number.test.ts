import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chineseNumber } from '#lib/import/normalise/chinese-number.ts';
import {
	addDecimals,
	compareDecimals,
	multiplyDecimals,
	roundDecimal,
	shiftDecimal
} from '#lib/import/normalise/decimal.ts';
import { isExcelError, isMissing } from '#lib/import/normalise/missing.ts';
import { readNumber } from '#lib/import/normalise/number.ts';

test.each([
	['58万余', '580000', '>', ''],
	['8万多', '80000', '>', ''],
	['2900多万', '29000000', '>', ''],
	['1227万余', '12270000', '>', ''],
	['80%以上', '80', '≥', '%'],
	['约5806万人次', '58060000', '≈', '人次'],
	['近6万', '60000', '<', ''],
	['不足1000', '1000', '<', ''],
	['不超过3万元', '30000', '≤', '元'],
	['5万元以上', '50000', '≥', '元'],
	['218.7亿', '21870000000', '', ''],
	['1882.67万', '18826700', '', ''],
	['1,882,670', '1882670', '', ''],
	['１，２３４．５', '1234.5', '', ''],
	['(1,234)', '-1234', '', ''],
	['百', '100', '', ''],
	['千', '1000', '', ''],
	['万', '10000', '', ''],
	['二百三十', '230', '', ''],
	['二十万零三百', '200300', '', ''],
	['007', '7', '', ''],
	['1亿2000万', '120000000', '', ''],
	['3千5百', '3500', '', ''],
	['一万二', '12000', '', ''],
	['两百多', '200', '>', ''],
	['二百三十人', '230', '', '人'],
	['百余家', '100', '>', '家'],
	['上万人次', '10000', '≥', '人次'],
	['近300', '300', '<', ''],
	['将近300人', '300', '<', '人'],
	['≥ 300', '300', '≥', ''],
	['不少于50场', '50', '≥', '场'],
	['300人以内', '300', '≤', '人'],
	['50万元左右', '500000', '≈', '元'],
	["1'234'567", '1234567', '', ''],
	['1’234’567.50', '1234567.5', '', ''],
	['1 234 567', '1234567', '', ''],
	['1\u202f234\u202f567', '1234567', '', ''],
	['1，234，567', '1234567', '', ''],
	['5806,0000', '58060000', '', ''],
	['（1,234.5）', '-1234.5', '', ''],
	['(12.5%)', '-12.5', '', '%'],
	['负12', '-12', '', ''],
	['△12.5', '-12.5', '', ''],
	['1,234-', '-1234', '', ''],
	['－5', '-5', '', ''],
	['−5', '-5', '', ''],
	['¥1,200', '1200', '', ''],
	['人民币5万元', '50000', '', '元'],
	['31.7％', '31.7', '', '%'],
	['百分之八十', '80', '', '%'],
	['百分之80以上', '80', '≥', '%'],
	['5‰', '0.5', '', '%'],
	['3.7E+05', '370000', '', '']
])('%s is %s', (text, value, qualifier, unit) => {
	expect(readNumber(text)).toMatchObject({ value, qualifier, unit });
});

test.each([
	...['', '-', '1-2', '1,23', '2024年5月1日', 'abc', '约', '1.2.3', '12:30', '12,34', '1.234,56', '100-200', '几十'],
	...['3百5千', '12个3', '1234,5', '五六十']
])('%s is no figure', (text) => {
	expect(readNumber(text)).toBeNull();
});

test('numbers in words', () => {
	expect(chineseNumber('一万二')).toBe('12000');
	expect(chineseNumber('一万零二')).toBe('10002');
	expect(chineseNumber('三百五')).toBe('350');
	expect(chineseNumber('两千三百万')).toBe('23000000');
	expect(chineseNumber('廿五')).toBe('25');
	expect(chineseNumber('卅')).toBe('30');
	expect(chineseNumber('〇')).toBe('0');
	expect(chineseNumber('二十亿零五百万')).toBe('2005000000');
	for (const estimate of ['五六十', '三五', '十百', '三三百', '一亿万亿亿']) expect(chineseNumber(estimate)).toBeNull();
	expect(chineseNumber('十五')).toBe('15');
	expect(chineseNumber('一亿二千万')).toBe('120000000');
	expect(chineseNumber('二〇二四')).toBe('2024');
});

test('decimals are exact where doubles are not', () => {
	expect(shiftDecimal('1882.67', 4)).toBe('18826700');
	expect(shiftDecimal('0.29', 2)).toBe('29');
	expect(addDecimals('0.1', '0.2')).toBe('0.3');
	expect(multiplyDecimals('1.1', '1.1')).toBe('1.21');
	expect(roundDecimal('2.00005')).toBe('2.0001');
	expect(roundDecimal('-0.00004')).toBe('0');
	expect(compareDecimals('9007199254740993.1', '9007199254740993.2')).toBeLessThan(0);
});

test('shifting there and back changes nothing', () => {
	const decimal = fc
		.tuple(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), fc.nat(9999))
		.map(([whole, part]) => shiftDecimal(`${whole}.${part}`, 0) as string);
	fc.assert(
		fc.property(decimal, fc.integer({ min: 0, max: 12 }), (text, power) => {
			expect(shiftDecimal(shiftDecimal(text, power) as string, -power)).toBe(text);
		})
	);
});

test('missing is not zero', () => {
	const marks = [
		'',
		'-',
		'—',
		'——',
		'…',
		'……',
		'***',
		'/',
		'N/A',
		'n.a.',
		'无',
		'暂无数据',
		'未上报',
		'不适用',
		'(空)',
		'- -'
	];
	for (const mark of marks) expect(isMissing(mark)).toBe(true);
	for (const value of ['0', '0.0', '-1', '无锡', '无锡市', '空港区', '0-']) expect(isMissing(value)).toBe(false);
	for (const error of [
		'#DIV/0!',
		'#N/A',
		'#####',
		'#NAME?',
		'#VALUE!',
		'#REF!',
		'#NUM!',
		'#NULL!',
		'#SPILL!',
		'Err:502'
	])
		expect(isExcelError(error)).toBe(true);
	expect(isExcelError('#高级技师')).toBe(false);
});
