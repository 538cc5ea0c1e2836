import { expect, test } from 'vitest';
import { withPlace } from '#lib/views/filter-choices.ts';

const offered = {
	region: [
		{ value: null, label: '全国' },
		{ value: '310000', label: '上海市' }
	]
};

test('a place that a link names and the list does not offer stands behind the whole', () => {
	expect(withPlace(offered, '000000', { key: '310107', name: '普陀区' }).region).toEqual([
		{ value: null, label: '全国' },
		{ value: '310107', label: '普陀区' },
		{ value: '310000', label: '上海市' }
	]);
});

test('a place that is offered, the whole itself, and a page without places leave the list as it is', () => {
	expect(withPlace(offered, '000000', { key: '310000', name: '上海市' })).toBe(offered);
	expect(withPlace(offered, '000000', { key: '000000', name: '全国' })).toBe(offered);
	const none = { period: [] };
	expect(withPlace(none, '000000', { key: '310107', name: '普陀区' })).toBe(none);
});
