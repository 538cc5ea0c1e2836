import { describe, expect, test } from 'vitest';
import { placeRows, rowsIn, stretchesOf } from '#lib/views/wall/scenes/panel-rows.ts';
import { oneScreen, sceneBody, sceneFrame, shapeOf } from '#lib/wall/screen.ts';

const nine = shapeOf({ width: 5760, height: 3240 }, { ...oneScreen, columns: 3, rows: 3, bezel: 0.01 });

/** The frames between rows of panels, in units from the top of a scene's body. */
function frames() {
	const { top, headline, gap } = sceneFrame(nine.arrangement);
	return nine.seams.rows.map(({ from, to }) => ({
		from: from / nine.unit - top - headline - gap,
		to: to / nine.unit - top - headline - gap
	}));
}

test('a screen of one piece is one stretch, and rows stand in it as close as they did', () => {
	const screen = shapeOf({ width: 1920, height: 1080 }, oneScreen);
	const stretches = stretchesOf(screen, 2, 26);
	expect(stretches).toEqual([{ from: 2, to: 26 }]);
	expect(placeRows(stretches, 4, { least: 2.6, most: 3.6 })).toEqual({
		row: 3.6,
		tops: [2, 5.6, 9.2, 12.8].map((top) => expect.closeTo(top, 6)),
		pitches: [3.6, 3.6, 3.6, 3.6].map((pitch) => expect.closeTo(pitch, 6))
	});
	expect(placeRows(stretches, 8, { least: 2.6, most: 3.6 }).row).toBe(3);
	expect(rowsIn(stretches, 2.6)).toBe(9);
});

describe('nine panels', () => {
	const { down } = sceneBody(nine);
	const stretches = stretchesOf(nine, 2, down - 2);

	test('a stretch for each row of panels, from frame to frame', () => {
		const [first, second] = frames().map(({ from, to }) => (from + to) / 2);
		expect(stretches).toHaveLength(3);
		expect(stretches[0]?.from).toBe(2);
		// So narrow a frame hides nothing but the air of the rows on both sides of it.
		expect([stretches[0]?.to, stretches[1]?.from]).toEqual([expect.closeTo(first ?? 0), expect.closeTo(first ?? 0)]);
		expect([stretches[1]?.to, stretches[2]?.from]).toEqual([expect.closeTo(second ?? 0), expect.closeTo(second ?? 0)]);
		expect(stretches[2]?.to).toBe(down - 2);
		// What ends above the frames has one.
		expect(stretchesOf(nine, 0, 2)).toEqual([{ from: 0, to: 2 }]);
	});

	test.each([1, 2, 3, 4, 5, 6, 7])('%i rows: of one height, none over a frame, none over another', (count) => {
		const { row, tops, pitches } = placeRows(stretches, count, { least: 2.6, most: 3.6 });
		expect(tops).toHaveLength(count);
		expect(row).toBeGreaterThanOrEqual(2.6);
		for (const [index, top] of tops.entries()) {
			expect(top).toBeGreaterThanOrEqual(2 - 1e-6);
			expect(top + row).toBeLessThanOrEqual(down - 2 + 1e-6);
			for (const { from, to } of frames())
				expect(top + row < from + 0.2 || top > to - 0.2, `${count}: row ${index}`).toBe(true);
			const pitch = pitches[index] ?? 0;
			expect(top + pitch).toBeCloseTo(tops[index + 1] ?? top + row);
			expect(pitch).toBeGreaterThan(row - 1e-6);
			// Within a panel rows are evenly apart.
			const over = frames().some(({ from }) => from > top && from < top + pitch);
			if (!over) expect(pitch).toBeCloseTo(row);
		}
	});

	test('all that fits at the least height is placed', () => {
		const most = rowsIn(stretches, 2.6);
		expect(most).toBeGreaterThan(5);
		expect(placeRows(stretches, most, { least: 2.6, most: 3.6 }).tops).toHaveLength(most);
	});
});
