import { textWidth } from './plain-text.ts';

/** A word, a number with its signs, or a single character of a script that breaks anywhere. */
const pieces = /[\p{Script=Latin}\p{N}.,%‰+−–\-'’&/()[\]{}@#:;!?"“”·]+|\s+|./gu;
/** Marks that never begin a line. */
const closing = /^[，。；：、！？）」』》】〉…‰％]/u;
/** Marks that never end one. */
const opening = /[（「『《【〈]$/u;

/** What must stay together, in order. */
function unbroken(text: string): string[] {
	const whole: string[] = [];
	for (const [piece] of text.matchAll(pieces)) {
		const last = whole.at(-1);
		if (last !== undefined && (closing.test(piece) || opening.test(last))) whole[whole.length - 1] = last + piece;
		else whole.push(piece);
	}
	return whole;
}

/** Characters of a piece that is wider than a line, in parts that fit. */
function cut(piece: string, width: number, size: number): string[] {
	const parts = [''];
	for (const character of piece) {
		const last = parts.at(-1) ?? '';
		if (last !== '' && textWidth(last + character, size) > width) parts.push(character);
		else parts[parts.length - 1] = last + character;
	}
	return parts;
}

/** A text in lines that fit a width in px: Latin words and numbers stay whole, no line begins with a closing mark. */
export function wrapText(text: string, width: number, size: number): string[] {
	const lines: string[] = [''];
	const fitting = unbroken(text.trim()).flatMap((piece) =>
		textWidth(piece, size) > width ? cut(piece, width, size) : [piece]
	);
	for (const piece of fitting) {
		const line = lines.at(-1) ?? '';
		if (textWidth(line + piece.trimEnd(), size) > width && line.trim() !== '') lines.push(piece.trimStart());
		else lines[lines.length - 1] = line + piece;
	}
	return lines.map((line) => line.trim()).filter((line, index) => line !== '' || index === 0);
}
