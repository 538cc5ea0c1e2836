import { countHanzi, unlikelihood } from './likelihood.ts';
import { firstInvalid, foreignLine, nextNonAscii } from './validity.ts';

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
/** With fewer Chinese characters than this the readings are not told apart but asked about. */
const enoughHanzi = 4;
/** So many characters beyond ASCII are never valid UTF-8 by chance. */
const beyondChance = 64;
/** Nats by which GB18030 must be likelier before valid UTF-8 is not believed. */
const clearlyLikelier = 6;
const sure = { certainty: 1, ambiguous: false, invalidAt: null, binary: false };

/**
 * The mark; else UTF-16 where zero bytes fall into place; else strict UTF-8 over the whole file; else GB18030 (never the
 * label `gbk`, whose repertoire is smaller). Where two are valid, the likelier text decides.
 */
export function detectEncoding(bytes: Uint8Array): Detection {
	const bom = byteOrderMark(bytes);
	if (bom) return { ...sure, ...bom, invalidAt: firstInvalid(bytes, bom.encoding) };
	const wide = utf16ByLikelihood(bytes);
	if (wide) return { ...sure, encoding: wide, bom: 0, certainty: 0.97, invalidAt: firstInvalid(bytes, wide) };

	const badUtf8 = firstInvalid(bytes, 'utf-8');
	if (badUtf8 === null) {
		if (controlShare(bytes, 64) > 0.3) return binary;
		return validUtf8(bytes);
	}
	const badGb = firstInvalid(bytes, 'gb18030');
	if (badGb === null ? controlShare(bytes, 16) > 0.1 : controlShare(bytes, 1) > 0.02) return binary;
	return badGb === null ? validGb(bytes, badUtf8) : neither(bytes, badUtf8, badGb);
}

const binary: Detection = { ...sure, encoding: 'utf-8', bom: 0, certainty: 0, binary: true };

/** Strictly valid UTF-8. GB18030 text of few characters may be that by chance, and then reads as letters of no language. */
function validUtf8(bytes: Uint8Array): Detection {
	const found: Detection = { ...sure, encoding: 'utf-8', bom: 0 };
	const { short, long } = countSequences(bytes);
	if (short + long === 0 || short + long >= beyondChance) return found;
	if (firstInvalid(bytes, 'gb18030') !== null) return found;
	const sample = nonAsciiSample(bytes);
	const [utf8, gb] = [decode(sample, 'utf-8'), decode(sample, 'gb18030')];
	const lead = unlikelihood(utf8) - unlikelihood(gb);
	const hanzi = { utf8: countHanzi(utf8).all, gb: countHanzi(gb) };
	const written = hanzi.gb.all >= enoughHanzi && hanzi.gb.common * 2 > hanzi.gb.all;
	if (written && lead > clearlyLikelier && short > long) return { ...found, encoding: 'gb18030', certainty: 0.9 };
	const ambiguous = hanzi.utf8 < enoughHanzi;
	return { ...found, ambiguous, certainty: ambiguous ? 0.5 : 0.99 };
}

/** Valid GB18030 and no valid UTF-8; but one broken byte in UTF-8 does the same to a small file. */
function validGb(bytes: Uint8Array, badUtf8: number): Detection {
	const found: Detection = { ...sure, encoding: 'gb18030', bom: 0, certainty: 0.95 };
	const sample = bytes.subarray(0, sampleBytes);
	if (unlikelihood(decode(sample, 'utf-8')) + clearlyLikelier < unlikelihood(decode(sample, 'gb18030')))
		return { ...found, encoding: 'utf-8', certainty: 0.6, invalidAt: badUtf8 };
	const foreign = foreignLine(bytes);
	return foreign === null ? found : { ...found, certainty: 0.4, invalidAt: foreign };
}

/** The likelier reading is the better guess, and the place is reported. */
function neither(bytes: Uint8Array, badUtf8: number, badGb: number): Detection {
	const sample = nonAsciiSample(bytes);
	const utf8 = unlikelihood(decode(sample, 'utf-8')) <= unlikelihood(decode(sample, 'gb18030'));
	const [encoding, invalidAt] = utf8
		? (['utf-8', badUtf8] as const)
		: (['gb18030', Math.min(badGb, foreignLine(bytes) ?? badGb)] as const);
	return { ...sure, encoding, bom: 0, certainty: 0.3, invalidAt };
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

/** Only UTF-16 has zero bytes as a matter of course: in its line ends, commas and digits. */
function utf16ByLikelihood(bytes: Uint8Array): EncodingName | null {
	const sample = bytes.subarray(0, Math.min(bytes.length, sampleBytes) & ~1);
	if (sample.length < 4 || !sample.includes(0)) return null;
	let zeros = 0;
	for (const byte of sample) if (byte === 0) zeros++;
	// A file filled up with zeros is no text of any kind.
	if (zeros > sample.length * 0.6) return null;
	const narrow = Math.min(unlikelihood(decode(sample, 'utf-8')), unlikelihood(decode(sample, 'gb18030')));
	const readings = (['utf-16le', 'utf-16be'] as const).map((encoding) => {
		const text = decode(sample, encoding);
		return { encoding, cost: unlikelihood(text), breaks: /[\n\r]/.test(text) };
	});
	const [best] = readings.sort((a, b) => a.cost - b.cost);
	if (!best || best.cost + clearlyLikelier > narrow) return null;
	// Bytes at random are as little UTF-16 as anything else.
	return best.cost < (sample.length / 2) * 13 ? best.encoding : null;
}

/** Share of control characters, which no table has in number; a few among others say nothing. */
function controlShare(bytes: Uint8Array, few: number): number {
	const sample = bytes.subarray(0, sampleBytes);
	let strange = 0;
	for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) strange++;
	return strange <= few && strange * 2 < sample.length ? 0 : strange / sample.length;
}

/** Sequences of two bytes and of three or four in valid UTF-8, up to the number that is beyond chance. */
function countSequences(bytes: Uint8Array): { short: number; long: number } {
	let short = 0;
	let long = 0;
	for (let at = nextNonAscii(bytes, 0); at < bytes.length; at = nextNonAscii(bytes, at + 1)) {
		const byte = bytes[at] as number;
		if (byte < 0xc0) continue;
		if (byte < 0xe0) short++;
		else long++;
		if (short + long >= beyondChance) break;
	}
	return { short, long };
}

/** The lines of a file that hold anything beyond ASCII, as far as needed. */
function nonAsciiSample(bytes: Uint8Array): Uint8Array {
	const first = bytes.findIndex((byte) => byte >= 0x80);
	const start = bytes.lastIndexOf(0x0a, first) + 1;
	return bytes.subarray(start, start + sampleBytes);
}

function decode(bytes: Uint8Array, encoding: EncodingName): string {
	return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes, { stream: bytes.length >= sampleBytes });
}
