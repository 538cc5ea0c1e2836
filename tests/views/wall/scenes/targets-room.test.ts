import { expect, test } from 'vitest';
import { textWidth } from '#lib/wall/text-width.ts';
import { targetsRoom } from '#lib/views/wall/scenes/targets-room.ts';
import { oneScreen, sceneBody, sceneFrame, shapeOf } from '#lib/wall/screen.ts';

const single = shapeOf({ width: 1920, height: 1080 }, oneScreen);
const nine = shapeOf({ width: 5760, height: 3240 }, { ...oneScreen, columns: 3, rows: 3, bezel: 0.01 });

const long = {
	...{
		lightTitle: '明显落后',
		title: '企业职工基本养老保险参保人数扩面目标完成',
		value: '1,234.5万人',
		goal: '目标 ≥ 6,000万'
	},
	...{ place: '示例市', years: '2026年', provisional: true, state: '完成率 62.1% · 时间进度 75.0%' }
};
const short = { ...long, lightTitle: '落后', title: '参保人数', value: '50人', goal: '目标 ≥ 60', place: null };
const middle = {
	...long,
	title: '高技能人才占技能人才比重',
	value: '23.4%',
	goal: '目标 ≥ 30%',
	state: '完成率 78.0%'
};
const texts = [
	['long', long],
	['short', { ...short, provisional: false }],
	['middle', middle]
] as const;
const many = <T>(count: number, target: T) => Array.from({ length: count }, () => target);

/** Whether something that takes that much of an axis lies on a frame; `air` of it may. */
const crosses = (
	[from, to]: readonly [number, number],
	seams: typeof nine.seams.columns,
	{ before, air = 0 }: { before: number; air?: number }
) => seams.some((seam) => from < seam.to / nine.unit - before - air && to > seam.from / nine.unit - before + air);

test.each([
	[8, long, { rows: 4, each: 4, pages: 2, rowDown: 6.2 }, [5.8, 31.7991, 10.712]],
	[3, long, { rows: 3, each: 3, pages: 1, rowDown: 6.2 }, [5.8, 31.7991, 10.712]],
	[4, { ...short, provisional: false }, { rows: 4, each: 4, pages: 1, rowDown: 6.2 }, [3.8, 8, 4.7632]]
])('one screen, %i targets: as it was before walls had frames', (count, target, expected, widths) => {
	const room = targetsRoom(single, many(count, target));
	expect(room).toMatchObject({ lines: true, columns: 1, ...expected, placed: null, beforeWay: 0 });
	expect([room.light, room.name, room.amounts]).toEqual(widths.map((width) => expect.closeTo(width, 3)));
});

test.each(texts)(
	'nine panels, %s texts: titles, amounts and what stands below the bar keep off frames',
	(_, target) => {
		const room = targetsRoom(nine, many(6, target));
		const { side } = sceneFrame(nine.arrangement);
		const apart = 1.6;
		const title = [room.light + apart, room.light + apart + room.name] as const;
		const amounts = [title[1] + apart, title[1] + apart + room.amounts] as const;
		const way = amounts[1] + apart + room.beforeWay;
		const { across } = sceneBody(nine);
		expect(room.name).toBeGreaterThanOrEqual(8);
		expect(across - way).toBeGreaterThanOrEqual(12);
		for (const span of [title, amounts, [way, Math.min(across, way + textWidth(target.state, 1))] as const])
			expect(crosses(span, nine.seams.columns, { before: side }), span.join('–')).toBe(false);
	}
);

test.each([1, 2, 3, 4, 5, 8, 12])(
	'nine panels, %i targets: no row on a frame or over another, none dropped',
	(count) => {
		for (const [name, target] of texts) {
			const room = targetsRoom(nine, many(count, target));
			const { top, headline, gap } = sceneFrame(nine.arrangement);
			expect(room.each * room.pages, name).toBeGreaterThanOrEqual(count);
			expect(room.placed?.pitches, name).toHaveLength(room.rows);
			let from = room.placed?.above ?? 0;
			for (const pitch of room.placed?.pitches ?? []) {
				// Half of so narrow a frame may lie over the edge of a row: its text has more air than that.
				const [seam] = nine.seams.rows;
				const air = ((seam?.to ?? 0) - (seam?.from ?? 0)) / nine.unit / 2 + 1e-6;
				const lies = crosses([from, from + room.rowDown], nine.seams.rows, { before: top + headline + gap, air });
				expect(lies, `${name}: ${from}`).toBe(false);
				expect(pitch).toBeGreaterThanOrEqual(room.rowDown - 1e-6);
				from += pitch;
			}
			expect(from).toBeLessThanOrEqual(sceneBody(nine).down - 1.8 + 1e-6);
		}
	}
);
