import { describe, expect, test } from 'vitest';
import { matrixLayout } from '#lib/views/wall/scenes/matrix-layout.ts';
import { columnStretchesOf } from '#lib/views/wall/scenes/panel-columns.ts';
import { textWidth } from '#lib/wall/text-width.ts';
import { oneScreen, sceneBody, sceneFrame, shapeOf } from '#lib/wall/screen.ts';

const single = shapeOf({ width: 1920, height: 1080 }, oneScreen);
const nine = shapeOf({ width: 5760, height: 3240 }, { ...oneScreen, columns: 3, rows: 3, bezel: 0.01 });

const sections = ['制造业', '批发和零售业', '建筑业', '信息传输'];
const measured = (rows: number, columns: number, name = '示例县') => ({
	rows: Array.from({ length: rows }, () => name),
	columns: Array.from({ length: columns }, (_, index) => sections[index % 4] as string),
	labels: ['12.3万', '4,567', '89%']
});

interface Span {
	readonly from: number;
	readonly to: number;
}

/** Between panels, in units from the left and from the top of a scene's body. */
function frames() {
	const { side, top, headline, gap } = sceneFrame(nine.arrangement);
	const unitsFrom = (seams: readonly Span[], before: number) =>
		seams.map(({ from, to }): Span => ({ from: from / nine.unit - before, to: to / nine.unit - before }));
	return { columns: unitsFrom(nine.seams.columns, side), rows: unitsFrom(nine.seams.rows, top + headline + gap) };
}

/** Where things stand that follow each other, each after what is free before it. */
function spansOf(gaps: readonly number[], size: number, begin: number): Span[] {
	let at = begin;
	return gaps.map((gap) => {
		const from = at + gap;
		at = from + size;
		return { from, to: at };
	});
}

const crosses = ({ from, to }: Span, frame: Span, air = 1e-6) => from < frame.to - air && to > frame.from + air;

test('the width of a scene is one stretch, or one on each panel, from frame to frame', () => {
	expect(columnStretchesOf(single, 3, 50)).toEqual([{ from: 3, to: 50 }]);
	const [first, second] = frames().columns;
	const { across } = sceneBody(nine);
	expect(columnStretchesOf(nine, 3, across)).toEqual([
		{ from: 3, to: first?.from },
		{ from: first?.to, to: second?.from },
		{ from: second?.to, to: across }
	]);
	// 5760 px less two frames are three panels of 1907.3 px, of 81 px a unit; the body begins two units from the left.
	expect(first?.from).toBeCloseTo(21.547, 3);
	expect(columnStretchesOf(nine, 3, 20)).toEqual([{ from: 3, to: 20 }]);
	expect(columnStretchesOf(nine, 21.6, 30)).toEqual([{ from: first?.to, to: 30 }]);
});

test.each([
	[13, 20, { columns: 9, rows: 13, pages: 1, head: 3.72, size: 1 }, [7.0435, 1.8692]],
	[6, 5, { columns: 5, rows: 6, pages: 1, head: 4.96, size: 4 / 3 }, [12, 3.9833]],
	[40, 8, { columns: 8, rows: 14, pages: 3, head: 3.72, size: 1 }, [7.9239, 1.7357]]
])('one screen, %i rows and %i columns: as it was before walls had frames', (rows, columns, expected, cell) => {
	const layout = matrixLayout(measured(rows, columns), single);
	expect(layout).toMatchObject({ ...expected, head: expect.closeTo(expected.head, 6), above: 0, broken: false });
	expect([layout.cell.across, layout.cell.down]).toEqual(cell.map((length) => expect.closeTo(length, 3)));
	expect([...layout.gaps.columns, ...layout.gaps.rows].every((gap) => gap === 0)).toBe(true);
});

test.each([
	['Example Southern Materials Branch, casting shop', 7, 2],
	['Example Southern Materials Branch, casting shop', 2, 2],
	['Nordrhein-WestfalenscheAuszubildendenvertretungszusammenkunft', 7, 1]
])('upright, long names break into lines and leave room for columns: %s, %i', (name, columns, least) => {
	const upright = shapeOf({ width: 1080, height: 1920 }, oneScreen);
	const layout = matrixLayout(measured(8, columns, name), upright);
	expect(layout.broken).toBe(true);
	expect(layout.columns).toBeGreaterThanOrEqual(least);
	const { across } = sceneBody(upright);
	expect(layout.cell.across).toBeGreaterThan(3);
	expect(layout.head + layout.columns * layout.cell.across).toBeLessThanOrEqual(across + 1e-6);
});

test('upright, a word of a name is not broken while there is room for a column beside it', () => {
	const upright = shapeOf({ width: 1080, height: 1920 }, oneScreen);
	const whole = matrixLayout(measured(8, 7, 'Heilongjiang'), upright);
	expect(whole.broken).toBe(false);
	expect(whole.head).toBeGreaterThanOrEqual(textWidth('Heilongjiang', whole.size) * 0.95);
	const two = matrixLayout(measured(8, 7, 'Heilongjiang Province'), upright);
	expect(two.broken).toBe(true);
	expect(two.head).toBeCloseTo(whole.head, 6);
});

describe('nine panels', () => {
	const cases = [
		[13, 20, '示例县'],
		[6, 5, '示例县'],
		[40, 8, '示例县县县'],
		[3, 2, '示例县'],
		[2, 12, '县'],
		[9, 7, '很长很长很长很长很长很长很长很长的示例自治县']
	] as const;

	test.each(cases)('%i rows and %i columns: nothing lies on a frame or over another', (rows, columns, name) => {
		const layout = matrixLayout(measured(rows, columns, name), nine);
		const body = sceneBody(nine);
		const across = spansOf(layout.gaps.columns, layout.cell.across, layout.head);
		const namesDown = Math.max(...layout.names.map((lines) => lines.length)) * 1.2 * layout.size;
		const heading = { from: layout.above, to: layout.above + namesDown };
		const down = spansOf(layout.gaps.rows, layout.cell.down, heading.to + 0.4);
		expect([across.length, down.length]).toEqual([layout.columns, layout.rows]);
		for (const span of [{ from: 0, to: layout.head }, ...across])
			for (const frame of frames().columns) expect(crosses(span, frame), `${span.from}–${span.to}`).toBe(false);
		// Half of so narrow a frame may lie over the edge of a cell: its text has more air than that.
		for (const span of [heading, ...down])
			for (const frame of frames().rows)
				expect(crosses(span, frame, (frame.to - frame.from) / 2 + 1e-6), `${span.from}–${span.to}`).toBe(false);
		expect([...layout.gaps.columns, ...layout.gaps.rows].every((gap) => gap >= 0)).toBe(true);
		expect(layout.cell.across).toBeLessThanOrEqual(9 * layout.size + 1e-9);
		expect(layout.cell.down).toBeGreaterThanOrEqual(1.7 * layout.size - 1e-4);
		expect(across.at(-1)?.to).toBeLessThanOrEqual(body.across + 1e-6);
		expect(down.at(-1)?.to).toBeLessThanOrEqual(body.down - 2 + 1e-6);
		expect(layout.pages * layout.rows).toBeGreaterThanOrEqual(rows);
	});

	test('names of rows that are wider than the first panel break into lines, and their rows are higher', () => {
		const layout = matrixLayout(measured(9, 7, '很长很长很长很长很长很长很长很长的示例自治县'), nine);
		expect(layout.broken).toBe(true);
		expect(layout.cell.down).toBeGreaterThanOrEqual(2 * 1.15 * layout.size);
	});
});
