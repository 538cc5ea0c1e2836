import { expect, test } from 'vitest';
import { figuresRoom } from '#lib/views/wall/scenes/figures-room.ts';
import { oneScreen, sceneBody, sceneFrame, shapeOf } from '#lib/wall/screen.ts';

const nine = { ...oneScreen, columns: 3, rows: 3, bezel: 0.01 };

/** Where the rows of the others begin and end below the top of the scene’s body. */
function rowsOf(size: { width: number; height: number }, settings = oneScreen, others = 6) {
	const screen = shapeOf(size, settings);
	const room = figuresRoom(screen, others);
	const begin = room.beside ? 0 : room.hero.down + 1.5;
	let at = begin + room.above;
	const rows = room.pitches.map((pitch) => {
		const from = at;
		at += pitch;
		return { from, to: from + room.cell.down };
	});
	return { screen, room, rows };
}

test('one screen: as many rows as the figures need, evenly, to the foot of the body', () => {
	const { screen, room, rows } = rowsOf({ width: 1920, height: 1080 });
	expect([room.columns, room.rows, room.above]).toEqual([2, 3, 0]);
	// 40 units high, of which head and foot take 1.6 + 5.7 + 1.4 and 3.4: three rows and two gaps of 0.8 in 27.9.
	expect(sceneBody(screen).down).toBeCloseTo(27.9, 9);
	expect(rows.map(({ to }) => to)).toEqual([8.7667, 18.3333, 27.9].map((to) => expect.closeTo(to, 3)));
	expect(room.cell.largest).toBeCloseTo(10 / 3, 9);
});

test('upright: two lines below the first figure', () => {
	expect(rowsOf({ width: 1080, height: 1920 }).room.rows).toBe(2);
});

test('few figures on a high screen are larger', () => {
	expect(rowsOf({ width: 1920, height: 1080 }, oneScreen, 4).room).toMatchObject({ rows: 2, cell: { largest: 5 } });
});

test('a video wall of nine: no row lies across a frame, none is dropped, and the figures are lower', () => {
	const { screen, room, rows } = rowsOf({ width: 5760, height: 3240 }, nine);
	const { top, headline, gap } = sceneFrame(screen.arrangement);
	expect(room.columns * room.rows).toBe(6);
	expect(room.cell.largest).toBe(2.4);
	for (const [index, { from, to }] of rows.entries()) {
		expect(to - from).toBeGreaterThanOrEqual(6.2 - 1e-9);
		// The lines above and below a text leave it a little air.
		for (const seam of screen.seams.rows) {
			const frame = {
				from: seam.from / screen.unit - top - headline - gap,
				to: seam.to / screen.unit - top - headline - gap
			};
			expect(to <= frame.from + 0.21 || from >= frame.to - 0.21, `${index}: ${from}–${to}`).toBe(true);
		}
		expect(from).toBeGreaterThanOrEqual(rows[index - 1]?.to ?? 0);
	}
	expect(rows.at(-1)?.to).toBeLessThanOrEqual(sceneBody(screen).down + 1e-9);
});
