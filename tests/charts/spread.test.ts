import { expect, test } from 'vitest';
import { drift, driftHeight } from '#lib/charts/drift.ts';
import { heatmap } from '#lib/charts/heatmap.ts';
import { lorenz, type LorenzCurve } from '#lib/charts/lorenz.ts';
import { chartTheme } from '#lib/charts/theme.ts';
import { drawSvg, expectPicture } from './picture.ts';
import { provinceTiles } from './sample-data.ts';

/** A curve over so many members whose amounts rise by a power: 1 is nearly even. */
function curve(key: string, label: string, power: number, role: LorenzCurve['role']): LorenzCurve {
	const amounts = provinceTiles.slice(0, 31).map((_, index) => (index + 4) ** power);
	const all = amounts.reduce((sum, amount) => sum + amount, 0);
	let sum = 0;
	const corners = amounts.map((amount, index) => ({
		x: (index + 1) / 31,
		y: (sum += amount) / all,
		key: provinceTiles[index]?.key ?? null,
		name: provinceTiles[index]?.name ?? '',
		selected: index === 21
	}));
	return { key, label, role, corners: [{ x: 0, y: 0, key: null, name: '' }, ...corners] };
}

test.each(['light', 'dark'] as const)('Lorenz curves of now and then, %s', (name) => {
	const theme = chartTheme(name, { width: 560, height: 380 });
	const curves = [
		curve('2026Q3', '2026年三季度，基尼系数 0.312', 1.1, 'main'),
		curve('2024Q4', '2024年四季度，基尼系数 0.201', 0.6, 'comparison')
	];
	const words = { xTitle: '省份累计占比', yTitle: '数量累计占比', equal: '完全均等' };
	const svg = expectPicture(`lorenz-${name}`, lorenz(curves, theme, words), theme);
	for (const text of ['2026年三季度，基尼系数 0.312', '完全均等', '省份累计占比', '重庆'])
		expect(svg).toContain(`>${text}<`);
	// Only the chosen member is named.
	expect(svg).not.toContain('>江苏<');
});

test.each(['light', 'dark'] as const)('drift from then to now, %s', (name) => {
	const rows = provinceTiles.slice(0, 10).map((tile, index) => {
		const [first, last] = [(index % 5) * 0.5 - 1, (index % 5) * 0.5 - 1 + (index < 4 ? (index % 2 ? -0.6 : 0.8) : 0.1)];
		return {
			key: tile.key,
			name: tile.name,
			first,
			last,
			label: `${first} → ${last.toFixed(1)}`,
			drifts: index < 4,
			selected: index === 2
		};
	});
	const theme = chartTheme(name, { width: 560, height: driftHeight(rows.length) });
	const svg = expectPicture(`drift-${name}`, drift(rows, theme, { mean: '平均', axis: (value) => `${value}σ` }), theme);
	for (const row of rows) expect(svg).toContain(`>${row.name}<`);
	expect(svg).toContain('>平均<');
});

test('where there is little room, the scale of a drift names its middle and its ends, then its middle alone', () => {
	const rows = [{ key: 'a', name: '甲', first: -3.9, last: 2.9, label: '', drifts: true }];
	const named = (width: number) => {
		const theme = chartTheme('light', { width, height: driftHeight(1) });
		const svg = drawSvg(drift(rows, theme, { mean: '平均', axis: (value) => `${value}.0σ` }), theme);
		return [...svg.matchAll(/>([^<>]*(?:σ|平均))</g)].map(([, word]) => word);
	};
	expect(named(700)).toEqual(['-2.0σ', '平均', '2.0σ']);
	expect(named(120)).toEqual(['平均']);
});

test('what nobody looks for is an empty place, what is missing is hatched', () => {
	const theme = chartTheme('light', { width: 200, height: 120 });
	const lines = (blank: boolean) =>
		(
			drawSvg(
				heatmap(
					[{ key: 'r', name: '甲' }],
					[{ key: 'c', name: '一' }],
					[{ row: 'r', column: 'c', value: null, label: '', blank }],
					theme,
					{ missing: '未报' }
				),
				theme
			).match(new RegExp(`<path d="[^"]*"[^>]*stroke="${theme.hatch[1]}"`))?.[0] ?? ''
		).split('M').length - 1;
	expect(lines(false)).toBeGreaterThan(3);
	expect(lines(true)).toBe(0);
});
