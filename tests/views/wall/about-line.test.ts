import { expect, test } from 'vitest';
import { aboutLine } from '#lib/views/wall/about-line.ts';
import { oneScreen, sceneBody, sceneFrame, shapeOf } from '#lib/wall/screen.ts';
import { textWidth } from '#lib/wall/text-width.ts';

const screen = shapeOf({ width: 5760, height: 3240 }, { ...oneScreen, columns: 3, rows: 3, bezel: 0.01 });
const { side, beside } = sceneFrame(screen.arrangement);

test('short parts stand beside each other on the first panel', () => {
	expect(aboutLine(['全国', '2026年三季度'], screen)).toEqual([
		{ text: '全国', line: 0, from: 0 },
		// Two characters, a little room, and what stands between two parts.
		{ text: '· 2026年三季度', line: 0, from: expect.closeTo(2 * 1.04 + 0.35, 6) }
	]);
});

test('many long parts go on over the panels and lines: none behind a frame, none over another or over time and code', () => {
	const parts = [
		'Participation rate by units',
		'Sample Heavy Industry Group',
		'Q3 2026',
		'9 of 10 reported',
		'Provisional'
	];
	const placed = aboutLine([...parts, ...parts], screen);
	expect(placed.at(-1)?.line).toBeGreaterThan(0);
	const right = sceneBody(screen).across - beside;
	for (const [index, { text, line, from }] of placed.entries()) {
		const to = from + textWidth(text, 1);
		expect(to).toBeLessThanOrEqual(right);
		for (const seam of screen.seams.columns)
			expect(to <= seam.from / screen.unit - side || from >= seam.to / screen.unit - side - 1e-9, text).toBe(true);
		const next = placed[index + 1];
		if (next?.line === line) expect(next.from).toBeGreaterThanOrEqual(to);
	}
});
