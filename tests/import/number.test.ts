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
	['007', '7', '', '']
])('%s is %s', (text, value, qualifier, unit) => {
	expect(readNumber(text)).toMatchObject({ value, qualifier, unit });
});

test.each(['', '-', '1-2', '1,23', '2024年5月1日', 'abc', '约', '1.2.3', '12:30'])('%s is no figure', (text) => {
	expect(readNumber(text)).toBeNull();
});

test('words of the spoken kind are refused rather than guessed', () => {
	expect(chineseNumber('一万二')).toBeNull();
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
	for (const mark of ['', '-', '—', '——', '…', '***', '/', 'N/A', '无']) expect(isMissing(mark)).toBe(true);
	for (const value of ['0', '0.0', '-1', '无锡']) expect(isMissing(value)).toBe(false);
	for (const error of ['#DIV/0!', '#N/A', '#####', '#NAME?']) expect(isExcelError(error)).toBe(true);
	expect(isExcelError('#高级技师')).toBe(false);
});
