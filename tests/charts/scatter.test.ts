import { expect, test } from 'vitest';
import { fittedAxis, namePlaces, scatter } from '#lib/charts/scatter.ts';
import { chartTheme } from '#lib/charts/theme.ts';
import { drawSvg, expectPicture } from './picture.ts';
import { provinceTiles } from './sample-data.ts';

const text = {
	xTitle: '万人工作室（个/万人）',
	yTitle: '单室效益（万元/个）',
	xAxis: String,
	yAxis: String,
	provisional: '暂定',
	whole: { x: 2.2, y: 21, label: '全国' }
};

test.each(['light', 'dark'] as const)('scatter of density against output, %s', (name) => {
	/* A fixed pattern: most in a cloud, two far out. */
	const points = provinceTiles.slice(0, 31).map((tile, index) => ({
		key: tile.key,
		name: tile.name,
		x: index === 4 ? 6.4 : 1.2 + ((index * 7) % 13) * 0.17,
		y: index === 9 ? 58 : 12 + ((index * 11) % 17) * 1.1,
		xLabel: '',
		yLabel: '',
		named: index === 4 || index === 9 || index === 20,
		selected: index === 15,
		provisional: index === 22
	}));
	const theme = chartTheme(name, { width: 640, height: 420 });
	const svg = expectPicture(`scatter-${name}`, scatter(points, theme, text), theme);
	for (const index of [4, 9, 15]) expect(svg).toContain(`>${points[index]?.name}<`);
	expect(svg).not.toContain(`>${points[1]?.name}<`);
});

test('on a phone the whole is named once, clear of the axis title, and no name lies on it', () => {
	const label = 'Sample Heavy Industry Group';
	const words = {
		...text,
		xTitle: 'Studios/10k (per 10,000 workers)',
		yTitle: 'Benefit per studio (yuan per studio)',
		whole: { x: 2.2, y: 21, label }
	};
	const at = (key: string, x: number, y: number) => ({ key, name: key, x, y, xLabel: '', yLabel: '', named: true });
	const theme = chartTheme('light', { width: 350, height: 320 });
	const option = scatter([at('Machinery', 2.5, 22), at('Rail', 3, 40), at('Mining', 1, 21.5)], theme, words);
	const svg = expectPicture('scatter-narrow', option, theme);
	expect(svg.split(`>${label}<`)).toHaveLength(2);
	const wide = chartTheme('light', { width: 900, height: 320 });
	expect(
		drawSvg(scatter([at('Rail', 3, 40), at('Mining', 1, 21.5)], wide, words), wide).split(`>${label}<`)
	).toHaveLength(3);
	const plot = { left: 0, top: 0, right: 200, bottom: 100 };
	const one = { x: 20, y: 50, name: '重庆', named: true };
	expect(namePlaces([one], plot, 10, [{ left: 22, right: 60, top: 40, bottom: 52 }])).toEqual(['bottom']);
});

test('names keep off each other and within the plot; where none of four sides is free there is none', () => {
	const plot = { left: 0, top: 0, right: 200, bottom: 100 };
	const at = (x: number, y: number, name = '重庆') => ({ x, y, name, named: true });
	expect(namePlaces([at(20, 50)], plot, 10)).toEqual(['right']);
	expect(namePlaces([at(195, 50)], plot, 10)).toEqual(['left']);
	expect(namePlaces([at(50, 50), at(58, 50)], plot, 10)).toEqual(['left', 'right']);
	const crowd = [at(100, 50), at(86, 50), at(114, 50), at(100, 38), at(100, 62)];
	expect(namePlaces(crowd, plot, 10)[0]).toBe(null);
	expect(namePlaces([{ x: 20, y: 50, name: '渝', named: false }], plot, 10)).toEqual([null]);
});

test('an axis begins at zero unless all points are far from it', () => {
	const theme = chartTheme('light', { width: 1, height: 1 });
	const ends = (values: (number | null)[]) => {
		const { min, max, interval } = fittedAxis(values, theme, String);
		return [min, max, interval];
	};
	expect(ends([2.25, 3.09, 2.63])).toEqual([2, 3.5, 0.5]);
	expect(ends([890_000, 1_402_183])).toEqual([800_000, 1_600_000, 200_000]);
	expect(ends([1, 3])).toEqual([0, 3, 1]);
	expect(ends([5, 5])).toEqual([0, 5, 2.5]);
	expect(ends([null])).toEqual([0, 1, 0.5]);
});
