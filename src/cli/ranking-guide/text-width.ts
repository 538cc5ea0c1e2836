/** About as wide as a text is in the fonts of most systems, in pixels: ideographs fill their square, others are narrower. */
export function textWidth(text: string, size: number): number {
	let width = 0;
	for (const character of text) width += widthOf(character);
	return width * size;
}

function widthOf(character: string): number {
	if (/[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f]/.test(character)) return 1;
	if (/[A-Zmw%+=▲▼–—]/.test(character)) return 0.72;
	if (/[0-9a-z]/.test(character)) return 0.57;
	return 0.36;
}

/** A text in lines of at most so many pixels; Latin words stay whole. */
export function wrapped(text: string, size: number, width: number): string[] {
	const lines: string[] = [];
	let line = '';
	for (const piece of text.match(/[\w.,;:()/%“”’'-]+\s*|./gu) ?? []) {
		// A full stop never begins a line.
		if (line !== '' && textWidth(line + piece, size) > width && !/^[，。；：、）]/.test(piece)) {
			lines.push(line.trimEnd());
			line = '';
		}
		line += piece;
	}
	return line === '' ? lines : [...lines, line];
}
