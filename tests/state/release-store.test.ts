import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { ReleaseDamaged, ReleaseStore, ReleaseUnreachable, type CatalogueEntry } from '#lib/state/release-store.ts';

const entry: CatalogueEntry = {
	profile: 'national',
	title: { zh: '全国', en: 'National' },
	release: 'r1',
	path: '/releases/r1'
};
const content = new TextEncoder().encode('示例'.repeat(2000));
const sha256 = createHash('sha256').update(content).digest('hex');
const path = `/releases/r1/summary.duckdb?v=${sha256.slice(0, 16)}`;
const file = { name: 'summary.duckdb', bytes: content.length, sha256 };

/** A server with the given files, and a cache that outlives it. */
function surroundings(files: Record<string, Uint8Array<ArrayBuffer> | string>, kept = new Map<string, ArrayBuffer>()) {
	const asked: string[] = [];
	const keyOf = (request: string | Request) =>
		typeof request === 'string' ? request : new URL(request.url).pathname + new URL(request.url).search;
	const cache = {
		match: async (request: string | Request) => {
			const bytes = kept.get(keyOf(request));
			return bytes && new Response(bytes);
		},
		put: async (path: string, response: Response) => void kept.set(path, await response.arrayBuffer()),
		delete: async (request: string | Request) => kept.delete(keyOf(request)),
		keys: async () => [...kept.keys()].map((path) => new Request(`http://localhost${path}`))
	};
	const store = new ReleaseStore({
		fetch: async (path) => {
			asked.push(path);
			const body = files[path];
			return body === undefined ? new Response('', { status: 404 }) : new Response(body);
		},
		cache: cache as unknown as Cache,
		sha256: async (bytes) => createHash('sha256').update(bytes).digest('hex')
	});
	return { store, asked, kept };
}

test('a file is fetched whole with progress, checked and kept for the next start', async () => {
	const { store, asked } = surroundings({ [path]: content });
	const told: [number, number][] = [];
	expect(await store.file(entry, file, (done, total) => told.push([done, total]))).toEqual(content);
	expect(told.at(-1)).toEqual([content.length, content.length]);
	expect(await store.file(entry, file)).toEqual(content);
	expect(asked).toEqual([path]);
});

test('bytes that differ from the manifest are refused and not kept', async () => {
	const { store, kept } = surroundings({ [path]: content.slice(1) });
	await expect(store.file(entry, file)).rejects.toBeInstanceOf(ReleaseDamaged);
	expect(kept.size).toBe(0);
});

test('a kept copy that was damaged is fetched again', async () => {
	const kept = new Map([[path, new TextEncoder().encode('rotten').buffer]]);
	const { store, asked } = surroundings({ [path]: content }, kept);
	expect(await store.file(entry, file)).toEqual(content);
	expect(asked).toHaveLength(1);
});

test('a manifest of another release is refused', async () => {
	const { store } = surroundings({ '/releases/r1/manifest.json': JSON.stringify({ id: 'r2' }) });
	await expect(store.manifest(entry)).rejects.toBeInstanceOf(ReleaseDamaged);
});

test('a fresh manifest replaces a kept one', async () => {
	const { kept } = surroundings({});
	const server = { '/releases/r1/manifest.json': JSON.stringify({ id: 'r1', build: 1 }) };
	const { store } = surroundings(server, kept);
	expect(await store.manifest(entry)).toEqual({ id: 'r1', build: 1 });
	server['/releases/r1/manifest.json'] = JSON.stringify({ id: 'r1', build: 2 });
	expect(await store.manifest(entry)).toEqual({ id: 'r1', build: 1 });
	expect(await store.manifest(entry, { fresh: true })).toEqual({ id: 'r1', build: 2 });
	expect(await store.manifest(entry)).toEqual({ id: 'r1', build: 2 });
});

test('without the server the kept catalogue serves, and with nothing kept the error says so', async () => {
	const first = surroundings({ '/releases/catalogue.json': JSON.stringify([entry]) });
	expect(await first.store.catalogue()).toEqual({ entries: [entry], offline: false });
	expect(await surroundings({}, first.kept).store.catalogue()).toEqual({ entries: [entry], offline: true });
	await expect(surroundings({}).store.catalogue()).rejects.toBeInstanceOf(ReleaseUnreachable);
});

test('opening a newer release well lets go of the files of the older one', async () => {
	const newer = { ...entry, release: 'r2', path: '/releases/r2' };
	const { store, kept } = surroundings({
		[path]: content,
		[path.replace('r1', 'r2')]: content
	});
	await store.file(entry, file);
	await store.remember(entry, '2024-10-08T08:00:00Z');
	await store.file(newer, file);
	await store.remember(newer, '2025-01-08T08:00:00Z');
	expect([...kept.keys()].filter((path) => path.startsWith('/releases/'))).toEqual([path.replace('r1', 'r2')]);
	expect(await store.lastGood('national')).toEqual({ entry: newer, openedAt: '2025-01-08T08:00:00Z' });
});

test('a release that never opened well goes with the next; other profiles and what is on offer stay', async () => {
	const other = { ...entry, profile: 'gansu', release: 'g1', path: '/releases/g1' };
	const [second, third, fourth] = ['r2', 'r3', 'r4'].map((release) => ({
		...entry,
		release,
		path: `/releases/${release}`
	}));
	const at = (release: string) => path.replace('r1', release);
	const offered = JSON.stringify([fourth, other]);
	const files = Object.fromEntries(['r1', 'r2', 'r3', 'r4', 'g1'].map((release) => [at(release), content]));
	const { store, kept } = surroundings({ ...files, '/releases/catalogue.json': offered });
	for (const good of [other, entry]) {
		await store.file(good, file);
		await store.remember(good, '2024-10-08T08:00:00Z');
	}
	await store.file(second!, file);
	await store.catalogue();
	await store.file(fourth!, file);
	await store.file(third!, file);
	await store.remember(third!, '2025-01-08T08:00:00Z');
	const left = [...kept.keys()].filter((key) => key.includes('summary'));
	expect(left.toSorted()).toEqual([at('g1'), at('r3'), at('r4')]);
	expect(await store.catalogue()).toMatchObject({ offline: false });
	expect(await store.lastGood('gansu')).toMatchObject({ entry: other });
});
