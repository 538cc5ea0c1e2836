/**
 * How unlikely a text is as part of a Chinese table, in nats. Two readings of the same bytes are compared by it: what was
 * read in the wrong encoding falls apart into rare characters and changes script from one letter to the next.
 */
export function unlikelihood(text: string): number {
	const classes = (classTable ??= buildClasses());
	let cost = 0;
	let before = 0;
	for (let index = 0; index < text.length; index++) {
		let code = text.charCodeAt(index);
		if (code >= 0xd800 && code <= 0xdbff && index + 1 < text.length) code = text.codePointAt(index++) as number;
		cost += code > 0xffff ? beyond(code) : costOf(code, before, text.charCodeAt(index + 1), classes[code] as number);
		before = code;
	}
	return cost;
}

/** Chinese characters that are in daily use or at least in GB 2312, and all Chinese characters. */
export function countHanzi(text: string): { common: number; all: number } {
	const classes = (classTable ??= buildClasses());
	let common = 0;
	let all = 0;
	for (const character of text) {
		const code = character.codePointAt(0) as number;
		const kind = code > 0xffff ? (isBeyondHanzi(code) ? rare : other) : (classes[code] as number);
		if (kind === daily || kind === lessCommon) common++;
		if (kind === daily || kind === lessCommon || kind === rare) all++;
	}
	return { common, all };
}

const ascii = 1;
const daily = 2;
const lessCommon = 3;
const mark = 4;
const rare = 5;
const letter = 6;
const control = 7;
const impossible = 8;
const privateUse = 9;
const other = 0;

/** Nats by class; roughly the share of the class in union tables, spread over its members. */
const costs: Readonly<Record<number, number>> = {
	[ascii]: 4.6,
	[daily]: 9,
	[lessCommon]: 12.5,
	[mark]: 10,
	[rare]: 15,
	[control]: 13,
	[impossible]: 30,
	[privateUse]: 22
};

let classTable: Uint8Array | null = null;

function costOf(code: number, before: number, after: number, kind: number): number {
	if (kind === other || kind === letter) {
		// A word in another script keeps to its block; an accented letter stands among plain ones.
		if (before >= 0x80 && before >> 7 === code >> 7) return 6.5;
		if (code >= 0xc0 && code < 0x250 && (isPlainLetter(before) || isPlainLetter(after))) return 8;
		return 18;
	}
	const glued = (kind === daily || kind === lessCommon || kind === rare) && isSmallLetter(before) ? 3 : 0;
	return (costs[kind] as number) + glued;
}

function isSmallLetter(code: number): boolean {
	return code >= 97 && code <= 122;
}

function isPlainLetter(code: number): boolean {
	return isSmallLetter(code) || (code >= 65 && code <= 90);
}

function isBeyondHanzi(code: number): boolean {
	return code >= 0x20000 && code < 0x33480;
}

function beyond(code: number): number {
	if (isBeyondHanzi(code)) return 17;
	return code >= 0x1f000 && code < 0x1fb00 ? 15 : 24;
}

/** The rows of GB 2312 by decoding them: 16–55 are the characters in daily use, 56–87 the others, 1–9 marks. */
function buildClasses(): Uint8Array {
	const classes = new Uint8Array(0x10000);
	classes.fill(letter, 0x80, 0x800);
	classes.fill(control, 0, 0x20);
	for (const code of [9, 10, 13]) classes[code] = ascii;
	classes.fill(ascii, 0x20, 0x7f);
	classes.fill(control, 0x7f, 0xa0);
	classes.fill(rare, 0x3400, 0x4dc0);
	classes.fill(rare, 0x4e00, 0xa000);
	classes.fill(rare, 0xf900, 0xfb00);
	classes.fill(privateUse, 0xe000, 0xf900);
	classes.fill(impossible, 0xd800, 0xe000);
	classes.fill(impossible, 0xfffc);
	const decoder = new TextDecoder('gb18030');
	const pair = new Uint8Array(2);
	for (let lead = 0xa1; lead <= 0xf7; lead++) {
		if (lead > 0xa3 && lead < 0xb0) continue;
		for (let trail = 0xa1; trail <= 0xfe; trail++) {
			pair[0] = lead;
			pair[1] = trail;
			const code = decoder.decode(pair).charCodeAt(0);
			if (code < 0x80 || (code >= 0xe000 && code < 0xf900) || code >= 0xfff0) continue;
			classes[code] = lead >= 0xd8 ? lessCommon : lead >= 0xb0 ? daily : mark;
		}
	}
	return classes;
}
