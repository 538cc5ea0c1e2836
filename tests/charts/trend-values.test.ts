import { expect, test } from 'vitest';
import { chartTheme } from '#lib/charts/theme.ts';
import { valuePlace } from '#lib/charts/trend-values.ts';

const theme = chartTheme('light', { width: 300, height: 220 });
/* 100 px between two periods, 1.5 px a unit of the values. */
const plot = { width: 200, height: 150, top: 100 };

const placeOf = (values: readonly (number | null)[], index = 1, label = '644.4亿元') =>
	valuePlace(
		{ key: 'now', name: '', role: 'main', values, labels: values.map(() => label) },
		index,
		values.length,
		theme,
		plot
	);

test.each([
	['level', [50, 50, 50], { position: 'top' }],
	['a gentle climb', [46, 50, 54], { position: 'top' }],
	['a summit', [10, 90, 10], { position: 'top' }],
	['between gaps', [null, 50, null], { position: 'top' }],
	['a valley', [90, 50, 90], { position: 'bottom' }],
	['a valley at the foot, where nothing is below', [90, 5, 90], { position: 'top' }],
	['a fall: to the right of the climb', [90, 50, 10], { position: 'top', align: 'left' }],
	['a climb: to the left of it', [10, 50, 90], { position: 'top', align: 'right' }]
] as const)('the value of a point in the middle, %s', (_, values, place) => {
	expect(placeOf(values)).toEqual(place);
});

test('at the first point it begins there, and goes below a line that climbs through it', () => {
	expect(placeOf([50, 50, 50], 0)).toEqual({ position: 'top', align: 'left' });
	expect(placeOf([50, 90, 50], 0)).toEqual({ position: 'bottom', align: 'left' });
});

test('a number that would reach over the axis goes below instead', () => {
	expect(placeOf([10, 50, 90, 90, 90, 90], 1)).toEqual({ position: 'bottom' });
});
