/**
 * Data as text in a place that ECharts parses as rich text, where `{name|text}` is markup: braces become their
 * full-width twins, which look alike and mean nothing.
 */
export function plainText(text: string): string {
	return text.replaceAll('{', '｛').replaceAll('}', '｝');
}

/** Lines of a tooltip. Empty lines are left out. */
export function tooltipLines(...lines: readonly (string | null | undefined | false)[]): string {
	return lines
		.filter(Boolean)
		.map((line) => plainText(String(line)))
		.join('\n');
}

/** Width of a text in px, near enough for layout: full-width characters one em, others 0.58. */
export function textWidth(text: string, size: number): number {
	let em = 0;
	for (const character of text) em += character.charCodeAt(0) > 0x2e7f ? 1 : 0.58;
	return em * size;
}

/** Breaks a long name over at most two lines of so many px; what does not fit is never cut, the font shrinks instead. */
export function fitName(name: string, width: number, size: number): { text: string; size: number } {
	if (textWidth(name, size) <= width) return { text: name, size };
	const words = name.includes(' ') ? name.split(' ') : [...name];
	const joint = name.includes(' ') ? ' ' : '';
	let best = { text: name, width: textWidth(name, size) };
	for (let cut = 1; cut < words.length; cut++) {
		const lines = [words.slice(0, cut).join(joint), words.slice(cut).join(joint)];
		const widest = Math.max(...lines.map((line) => textWidth(line, size)));
		if (widest < best.width) best = { text: lines.join('\n'), width: widest };
	}
	return { text: best.text, size: Math.max(9, Math.min(size, (size * width) / best.width)) };
}
