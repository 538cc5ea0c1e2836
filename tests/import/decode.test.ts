import { expect, test } from 'vitest';
import { detectEncoding } from '#lib/import/decode/encoding.ts';
import { fileKind } from '#lib/import/decode/magic.ts';
import { textChunks } from '#lib/import/decode/text-chunks.ts';
import { plainNumber } from '#lib/import/decode/plain-number.ts';
import { sha256, sha256Plain } from '#lib/import/digest.ts';
import { bytesOf, gb18030 } from './samples.ts';

test('kinds of files by their first bytes', () => {
	const kindOf = (start: number[]) => fileKind(Uint8Array.from([...start, ...new Array(600).fill(0x20)]));
	expect(fileKind(new Uint8Array())).toEqual({ kind: 'empty' });
	expect(kindOf([0x25, 0x50, 0x44, 0x46, 0x2d])).toEqual({ kind: 'refused', name: 'PDF' });
	expect(kindOf([0xd0, 0xcf, 0x11, 0xe0])).toEqual({ kind: 'refused', name: 'XLS' });
	expect(kindOf([0x89, 0x50, 0x4e, 0x47])).toEqual({ kind: 'refused', name: 'PNG' });
	expect(kindOf([0x50, 0x4b, 3, 4])).toEqual({ kind: 'refused', name: 'ZIP' });
	expect(fileKind(bytesOf('\n<!DOCTYPE html><table>'))).toEqual({ kind: 'refused', name: 'HTML' });
	expect(fileKind(bytesOf('地区,数值\n'))).toEqual({ kind: 'text' });
});

test('encodings by mark, strictness and zeros', () => {
	const text = '地区,就业人数（万人）\n江苏,1882.67\n';
	expect(detectEncoding(bytesOf(text))).toMatchObject({ encoding: 'utf-8', ambiguous: false, invalidAt: null });
	expect(detectEncoding(bytesOf(`\ufeff${text}`))).toMatchObject({ encoding: 'utf-8', bom: 3 });
	expect(detectEncoding(gb18030(text))).toMatchObject({ encoding: 'gb18030', invalidAt: null });
	const wide = new Uint8Array(Uint16Array.from(text, (character) => character.charCodeAt(0)).buffer);
	expect(detectEncoding(wide)).toMatchObject({ encoding: 'utf-16le', bom: 0 });
	expect(detectEncoding(Uint8Array.of(0xff, 0xfe, ...wide))).toMatchObject({ encoding: 'utf-16le', bom: 2 });
});

test('too little Chinese to tell is said to be ambiguous', () => {
	// 鍖 (E9 8D 96) in UTF-8 twice is six bytes, i.e. three GB18030 characters as well.
	expect(detectEncoding(bytesOf('鍖鍖,1\n')).ambiguous).toBe(true);
	expect(detectEncoding(bytesOf('a,1\n')).ambiguous).toBe(false);
});

test('bytes of no encoding are placed at the start of their line', () => {
	const bytes = Uint8Array.of(...bytesOf('地区,值\n北京,1\n'), 0xe4, 0xff, 0x2c, 0x31, 0x0a);
	expect(detectEncoding(bytes)).toMatchObject({ invalidAt: bytesOf('地区,值\n北京,1\n').length });
});

test('characters across the edges of pieces stay whole', () => {
	const text = `a${'工'.repeat(200_000)}`;
	for (const [bytes, encoding] of [
		[bytesOf(text), 'utf-8'],
		[gb18030(text), 'gb18030']
	] as const) {
		expect([...textChunks(bytes, encoding, 0)].map((chunk) => chunk.text).join('') === text).toBe(true);
	}
});

test('numbers of workbooks as Excel shows them', () => {
	expect(plainNumber('1882.6700000000001')).toBe('1882.67');
	expect(plainNumber('3.7E-2')).toBe('0.037');
	expect(plainNumber('370000')).toBe('370000');
	expect(plainNumber('0.30000000000000004')).toBe('0.3');
});

test('the plain digest is SHA-256', async () => {
	expect(sha256Plain(bytesOf('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
	for (const length of [0, 55, 56, 63, 64, 65, 5000]) {
		const bytes = new Uint8Array(length).fill(length % 251);
		expect(sha256Plain(bytes)).toBe(await sha256(bytes));
	}
});
