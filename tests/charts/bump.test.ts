import { expect, test } from 'vitest';
import { bump, bumpHeight, type BumpChart } from '#lib/charts/bump.ts';
import { chartTheme } from '#lib/charts/theme.ts';
import { drawSvg, expectPicture } from './picture.ts';

const names = ['广东', '江苏', '浙江', '山东', '四川', '重庆', '新疆兵团', '中央机关', '甘肃', '海南', '青海', '西藏'];
/** Two change places each period; the ninth has no rank at first. */
const ranksOf = (index: number) =>
	[0, 1, 2, 3, 4].map((at) => {
		if (index === 8 && at < 2) return null;
		const swapped = index === at * 2 ? 1 : index === at * 2 + 1 ? -1 : 0;
		return index + 1 + swapped;
	});
const chart: BumpChart = {
	moments: ['2025年三季度', '2025年四季度', '2026年一季度', '2026年二季度', '2026年三季度'],
	lines: names.map((name, index) => ({ key: String(index), name, ranks: ranksOf(index), selected: index === 5 })),
	breaks: []
};
const words = { place: (rank: number) => `第 ${rank} 名` };

test.each(['light', 'dark'] as const)('bump chart, %s', (name) => {
	const theme = chartTheme(name, { width: 640, height: bumpHeight(names.length) });
	const svg = expectPicture(`bump-${name}`, bump(chart, theme, words), theme);
	for (const one of names) expect(svg).toContain(one);
});

test('no line crosses a break', () => {
	const theme = chartTheme('light', { width: 640, height: 320 });
	const [line] = chart.lines;
	if (!line) throw new Error('No line');
	const one = { ...chart, lines: [line] };
	/** Straight pieces of lines, the grid and its axes apart. */
	const pieces = (breaks: readonly number[]) =>
		(bump({ ...one, breaks }, theme, words) as { series: { id: string; data: { value: number | null }[] }[] }).series
			.filter(({ id }) => id !== 'ground')
			.map(({ data }) => data.map(({ value }) => value));
	expect(pieces([])).toEqual([[2, 1, 1, 1, 1]]);
	expect(pieces([2])).toEqual([
		[2, 1, null, null, null],
		[null, null, 1, 1, 1]
	]);
});

test('braces in names are no markup, and a click beside the lines means none of them', () => {
	const theme = chartTheme('light', { width: 640, height: 320 });
	const odd = { ...chart, lines: [{ key: 'x', name: '{a|b}', ranks: [1, 2, 1, 2, 1], selected: false }] };
	expect(drawSvg(bump(odd, theme, words), theme)).toContain('｛a|b｝');
	const { series } = bump(chart, theme, words) as { series: { data: unknown[] }[] };
	expect(series[0]?.data).toEqual([]);
});
