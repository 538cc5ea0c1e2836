/**
 * Data as text in a place that ECharts parses as rich text, where `{name|text}` is markup: braces become their
 * full-width twins, which look alike and mean nothing.
 */
export function plainText(text: string): string {
	return text.replaceAll('{', '｛').replaceAll('}', '｝');
}

/** Words after the colour that they explain: a swatch of so many px, in one text with them, however wide they turn out. */
export function afterSwatch(words: string, fill: string, side: number) {
	return {
		text: `{swatch|} ${plainText(words)}`,
		rich: { swatch: { width: side, height: side, backgroundColor: fill, verticalAlign: 'middle' as const } }
	};
}

/** Lines of a tooltip. Empty lines are left out. */
export function tooltipLines(...lines: readonly (string | null | undefined | false)[]): string {
	return lines
		.filter(Boolean)
		.map((line) => plainText(String(line)))
		.join('\n');
}

/** Width of a text in px, near enough for layout: full-width characters one em, others 0.6. */
export function textWidth(text: string, size: number): number {
	let em = 0;
	for (const character of text) em += character.charCodeAt(0) > 0x2e7f ? 1 : 0.6;
	return em * size;
}

/** So many lines of about equal width; Latin words stay whole. */
function breakInto(pieces: readonly string[], joint: string, lines: number, size: number): string[] {
	if (lines === 1 || pieces.length <= 1) return [pieces.join(joint)];
	let best: string[] = [pieces.join(joint)];
	for (let cut = 1; cut < pieces.length; cut++) {
		const tried = [pieces.slice(0, cut).join(joint), ...breakInto(pieces.slice(cut), joint, lines - 1, size)];
		if (widest(tried, size) < widest(best, size)) best = tried;
	}
	return best;
}

function widest(lines: readonly string[], size: number): number {
	return Math.max(...lines.map((line) => textWidth(line, size)));
}

/**
 * A name for a box so many px wide: on one line, or on up to three; what does not fit so is never cut, the type shrinks.
 * Shrinking by a sixth is better than another line. The lines stay within a height, so that those of two rows do not meet.
 */
export function fitName(
	name: string,
	width: number,
	size: number,
	height = Infinity
): { text: string; size: number; lines: number } {
	const latin = !/[\u2e80-\uffff]/.test(name);
	const pieces = latin ? name.split(' ') : [...name];
	let best = { text: name, size: 0, lines: 1 };
	for (const count of [1, 2, 3]) {
		const lines = breakInto(pieces, latin ? ' ' : '', count, size);
		const fitting = Math.min(size, (size * width) / widest(lines, size), (height * 0.94) / lines.length);
		if (fitting > best.size * 1.05) best = { text: lines.join('\n'), size: fitting, lines: lines.length };
		if (best.size >= size * 0.84) break;
	}
	return { ...best, size: Math.max(7, best.size) };
}

/** As many leading letters of a Latin name as fit a width, three at least: Jiu for Jiulongpo. Null for other scripts. */
export function leadingLetters(name: string, width: number, size: number): string | null {
	if (/[\u2e80-\uffff]/.test(name)) return null;
	return name.slice(0, Math.max(3, Math.floor(width / textWidth('n', size))));
}
