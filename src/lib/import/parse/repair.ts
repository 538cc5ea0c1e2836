import { inspect } from './structure.ts';

/** The same text with every line end outside quotes as LF, for files that mix them. */
export function unifyLineEnds(text: string, delimiter: string, quote: string): string {
	if (quote === '' || !text.includes(quote)) return text.replace(/\r\n?/g, '\n');
	let result = '';
	let copied = 0;
	inspect(text, delimiter, quote, (offset, length) => {
		result += `${text.slice(copied, offset)}\n`;
		copied = offset + length;
	});
	return result + text.slice(copied);
}

/** A quote that never closes would swallow the rest of the file: its cell is made literal, up to the next separator. */
export function closeCell(text: string, openAt: number, delimiter: string, quote: string): string {
	let end = openAt;
	while (end < text.length && !isBoundary(text, end, delimiter)) end++;
	return text.slice(0, openAt) + quotedCell(text.slice(openAt, end), quote) + text.slice(end);
}

function isBoundary(text: string, at: number, delimiter: string): boolean {
	const character = text[at];
	return character === delimiter || character === '\n' || character === '\r';
}

/**
 * The last resort for text with very many open quotes: every line is a row, and a line that leaves a quote open is
 * literal throughout. Gives the text and the numbers of those lines; cost grows with the length only.
 */
export function closeLines(text: string, delimiter: string, quote: string): { text: string; lines: number[] } {
	const lines: number[] = [];
	const parts = text.split(/(\r\n|\n|\r)/);
	for (let at = 0; at < parts.length; at += 2) {
		const line = parts[at] as string;
		if (!line.includes(quote) || inspect(line, delimiter, quote).openAt < 0) continue;
		lines.push(at / 2);
		const cells = line.split(delimiter);
		parts[at] = cells.map((cell) => (cell.includes(quote) ? quotedCell(cell, quote) : cell)).join(delimiter);
	}
	return { text: parts.join(''), lines };
}

function quotedCell(cell: string, quote: string): string {
	return quote + cell.replaceAll(quote, quote + quote) + quote;
}
