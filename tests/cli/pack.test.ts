import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { readZipDirectory, zipDataOffset } from '#lib/format/zip-directory.ts';
import { Sha256 } from '#lib/format/sha256.ts';
import { sha256 } from '#lib/release/digest.ts';
import { packName, programVersion, type PackList } from '#lib/release/pack/pack-format.ts';
import { PackProblem, type PackCode } from '#lib/release/pack/pack-problem.ts';
import { openPack } from '#lib/release/pack/read-pack.ts';
import { packBytes } from '#lib/release/pack/write-pack.ts';
import { run as pack } from '../../src/cli/commands/pack.ts';
import { run as query } from '../../src/cli/commands/query.ts';
import { run as unpack } from '../../src/cli/commands/unpack.ts';
import { releaseId, servedRelease, type ServedRelease } from '../server/api/served-release.ts';

let made: ServedRelease;
let place: string;
let file: string;
let whole: Uint8Array;
beforeAll(async () => {
	made = await servedRelease();
	place = await mkdtemp(join(tmpdir(), 'gongbang-pack-'));
	file = join(place, '工榜交接.gongbang');
	expect(await said(() => pack([made.release, '-o', file]))).toMatchObject({ code: 0, err: '' });
	whole = new Uint8Array(await readFile(file));
});
afterAll(async () => {
	await made.close();
	await rm(place, { recursive: true, force: true });
});

async function said(run: () => Promise<number>) {
	const out: string[] = [];
	const err: string[] = [];
	const spies = [
		vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0),
		vi.spyOn(process.stderr, 'write').mockImplementation((text) => err.push(String(text)) > 0)
	];
	try {
		return { code: await run(), out: out.join(''), err: err.join('') };
	} finally {
		for (const spy of spies) spy.mockRestore();
	}
}

test('what was packed comes out byte for byte, and answers the same', async () => {
	const folder = join(place, 'unfolded');
	expect(await said(() => unpack([file, '-o', folder]))).toMatchObject({ code: 0, err: '' });
	for (const name of ['manifest.json', 'summary.duckdb', 'detail.duckdb', 'batches/b1.json'])
		expect((await readFile(join(folder, name))).equals(await readFile(join(made.release, name))), name).toBe(true);
	const asked = ['coverage', '--by', 'region', '--period', '2024'];
	const before = await said(() => query([made.release, ...asked]));
	expect(await said(() => query([folder, ...asked]))).toEqual(before);
	expect(before.out).toContain('100000,全国,2024');
	const again = join(place, 'again.gongbang');
	expect((await said(() => pack([folder, '-o', again]))).code).toBe(0);
	// Only the time of packing may differ.
	const [first, second] = [unzipSync(whole), unzipSync(await readFile(again))];
	expect(Object.keys(second)).toEqual(Object.keys(first));
	for (const [name, bytes] of Object.entries(first))
		if (name !== 'pack.json') expect(second[name], name).toEqual(bytes);
});

test('a pack says what is in it: definitions in both languages, rules of boards, hashes', async () => {
	const opened = await openPack(new Blob([whole as Uint8Array<ArrayBuffer>]));
	expect(opened.list).toMatchObject({
		format: 'gongbang-pack',
		version: 1,
		program: { name: 'gongbang', version: programVersion },
		release: releaseId,
		profile: 'office'
	});
	const definitions = JSON.parse(await opened.text('definitions.json')) as { indicators: { id: string }[] };
	expect(definitions.indicators.map(({ id }) => id)).toEqual(expect.arrayContaining(['coverage', 'metric:站点']));
	expect(Object.keys(JSON.parse(await opened.text('boards.json')) as object)).toEqual(['usual', 'own']);
	expect(packName(opened.list)).toMatch(/^工榜交接-示例-\d{4}-\d\d-\d\d\.gongbang$/);
	const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
	expect(programVersion).toBe(version);
	// The large file lies there as it is: a browser reads it out of the pack.
	const detail = new Uint8Array(await (await opened.part('detail.duckdb')).arrayBuffer());
	expect(await sha256(detail)).toBe(opened.list.entries.find(({ name }) => name === 'detail.duckdb')?.sha256);
	// DuckDB files carry their name at byte 8.
	expect(new TextDecoder().decode(detail.subarray(8, 12))).toBe('DUCK');
});

test('an existing file is not replaced, a damaged release leaves none', async () => {
	expect(await said(() => pack([made.release, '-o', file]))).toMatchObject({
		code: 2,
		err: expect.stringContaining('已经存在')
	});
	const folder = join(place, 'broken');
	await said(() => unpack([file, '-o', folder]));
	const bytes = await readFile(join(folder, 'detail.duckdb'));
	bytes[bytes.length - 1]! ^= 1;
	await writeFile(join(folder, 'detail.duckdb'), bytes);
	const target = join(place, 'broken.gongbang');
	const { code, err } = await said(() => pack([folder, '-o', target, '--lang', 'en']));
	expect([code, err]).toEqual([1, expect.stringContaining('detail.duckdb in the pack is not what its hash says')]);
	expect((await readdir(place)).filter((name) => name.startsWith('broken.'))).toEqual([]);
});

test('a hash taken piece by piece is that of the whole', async () => {
	const bytes = crypto.getRandomValues(new Uint8Array(5000));
	for (const size of [1, 7, 63, 64, 65, 1000, 5000]) {
		const hash = new Sha256();
		for (let at = 0; at < bytes.length; at += size) hash.update(bytes.subarray(at, at + size));
		expect(hash.hex(), String(size)).toBe(await sha256(bytes));
	}
});

test('what does not fit into a pack is refused before a byte is written', async () => {
	const list = { madeAt: '2026-01-01T00:00:00Z' } as PackList;
	const huge = { name: 'detail.duckdb', bytes: 2 ** 33, sha256: '', bytesOf: async function* () {} };
	await expect(packBytes(list, [huge], () => new Sha256()).next()).rejects.toMatchObject({ code: 'too_large' });
});

describe('damage', () => {
	/** The pack with its files and list changed. Large files stay as they lie, as packs have them. */
	function changed(change: (files: Record<string, Uint8Array>, list: PackList) => PackList | void): Uint8Array {
		const files = unzipSync(whole);
		const list = JSON.parse(strFromU8(files['pack.json']!)) as PackList;
		const next = change(files, list) ?? list;
		if (files['pack.json']) files['pack.json'] = strToU8(JSON.stringify(next));
		const entries: Zippable = {};
		for (const [name, bytes] of Object.entries(files))
			entries[name] = [bytes, { level: name === 'detail.duckdb' ? 0 : 6 }];
		return zipSync(entries);
	}

	/** One byte of the packed bytes of an entry is another. */
	function flipped(name: string): Uint8Array {
		const bytes = whole.slice();
		const entry = readZipDirectory(bytes)!.find((each) => each.name === name)!;
		const start = entry.offset + zipDataOffset(bytes.subarray(entry.offset, entry.offset + 30))!;
		bytes[start + Math.floor(entry.compressed / 2)]! ^= 0x10;
		return bytes;
	}

	/** With the encryption flag set in directory and header. */
	function encrypted(): Uint8Array {
		const bytes = whole.slice();
		const view = new DataView(bytes.buffer);
		for (let at = 0; at + 10 < bytes.length; at++)
			if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, view.getUint16(at + 8, true) | 1, true);
		return bytes;
	}

	const manifestOf = (files: Record<string, Uint8Array>) =>
		JSON.parse(strFromU8(files['manifest.json']!)) as Record<string, unknown>;
	const withManifest = async (change: Record<string, unknown>) => {
		const text = strToU8(JSON.stringify({ ...manifestOf(unzipSync(whole)), ...change }));
		const hash = await sha256(text);
		return changed((files, list) => {
			files['manifest.json'] = text;
			const entries = list.entries.map((entry) =>
				entry.name === 'manifest.json' ? { ...entry, bytes: text.length, sha256: hash } : entry
			);
			return { ...list, entries };
		});
	};
	const bomb = () => {
		const zeros = new Uint8Array(30_000_000);
		return changed((files) => {
			files['summary.duckdb'] = zeros;
		});
	};

	const cases: readonly (readonly [string, PackCode, () => Uint8Array | Promise<Uint8Array>])[] = [
		...[
			'pack.json',
			'manifest.json',
			'definitions.json',
			'boards.json',
			'batches/b1.json',
			'summary.duckdb',
			'detail.duckdb'
		].map((name) => [`one byte of ${name}`, 'damaged', () => flipped(name)] as const),
		['its end is missing', 'truncated', () => whole.subarray(0, whole.length - 100)],
		['half of it is missing', 'truncated', () => whole.subarray(0, whole.length / 2)],
		['its beginning is missing', 'not_a_pack', () => whole.subarray(100)],
		['a file is missing', 'missing', () => changed((files) => void delete files['detail.duckdb'])],
		['its list is missing', 'not_a_pack', () => changed((files) => void delete files['pack.json'])],
		['there is one more file', 'extra', () => changed((files) => void (files['map.json'] = strToU8('{}')))],
		['a name leads out of it', 'name', () => changed((files) => void (files['../../etc/cron.d/x'] = strToU8('x')))],
		['a name is an absolute path', 'name', () => changed((files) => void (files['/etc/passwd'] = strToU8('x')))],
		['a name has backslashes', 'name', () => changed((files) => void (files['batches\\..\\x.json'] = strToU8('x')))],
		['a program hides in it', 'name', () => changed((files) => void (files['setup.exe'] = strToU8('MZ')))],
		['the manifest is of another release', 'wrong_release', () => withManifest({ id: 'ffffffffffffffff' })],
		['the manifest is of another profile', 'wrong_release', () => withManifest({ profile: { id: 'mars' } })],
		[
			'the manifest promises other files',
			'wrong_release',
			() => withManifest({ files: [{ name: 'summary.duckdb', bytes: 1, sha256: 'f'.repeat(64) }] })
		],
		[
			'the manifest promises more files',
			'missing',
			() => withManifest({ files: [{ name: 'map.json', bytes: 1, sha256: 'f'.repeat(64) }] })
		],
		['the data is of another format', 'other_format', () => withManifest({ format: 9999 })],
		['the pack is of a newer format', 'newer', () => changed((_files, list) => ({ ...list, version: 2 }))],
		['the list is nonsense', 'damaged', () => changed((_files, list) => ({ ...list, release: '../x' }))],
		['it is another archive', 'not_a_pack', () => zipSync({ 'xl/workbook.xml': strToU8('<x/>') })],
		['it is a CSV file', 'not_a_pack', () => strToU8('地区,职工人数\n北京,1\n')],
		['it is empty', 'not_a_pack', () => new Uint8Array(0)],
		['it is encrypted', 'encrypted', encrypted],
		['it unpacks to far more than it says', 'damaged', bomb]
	];

	test.each(cases)('%s: %s', async (_what, code, make) => {
		const path = join(place, 'damaged.gongbang');
		const folder = join(place, 'never');
		await writeFile(path, await make());
		for (const lang of ['zh', 'en'] as const) {
			const { code: exit, err } = await said(() => unpack([path, '-o', folder, '--lang', lang]));
			const sentence = new PackProblem(code, '').text[lang].slice(0, 4);
			expect([exit, err.startsWith('gongbang unpack: ')], err).toEqual([1, true]);
			if (!['damaged', 'missing', 'wrong_release'].includes(code)) expect(err).toContain(sentence);
			expect(err.trimEnd().split('\n')).toHaveLength(1);
		}
		const blob = new Blob([(await readFile(path)) as Uint8Array<ArrayBuffer>]);
		const found = await openPack(blob)
			.then((opened) => opened.verify(() => new Sha256()))
			.then(
				() => 'nothing',
				(error: unknown) => (error instanceof PackProblem ? error.code : String(error))
			);
		expect(found).toBe(code);
		expect((await readdir(place)).filter((name) => name.startsWith('never'))).toEqual([]);
	});
});
