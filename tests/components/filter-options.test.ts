import { expect, test } from 'vitest';
import { findOptions, furtherParts, sentenceParts } from '#lib/components/filter-options.ts';
import { noFilters } from '#lib/filters/filters.ts';

const options = [
	{ value: null, label: '全国' },
	{ value: '500000', label: '重庆', search: '重庆市 Chongqing' },
	{ value: '320000', label: '江苏', search: '江苏省 Jiangsu' }
];

test('a search finds label, full name, English name and code, every word of it', () => {
	expect(findOptions(options, '').length).toBe(3);
	expect(findOptions(options, '重庆市').map((option) => option.value)).toEqual(['500000']);
	expect(findOptions(options, 'JIANG 3200').map((option) => option.value)).toEqual(['320000']);
	expect(findOptions(options, '省 市')).toEqual([]);
});

test('every filter has its place in the sentence; the profile has its own switch', () => {
	expect(new Set([...sentenceParts, ...furtherParts, 'profile'])).toEqual(new Set(Object.keys(noFilters)));
});
