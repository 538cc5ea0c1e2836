import { textWidth } from './plain-text.ts';
import { innerSvg, svgText } from './svg-text.ts';
import type { ChartTheme } from './theme.ts';
import { wrapText } from './wrap-text.ts';

/** What stands around a chart that leaves its page. */
export interface PictureWords {
	/** The sentence above the chart. */
	readonly title: string;
	/** Unit and period, under the title. */
	readonly facts: string;
	/** 暂定, where figures will still change; null where not. */
	readonly provisional: string | null;
	/** Source, release and day, below the chart. */
	readonly source: string;
	/** Who made it: 工榜. */
	readonly brand: string;
}

/** A picture that stands for itself. */
export interface ComposedPicture {
	/** An SVG document without links, scripts or fonts from elsewhere. */
	readonly svg: string;
	/** Its size in px. */
	readonly width: number;
	readonly height: number;
}

/** A font that goes with the picture, so that figures look the same anywhere. */
export interface PictureFont {
	readonly family: string;
	/** WOFF2 as base64. */
	readonly woff2: string;
	/** The characters it is for, as CSS has it. */
	readonly range: string;
}

const px = (value: number) => Math.round(value * 100) / 100;

/**
 * A chart with its title, facts and source on paper, as one SVG document. `chart` is what ECharts' SVG renderer drew with
 * `theme`, whose box is the chart's own. Long titles and sources wrap; all text stays text.
 */
export function composePicture(
	chart: string,
	words: PictureWords,
	theme: ChartTheme,
	font: PictureFont | null = null
): ComposedPicture {
	const { size, width: inner, height: tall } = theme;
	const margin = size * 1.75;
	const width = Math.ceil(inner + 2 * margin);
	const [titleSize, factSize, footSize] = [size * (8 / 7), size * (6 / 7), size * (11 / 14)];
	const parts: string[] = [];
	const text = (line: string, x: number, y: number, of: number, fill: string, more = '') =>
		parts.push(
			`<text x="${px(x)}" y="${px(y)}" font-size="${px(of)}" fill="${fill}"${more} xml:space="preserve">${svgText(line)}</text>`
		);

	let y = margin * 0.9;
	for (const line of wrapText(words.title, inner, titleSize)) {
		text(line, margin, y + titleSize * 1.1, titleSize, theme.ink, ' font-weight="600"');
		y += titleSize * 1.5;
	}
	y += size * 0.2;
	let indent = 0;
	if (words.provisional !== null) {
		const box = textWidth(words.provisional, factSize) + factSize * 0.8;
		parts.push(
			`<rect x="${px(margin)}" y="${px(y + factSize * 0.1)}" width="${px(box)}" height="${px(factSize * 1.45)}" fill="none" stroke="${theme.muted}" stroke-dasharray="2 2"/>`
		);
		text(words.provisional, margin + box / 2, y + factSize * 1.17, factSize, theme.muted, ' text-anchor="middle"');
		indent = box + factSize * 0.6;
	}
	if (words.facts !== '' || indent > 0) {
		const lines = words.facts === '' ? [''] : wrapText(words.facts, inner - indent, factSize);
		for (const line of lines) {
			if (line !== '') text(line, margin + indent, y + factSize * 1.17, factSize, theme.muted);
			y += factSize * 1.6;
		}
	}
	y += size;
	const chartTop = y;
	y += tall + size;

	parts.push(
		`<path d="M${px(margin)} ${px(y)}H${px(width - margin)}" stroke="${theme.hairline}" stroke-width="1" fill="none"/>`
	);
	y += footSize * 0.7;
	const brandWidth = textWidth(words.brand, footSize) + footSize * 1.5;
	text(words.brand, width - margin, y + footSize * 1.05, footSize, theme.muted, ' text-anchor="end"');
	for (const line of wrapText(words.source, inner - brandWidth, footSize)) {
		text(line, margin, y + footSize * 1.05, footSize, theme.muted);
		y += footSize * 1.6;
	}
	const height = Math.ceil(y + margin * 0.7);

	/* Swapped in: text that waits for its font would be missing from a picture that is drawn before. */
	const face = font
		? `<style>@font-face{font-family:'${font.family}';font-weight:100 900;font-display:swap;src:url(data:font/woff2;base64,${font.woff2});unicode-range:${font.range}}</style>`
		: '';
	const svg = [
		`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${svgText(theme.fontFamily)}">`,
		`<title>${svgText(words.title)}</title>`,
		face,
		`<rect width="${width}" height="${height}" fill="${theme.paper}"/>`,
		...parts,
		`<svg x="${px(margin)}" y="${px(chartTop)}" width="${inner}" height="${tall}" viewBox="0 0 ${inner} ${tall}">`,
		innerSvg(chart),
		'</svg>',
		'</svg>'
	];
	return { svg: svg.filter(Boolean).join('\n'), width, height };
}
