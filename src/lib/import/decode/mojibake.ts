import { countHanzi, unlikelihood } from './likelihood.ts';

/** Nats per cell by which the restored text must be likelier. */
const clearlyLikelier = 8;

/**
 * The first line with text that was decoded in the wrong encoding before it was saved: UTF-8 read as GBK (鍦板尯), or
 * UTF-8 or GBK read as Western European (åœ°åŒº, µØÇø). Undoing the mistake must give likelier Chinese. Null when
 * there is none.
 */
export function garbledLine(text: string): { line: number; sample: string } | null {
	const suspects = (suspect ??= suspectCharacters());
	if (!suspects.test(text)) return null;
	const lines = text.split(/\r\n|\n|\r/);
	for (const [index, line] of lines.entries()) {
		for (const cell of line.split(/[,;\t|，；"]/)) {
			if (suspects.test(cell) && isGarbled(cell)) return { line: index + 1, sample: cell };
		}
	}
	return null;
}

let suspect: RegExp | null = null;

/** Two letters of Latin-1, or a Chinese character that the beginning of a UTF-8 sequence becomes in GBK. */
function suspectCharacters(): RegExp {
	const decoder = new TextDecoder('gb18030');
	let starts = '';
	for (let lead = 0xe4; lead <= 0xe9; lead++)
		for (let trail = 0x80; trail <= 0xbf; trail++) starts += decoder.decode(Uint8Array.of(lead, trail));
	return new RegExp(`[\\u0080-\\u00ff][\\u0080-\\u2122]|[${starts}]`);
}

function isGarbled(cell: string): boolean {
	const now = unlikelihood(cell);
	const likelier = (bytes: Uint8Array | null, encoding: string) => {
		if (!bytes) return false;
		// The last character may have been cut in two.
		const restored = new TextDecoder(encoding).decode(bytes).replace(/\ufffd\??$/, '');
		return countHanzi(restored).common >= 2 && unlikelihood(restored) + clearlyLikelier < now;
	};
	const bytes = asWestern(cell);
	return likelier(bytes, 'utf-8') || likelier(bytes, 'gb18030') || likelier(asGb(cell), 'utf-8');
}

let western: Map<string, number> | null = null;
let gb: Map<string, readonly [number, number]> | null = null;

function asWestern(text: string): Uint8Array | null {
	western ??= new Map(
		Array.from(
			{ length: 256 },
			(_, byte) => [new TextDecoder('windows-1252').decode(Uint8Array.of(byte)), byte] as const
		)
	);
	const bytes: number[] = [];
	for (const character of text) {
		const byte = western.get(character) ?? character.charCodeAt(0);
		if (byte > 255) return null;
		bytes.push(byte);
	}
	return Uint8Array.from(bytes);
}

function asGb(text: string): Uint8Array | null {
	gb ??= gbPairs();
	const bytes: number[] = [];
	for (const character of text) {
		const code = character.charCodeAt(0);
		const pair = gb.get(character);
		if (code < 0x80) bytes.push(code);
		else if (pair) bytes.push(...pair);
		else return null;
	}
	return Uint8Array.from(bytes);
}

function gbPairs(): Map<string, readonly [number, number]> {
	const pairs = new Map<string, readonly [number, number]>();
	const decoder = new TextDecoder('gb18030');
	for (let lead = 0x81; lead <= 0xfe; lead++)
		for (let trail = 0x40; trail <= 0xfe; trail++) {
			const character = decoder.decode(Uint8Array.of(lead, trail));
			if (trail !== 0x7f && character.length === 1 && !pairs.has(character)) pairs.set(character, [lead, trail]);
		}
	return pairs;
}
