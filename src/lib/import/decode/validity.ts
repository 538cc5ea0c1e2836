import type { EncodingName } from './encoding.ts';

const stepBytes = 256 * 1024;
const lineFeed = 0x0a;

/** Byte offset of the first line that strict decoding refuses; null when everything decodes. */
export function firstInvalid(bytes: Uint8Array, encoding: EncodingName): number | null {
	const decoder = new TextDecoder(encoding, { fatal: true });
	for (let start = 0; start < bytes.length; start += stepBytes) {
		const end = Math.min(bytes.length, start + stepBytes);
		try {
			decoder.decode(bytes.subarray(start, end), { stream: end < bytes.length });
		} catch {
			return encoding.startsWith('utf-16') ? start : refine(bytes, encoding, start, end);
		}
	}
	return null;
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
