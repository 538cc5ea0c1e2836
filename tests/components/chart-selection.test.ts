import { expect, test } from 'vitest';
import { selectionAt, selectionOf } from '#lib/components/chart-selection.ts';

const series = [{ data: [{ name: '110000' }, { name: '500000' }] }];

test('a mark and its axis label mean the same datum', () => {
	expect(selectionOf({ componentType: 'series', name: '500000', dataIndex: 1 }, { series })).toEqual({
		key: '500000',
		index: 1
	});
	expect(selectionOf({ componentType: 'yAxis', name: '重庆', tickIndex: 1 }, { series })).toEqual({
		key: '500000',
		index: 1
	});
	expect(selectionOf({ componentType: 'markLine' }, { series })).toBeNull();
	expect(selectionOf({ componentType: 'series', dataIndex: 0 }, { series })).toBeNull();
});

test('a click beside a mark means its row or period; outside of the grid nothing', () => {
	const chart = {
		containPixel: (_: string, [x]: [number, number]) => x < 100,
		convertFromPixel: (finder: object, value: number) => ('xAxisIndex' in finder ? value / 50 : value / 20)
	};
	const along = { xAxis: { type: 'category' }, yAxis: { type: 'value' }, series };
	expect(selectionAt(chart, along, 52, 5)).toEqual({ key: '500000', index: 1 });
	expect(selectionAt(chart, along, 150, 5)).toBeNull();
	const down = { xAxis: { type: 'value' }, yAxis: { type: 'category' }, series };
	expect(selectionAt(chart, down, 52, 5)).toEqual({ key: '110000', index: 0 });
	expect(selectionAt(chart, { xAxis: { type: 'value' }, yAxis: { type: 'value' }, series }, 52, 5)).toBeNull();
});
