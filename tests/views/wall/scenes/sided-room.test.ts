import { expect, test } from 'vitest';
import { sidedRoom } from '#lib/views/wall/scenes/sided-room.ts';
import { oneScreen, sceneBody, sceneFrame, shapeOf, type ScreenSettings } from '#lib/wall/screen.ts';

const nine = { ...oneScreen, columns: 3, rows: 3, bezel: 0.01 };
const change = { direction: 'up', against: '同比', text: '12 个（3.2%）' } as const;
const figure = (title: string, more: { change?: typeof change; note?: string } = {}) => ({
	...{ title, titleWithUnit: `${title}（个）`, change: null, note: null },
	...more
});
const four = [
	figure('创新工作室', { change }),
	figure('万人工作室'),
	figure('工匠学院'),
	figure('有工作室的区县 × 行业')
];

/** The room, and where each figure begins and ends below the top of the body: its line, title, number, change. */
function standing(size: { width: number; height: number }, settings: ScreenSettings, figures = four, titleLines = 1) {
	const screen = shapeOf(size, settings);
	const room = sidedRoom(screen, figures);
	if (!room.placed) throw new Error('Nothing is placed');
	const { sizes, above, pitches } = room.placed;
	let at = above;
	const all = pitches.map((pitch, index) => {
		const from = at;
		at += pitch;
		const { change: changed, note } = figures[index] ?? {};
		const told = (changed || note) && (index === 0 || sizes.told);
		const number = (index === 0 ? sizes.first : sizes.others) * 1.25;
		return { from, to: from + 0.58 + (index === 0 ? titleLines : 1) * 1.3 + number + (told ? 1.3 : 0) };
	});
	return { screen, room, sizes, all };
}

function expectApart({ screen, all }: ReturnType<typeof standing>) {
	const { top, headline, gap } = sceneFrame(screen.arrangement);
	const bodyTop = top + headline + gap;
	for (const [index, { from, to }] of all.entries()) {
		expect(from).toBeGreaterThanOrEqual(-1e-9);
		expect(to).toBeLessThanOrEqual(sceneBody(screen).down + 1e-9);
		// Text never touches the line above the next figure.
		if (index > 0) expect(from - (all[index - 1]?.to ?? 0)).toBeGreaterThanOrEqual(0.4 - 1e-9);
		for (const seam of screen.seams.rows) {
			const frame = { from: seam.from / screen.unit - bodyTop, to: seam.to / screen.unit - bodyTop };
			expect(to <= frame.from + 1e-9 || from >= frame.to - 1e-9, `${index}: ${from}–${to}`).toBe(true);
		}
	}
}

test('one screen, and panels beside each other: nothing is placed', () => {
	const screen = shapeOf({ width: 1920, height: 1080 }, oneScreen);
	const room = sidedRoom(screen, four);
	expect(room).toMatchObject({ beside: true, figures: 4, columns: 1, placed: null });
	// 71.1 units wide less two sides of 2: 28 per cent for the figures, 3.6 between them and the picture.
	expect(room.across).toBeCloseTo(18.7911, 4);
	expect(room.rest.across).toBeCloseTo(44.72, 4);
	expect([room.down, room.rest.down]).toEqual([27.9, 27.9].map((down) => expect.closeTo(down, 9)));
	const row = shapeOf({ width: 3840, height: 1080 }, { ...oneScreen, columns: 2, bezel: 0.01 });
	expect(sidedRoom(row, four).placed).toBeNull();
});

test('no figures and figures above the picture: nothing is placed', () => {
	const screen = shapeOf({ width: 5760, height: 3240 }, nine);
	expect(sidedRoom(screen, [])).toMatchObject({ figures: 0, rest: sceneBody(screen), placed: null });
	expect(sidedRoom(shapeOf({ width: 3240, height: 5760 }, nine), four)).toMatchObject({ beside: false, placed: null });
});

test.each([0, 0.006, 0.01, 0.02])('a video wall of nine, frames of %d: four figures, none across a frame', (bezel) => {
	const found = standing({ width: 5760, height: 3240 }, { ...nine, bezel });
	expect(found.room.figures).toBe(4);
	expect(found.all).toHaveLength(4);
	expectApart(found);
	// Two on the panel in the middle, two below it; smaller, and only the first says how it changed.
	expect(found.sizes).toEqual({ first: expect.closeTo(10 / 3, 9), others: 2.1, told: false });
	expect(found.all[0]?.from).toBeGreaterThan(4.4);
});

test('two figures keep the sizes of one screen', () => {
	const found = standing({ width: 5760, height: 3240 }, nine, four.slice(0, 2));
	expect(found.sizes).toEqual({ first: expect.closeTo(20 / 3, 9), others: expect.closeTo(10 / 3, 9), told: true });
	expectApart(found);
});

test('a first title of two lines takes its height from the number below it', () => {
	const long = figure('Model worker and craftsman innovation studios', { change });
	const found = standing({ width: 5760, height: 3240 }, nine, [long, ...four.slice(1)], 2);
	expectApart(found);
	expect(found.all).toHaveLength(4);
	expect(found.sizes.first).toBe(2.8);
});

test('what does not fit even at the least size makes room: fewer figures, in order', () => {
	const long = (index: number) => figure(`Model worker and craftsman innovation studios ${index}`);
	const figures = [0, 1, 2, 3].map(long);
	const screen = shapeOf({ width: 5760, height: 3240 }, nine);
	const room = sidedRoom(screen, figures);
	expect(room.figures).toBe(room.placed?.pitches.length);
	expect(room.figures).toBeLessThan(4);
	expect(room.figures).toBeGreaterThanOrEqual(2);
});

test('walls of two and of four rows', () => {
	const low = standing({ width: 3840, height: 2160 }, { ...oneScreen, columns: 2, rows: 2, bezel: 0.01 });
	expect(low.all).toHaveLength(4);
	expectApart(low);
	const lower = standing({ width: 7680, height: 4320 }, { ...oneScreen, columns: 4, rows: 4, bezel: 0.01 });
	expect(lower.all.length).toBeGreaterThanOrEqual(3);
	expectApart(lower);
});

test('panels too low for any two figures: as on one screen', () => {
	const screen = shapeOf({ width: 5760, height: 3240 }, { ...oneScreen, columns: 10, rows: 10, bezel: 0.01 });
	expect(sidedRoom(screen, four)).toMatchObject({ figures: 4, placed: null });
});
