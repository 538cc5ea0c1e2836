import type { EncodingName } from './encoding.ts';

const stepBytes = 256 * 1024;
const lineFeed = 0x0a;
/** Bytes of the longest character. */
const longestCharacter = 4;

/** Byte offset of the first line that strict decoding refuses; null when everything decodes. */
export function firstInvalid(bytes: Uint8Array, encoding: EncodingName): number | null {
	const decoder = new TextDecoder(encoding, { fatal: true });
	const narrow = !encoding.startsWith('utf-16');
	for (let start = 0; start < bytes.length; start += stepBytes) {
		const end = Math.min(bytes.length, start + stepBytes);
		const step = bytes.subarray(start, end);
		// Of ASCII only that has to be looked at which may belong to the last character of the step before.
		const plain = narrow && nextNonAscii(step, 0) === step.length;
		try {
			decoder.decode(plain ? step.subarray(0, longestCharacter) : step, { stream: end < bytes.length });
		} catch {
			return narrow ? refine(bytes, encoding, start, end) : start;
		}
	}
	return null;
}

/** Where the next byte beyond ASCII is, the length where there is none: found by words, because most tables are ASCII. */
export function nextNonAscii(bytes: Uint8Array, from: number): number {
	let at = from;
	const aligned = () => (bytes.byteOffset + at) % 4 === 0;
	for (; at < bytes.length && !aligned(); at++) if ((bytes[at] as number) >= 0x80) return at;
	if (at >= bytes.length) return bytes.length;
	const words = new Uint32Array(bytes.buffer, bytes.byteOffset + at, (bytes.length - at) >> 2);
	let word = 0;
	while (word < words.length && ((words[word] as number) & 0x80808080) === 0) word++;
	for (at += word * 4; at < bytes.length; at++) if ((bytes[at] as number) >= 0x80) return at;
	return bytes.length;
}

/** Line by line inside the failing step: the start of the first line that does not decode. */
function refine(bytes: Uint8Array, encoding: EncodingName, start: number, end: number): number {
	let line = bytes.lastIndexOf(lineFeed, start - 1) + 1;
	if (start === 0) line = 0;
	while (line < end) {
		const next = bytes.indexOf(lineFeed, line);
		const lineEnd = next < 0 ? bytes.length : next + 1;
		try {
			new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(line, lineEnd));
		} catch {
			return line;
		}
		line = lineEnd;
	}
	return start;
}

/** Chinese characters in one line of UTF-8 that are beyond chance as GB18030. */
const enoughInLine = 4;

/**
 * Start of the first line that is UTF-8 in a file that reads as GB18030: two files were joined. In GB18030 text a line
 * hardly ever consists of three-byte sequences only.
 */
export function foreignLine(bytes: Uint8Array): number | null {
	let lineStart = 0;
	let hanzi = 0;
	let pure = true;
	let pending = 0;
	for (let index = 0; index <= bytes.length; index++) {
		const byte = bytes[index] ?? lineFeed;
		if (byte === lineFeed) {
			if (pure && pending === 0 && hanzi >= enoughInLine) return lineStart;
			[lineStart, hanzi, pure, pending] = [index + 1, 0, true, 0];
		} else if (!pure) {
			continue;
		} else if (pending > 0) {
			pending = byte >= 0x80 && byte < 0xc0 ? pending - 1 : -1;
			if (pending < 0) [pure, pending] = [false, 0];
			else if (pending === 0) hanzi++;
		} else if (byte >= 0x80) {
			if (byte >= 0xe2 && byte <= 0xef) pending = 2;
			else pure = false;
		}
	}
	return null;
}
