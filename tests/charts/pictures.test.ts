import { expect, test } from 'vitest';
import { binValues, distribution } from '#lib/charts/distribution.ts';
import { heatmap, heatmapHeight } from '#lib/charts/heatmap.ts';
import { movers, moversHeight } from '#lib/charts/movers.ts';
import { rankedBars, rankedBarsHeight } from '#lib/charts/ranked-bars.ts';
import { textWidth } from '#lib/charts/plain-text.ts';
import { chartTheme } from '#lib/charts/theme.ts';
import { tileMap } from '#lib/charts/tile-map.ts';
import { trend } from '#lib/charts/trend.ts';
import { withMarks } from '#lib/charts/trend-line.ts';
import { drawSvg, expectPicture } from './picture.ts';
import { inWan, provinceTiles } from './sample-data.ts';

const words = { missing: '未报', provisional: '暂定' };
const themes = ['light', 'dark'] as const;

test.each(themes)('tile map, %s', (name) => {
	const theme = chartTheme(name, { width: 720, height: 560 });
	const svg = expectPicture(`tile-map-${name}`, tileMap(provinceTiles, theme, { ...words, limit: inWan }), theme);
	for (const tile of provinceTiles) expect(svg).toContain(`>${tile.name}<`);
	expect(svg.match(/>未报</g)).toHaveLength(5);
});

test('tile map on a phone', () => {
	const theme = chartTheme('light', { width: 358, height: 330 });
	expectPicture('tile-map-narrow', tileMap(provinceTiles, theme, { ...words, limit: inWan }), theme);
});

test('a tile map prints its numbers where most tiles have room for theirs, and none where only a few do', () => {
	const theme = chartTheme('light', { width: 358, height: 330 });
	const drawn = (wide: number) => {
		const tiles = provinceTiles.map((tile, index) => ({
			...tile,
			label: tile.value === null ? '' : index < wide ? '1.0130亿元／百人' : '7'
		}));
		return drawSvg(tileMap(tiles, theme, { ...words, limit: () => '' }), theme).match(/>7</g)?.length ?? 0;
	};
	const told = provinceTiles.filter(({ value }) => value !== null).length;
	expect(drawn(0)).toBe(told);
	expect(drawn(10)).toBe(told - 10);
	expect(drawn(provinceTiles.length - 6)).toBe(0);
});

test('tile map in English: words stay whole, names and values never overlap', () => {
	const names: Record<string, string> = {
		'150000': 'Inner Mongolia',
		'230000': 'Heilongjiang',
		'500000': 'Chongqing',
		'440000': 'Guangdong'
	};
	const tiles = provinceTiles.map((tile) => ({
		...tile,
		name: names[tile.key] ?? 'Shaanxi',
		label: tile.value === null ? '' : tile.value > 400000 ? '1.013 million' : tile.value.toLocaleString('en-US')
	}));
	const theme = chartTheme('light', { width: 560, height: 420 });
	const svg = expectPicture(
		'tile-map-english',
		tileMap(tiles, theme, { missing: 'not reported', provisional: '', limit: String }),
		theme
	);
	for (const name of ['Heilongjiang', 'Chongqing', 'Mongolia']) expect(svg).toContain(`>${name}<`);
});

test.each(themes)('ranked bars, %s', (name) => {
	const bars = provinceTiles
		.filter((tile) => !tile.key.startsWith('7') && !tile.key.startsWith('8'))
		.toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1))
		.filter((_, index) => index < 12 || index > 28)
		.map((tile, index) => ({
			...tile,
			selected: false,
			own: tile.key === '330000',
			target: index < 8 ? 400000 : null,
			previous: tile.value === null ? null : tile.value * 0.92
		}));
	const theme = chartTheme(name, { width: 480, height: rankedBarsHeight(bars.length) });
	const svg = expectPicture(`ranked-bars-${name}`, rankedBars(bars, theme, words), theme);
	expect(svg).toContain('>45.77万<');
	expect(svg).toContain('>未报<');
});

test.each(themes)('trend, %s', (name) => {
	const theme = chartTheme(name, { width: 720, height: 300 });
	const periods = ['2022', '2023', '2024'].flatMap((year) =>
		[1, 2, 3, 4].map((quarter) => ({ key: `${year}Q${quarter}`, label: `${year.slice(2)}年${quarter}季` }))
	);
	const values = [812, 1204, 1391, 1702, 894, 1310, null, 1866, 986, 1437, 1604, 1523].map((value) =>
		value === null ? null : value * 10000
	);
	const before = [null, null, null, null, ...values.slice(0, 8)];
	const option = trend(
		[
			{
				key: 'now',
				name: '本期',
				role: 'main',
				values,
				labels: values.map((value) => (value === null ? '' : inWan(value))),
				provisional: values.map((_, index) => index > 9)
			},
			{
				key: 'before',
				name: '上年同期',
				role: 'comparison',
				values: before,
				labels: before.map((value) => (value === null ? '' : inWan(value)))
			}
		],
		periods.map((period) => ({ ...period, selected: period.key === '2024Q2' })),
		theme,
		{ ...words, axis: inWan, target: { value: 17_500_000, label: '目标 1750万' } }
	);
	expectPicture(`trend-${name}`, option, theme);
});

test('the value of a chosen period keeps its place: the last one is left to the tooltip where the two would touch', () => {
	const periods = ['2023', '2024', '2025'].map((key) => ({ key, label: key, selected: key === '2024' }));
	const drawn = (name: string, width: number, values: readonly number[]) => {
		const theme = chartTheme('light', { width, height: 220 });
		const line = { key: 'now', name: '', role: 'main' as const, values, labels: values.map(String) };
		return expectPicture(name, trend([line], periods, theme, { ...words, axis: String }), theme);
	};
	const printed = (svg: string) => ['2080', '2090'].filter((value) => svg.includes(`>${value}<`));
	expect(printed(drawn('trend-ends-near', 150, [1900, 2080, 2090]))).toEqual(['2080']);
	expect(printed(drawn('trend-ends-wide', 480, [1900, 2080, 2090]))).toEqual(['2080', '2090']);
	/* A value that falls is printed below its point. */
	expect(printed(drawn('trend-ends-falling', 150, [1900, 2090, 2080]))).toEqual(['2080', '2090']);
});

test('trend of one year has one point', () => {
	const theme = chartTheme('light', { width: 420, height: 220 });
	const line = { key: 'now', name: '参赛单位', role: 'main' as const, values: [5168303], labels: ['516.8万'] };
	expectPicture(
		'trend-one-point',
		trend([line], [{ key: '2004', label: '2004年' }], theme, { ...words, axis: inWan }),
		theme
	);
});

test('periods with notes carry their numbers, on top of a target', () => {
	const theme = chartTheme('light', { width: 480, height: 240 });
	const values = [410000, 432000, 388000, 455000];
	const periods = ['2024Q1', '2024Q2', '2024Q3', '2024Q4'].map((key) => ({ key, label: key }));
	const marks = new Map([
		['2024Q1', '2'],
		['2024Q3', '1 3'],
		['2019', '4']
	]);
	const line = { key: 'now', name: '参赛人次', role: 'main' as const, values, labels: values.map(inWan) };
	const text = { ...words, axis: inWan, target: { value: 440000, label: '目标' } };
	const svg = expectPicture('trend-notes', trend([line], withMarks(periods, marks), theme, text), theme);
	for (const told of ['1 3', '2', '目标']) expect(svg).toContain(`>${told}<`);
	expect(svg).not.toContain('>4<');
	expect(withMarks(periods, undefined)).toBe(periods);
});

test('heatmap on a phone: long names of rows take a second line rather than being cut', () => {
	const rows = ['Sample Machinery Co.', 'Sample Construction Co.', 'Group'].map((label) => ({
		key: label,
		name: label
	}));
	const columns = ['Mining', 'Manufacturing', 'Utilities', 'Construction'].map((label) => ({
		key: label,
		name: label
	}));
	const cells = rows.flatMap((row, r) =>
		columns.flatMap((column, c) => {
			if ((r + c) % 3 === 0) return [];
			return [{ row: row.key, column: column.key, value: r * 10 + c, label: String(r * 10 + c) }];
		})
	);
	const theme = chartTheme('light', { width: 300, height: heatmapHeight(3, columns) });
	const svg = expectPicture('heatmap-narrow', heatmap(rows, columns, cells, theme, words), theme);
	for (const line of ['Sample', 'Machinery Co.', 'Group']) expect(svg).toContain(`>${line}<`);
	// The hatch of a missing cell is one path.
	const hatched = svg.split('\n').filter((line) => line.includes(`stroke="${theme.hatch[1]}"`));
	expect(hatched).toHaveLength(12 - cells.length);
	for (const path of hatched) expect(path).toMatch(/d="M[^"]+M/);
});

test.each(themes)('heatmap, %s', (name) => {
	const columns = [
		'农林牧渔',
		'采矿',
		'制造',
		'电力热力',
		'建筑',
		'批发零售',
		'交通运输',
		'住宿餐饮',
		'信息技术',
		'金融',
		'房地产',
		'租赁商务',
		'科研技术',
		'水利环境',
		'居民服务',
		'教育',
		'卫生'
	].map((label, index) => ({ key: String.fromCharCode(65 + index), name: label }));
	const rows = provinceTiles
		.slice(0, 12)
		.map((tile) => ({ key: tile.key, name: tile.name, selected: tile.key === '330000' }));
	/* A fixed pattern with the spread of real figures; every 11th cell is missing. */
	const cells = rows.flatMap((row, r) =>
		columns.map((column, c) => {
			const value = (r * 17 + c * 5) % 11 === 0 ? null : Math.round(60 * 1.5 ** ((r * 7 + c * 11) % 13));
			return { row: row.key, column: column.key, value, label: value === null ? '' : inWan(value) };
		})
	);
	const theme = chartTheme(name, { width: 900, height: heatmapHeight(rows.length, columns) });
	expectPicture(`heatmap-${name}`, heatmap(rows, columns, cells, theme, words), theme);
});

test('heatmap: every value stands in the middle of its cell, and is written with few texts', () => {
	const keys = (count: number, first: string) =>
		Array.from({ length: count }, (_, index) => ({ key: `${first}${index}`, name: `${first}${index}` }));
	const [rows, columns] = [keys(9, 'r'), keys(5, 'c')];
	const cells = rows.flatMap((row, r) =>
		columns.map((column, c) => {
			const value = (r + 2 * c) % 7 === 0 ? null : r * 100 + c;
			return { row: row.key, column: column.key, value, label: value === null ? '' : String(value) };
		})
	);
	const theme = chartTheme('light', { width: 640, height: heatmapHeight(rows.length, columns) });
	const option = heatmap(rows, columns, cells, theme, words);
	const svg = drawSvg(option, theme);
	const number = (of: string, pattern: RegExp) => Number(of.match(pattern)?.[1] ?? 0);
	const texts = [...svg.matchAll(/<text([^>]*)>(\d+)<\/text>/g)].map(([, at = '', label = '']) => ({
		label,
		x: number(at, /translate\(([-\d.]+)/) + number(at, / x="([-\d.]+)"/),
		y: number(at, /translate\([-\d.]+ ([-\d.]+)/) + number(at, / y="([-\d.]+)"/)
	}));
	const known = cells.filter(({ value }) => value !== null);
	expect(texts.map(({ label }) => label).sort()).toEqual(known.map(({ label }) => label).sort());
	const at = (label: string) => texts.find((text) => text.label === label) ?? { x: NaN, y: NaN };
	/* The boxes of the cells, as ECharts drew them, say where their middles are. */
	const boxes = [
		...svg.matchAll(/<path d="M([\d.]+) ([\d.]+)l([\d.]+) 0l0 ([\d.]+)[^>]*ecmeta_data_index="(\d+)"/g)
	].map(([, x, y, w, h, index]) => ({
		index: Number(index),
		x: Number(x) + Number(w) / 2,
		y: Number(y) + Number(h) / 2
	}));
	for (const [index, cell] of cells.entries()) {
		if (cell.value === null) continue;
		const box = boxes.find((one) => one.index === index);
		expect(at(cell.label).x).toBeCloseTo(box?.x ?? NaN, 0);
		expect(at(cell.label).y).toBeCloseTo(box?.y ?? NaN, 0);
	}
	/* A click and a right click on a cell know it by its name. */
	expect(option.series[0]?.data.map((datum) => (datum as { name: string }).name)).toContain('r8|c4');
	const written = option.series.find(({ id }) => id === 'labels')?.renderItem({ dataIndex: 0 });
	expect((written as { children: unknown[] }).children.length).toBeLessThanOrEqual(2 * columns.length);
});

test.each(themes)('distribution, %s', (name) => {
	/* Three tosses of a fixed sequence per score: the bell of a written exam. */
	const scores = Array.from(
		{ length: 600 },
		(_, index) => 40 + ((index * 37) % 23) + ((index * 53) % 19) + ((index * 71) % 17)
	);
	const theme = chartTheme(name, { width: 560, height: 280 });
	const marks = [
		{ value: 60, label: '及格 60' },
		{ value: 66.5, label: '中位 66.5' },
		{ value: 88, label: '示例选手 88', own: true }
	];
	const option = distribution(binValues(scores), marks, theme, { count: (value) => `${value}`, axis: '总成绩（分）' });
	expectPicture(`distribution-${name}`, option, theme);
});

test.each(themes)('movers, %s', (name) => {
	const rows = [
		{ key: '610000', name: '陕西', change: 0.213, label: '+21.3%' },
		{ key: '500000', name: '重庆', change: 0.162, label: '+16.2%', own: true },
		{ key: '150000', name: '内蒙古', change: 0.094, label: '+9.4%' },
		{ key: '330000', name: '浙江', change: 0.051, label: '+5.1%' },
		{ key: '230000', name: '黑龙江', change: -0.032, label: '−3.2%' },
		{ key: '140000', name: '山西', change: -0.118, label: '−11.8%' }
	];
	const theme = chartTheme(name, { width: 420, height: moversHeight(rows.length) });
	expectPicture(`movers-${name}`, movers(rows, theme), theme);
});

test('the slanted names of the last columns end within the picture', () => {
	const columns = ['Summary', 'Studios', 'Training', 'Honours 2025'].map((name) => ({ key: name, name }));
	const rows = [{ key: 'r', name: 'Sample Machinery Co.' }];
	const theme = chartTheme('light', { width: 360, height: heatmapHeight(1, columns) });
	const { series } = heatmap(rows, columns, [], theme, { missing: 'not reported' });
	const heads = series.find(({ id }) => id === 'heads')?.renderItem as () => {
		children: { name?: string; x: number }[];
	};
	const last = heads().children.find(({ name }) => name === 'column:Honours 2025');
	const reach = textWidth('Honours 2025', theme.size * 0.86) * Math.cos(Math.PI / 4);
	expect((last?.x ?? Infinity) + reach).toBeLessThan(360);
});

test('none is an empty place with its word, no step of the scale and no hatch', () => {
	const names = (keys: readonly string[]) => keys.map((key) => ({ key, name: key }));
	const theme = chartTheme('light', { width: 360, height: 160 });
	const cell = (column: string, value: number, label: string) => ({ row: '甲', column, value, label });
	const cells = [cell('一', 1, '1'), cell('二', 9, '9'), { ...cell('三', 0, '无'), none: true }];
	const svg = drawSvg(heatmap(names(['甲']), names(['一', '二', '三']), cells, theme, words), theme);
	expect(svg).toMatch(new RegExp(`fill="${theme.muted}"[^>]*>无<`));
	expect(svg).not.toContain(theme.hatch[1]);
});
