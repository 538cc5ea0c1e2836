import { expect, test } from 'vitest';
import type { TrendLine } from '#lib/charts/trend-line.ts';
import { endsProvisional } from '#lib/views/trend-drawn.ts';

const line = (role: TrendLine['role'], values: TrendLine['values'], provisional: readonly boolean[]): TrendLine => ({
	...{ key: role, name: role, labels: [], role, values, provisional }
});

test('a trend is provisional where its last figure is; an earlier one and the comparison do not count', () => {
	expect(endsProvisional([line('main', [1, 2], [false, true])])).toBe(true);
	expect(endsProvisional([line('main', [1, 2, null], [false, true, false])])).toBe(true);
	expect(endsProvisional([line('main', [1, 2], [true, false]), line('comparison', [1, 2], [false, true])])).toBe(false);
	expect(endsProvisional([line('main', [null], [false])])).toBe(false);
});
