import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeGb18030 } from '../../data/demo/gb18030.ts';

const decode = (bytes: Uint8Array) => new TextDecoder('gb18030', { fatal: true }).decode(bytes);

test('known bytes: two for what GBK has, four for the rest', () => {
	expect([...encodeGb18030('A中')]).toEqual([0x41, 0xd6, 0xd0]);
	// 㐀 U+3400 and 𠀀 U+20000 by the tables of GB 18030.
	expect([...encodeGb18030('㐀')]).toEqual([0x81, 0x39, 0xee, 0x39]);
	expect([...encodeGb18030('𠀀')]).toEqual([0x95, 0x32, 0x82, 0x36]);
	expect([...encodeGb18030('　')]).toEqual([0xa1, 0xa1]);
});

test('the platform’s decoder reads back whatever was written', () => {
	// The private use area and a byte order mark at the start are what decoders treat on their own.
	const readable = fc
		.string({ unit: 'binary', maxLength: 60 })
		.filter((text) => text.isWellFormed() && !/[\uE000-\uF8FF\uFEFF]/.test(text));
	fc.assert(fc.property(readable, (text) => decode(encodeGb18030(text)) === text));
});
