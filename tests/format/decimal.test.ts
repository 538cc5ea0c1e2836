import { expect, test } from 'vitest';
import { differenceOf, sumDecimals } from '#lib/format/decimal.ts';

test('sums are exact where doubles are not', () => {
	expect(sumDecimals(['0.1', '0.2'])).toBe('0.3');
	expect(sumDecimals(['900000000000.1234', '0.0001', '99999999999999.9999'])).toBe('100900000000000.1234');
	expect(sumDecimals(['-1.5', '1.5000'])).toBe('0');
	expect(sumDecimals([])).toBe('0');
	expect(sumDecimals(['12', '3'], [5, 2])).toBe('66');
});

test('differences keep their sign', () => {
	expect([differenceOf('199', '200'), differenceOf('0.3', '0.1'), differenceOf('-2.5000', '-2.5')]).toEqual([
		'-1',
		'0.2',
		'0'
	]);
});
