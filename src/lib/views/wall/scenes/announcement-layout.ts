import { textWidth } from '#lib/wall/text-width.ts';
import { wrapText } from '#lib/charts/wrap-text.ts';

/** A text in lines of about equal length, as large as a place allows. In units. */
export interface AnnouncementLayout {
	readonly size: number;
	/** By paragraph. */
	readonly paragraphs: readonly (readonly string[])[];
}

/** From a sixth of the wall's height down to the smallest type. */
const sizes = [20 / 3, 5.6, 4.7, 4, 10 / 3, 2.8, 2.4, 2, 5 / 3, 1.4, 1.2, 1];
export const lineHeight = 1.35;
/** Between paragraphs, as a share of the type. */
export const paragraphGap = 0.5;
/** Bold letters run a little wider than the estimate. */
const bold = 1.05;

/** Sets a text; paragraphs end with a line break. At the smallest size it is set whatever its length. */
export function announcementLayout(
	text: string,
	box: { readonly across: number; readonly down: number }
): AnnouncementLayout {
	const parts = text
		.split(/\n+/)
		.map((part) => part.trim())
		.filter(Boolean);
	const set = (size: number) => parts.map((part) => balanced(part, box.across / bold / size));
	for (const size of sizes) {
		const paragraphs = set(size);
		const lines = paragraphs.reduce((sum, one) => sum + one.length, 0);
		const high = (lines * lineHeight + Math.max(0, parts.length - 1) * paragraphGap) * size;
		if (high <= box.down && paragraphs.flat().every((line) => !isTorn(line, parts))) return { size, paragraphs };
	}
	return { size: 1, paragraphs: set(1) };
}

/** Whether a line begins or ends within a Latin word: the word is longer than the line. */
function isTorn(line: string, parts: readonly string[]): boolean {
	return parts.some((part) => {
		const at = part.indexOf(line);
		if (at === -1) return false;
		const word = /[\p{Script=Latin}\p{N}]/u;
		const torn = (inner: string | undefined, outer: string | undefined) =>
			inner !== undefined && outer !== undefined && word.test(inner) && word.test(outer);
		return torn(line.at(-1), part[at + line.length]) || torn(line[0], part[at - 1]);
	});
}

/** As few lines as a width in ems needs, none much longer than the others. */
function balanced(text: string, width: number): string[] {
	const fewest = wrapText(text, width, 1);
	let [low, high] = [Math.min(width, textWidth(text, 1) / fewest.length), width];
	for (let round = 0; round < 12; round++) {
		const middle = (low + high) / 2;
		if (wrapText(text, middle, 1).length > fewest.length) low = middle;
		else high = middle;
	}
	return wrapText(text, high, 1);
}
