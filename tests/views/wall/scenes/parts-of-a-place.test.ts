import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contrast } from '#lib/charts/scale.ts';
import { textWidth } from '#lib/charts/plain-text.ts';
import { announcement } from '#lib/views/wall/scenes/announcement.ts';
import { announcementLayout, lineHeight, paragraphGap } from '#lib/views/wall/scenes/announcement-layout.ts';
import { colourSteps } from '#lib/views/wall/scenes/colour-steps.ts';
import { calloutsIn, namesWithin } from '#lib/views/wall/scenes/map-callouts.ts';
import { mapLayout, type MeasuredTile } from '#lib/views/wall/scenes/map-layout.ts';
import { listedRows, map } from '#lib/views/wall/scenes/map.ts';
import { matrixLayout } from '#lib/views/wall/scenes/matrix-layout.ts';
import { matrix } from '#lib/views/wall/scenes/matrix.ts';
import { rankedColumns } from '#lib/views/wall/scenes/ranked-columns.ts';
import { nameSize, spotlightLayout } from '#lib/views/wall/scenes/spotlight-layout.ts';
import { spotlight } from '#lib/views/wall/scenes/spotlight.ts';
import { trendScene } from '#lib/views/wall/scenes/trend.ts';
import { oneScreen, sceneBody, sceneFrame, shapeOf } from '#lib/wall/screen.ts';
import { openSceneFixture, wall, walls, type SceneFixture } from './scene-fixture.ts';

let fixture: SceneFixture;
beforeAll(async () => {
	fixture = await openSceneFixture([]);
});
afterAll(() => fixture.connector.close());

const at = { filters: 'period=2026Q2' } as const;
/* From far away: the largest type that a wall may have. */
const far = shapeOf({ width: 1920, height: 1080 }, { ...oneScreen, distance: 30, diagonal: 65 });
const screens = [...Object.keys(walls).map((name) => wall(name)), far];

describe('what they show, of 甲 200, 乙 100 and 丙 that has not reported', () => {
	test('the map: 甲 is first; no share of a whole that is not whole', async () => {
		const data = await fixture.answer(map.ask({ ...at, kind: 'map' }, fixture.context));
		expect(map.shows(data)).toBe(true);
		expect(map.headline(data, fixture.context, 0)).toEqual({
			title: '甲参赛人次居首，200\u2009人次',
			about: '示例市 · 2026年二季度 · 参赛人次',
			note: '2/3 个区县已报'
		});
		expect(data.tiles.map(({ name, label, expected }) => [name, label, expected])).toEqual([
			['甲', '200', true],
			['乙', '100', true],
			['丙', '未报', true]
		]);
		expect(listedRows(data.ranks, data.scope).map(({ rank, name, label }) => [rank, name, label])).toEqual([
			[1, '甲', '200'],
			[2, '乙', '100'],
			[null, '丙', '未报']
		]);
		expect(map.path(data, 0)).toBe('/regions');
	});

	test('the spotlight walks through 甲 and 乙 in the profile’s order, and says where each stands', async () => {
		const data = await fixture.answer(spotlight.ask({ ...at, kind: 'spotlight' }, fixture.context));
		expect(data.parts.map(({ member }) => member.short)).toEqual(['甲', '乙']);
		expect(spotlight.steps?.(data, wall('wide'))).toBe(2);
		expect(spotlight.headline(data, fixture.context, 0).title).toBe('甲参赛人次居 2 个区县之首');
		expect(spotlight.headline(data, fixture.context, 1)).toEqual({
			title: '乙参赛人次在 2 个区县中列第 2 位',
			about: '示例市 · 2026年二季度 · 2 / 2',
			note: '位次暂定'
		});
		// 200 against 100 a year before, 100 against 150.
		expect(data.parts.map(({ tiles }) => tiles[0]?.change?.text)).toEqual(['+100.0%', '−33.3%']);
		expect(spotlight.path(data, 1)).toBe('/regions/5002');
	});

	test('the trend: the highest of the four quarters, 300 of two districts out of three', async () => {
		const data = await fixture.answer(trendScene.ask({ ...at, kind: 'trend' }, fixture.context));
		expect(trendScene.shows(data)).toBe(true);
		expect(data.picture.lines[0]?.values).toEqual([200, 250, 100, 300]);
		expect(data.picture.lines[1]?.values).toEqual([null, null, 200, 250]);
		expect(data.tile).toMatchObject({ value: '300', provisional: true });
		// One third has not reported: nothing is compared.
		expect(data.tile.change).toBeNull();
		expect(trendScene.headline(data, fixture.context, 0)).toMatchObject({ note: '暂定' });
	});

	test('the matrix is passed over where one part alone is told apart by industry', async () => {
		const data = await fixture.answer(matrix.ask({ ...at, kind: 'matrix' }, fixture.context));
		expect([...data.cells].map(([key, { value }]) => [key, value])).toEqual([['5001|C', 150]]);
		expect(matrix.shows(data)).toBe(false);
	});

	test('an announcement in the language of the wall, in the other where that is all there is', async () => {
		const told = (zh: string, en: string) =>
			announcement.ask({ kind: 'announcement', text: { zh, en } }, fixture.context);
		expect((await fixture.answer(told('安全生产', 'Safety'))).text).toBe('安全生产');
		expect((await fixture.answer(told('', 'Safety'))).text).toBe('Safety');
		expect(told(' ', '')).toBeNull();
		expect(announcement.ask({ kind: 'announcement' }, fixture.context)).toBeNull();
	});
});

/** A grid of tiles without gaps. */
const grid = (columns: number, rows: number, name: string, label: string, brief?: string): MeasuredTile[] =>
	Array.from({ length: columns * rows }, (_, index) => ({
		...{ name, label, short: label, row: Math.floor(index / columns), col: index % columns },
		...(brief ? { brief } : {})
	}));

describe('maps', () => {
	test.each([
		['of the country', grid(8, 9, '内蒙古', '32.94万')],
		['of districts', grid(12, 7, '沙坪坝', '2.282万')],
		['in English', grid(8, 9, 'Heilongjiang', '329,398', 'HL')],
		['of few', grid(4, 3, '物流', '1,234')]
	])('%s: every name and value within its tile, everything within the scene', (_, tiles) => {
		for (const screen of screens) {
			const body = sceneBody(screen);
			const layout = mapLayout(tiles, tiles, screen);
			if (layout.as === 'list') {
				const { columns, rows, row, pages, size, rank, name, label, gap } = layout.list;
				expect(rows * row).toBeLessThanOrEqual(body.down + 1e-9);
				expect(columns * rows * pages).toBeGreaterThanOrEqual(tiles.length);
				expect(columns * (rank + name + label + size) + (columns - 1) * gap).toBeLessThanOrEqual(body.across);
				continue;
			}
			const { cell, name, value, texts, callouts } = layout;
			expect(Math.min(name, value)).toBeGreaterThanOrEqual(1);
			const used = { across: layout.grid.columns * cell.across, down: layout.grid.rows * cell.down };
			const beside = callouts?.at === 'beside' ? callouts.across : 0;
			expect(used.across + beside).toBeLessThanOrEqual(body.across);
			expect(used.down + (callouts?.at === 'below' ? callouts.down : 0)).toBeLessThanOrEqual(body.down + 1e-9);
			for (const text of texts) {
				const lines = text.name.split('\n');
				expect(Math.max(...lines.map((line) => textWidth(line, name)))).toBeLessThan(cell.across);
				expect(textWidth(text.label, value)).toBeLessThan(cell.across);
				expect(lines.length * name * 1.15 + value * 1.15).toBeLessThan(cell.down);
			}
		}
	});

	test('on a video wall of nine no tile lies behind a frame or over the next', () => {
		const screen = shapeOf({ width: 5760, height: 3240 }, { ...oneScreen, columns: 3, rows: 3, bezel: 0.01 });
		const { top, headline, gap, side } = sceneFrame(screen.arrangement);
		for (const tiles of [grid(7, 6, '沙坪坝', '2.282万'), grid(8, 8, '沙坪坝', '2.28万')]) {
			const layout = mapLayout(tiles, tiles, screen);
			if (layout.as === 'list' || !layout.placed) throw new Error('No tiles in their places');
			const { cell, placed, grid: size } = layout;
			const axes = [
				{ ...placed.columns, count: size.columns, own: cell.across, seams: screen.seams.columns, above: side, air: 0 },
				{
					...placed.rows,
					count: size.rows,
					own: cell.down,
					seams: screen.seams.rows,
					above: top + headline + gap,
					air: 0.2
				}
			];
			for (const { tops, pitches, count, own, seams, above, air } of axes) {
				expect(tops).toHaveLength(count);
				for (const [index, from] of tops.entries()) {
					expect(from).toBeGreaterThanOrEqual((tops[index - 1] ?? -own) + own - 1e-9);
					expect(pitches[index]).toBeCloseTo((tops[index + 1] ?? from + own) - from, 9);
					for (const seam of seams) {
						const frame = { from: seam.from / screen.unit - above + air, to: seam.to / screen.unit - above - air };
						expect(from + own <= frame.from + 1e-9 || from >= frame.to - 1e-9, `${index}: ${from}`).toBe(true);
					}
				}
			}
			const last = (placed.columns.tops.at(-1) ?? 0) + cell.across;
			const callouts = layout.callouts?.at === 'beside' ? layout.callouts.across : 0;
			expect(last + callouts).toBeLessThanOrEqual(sceneBody(screen).across);
		}
	});

	test('names that do not fit give way to letters, tiles without room for values to a list', () => {
		const english = mapLayout(grid(8, 9, 'Heilongjiang', '329,398', 'HL'), [], wall('wide'));
		expect(english.as === 'tiles' && english.texts[0]?.name).toBe('HL');
		expect(mapLayout(grid(8, 9, '内蒙古', '32.94万'), [], wall('tall')).as).toBe('list');
		expect(mapLayout([], [], wall('wide')).as).toBe('list');
	});

	test('beside a map the first three come first, then who is missing, then the last', () => {
		expect(calloutsIn({ across: 18, down: 28 }, 31, true)).toEqual({ first: 3, last: true, pending: true, columns: 1 });
		expect(calloutsIn({ across: 67, down: 5 }, 31, true)).toEqual({ first: 3, last: false, pending: true, columns: 4 });
		expect(calloutsIn({ across: 18, down: 11 }, 31, true)).toMatchObject({ first: 2, last: false, pending: false });
		expect(calloutsIn({ across: 18, down: 28 }, 3, false)).toMatchObject({ first: 3, last: false, pending: false });
		const width = (text: string) => textWidth(text, 1);
		expect(namesWithin(['甲', '乙', '丙'], width, '、', 3)).toEqual({ names: '甲、乙', left: 1 });
		expect(namesWithin(['新疆生产建设兵团'], width, '、', 3)).toEqual({ names: '新疆生产建设兵团', left: 0 });
	});

	test('every field has text of at least 7:1 on it, the same for equal values', () => {
		const values = Array.from({ length: 40 }, (_, index) => index ** 2);
		const colourOf = colourSteps([...values, null]);
		const seen = new Set(values.map((value) => colourOf(value).ground));
		expect(seen.size).toBe(6);
		for (const value of values) {
			const { ground, ink } = colourOf(value);
			expect(contrast(ground, ink)).toBeGreaterThanOrEqual(7);
		}
	});
});

describe('lists, matrices and spotlights', () => {
	test('a list is as large as one page allows', () => {
		const rows = (count: number) => Array.from({ length: count }, () => ({ name: '石家庄', label: '12.34万' }));
		expect(rankedColumns(rows(14), { across: 67, down: 28 })).toMatchObject({ pages: 1, size: 5 / 3 });
		expect(rankedColumns(rows(33), { across: 18, down: 21 })).toMatchObject({ size: 1 });
		const { pages, columns, rows: each } = rankedColumns(rows(33), { across: 18, down: 21 });
		expect((pages - 1) * columns * each).toBeLessThan(33);
	});

	test('a matrix keeps its columns’ order, and its pages are of about equal length', () => {
		const sections = ['制造', '电热气水', '批发零售', '交通邮政', '信息软件', '租赁商务', '科研技术'];
		const measured = {
			rows: Array.from({ length: 33 }, () => '内蒙古'),
			columns: [...sections, ...sections],
			labels: ['12.3万', '8,760']
		};
		for (const screen of screens) {
			const body = sceneBody(screen);
			const { columns, rows, pages, head, cell, names, size } = matrixLayout(measured, screen);
			expect(size).toBeGreaterThanOrEqual(1);
			expect(head + columns * cell.across).toBeLessThanOrEqual(body.across + 1e-9);
			expect(rows * cell.down).toBeLessThan(body.down);
			expect(cell.down).toBeGreaterThan(size * 1.2);
			expect(pages * rows).toBeGreaterThanOrEqual(33);
			expect((pages - 1) * rows).toBeLessThan(33);
			expect(names.map((lines) => lines.join(''))).toEqual(measured.columns.slice(0, columns));
		}
	});

	test('figures and strip of a spotlight stay within the scene, with a name as large as its line', () => {
		const figures = [
			{ value: '263.4万', unit: '人次' },
			{ value: '6,444', unit: '家' },
			{ value: '12.6%', unit: '' },
			{ value: '3.987万', unit: '件' }
		];
		for (const screen of screens) {
			const body = sceneBody(screen);
			const { beside, name, columns, figures: count, value, strip } = spotlightLayout(figures, screen);
			const rows = Math.ceil(count / columns);
			const high = rows * (value * 1.25 + 3.4) + (rows - 1) * 0.8;
			expect((beside ? 0 : name.down) + high + strip).toBeLessThanOrEqual(body.down);
			for (const named of [
				{ name: '北京市', short: '北京' },
				{ name: '新疆生产建设兵团', short: '兵团' },
				{ name: 'Xinjiang Production and Construction Corps', short: 'XPCC' }
			]) {
				const { text, size } = nameSize(named, name);
				expect(textWidth(text, size)).toBeLessThanOrEqual(name.across);
				expect(size * 1.2).toBeLessThanOrEqual(name.down);
				expect(size).toBeGreaterThan(5 / 3);
			}
		}
	});
});

describe('announcements', () => {
	const texts = [
		'安全生产',
		'高高兴兴上班来\n平平安安回家去',
		'Come to work in good spirits\nGo home safe and sound',
		'今天下午三点在一号车间举行焊工技能比武决赛，欢迎全体职工到场观摩，请从东门入场，注意佩戴安全帽。',
		'字'.repeat(200)
	];
	test.each(texts)('%s: whole, within its place, in lines of about equal length', (text) => {
		for (const screen of screens) {
			const body = sceneBody(screen);
			const { size, paragraphs } = announcementLayout(text, body);
			const lines = paragraphs.flat();
			expect(paragraphs.map((one) => one.join('').replaceAll(' ', ''))).toEqual(
				text.split('\n').map((one) => one.replaceAll(' ', ''))
			);
			expect(Math.max(...lines.map((line) => textWidth(line, size)))).toBeLessThanOrEqual(body.across);
			const high = (lines.length * lineHeight + (paragraphs.length - 1) * paragraphGap) * size;
			if (size > 1) expect(high).toBeLessThanOrEqual(body.down);
		}
	});

	test('few words are a sixth of the wall high; a line never ends in the middle of a word', () => {
		expect(announcementLayout('安全生产', sceneBody(wall('wide')))).toEqual({
			size: 20 / 3,
			paragraphs: [['安全生产']]
		});
		const { paragraphs } = announcementLayout('Congratulations to everybody', sceneBody(wall('tall')));
		expect(paragraphs.flat().join(' ').split(' ')).toEqual(['Congratulations', 'to', 'everybody']);
		const halves = announcementLayout('今天下午三点在一号车间举行焊工技能比武决赛', sceneBody(wall('wide')))
			.paragraphs[0];
		expect(halves?.map((line) => line.length)).toEqual([7, 7, 7]);
	});
});
