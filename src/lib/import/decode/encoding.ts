/** Labels as the Encoding Standard knows them. */
export const encodings = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const;
export type EncodingName = (typeof encodings)[number];

/** What the bytes are read as, and what speaks against it. */
export interface Detection {
	readonly encoding: EncodingName;
	/** Length of the byte order mark. */
	readonly bom: number;
	/** 0–1. */
	readonly certainty: number;
	/** Both readings are valid and there is too little text to tell. */
	readonly ambiguous: boolean;
	/** Byte offset after which no reading fits; null when everything could be read. */
	readonly invalidAt: number | null;
	/** Bytes that no text has: the file is binary. */
	readonly binary: boolean;
}

const sampleBytes = 64 * 1024;
const stepBytes = 256 * 1024;
/** UTF-8 Chinese is often valid GB18030 as well; with this many characters the strict reading is beyond chance. */
const enoughCharacters = 4;

/** BOM, then strict UTF-8 over the whole file, then GB18030 (never the label `gbk`, whose repertoire is smaller). */
export function detectEncoding(bytes: Uint8Array): Detection {
	const bom = byteOrderMark(bytes);
	const sure = { certainty: 1, ambiguous: false, invalidAt: null, binary: false };
	if (bom) {
		const invalidAt = bom.encoding === 'utf-8' ? firstInvalid(bytes, 'utf-8') : null;
		return { ...sure, ...bom, invalidAt };
	}
	const wide = utf16ByZeros(bytes);
	if (wide) return { ...sure, encoding: wide, bom: 0, certainty: 0.95 };
	if (looksBinary(bytes)) return { ...sure, encoding: 'utf-8', bom: 0, certainty: 0, binary: true };

	const badUtf8 = firstInvalid(bytes, 'utf-8');
	if (badUtf8 === null) {
		const characters = countHanzi(bytes);
		const ambiguous = characters > 0 && characters < enoughCharacters && firstInvalid(bytes, 'gb18030') === null;
		return { ...sure, encoding: 'utf-8', bom: 0, ambiguous, certainty: ambiguous ? 0.5 : 1 };
	}
	const badGb = firstInvalid(bytes, 'gb18030');
	if (badGb === null) return { ...sure, encoding: 'gb18030', bom: 0, certainty: 0.95 };
	// Neither fits: the reading that holds longer is the better guess, and the place is reported.
	const encoding = badUtf8 > badGb ? 'utf-8' : 'gb18030';
	return { ...sure, encoding, bom: 0, certainty: 0.3, invalidAt: Math.max(badUtf8, badGb) };
}

function byteOrderMark(bytes: Uint8Array): { encoding: EncodingName; bom: number } | null {
	if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', bom: 3 };
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', bom: 2 };
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', bom: 2 };
	if (bytes[0] === 0x84 && bytes[1] === 0x31 && bytes[2] === 0x95 && bytes[3] === 0x33) {
		return { encoding: 'gb18030', bom: 4 };
	}
	return null;
}

/** In UTF-16 the commas, digits and line ends have a zero byte, always on the same side. */
function utf16ByZeros(bytes: Uint8Array): EncodingName | null {
	if (bytes.length < 4 || bytes.length % 2 !== 0) return null;
	const length = Math.min(bytes.length, sampleBytes);
	let even = 0;
	let odd = 0;
	for (let index = 0; index < length; index += 2) {
		if (bytes[index] === 0) even++;
		if (bytes[index + 1] === 0) odd++;
	}
	const many = Math.max(2, length / 40);
	if (odd >= many && even === 0) return 'utf-16le';
	if (even >= many && odd === 0) return 'utf-16be';
	return null;
}

function looksBinary(bytes: Uint8Array): boolean {
	const length = Math.min(bytes.length, sampleBytes);
	let strange = 0;
	for (let index = 0; index < length; index++) {
		const byte = bytes[index] ?? 0;
		if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) strange++;
	}
	return strange > Math.max(1, length / 50);
}

/** Offset of the step in which strict decoding fails, refined to the byte; null when it succeeds. */
export function firstInvalid(bytes: Uint8Array, encoding: EncodingName): number | null {
	const decoder = new TextDecoder(encoding, { fatal: true });
	for (let start = 0; start < bytes.length; start += stepBytes) {
		const end = Math.min(bytes.length, start + stepBytes);
		try {
			decoder.decode(bytes.subarray(start, end), { stream: end < bytes.length });
		} catch {
			return refine(bytes, encoding, start, end);
		}
	}
	return null;
}

/** Line by line inside the failing step: the start of the first line that does not decode. */
function refine(bytes: Uint8Array, encoding: EncodingName, start: number, end: number): number {
	let line = start;
	while (line > 0 && bytes[line - 1] !== 0x0a) line--;
	while (line < end) {
		let next = bytes.indexOf(0x0a, line);
		if (next < 0) next = bytes.length - 1;
		try {
			new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(line, next + 1));
		} catch {
			return line;
		}
		line = next + 1;
	}
	return start;
}

function countHanzi(bytes: Uint8Array): number {
	let count = 0;
	// In UTF-8 the common hanzi start with E4–E9.
	for (const byte of bytes) {
		if (byte >= 0xe4 && byte <= 0xe9) count++;
		if (count >= enoughCharacters) break;
	}
	return count;
}
