import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { releaseFormat } from '#lib/release/rules.ts';
import { failureKind } from '#lib/state/failure.ts';
import { fetchRelease, releaseFileUrl } from '#lib/state/fetch-release.ts';
import {
	ReleaseDamaged,
	ReleaseStore,
	ReleaseUnreachable,
	ReleaseUnsupported,
	type CatalogueEntry
} from '#lib/state/release-store.ts';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const entryOf = (release: string): CatalogueEntry => ({
	profile: 'national',
	title: { zh: '全国', en: 'National' },
	release,
	path: `/releases/${release}`
});
const manifestOf = (id: string, content: string, format = releaseFormat) =>
	JSON.stringify({ id, format, files: [{ name: 'summary.duckdb', bytes: content.length, sha256: hash(content) }] });
const options = { withSummary: true, onBytes: () => {} };

/** A server that can be changed, and a browser that keeps what it fetched. */
function world() {
	const server = new Map<string, string>();
	const kept = new Map<string, ArrayBuffer>();
	const cache = {
		match: async (path: string) => kept.get(path) && new Response(kept.get(path)),
		put: async (path: string, response: Response) => void kept.set(path, await response.arrayBuffer()),
		delete: async (path: string) => kept.delete(path),
		keys: async () => []
	};
	const store = new ReleaseStore({
		fetch: async (path) => {
			const body = server.get(path.split('?')[0] ?? path);
			return body === undefined ? new Response('', { status: 404 }) : new Response(body);
		},
		cache: cache as unknown as Cache,
		sha256: async (bytes) => createHash('sha256').update(bytes).digest('hex')
	});
	const publish = (release: string, content: string, promised = content) => {
		server.set(`/releases/${release}/manifest.json`, manifestOf(release, promised));
		server.set(`/releases/${release}/summary.duckdb`, content);
	};
	return { server, store, publish };
}

const textOf = async (fetched: { summary(): Promise<Uint8Array> }) => new TextDecoder().decode(await fetched.summary());

test('a release whose bytes are not what was published is refused, and the last good one opens', async () => {
	const { store, publish } = world();
	publish('r1', 'good');
	const first = await fetchRelease(store, entryOf('r1'), options);
	expect([await textOf(first), first.kept]).toEqual(['good', null]);
	await store.remember(first.entry, '2024-10-08T08:00:00Z');
	publish('r2', 'tampered', 'promised');
	const second = await fetchRelease(store, entryOf('r2'), options);
	expect([second.entry.release, await textOf(second), second.kept?.reason]).toEqual(['r1', 'good', 'damaged']);
});

test('a release that is gone from the server is replaced by the last good one; without one the failure is told', async () => {
	const { store, publish } = world();
	await expect(fetchRelease(store, entryOf('r2'), options)).rejects.toBeInstanceOf(ReleaseUnreachable);
	publish('r1', 'good');
	await store.remember((await fetchRelease(store, entryOf('r1'), options)).entry, '2024-10-08T08:00:00Z');
	expect((await fetchRelease(store, entryOf('r2'), options)).kept?.reason).toBe('unreachable');
	publish('r3', 'tampered', 'promised');
	await expect(fetchRelease(world().store, entryOf('r3'), options)).rejects.toBeInstanceOf(ReleaseUnreachable);
	const fresh = world();
	fresh.publish('r3', 'tampered', 'promised');
	await expect(fetchRelease(fresh.store, entryOf('r3'), options)).rejects.toBeInstanceOf(ReleaseDamaged);
});

test('the same content built again has other bytes: the kept manifest gives way to the new one', async () => {
	const { store, publish } = world();
	publish('r1', 'first build');
	await store.manifest(entryOf('r1'));
	publish('r1', 'second build');
	expect(await textOf(await fetchRelease(store, entryOf('r1'), options))).toBe('second build');
});

test('the summary can be asked for again: the next engine needs it anew', async () => {
	const { store, publish } = world();
	publish('r1', 'good');
	const fetched = await fetchRelease(store, entryOf('r1'), options);
	expect([await textOf(fetched), await textOf(fetched)]).toEqual(['good', 'good']);
});

test('the address of a large file names the build, so that blocks of two builds are never mixed', async () => {
	const { store, publish } = world();
	publish('r1', 'good');
	const { entry, manifest } = await fetchRelease(store, entryOf('r1'), options);
	expect(releaseFileUrl(entry, manifest, 'summary.duckdb', 'http://gongbang.example/regions?period=2024')).toBe(
		`http://gongbang.example/releases/r1/summary.duckdb?v=${hash('good').slice(0, 16)}`
	);
});

test('a release of an older or a newer format is refused by name, whatever was good before', async () => {
	const { store, server, publish } = world();
	publish('r1', 'good');
	await store.remember((await fetchRelease(store, entryOf('r1'), options)).entry, '2024-10-08T08:00:00Z');
	for (const [release, format] of [
		['r2', releaseFormat - 1],
		['r3', releaseFormat + 1]
	] as const) {
		publish(release, 'other');
		server.set(`/releases/${release}/manifest.json`, manifestOf(release, 'other', format));
		const refused = await fetchRelease(store, entryOf(release), options).catch((error: unknown) => error);
		expect(refused).toBeInstanceOf(ReleaseUnsupported);
		expect(failureKind(refused)).toBe('format');
	}
});
