import { mapFileName, type DrawnMap } from '#lib/dimensions/drawn-map.ts';
import { sha256 } from '#lib/import/digest.ts';
import type { ReleaseHead } from '#lib/release/manifest.ts';
import { openCache } from './capabilities.ts';
import { releaseFetch } from './release-fetch.ts';
import { ReleaseStore, type CatalogueEntry } from './release-store.ts';

/** Whether a release brings a map of its own. */
export function hasMap(manifest: ReleaseHead | null): boolean {
	return manifest?.files.some(({ name }) => name === mapFileName) ?? false;
}

const fetched = new Map<string, Promise<DrawnMap>>();

/**
 * The map of a release, fetched when a picture first asks for it and kept with the release's other files, so that it is
 * there without a connection too. A failure may be tried again.
 */
export function releaseMap(entry: CatalogueEntry, manifest: ReleaseHead): Promise<DrawnMap> {
	const known = fetched.get(manifest.id);
	if (known) return known;
	const wanted = fetchMap(entry, manifest);
	fetched.set(manifest.id, wanted);
	wanted.catch(() => fetched.delete(manifest.id));
	return wanted;
}

async function fetchMap(entry: CatalogueEntry, manifest: ReleaseHead): Promise<DrawnMap> {
	const file = manifest.files.find(({ name }) => name === mapFileName);
	if (!file) throw new Error(`Release ${manifest.id} has no map.`);
	const cache = await openCache('gongbang-releases');
	const store = new ReleaseStore({ fetch: releaseFetch, cache, sha256 });
	return JSON.parse(new TextDecoder().decode(await store.file(entry, file))) as DrawnMap;
}
