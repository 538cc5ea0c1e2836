import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatBytes } from '#lib/format/bytes.ts';
import { formatExact, formatNumber, formatShare } from '#lib/format/number.ts';

test.each([
	[0, '0', '0'],
	[7, '7', '7'],
	[1234, '1,234', '1,234'],
	[9999, '9,999', '9,999'],
	[10_000, '1万', '10,000'],
	[12_345, '1.235万', '12,345'],
	[99_999, '10万', '99,999'],
	[430_488, '43.05万', '430,488'],
	[5_168_303, '516.8万', '5.168 million'],
	[18_826_700, '1,883万', '18.83 million'],
	[58_060_000, '5,806万', '58.06 million'],
	[99_999_999, '1亿', '100 million'],
	[123_456_789, '1.235亿', '123.5 million'],
	[21_870_000_000, '218.7亿', '21.87 billion'],
	[-58_060_000, '−5,806万', '−58.06 million'],
	[0.317, '0.317', '0.317'],
	[1.23456, '1.235', '1.235'],
	[1234.56, '1,234.56', '1,234.56'],
	[null, '—', '—'],
	[undefined, '—', '—'],
	[Number.NaN, '—', '—'],
	[Number.POSITIVE_INFINITY, '—', '—']
])('%j is %s, %s', (value, zh, en) => {
	expect(formatNumber(value, 'zh')).toBe(zh);
	expect(formatNumber(value, 'en')).toBe(en);
});

test.each([
	[58_060_000, '人次', '5,806万人次'],
	[360, '家', '360\u2009家'],
	[31.7, '%', '31.7%'],
	[null, '%', '—']
])('%j in %s is %s', (value, unit, expected) => {
	expect(formatNumber(value, 'zh', { unit })).toBe(expected);
});

test('units in both languages, and fixed digits for ratios', () => {
	const unit = { zh: '人次', en: 'participations' };
	expect(formatNumber(58_060_000, 'en', { unit })).toBe('58.06 million participations');
	expect(formatNumber(31.7, 'zh', { unit: '%', digits: 2 })).toBe('31.70%');
	expect(formatNumber(12_345.678, 'zh', { digits: 1 })).toBe('12,345.7');
	expect(formatShare(0.31749)).toBe('31.7%');
	expect(formatShare(null)).toBe('—');
});

test('in 万 and 亿 at most four digits count', () => {
	fc.assert(
		fc.property(fc.integer({ min: 10_000, max: 9_999_999_999 }), (value) => {
			const digits = formatNumber(value, 'zh').replace(/[^\d]/g, '').replace(/^0+/, '');
			// From 万亿 on the whole part itself may be longer; below, four digits are all there is.
			expect(digits.replace(/0+$/, '').length).toBeLessThanOrEqual(4);
		})
	);
});

test.each([
	[5168303, '5,168,303'],
	['21261660.5000', '21,261,660.5'],
	['12345678901234.5678', '12,345,678,901,234.5678'],
	['-0.25', '−0.25'],
	[-1200, '−1,200'],
	['', '—'],
	[null, '—'],
	['58万余', '58万余']
])('%j with every digit is %s', (value, expected) => {
	expect(formatExact(value)).toBe(expected);
});

test.each([
	[0, '0 B'],
	[999, '999 B'],
	[34_200, '34 kB'],
	[34_200_000, '34.2 MB']
])('%d bytes are %s', (bytes, expected) => {
	expect(formatBytes(bytes)).toBe(expected);
});
