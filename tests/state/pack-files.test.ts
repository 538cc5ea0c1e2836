import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { Sha256 } from '#lib/format/sha256.ts';
import type { Manifest } from '#lib/release/manifest.ts';
import { packOfFolder } from '#lib/server/release-pack.ts';
import { packDetail, packFile, packResponse, removePack, takePack } from '#lib/state/pack-files.ts';
import { packedReleases, packPath, withPacked } from '#lib/state/packed-releases.ts';
import { fetchReceipt } from '#lib/state/fetch-receipt.ts';
import { fetchRelease } from '#lib/state/fetch-release.ts';
import { fateOf } from '#lib/state/kept-release.ts';
import { releaseFetch } from '#lib/state/release-fetch.ts';
import { keptNotes } from '#lib/state/kept-notes.ts';
import { ReleaseStore } from '#lib/state/release-store.ts';
import { releaseId, servedRelease, type ServedRelease } from '../server/api/served-release.ts';

const page = { profile: 'office', path: '/regions' };
const note = { panel: 'trend', period: '2024', text: '口径调整' };
let made: ServedRelease;
let pack: Blob;
beforeAll(async () => {
	made = await servedRelease();
	const connector = await made.sources.open(releaseId);
	const kept = { pages: [{ path: page.path, notes: [note] }] };
	const { bytes } = await packOfFolder(made.release, connector, { madeAt: '2026-01-02T00:00:00Z', kept });
	const parts: Uint8Array<ArrayBuffer>[] = [];
	for await (const piece of bytes) parts.push(piece.slice() as Uint8Array<ArrayBuffer>);
	pack = new Blob(parts);
});
afterAll(() => made.close());
afterEach(async () => {
	await removePack(releaseId);
	vi.unstubAllGlobals();
});

const take = (file: Blob, onBytes = () => {}) => takePack(file, onBytes, new AbortController().signal);
const sha256 = async (bytes: Uint8Array) => new Sha256().update(bytes).hex();

/** A browser's storage, which Node has not. */
function withStorage(): void {
	const items = new Map<string, string>();
	vi.stubGlobal('localStorage', {
		getItem: (key: string) => items.get(key) ?? null,
		setItem: (key: string, value: string) => void items.set(key, value),
		removeItem: (key: string) => void items.delete(key)
	});
}

test('a pack opens as any release does: manifest, summary, receipts, rows', async () => {
	const seen: number[] = [];
	const release = await takePack(pack, (done, total) => void seen.push(done / total), new AbortController().signal);
	expect(seen.at(-1)).toBe(1);
	expect(release).toMatchObject({ release: releaseId, profile: 'office', path: packPath(releaseId), lasting: false });
	const [entry] = withPacked([]);
	const cache = { match: vi.fn(), put: vi.fn(), delete: vi.fn(), keys: vi.fn() };
	const store = new ReleaseStore({ fetch: releaseFetch, cache, sha256 });
	const fetched = await fetchRelease(store, entry!, { withSummary: true, onBytes: () => {} });
	const original = async (name: string) => new Uint8Array(await readFile(join(made.release, name)));
	expect(fetched.manifest).toEqual(JSON.parse(await readFile(join(made.release, 'manifest.json'), 'utf8')) as Manifest);
	expect(await fetched.summary()).toEqual(await original('summary.duckdb'));
	expect(new Uint8Array(await (await packDetail(releaseId)).arrayBuffer())).toEqual(await original('detail.duckdb'));
	// It is in this browser already: nothing of it is kept a second time.
	expect(cache.put).not.toHaveBeenCalled();
	expect(cache.match).not.toHaveBeenCalled();
	expect((await packResponse(`${packPath(releaseId)}/batches/b1.json`)).status).toBe(200);
	await expect(fetchReceipt(packPath(releaseId), 'b2')).rejects.toThrow('404');
});

test('a link that names its release finds it, whatever the server says', async () => {
	const nowhere = vi.fn<typeof fetch>().mockRejectedValue(new TypeError('no connection'));
	expect(await fateOf(releaseId, nowhere)).toEqual({ is: 'unreachable' });
	await take(pack);
	expect(await fateOf(releaseId, nowhere)).toMatchObject({ is: 'kept', release: { path: packPath(releaseId) } });
	await removePack(releaseId);
	expect(await fateOf(releaseId, nowhere)).toEqual({ is: 'unreachable' });
});

test('what is removed is gone', async () => {
	await take(pack);
	expect(await packFile(releaseId)).toBe(pack);
	await removePack(releaseId);
	expect([await packFile(releaseId), packedReleases()]).toEqual([null, []]);
	expect((await packResponse(`${packPath(releaseId)}/manifest.json`)).status).toBe(404);
	await expect(packDetail(releaseId)).rejects.toThrow('no longer in this browser');
});

test('nothing of a damaged pack is kept, nor of one that somebody gave up', async () => {
	const bytes = new Uint8Array(await pack.arrayBuffer());
	bytes[bytes.length >> 1]! ^= 1;
	await expect(take(new Blob([bytes]))).rejects.toMatchObject({ name: 'PackProblem' });
	const abort = new AbortController();
	await expect(takePack(pack, () => abort.abort(), abort.signal)).rejects.toThrow();
	expect([await packFile(releaseId), packedReleases()]).toEqual([null, []]);
});

test('the notes that came with it lie beside those of this browser', async () => {
	withStorage();
	const own = { ...note, text: '自己的' };
	localStorage.setItem('gongbang-notes:["office","/regions"]', JSON.stringify([own]));
	await take(pack);
	expect(keptNotes(localStorage, page)).toEqual([note, own]);
	await take(pack);
	expect(keptNotes(localStorage, page)).toEqual([note, own]);
});
