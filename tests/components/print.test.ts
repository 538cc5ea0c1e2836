import { expect, test } from 'vitest';
import { cssString, edges, pageRule, paperBox, papers } from '#lib/components/print/paper.ts';

test('papers have the room that their edges leave', () => {
	/* A4 stands 210 × 297 mm: 182 mm and 263 mm at 96 px an inch. */
	expect(paperBox('A4')).toEqual({ width: 687, height: 994 });
	expect(paperBox('A4 landscape')).toEqual({ width: 1016, height: 665 });
	expect(paperBox('A3 landscape').width).toBe(Math.floor(((420 - 2 * edges.side) * 96) / 25.4));
	expect(papers).toHaveLength(4);
});

test('a name cannot leave its string', () => {
	const hostile = `"}*{display:none}\\ url(x) \n\u0000\ud800</style>`;
	const text = cssString(hostile);
	expect(text.slice(1, -1)).toMatch(/^(?:[\p{L}\p{N} ]|\\[0-9a-f]+ )*$/u);
	expect(cssString('重庆市 2026年')).toBe('"重庆市 2026年"');
	expect(cssString('a"b')).toBe('"a\\22 b"');
});

test('every sheet has its lines and its number; the paper is named only where it was chosen', () => {
	const lines = { head: '重庆市', release: '版本 1', foot: '工榜' };
	expect(pageRule('A3 landscape', lines)).toContain('size:A3 landscape;');
	const free = pageRule(null, lines);
	expect(free).not.toMatch(/[{;]size:/);
	for (const said of [
		'@top-left{content:"重庆市"',
		'@top-right{content:"版本 1"',
		'counter(page) " / " counter(pages)'
	])
		expect(free).toContain(said);
});
