import type { Bilingual } from '#lib/format/language.ts';
import { textWidth, wrapped } from './text-width.ts';

/** What stands in a cell: figures once, words in both languages. */
export interface Cell {
	readonly text: string | Bilingual;
	/** `decides`: this value made the difference; `up` and `down`: places gained and lost; `good`: an award. */
	readonly tone?: 'plain' | 'muted' | 'decides' | 'up' | 'down' | 'good' | 'warn';
}

/** One line of a table. */
export interface PanelRow {
	readonly cells: readonly Cell[];
	/** Rows of one tie stand on one ground. */
	readonly tied?: boolean;
	/** Rows without a rank. */
	readonly muted?: boolean;
	/** A cut runs below this row. */
	readonly cut?: boolean;
}

/** A small table with a title and remarks. */
export interface Panel {
	readonly title: Bilingual;
	/** What holds for the whole board, such as 暂定. */
	readonly badge?: Bilingual;
	readonly columns: readonly { readonly title: Bilingual; readonly right?: boolean }[];
	readonly rows: readonly PanelRow[];
	readonly remarks?: readonly Bilingual[];
}

/** A picture: its name as a file, what it says to those who cannot see it, and its tables. */
export interface Picture {
	readonly name: string;
	readonly alt: Bilingual;
	readonly panels: readonly Panel[];
}

const page = 880;
const [margin, gap, inset] = [16, 16, 14];
const colours = {
	ground: '#ffffff',
	line: '#d0d7de',
	head: '#f6f8fa',
	ink: '#1f2328',
	quiet: '#59636e',
	tie: '#fff6d6',
	decides: '#0a4fa3',
	up: '#116329',
	down: '#a40e26',
	good: '#7a4b00',
	cut: '#cf222e'
} as const;

interface Placed {
	readonly width: number;
	readonly height: number;
	draw(x: number, y: number): string;
}

/**
 * A picture as SVG on a ground of its own, so that it reads the same on a dark page. Tables stand side by side where they
 * fit and below each other where not.
 */
export function drawn({ alt, panels }: Picture): string {
	let [x, y, tall, wide] = [margin, margin, 0, 0];
	const parts: string[] = [];
	for (const panel of panels.map(placed)) {
		if (x > margin && x + panel.width + margin > page) [x, y, tall] = [margin, y + tall + gap, 0];
		parts.push(panel.draw(x, y));
		wide = Math.max(wide, x + panel.width + margin);
		tall = Math.max(tall, panel.height);
		x += panel.width + gap;
	}
	const height = y + tall + margin;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${height}" viewBox="0 0 ${wide} ${height}" role="img" font-family="system-ui, -apple-system, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif">`,
		`<title>${escaped(alt.zh)} · ${escaped(alt.en)}</title>`,
		`<rect width="${wide}" height="${height}" rx="8" fill="${colours.head}"/>`,
		...parts,
		'</svg>',
		''
	].join('\n');
}

function placed({ title, badge, columns, rows, remarks = [] }: Panel): Placed {
	const widths = columns.map((column, at) => {
		const cells = rows.map(({ cells }) => cellWidth(cells[at]));
		return Math.ceil(Math.max(textWidth(column.title.zh, 12), textWidth(column.title.en, 10), ...cells)) + 2 * inset;
	});
	const table = widths.reduce((sum, width) => sum + width, 0);
	const badgeWidth = badge ? Math.max(textWidth(badge.zh, 12), textWidth(badge.en, 10)) + 16 : 0;
	const heading = Math.max(textWidth(title.zh, 14), textWidth(title.en, 11)) + badgeWidth + 3 * inset;
	const width = Math.min(page - 2 * margin, Math.ceil(Math.max(table, heading, remarks.length > 0 ? 400 : 0)));
	// What the title or remarks need beyond the table goes to the last column.
	widths[widths.length - 1] = (widths.at(-1) ?? 0) + Math.max(0, width - table);
	const texts = remarks.flatMap(({ zh, en }) => [
		...wrapped(zh, 12.5, width - 2 * inset).map((text) => ({ text, size: 12.5, colour: colours.ink, step: 19 })),
		...wrapped(en, 11, width - 2 * inset).map((text) => ({ text, size: 11, colour: colours.quiet, step: 17 }))
	]);
	const heights = rows.map(({ cells }) => (cells.some(({ text }) => typeof text !== 'string') ? 38 : 28));
	const body = 92 + heights.reduce((sum, height) => sum + height, 0);
	const height = body + (texts.length > 0 ? 10 + texts.reduce((sum, { step }) => sum + step, 0) : 0) + 6;
	return {
		width,
		height,
		draw(x, y) {
			const out = [
				`<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="6" fill="${colours.ground}" stroke="${colours.line}"/>`,
				words(x + inset, y + 24, title.zh, 14, colours.ink, { bold: true }),
				words(x + inset, y + 41, title.en, 11, colours.quiet),
				...(badge ? badged(x + width - inset - badgeWidth, y + 11, badgeWidth, badge) : []),
				`<rect x="${x + 1}" y="${y + 50}" width="${width - 2}" height="40" fill="${colours.head}"/>`
			];
			const lefts = widths.map((_, at) => x + widths.slice(0, at).reduce((sum, each) => sum + each, 0));
			columns.forEach((column, at) => {
				const [left, end] = edge(lefts[at] ?? x, widths[at] ?? 0, column.right);
				out.push(words(left, y + 67, column.title.zh, 12, colours.ink, { end }));
				out.push(words(left, y + 82, column.title.en, 10, colours.quiet, { end }));
			});
			let top = y + 91;
			rows.forEach((row, index) => {
				const tall = heights[index] ?? 28;
				if (row.tied)
					out.push(`<rect x="${x + 1}" y="${top}" width="${width - 2}" height="${tall}" fill="${colours.tie}"/>`);
				row.cells.forEach((cell, at) => {
					const [left, end] = edge(lefts[at] ?? x, widths[at] ?? 0, columns[at]?.right);
					out.push(...cellAt(cell, left, top, tall, row.muted === true, end));
				});
				top += tall;
				const line = row.cut ? colours.cut : colours.line;
				const dash = row.cut ? ' stroke-dasharray="5 3" stroke-width="1.5"' : '';
				if (index < rows.length - 1 || row.cut)
					out.push(`<path d="M${x + 1} ${top}H${x + width - 1}" stroke="${line}"${dash}/>`);
			});
			let line = top + 8;
			for (const { text, size, colour, step } of texts) {
				line += step;
				out.push(words(x + inset, line - 4, text, size, colour));
			}
			return out.join('\n');
		}
	};
}

function cellWidth(cell: Cell | undefined): number {
	if (!cell) return 0;
	const { text } = cell;
	return typeof text === 'string' ? textWidth(text, 13.5) : Math.max(textWidth(text.zh, 13), textWidth(text.en, 10.5));
}

function edge(left: number, width: number, right = false): [number, boolean] {
	return [right ? left + width - inset : left + inset, right];
}

function cellAt({ text, tone = 'plain' }: Cell, x: number, top: number, tall: number, muted: boolean, end: boolean) {
	const plain = muted ? colours.quiet : colours.ink;
	const colour =
		tone === 'plain' ? plain : tone === 'muted' ? colours.quiet : tone === 'warn' ? colours.down : colours[tone];
	const look = { end, bold: tone !== 'plain' && tone !== 'muted' };
	if (typeof text === 'string') return [words(x, top + tall / 2 + 5, text, 13.5, colour, look)];
	return [
		words(x, top + 17, text.zh, 13, colour, look),
		words(x, top + 31, text.en, 10.5, muted || tone === 'plain' ? colours.quiet : colour, { end })
	];
}

function badged(x: number, y: number, width: number, { zh, en }: Bilingual): string[] {
	return [
		`<rect x="${x}" y="${y}" width="${width}" height="34" rx="6" fill="${colours.tie}" stroke="#d4a72c"/>`,
		words(x + 8, y + 15, zh, 12, colours.good, { bold: true }),
		words(x + 8, y + 28, en, 10, colours.good)
	];
}

function words(
	x: number,
	y: number,
	text: string,
	size: number,
	colour: string,
	{ bold = false, end = false } = {}
): string {
	const anchor = end ? ' text-anchor="end"' : '';
	return `<text x="${x}" y="${y}" font-size="${size}" fill="${colour}"${bold ? ' font-weight="600"' : ''}${anchor}>${escaped(text)}</text>`;
}

function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
