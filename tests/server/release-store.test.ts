import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ReleaseStore } from '#lib/server/release-store.ts';

let folder = '';
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'gongbang-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function release(
	name: string,
	id: string,
	profile: string,
	createdAt: string,
	files = ['summary.duckdb'],
	order?: number
) {
	await mkdir(join(folder, name), { recursive: true });
	const manifest = {
		id,
		format: 1,
		createdAt,
		profile: { id: profile, title: { zh: profile, en: profile }, order },
		files: files.map((file) => ({ name: file, bytes: 3, sha256: 'f00d' }))
	};
	await writeFile(join(folder, name, 'manifest.json'), JSON.stringify(manifest));
	await writeFile(join(folder, name, 'summary.duckdb'), 'abc');
}

test('the catalogue names the newest release of each profile, the country first', async () => {
	await release('a', '01', 'chongqing', '2026-01-01T00:00:00Z');
	await release('b', '02', 'census-2004', '2026-01-01T00:00:00Z');
	await release('c', '03', 'national', '2026-01-01T00:00:00Z');
	await release('d', '04', 'chongqing', '2026-02-01T00:00:00Z');
	const entries = await new ReleaseStore(folder).catalogue();
	expect(entries.map((entry) => [entry.profile, entry.release, entry.path])).toEqual([
		['national', '03', '/releases/03'],
		['chongqing', '04', '/releases/04'],
		['census-2004', '02', '/releases/02']
	]);
});

test('profiles stand in the order that they ask for, those without one behind', async () => {
	const files = ['summary.duckdb'];
	await release('a', '01', 'shanghai', '2026-01-01', files, 3);
	await release('b', '02', 'enterprise', '2026-01-01', files, 5);
	await release('c', '03', 'of-ones-own', '2026-01-01');
	await release('d', '04', 'chongqing', '2026-01-01', files, 2);
	await release('e', '05', 'gansu', '2026-01-01', files, 4);
	const entries = await new ReleaseStore(folder).catalogue();
	expect(entries.map(({ profile }) => profile)).toEqual([
		'chongqing',
		'shanghai',
		'gansu',
		'enterprise',
		'of-ones-own'
	]);
});

test('a release that is being written or damaged is not offered, the others are', async () => {
	await release('good', '01', 'national', '2026-01-01');
	await release('.writing', '02', 'national', '2026-02-01');
	await mkdir(join(folder, 'bad'));
	await writeFile(join(folder, 'bad', 'manifest.json'), '{"id": "03", ');
	await mkdir(join(folder, 'empty'));
	expect((await new ReleaseStore(folder).catalogue()).map((entry) => entry.release)).toEqual(['01']);
});

test('a replaced manifest is seen', async () => {
	const store = new ReleaseStore(folder);
	await release('a', '01', 'national', '2026-01-01');
	expect((await store.catalogue())[0]?.release).toBe('01');
	await release('a', '02', 'national', '2026-01-02');
	await utimes(join(folder, 'a', 'manifest.json'), new Date(), new Date(Date.now() + 5000));
	expect((await store.catalogue())[0]?.release).toBe('02');
});

test('older releases stay reachable, so that open sessions keep working', async () => {
	await release('a', '01', 'national', '2026-01-01');
	await release('b', '02', 'national', '2026-02-01');
	const store = new ReleaseStore(folder);
	expect((await store.file('01', 'summary.duckdb'))?.path).toBe(join(folder, 'a', 'summary.duckdb'));
	expect((await store.file('01', 'manifest.json'))?.contentType).toContain('json');
});

test('nothing but the files that a manifest lists can be had', async () => {
	await release('a', '01', 'national', '2026-01-01', ['summary.duckdb', '../secret.txt', 'detail.duckdb']);
	await writeFile(join(folder, 'secret.txt'), 'secret');
	await writeFile(join(folder, 'a', 'unlisted.csv'), 'x');
	const store = new ReleaseStore(folder);
	for (const name of [
		'../secret.txt',
		'..%2fsecret.txt',
		'unlisted.csv',
		'.',
		'..',
		'',
		'detail.duckdb',
		'/etc/passwd'
	]) {
		expect(await store.file('01', name), name).toBeNull();
	}
	for (const id of ['..', '.', '', 'a', '../a', '%2e%2e'])
		expect(await store.file(id, 'summary.duckdb'), id).toBeNull();
});

test('a folder that is not there offers nothing', async () => {
	expect(await new ReleaseStore(join(folder, 'none')).catalogue()).toEqual([]);
});

test('the receipt of a file that the manifest names is served, and nothing else of that folder', async () => {
	await release('a', '01', 'national', '2026-01-01');
	const path = join(folder, 'a', 'manifest.json');
	const manifest = JSON.parse(await readFile(path, 'utf8')) as object;
	await writeFile(path, JSON.stringify({ ...manifest, batches: [{ id: 'beef' }, { id: '../manifest' }] }));
	await mkdir(join(folder, 'a', 'batches'));
	for (const name of ['beef', 'cafe']) await writeFile(join(folder, 'a', 'batches', `${name}.json`), '{}');
	const store = new ReleaseStore(folder);
	expect(await store.receipt('01', 'beef')).toMatchObject({ contentType: 'application/json; charset=utf-8' });
	for (const name of ['cafe', '../manifest', '']) expect(await store.receipt('01', name)).toBeNull();
	expect(await store.receipt('02', 'beef')).toBeNull();
});

test('an older release is still found by its id, and nothing else is', async () => {
	await release('a', '01', 'chongqing', '2026-01-01T00:00:00Z');
	await release('b', '02', 'chongqing', '2026-02-01T00:00:00Z');
	await release('c', '03', 'national', '2026-03-01T00:00:00Z');
	const store = new ReleaseStore(folder);
	const title = { zh: 'chongqing', en: 'chongqing' };
	expect(await store.entry('01')).toEqual({ profile: 'chongqing', title, release: '01', path: '/releases/01' });
	for (const asked of ['', '04', 'a', '../b', '__proto__', '01/', '01\0', 'manifest.json'])
		expect(await store.entry(asked)).toBeNull();
	expect((await store.releasesOf('chongqing')).map((kept) => [kept.release, kept.createdAt])).toEqual([
		['02', '2026-02-01T00:00:00Z'],
		['01', '2026-01-01T00:00:00Z']
	]);
	expect(await store.releasesOf('..')).toEqual([]);
});
