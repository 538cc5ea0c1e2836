import { Parser } from 'saxen';
import { describe, expect, test } from 'vitest';
import { composePicture } from '#lib/charts/compose-picture.ts';
import { textWidth } from '#lib/charts/plain-text.ts';
import { chartTheme } from '#lib/charts/theme.ts';
import { tileMap } from '#lib/charts/tile-map.ts';
import { wrapText } from '#lib/charts/wrap-text.ts';
import { drawSvg, expectText } from './picture.ts';
import { inWan, provinceTiles } from './sample-data.ts';

const words = {
	title:
		'2024年三季度，浙江参赛人次最多，占全国 8.3%，比去年同期多 12.4 万人次；31 个省份中有 26 个已报，西藏、青海等 5 个尚未报来',
	facts: '单位：人次 · 2024年三季度',
	provisional: '暂定',
	source: '来源：劳动和技能竞赛统计表 · 版本 0123456789ab，2024年10月12日 · 演示数据',
	brand: '工榜'
};

/** Every text of a document, in order; throws where it is not well-formed. */
function textsOf(svg: string): string[] {
	const texts: string[] = [];
	const parser = new Parser();
	parser.on('error', (error: Error) => {
		throw error;
	});
	parser.on('text', (text: string, decode: (text: string) => string) => text.trim() && texts.push(decode(text)));
	parser.write(svg).end();
	return texts;
}

describe.each(['light', 'dark'] as const)('a picture, %s', (name) => {
	const theme = chartTheme(name, { width: 640, height: 480 });
	const chart = drawSvg(tileMap(provinceTiles, theme, { missing: '未报', provisional: '暂定', limit: inWan }), theme);
	const picture = composePicture(chart, words, theme);

	test('looks as it did', () => expectText(`composed-${name}`, picture.svg));
	test('is well-formed and says everything as text', () => {
		const texts = textsOf(picture.svg);
		expect(texts.join('')).toContain('2024年三季度，浙江参赛人次最多');
		for (const said of [words.facts, words.provisional, words.brand]) expect(texts).toContain(said);
		expect(texts.join('')).toContain('版本 0123456789ab，2024年10月12日');
		for (const tile of provinceTiles) expect(texts).toContain(tile.name);
	});
	test('needs nothing from elsewhere', () => {
		expect(picture.svg).not.toMatch(/href=|url\(|<script|<image|<foreignObject|<style|class=|@import/i);
		expect(picture.svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg"')).toBe(true);
	});
	test('has its title in lines within its width', () => {
		expect(picture.width).toBe(Math.ceil(640 + 2 * 14 * 1.75));
		const lines = wrapText(words.title, 640, 16);
		expect(lines.length).toBeGreaterThan(1);
		for (const line of lines) expect(textWidth(line, 16)).toBeLessThanOrEqual(640);
	});
});

test('text from data is only ever text', () => {
	const theme = chartTheme('light', { width: 300, height: 100 });
	const hostile = `<script>alert(1)</script>&"\u0000\ud800]]><image href='x'/>`;
	const { svg } = composePicture(
		'<svg><text>ok\u0007</text></svg>',
		{ ...words, title: hostile, facts: hostile },
		theme
	);
	expect(svg).not.toContain('<script');
	expect(svg).not.toContain('<image');
	expect(textsOf(svg).join(' ')).toContain('<script>alert(1)</script>&"');
});

describe('lines', () => {
	test('words and numbers stay whole, no line begins with a closing mark', () => {
		for (const width of [60, 90, 140, 200]) {
			const lines = wrapText('截至2024年三季度，参赛人次 1,480.5 万，同比 +8.2%（暂定）。', width, 14);
			expect(lines.join('').replaceAll(' ', '')).toBe('截至2024年三季度，参赛人次1,480.5万，同比+8.2%（暂定）。');
			for (const line of lines) {
				expect(line).not.toMatch(/^[，。）；：]/);
				expect(line).not.toMatch(/（$/);
			}
			expect(lines.some((line) => line.includes('1,480.5'))).toBe(true);
		}
		expect(wrapText('Entries rose by 8.2%', 80, 14)).toEqual(['Entries', 'rose by', '8.2%']);
	});
	test('a word that is wider than a line is cut rather than lost', () => {
		const lines = wrapText('a'.repeat(40), 84, 14);
		expect(lines.join('')).toBe('a'.repeat(40));
		for (const line of lines) expect(textWidth(line, 14)).toBeLessThanOrEqual(84);
	});
	test('nothing is one empty line', () => expect(wrapText('', 100, 14)).toEqual(['']));
});

test('a font goes with it as data', () => {
	const theme = chartTheme('light', { width: 300, height: 100 });
	const { svg } = composePicture('<svg></svg>', words, theme, {
		family: 'Inter Figures',
		woff2: 'AAAA',
		range: 'U+0-B6'
	});
	expect(svg).toContain("@font-face{font-family:'Inter Figures'");
	expect(svg).not.toMatch(/url\((?!data:font\/woff2;base64,)/);
});
