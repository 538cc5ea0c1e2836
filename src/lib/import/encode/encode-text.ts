import type { EncodingName } from '../decode/encoding.ts';
import { gb18030Bytes } from './gb18030.ts';

/** Text in one of the encodings that are read. No byte order mark is added: put U+FEFF before the text for one. */
export function encodeText(text: string, encoding: EncodingName): Uint8Array {
	if (encoding === 'gb18030') return gb18030Bytes(text);
	return encoding === 'utf-8' ? new TextEncoder().encode(text) : utf16Bytes(text, encoding === 'utf-16le');
}

function utf16Bytes(text: string, littleEndian: boolean): Uint8Array {
	const bytes = new Uint8Array(text.length * 2);
	const view = new DataView(bytes.buffer);
	for (let index = 0; index < text.length; index++) view.setUint16(index * 2, text.charCodeAt(index), littleEndian);
	return bytes;
}
