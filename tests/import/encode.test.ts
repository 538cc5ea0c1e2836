import { DuckDBInstance } from '@duckdb/node-api';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { EncodingName } from '#lib/import/decode/encoding.ts';
import { encodeText } from '#lib/import/encode/encode-text.ts';
import { gb18030Bytes } from '#lib/import/encode/gb18030.ts';
import { importFile, readTable } from '#lib/import/index.ts';
import { optionsFor } from './profile.ts';
import { recordsOf } from './records.ts';

/** Code points of older editions whose bytes now mean another character, by the Encoding Standard. */
const succeeded = [
	...['e78d fe10', 'e78e fe12', 'e78f fe11', 'e790 fe13', 'e791 fe14', 'e792 fe15', 'e793 fe16', 'e794 fe17'],
	...['e795 fe18', 'e796 fe19', 'e81e 9fb4', 'e826 9fb5', 'e82b 9fb6', 'e82c 9fb7', 'e832 9fb8', 'e843 9fb9'],
	...['e854 9fba', 'e864 9fbb']
].map((pair) => pair.split(' ').map((hex) => Number.parseInt(hex, 16)) as [number, number]);
const withoutCode = 0xe5e5;

/** Every Unicode scalar, unassigned and private ones included. */
function* scalars(): Generator<number> {
	for (let point = 0; point <= 0x10ffff; point++) {
		if (point === 0xd800) point = 0xe000;
		yield point;
	}
}

const hex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const decoded = (bytes: Uint8Array, encoding: string) =>
	new TextDecoder(encoding, { ignoreBOM: true, fatal: true }).decode(bytes);

test('every character comes back from every encoding, but for the nineteen that GB18030 has given up', () => {
	for (const encoding of ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] satisfies EncodingName[]) {
		const decoder = new TextDecoder(encoding, { ignoreBOM: true, fatal: true });
		const returns = (text: string) => decoder.decode(encodeText(text, encoding)) === text;
		const changed: number[] = [];
		let some: number[] = [];
		for (const point of scalars()) {
			some.push(point);
			if (some.length < 1024 && point < 0x10ffff) continue;
			if (!returns(String.fromCodePoint(...some)))
				changed.push(...some.filter((one) => !returns(String.fromCodePoint(one))));
			some = [];
		}
		const expected = [withoutCode, ...succeeded.map(([point]) => point)];
		expect(changed, encoding).toEqual(encoding === 'gb18030' ? expected : []);
	}
}, 60_000);

test('GB18030 bytes are those of the standard', () => {
	const expected: [string, string][] = [
		['A', '41'],
		['\u0080', '81308130'],
		['€', 'a2e3'],
		['\u3000', 'a1a1'],
		['工', 'b9a4'],
		['匠', 'bdb3'],
		['㐀', '8139ee39'],
		['龦', '82358f33'],
		// 2022: U+1E3F and U+E7C7 have changed places.
		['ḿ', 'a8bc'],
		['\ue7c7', '8135f437'],
		['龴', 'fe59'],
		['︐', 'a6d9'],
		['\ue000', 'aaa1'],
		['\uffff', '8431a439'],
		['\ufeff', '84319533'],
		['\u{10000}', '90308130'],
		['𠀀', '95328236'],
		['𰻝', '9a378637'],
		['😀', '9439fc36'],
		['\u{10ffff}', 'e3329a35']
	];
	expect(expected.map(([text]) => [text, hex(gb18030Bytes(text))])).toEqual(expected);
});

test('characters without a code of their own become what took their place, or the replacement character', () => {
	for (const [point, successor] of succeeded)
		expect(decoded(gb18030Bytes(String.fromCodePoint(point)), 'gb18030')).toBe(String.fromCodePoint(successor));
	expect(decoded(gb18030Bytes(String.fromCodePoint(withoutCode)), 'gb18030')).toBe('\ufffd');
	expect(decoded(gb18030Bytes('a\ud800b'), 'gb18030')).toBe('a\ufffdb');
});

test('odd bytes read as the Encoding Standard says', () => {
	const read = (...bytes: number[]) => new TextDecoder('gb18030').decode(Uint8Array.from(bytes));
	// A single 0x80 is the euro of Windows-936, 0xFF is nothing; A3A0, once U+E5E5, is an ideographic space.
	expect(read(0x80)).toBe('€');
	expect(read(0xff)).toBe('\ufffd');
	expect(read(0xa3, 0xa0)).toBe('\u3000');
	// A broken character never swallows the comma or line end behind it.
	expect(read(0xb9, 0x2c, 0x81, 0x0a, 0x81, 0x30, 0x0a)).toBe('\ufffd,\ufffd\n\ufffd0\n');
});

test('the marks of all encodings are their U+FEFF', () => {
	const marks = (['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const).map((name) => hex(encodeText('\ufeff', name)));
	expect(marks).toEqual(['efbbbf', '84319533', 'fffe', 'feff']);
});

const cellCharacters = 200;

/** A table with a named row for each run of characters. */
function tableOf(points: Iterable<number>): string[][] {
	const rows: string[][] = [['成果编号', '类别', '名称']];
	let cell = '';
	let size = 0;
	const close = () => {
		if (size > 0) rows.push([`N${rows.length}`, '合理化建议', `首${cell}尾`]);
		[cell, size] = ['', 0];
	};
	for (const point of points) {
		cell += String.fromCodePoint(point);
		if (++size === cellCharacters) close();
	}
	close();
	return rows;
}

const csvOf = (rows: string[][]) =>
	rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n') + '\r\n';

test('every character of a GB18030 file is in the table that was read', async () => {
	const lost = new Set([withoutCode, ...succeeded.map(([point]) => point)]);
	const all = [...scalars()].filter((point) => !lost.has(point));
	const rows = tableOf(all);
	const { rows: read } = await readTable(gb18030Bytes(csvOf(rows)), { fileName: '全部.csv', encoding: 'gb18030' });
	expect(read.length).toBe(rows.length);
	expect(rows.findIndex((row, at) => row.join('\u0001') !== read[at]?.join('\u0001'))).toBe(-1);
}, 60_000);

test('every character survives file, batch, database and export', async () => {
	// Written by rule in another way: full-width forms, spaces without ink, controls; U+FFFD is damage.
	const normalised =
		// eslint-disable-next-line no-control-regex
		/[\u0000-\u001f\u007f-\u00a0\u2000-\u200f\u2028-\u202f\u205f\u2060\u3000\ufeff\uff01-\uff5e\ufffd]/u;
	const lost = new Set([withoutCode, ...succeeded.map(([point]) => point)]);
	const rows = tableOf(
		[...scalars()].filter((point) => !lost.has(point) && !normalised.test(String.fromCodePoint(point)))
	);
	const result = await importFile(gb18030Bytes(csvOf(rows)), optionsFor('全部.csv', { encoding: 'gb18030' }));
	expect(result.receipt).toMatchObject({ dataset: 'innovations', rowsLoaded: rows.length - 1, rowsSetAside: 0 });
	const expected = rows.slice(1).map((row) => row[2]);
	expect(recordsOf(result).map(({ title }) => title)).toEqual(expected);

	const folder = await mkdtemp(join(tmpdir(), 'encode-'));
	try {
		await writeFile(join(folder, 'batch.csv'), result.batch!.csv);
		const instance = await DuckDBInstance.create();
		const connection = await instance.connect();
		await connection.run(
			`CREATE TABLE batch AS FROM read_csv('${join(folder, 'batch.csv')}', header = true, all_varchar = true, quote = '"', escape = '"', delim = ',', new_line = '\\n', max_line_size = 1000000)`
		);
		const stored = await connection.runAndReadAll('SELECT title FROM batch ORDER BY CAST(_line AS INTEGER)');
		expect(stored.getRows().map(([title]) => title)).toEqual(expected);
		await connection.run(`COPY (FROM batch) TO '${join(folder, 'export.csv')}' (HEADER, DELIMITER ',')`);
		const { rows: exported } = await readTable(await readFile(join(folder, 'export.csv')), { fileName: 'export.csv' });
		const column = exported[0]!.indexOf('title');
		expect(exported.slice(1).map((row) => row[column])).toEqual(expected);
		connection.closeSync();
	} finally {
		await rm(folder, { recursive: true });
	}
}, 120_000);

test('a file reads the same wherever its pieces are cut', async () => {
	const cell = '工匠ḿ\ue7c7㐀龴€𠀀😀\u{10ffff}\uffffé\r\n二"行';
	const tail = `"${cell.replaceAll('"', '""')}",末\r\n尾,完`;
	for (const encoding of ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const) {
		const end = encodeText(tail, encoding);
		const unit = encoding.startsWith('utf-16') ? 2 : 1;
		const head = encodeText('\ufeff甲,乙\r\n', encoding);
		for (let cut = 0; cut <= end.length; cut++) {
			// The reader takes pieces of 64 kB: filler before puts the cut at every byte of the tail.
			const room = 65_536 - head.length - cut - 4 * unit;
			if (encoding === 'utf-8' || room % unit === 0) {
				const filler = encodeText(`${'x'.repeat(Math.floor(room / unit))},y\r\n`, encoding);
				const bytes = new Uint8Array(head.length + filler.length + end.length);
				bytes.set(head);
				bytes.set(filler, head.length);
				bytes.set(end, head.length + filler.length);
				const { rows } = await readTable(bytes, { fileName: '切.csv' });
				expect([encoding, cut, rows.slice(2)]).toEqual([
					encoding,
					cut,
					[
						[cell, '末'],
						['尾', '完']
					]
				]);
			}
		}
	}
}, 60_000);
