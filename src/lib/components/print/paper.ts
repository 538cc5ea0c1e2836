/** A sheet of paper, lying or standing. */
export type PaperName = 'A4' | 'A4 landscape' | 'A3' | 'A3 landscape';

/** All papers that a page can be printed on, the usual one first. */
export const papers: readonly PaperName[] = ['A4', 'A4 landscape', 'A3', 'A3 landscape'];

/** Edges of the page in mm; the lines at head and foot stand in them. */
export const edges = { top: 18, side: 14, bottom: 16 } as const;

const sheets = { A4: [210, 297], A3: [297, 420] } as const;
const pxPerMm = 96 / 25.4;

/** The room within the edges of a paper in px of CSS. */
export function paperBox(paper: PaperName): { readonly width: number; readonly height: number } {
	const [short, long] = sheets[paper.startsWith('A4') ? 'A4' : 'A3'];
	const [across, down] = paper.endsWith('landscape') ? [long, short] : [short, long];
	return {
		width: Math.floor((across - 2 * edges.side) * pxPerMm),
		height: Math.floor((down - edges.top - edges.bottom) * pxPerMm)
	};
}

/** Text as a string of CSS: every character that is no letter, digit or blank is written as its code. */
export function cssString(text: string): string {
	const safe = [...text.toWellFormed().replaceAll(/\s+/gu, ' ')].map((character) =>
		/^[\p{L}\p{N} ]$/u.test(character) ? character : `\\${(character.codePointAt(0) ?? 0xfffd).toString(16)} `
	);
	return `"${safe.join('')}"`;
}

/** The lines at the edges of every page. */
export interface PageLines {
	/** What is shown: place, period, filters. */
	readonly head: string;
	/** Which release, of which day. */
	readonly release: string;
	/** Who made it, and whether the data are invented. */
	readonly foot: string;
}

/**
 * The style of the pages: paper, edges, lines at head and foot with the number of the page. `paper` null: whatever is chosen
 * in the dialog of the browser.
 */
export function pageRule(paper: PaperName | null, { head, release, foot }: PageLines): string {
	const line = (place: string, content: string, align: string) =>
		`@${place}{content:${content};width:50%;font-size:7.5pt;color:#444;text-align:${align};white-space:nowrap;overflow:hidden}`;
	return [
		'@page{',
		paper === null ? '' : `size:${paper};`,
		`margin:${edges.top}mm ${edges.side}mm ${edges.bottom}mm;`,
		line('top-left', cssString(head), 'left'),
		line('top-right', cssString(release), 'right'),
		line('bottom-left', cssString(foot), 'left'),
		line('bottom-right', 'counter(page) " / " counter(pages)', 'right'),
		'}'
	].join('');
}
