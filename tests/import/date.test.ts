import { expect, test } from 'vitest';
import { readDate, readDuration } from '#lib/import/normalise/date.ts';

test.each([
	['2024-05-06', '2024-05-06'],
	['2024/5/6', '2024-05-06'],
	['2024.5.6', '2024-05-06'],
	['20240506', '2024-05-06'],
	['2024年5月6日', '2024-05-06'],
	['２０２４年５月６日', '2024-05-06'],
	['2024-05-06 08:30:00', '2024-05-06'],
	['45418', '2024-05-06'],
	['25/12/2024', '2024-12-25'],
	['12/25/2024', '2024-12-25'],
	['2024年05月06日 08时30分', '2024-05-06'],
	['2024/5/6 8:30', '2024-05-06'],
	['2024-05-06T08:30:00.000+08:00', '2024-05-06'],
	['2024年5月6日（星期一）', '2024-05-06'],
	['2024年5月6号', '2024-05-06'],
	['二〇二四年五月十六日', '2024-05-16'],
	['二〇二四年十二月三十一日', '2024-12-31'],
	['二零二四年十月十日', '2024-10-10'],
	['6-May-2024', '2024-05-06'],
	['May 6, 2024', '2024-05-06'],
	['20240506083000', '2024-05-06'],
	['45418.35', '2024-05-06'],
	['36526', '2000-01-01']
])('%s is %s', (text, iso) => {
	expect(readDate(text)).toEqual({ iso, partial: false });
});

test('what is open stays visibly open', () => {
	expect(readDate('2024年5月')).toEqual({ iso: '2024-05-01', partial: true });
	expect(readDate('2019年')).toEqual({ iso: '2019-01-01', partial: true });
	expect(readDate('03/04/2024')).toBe('ambiguous');
	expect(readDate('4/4/2024')).toEqual({ iso: '2024-04-04', partial: false });
});

test.each([
	'2024-02-30',
	'2024-13-01',
	'12345',
	'明年',
	'1776-07-04',
	'24-5-6',
	'2024-5-32',
	'2024年5月6日至8日',
	'0000-00-00',
	'61000',
	'19999'
])('%s is no date', (text) => {
	expect(readDate(text)).toBeNull();
});

test('times are seconds', () => {
	expect(readDuration('1:02:03.5')).toBe('3723.5');
	expect(readDuration('12分30秒')).toBe('750');
	expect(readDuration('95秒')).toBe('95');
	expect(readDuration('abc')).toBeNull();
});
