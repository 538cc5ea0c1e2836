import { encodeGb18030 } from '#data/demo/gb18030.ts';
import { bytesOf } from '../samples.ts';

/** Encodings that offices save in; the ones with `bom` begin with a byte order mark. */
export const encodingNames = [
	'utf-8',
	'utf-8 bom',
	'gb18030',
	'gb18030 bom',
	'utf-16le bom',
	'utf-16be bom',
	'utf-16le',
	'utf-16be'
] as const;
export type EncodingName = (typeof encodingNames)[number];

/** The bytes of a text in an encoding. */
export function encode(text: string, encoding: EncodingName): Uint8Array {
	if (encoding === 'utf-8') return bytesOf(text);
	if (encoding === 'utf-8 bom') return bytesOf(`\ufeff${text}`);
	if (encoding === 'gb18030') return encodeGb18030(text);
	if (encoding === 'gb18030 bom') return joined(Uint8Array.of(0x84, 0x31, 0x95, 0x33), encodeGb18030(text));
	const whole = encoding.endsWith('bom') ? `\ufeff${text}` : text;
	const bytes = new Uint8Array(whole.length * 2);
	const view = new DataView(bytes.buffer);
	for (let at = 0; at < whole.length; at++)
		view.setUint16(at * 2, whole.charCodeAt(at), encoding.startsWith('utf-16le'));
	return bytes;
}

/** Pieces one after the other. */
export function joined(...pieces: readonly Uint8Array[]): Uint8Array {
	const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
	let at = 0;
	for (const piece of pieces) {
		all.set(piece, at);
		at += piece.length;
	}
	return all;
}
