import { expect, test } from 'vitest';
import { columnForm } from '#lib/components/export/column-form.ts';

const of = (...pairs: [number, string][]) => columnForm(pairs.map(([value, text]) => ({ value, text })));

test('counts are what they are', () => {
	expect(of([430488, '430,488'], [12, '12'])).toEqual({ kind: 'number', factor: 1, unit: '', digits: 0 });
});
test('万 is a way to print: the value keeps every digit', () => {
	expect(of([18826700, '1,882.67万'], [4300, '0.43万'])).toEqual({ kind: 'number', factor: 1, unit: '', digits: 0 });
	expect(of([14_802_345, '1,480万']).factor).toBe(1);
	expect(of([1_234_567_890, '1.235 billion']).factor).toBe(1);
});
test('a fraction that is printed as percent is a share, a figure in percent is not', () => {
	expect(of([0.317, '31.7%'], [0.0821, '8.2%'])).toEqual({ kind: 'share', factor: 1, unit: '%', digits: 1 });
	expect(of([31.7, '31.7%'], [8.21, '8.2%'])).toEqual({ kind: 'number', factor: 1, unit: '%', digits: 1 });
});
test('changes: signs are read, 持平 is passed over, points are no share', () => {
	expect(of([0.0821, '+8.2%'], [-0.012, '−1.2%'], [0, '持平']).kind).toBe('share');
	expect(of([1.2, '+1.2 个百分点'], [-0.4, '−0.4 个百分点'])).toMatchObject({ factor: 1, unit: '个百分点' });
});
test('what is kept per head and printed per 10,000 leaves as printed', () => {
	expect(of([0.00123, '12.3'], [0.0004, '4.0'])).toEqual({ kind: 'number', factor: 1e4, unit: '', digits: 1 });
});
test('a tie behind a rank is no unit', () => {
	expect(of([1, '1'], [2, '2（并列）'], [2, '2（并列）'])).toMatchObject({ factor: 1, unit: '', digits: 0 });
	expect(of([2, '2（并列）'], [2, '2（并列）'])).toMatchObject({ factor: 1, unit: '' });
});
test('a text that tells something else leaves the values alone', () => {
	expect(of([83.4, '1:23.4'], [95, '1:35.0'])).toEqual({ kind: 'number', factor: 1, unit: '', digits: 1 });
	expect(of()).toEqual({ kind: 'number', factor: 1, unit: '', digits: 0 });
	expect(of([0, '0'])).toMatchObject({ factor: 1, digits: 0 });
});
