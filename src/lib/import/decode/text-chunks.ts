import type { EncodingName } from './encoding.ts';

const chunkBytes = 32 * 1024;

/** A piece of decoded text and how many bytes of the file are behind it. */
export interface TextChunk {
	readonly text: string;
	readonly done: number;
	readonly last: boolean;
}

/**
 * The text of the file in pieces, by one streaming decoder: a character that straddles two pieces is never broken.
 * What cannot be read becomes U+FFFD and is dealt with row by row.
 */
export function* textChunks(bytes: Uint8Array, encoding: EncodingName, bom: number): Generator<TextChunk> {
	const decoder = new TextDecoder(encoding, { ignoreBOM: true });
	let start = bom;
	do {
		const end = Math.min(bytes.length, start + chunkBytes);
		const last = end >= bytes.length;
		yield { text: decoder.decode(bytes.subarray(start, end), { stream: !last }), done: end, last };
		start = end;
	} while (start < bytes.length);
}
