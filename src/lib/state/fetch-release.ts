import type { Manifest, ReleaseHead } from '#lib/release/manifest.ts';
import { releaseFormat } from '#lib/release/rules.ts';
import {
	ReleaseDamaged,
	ReleaseUnsupported,
	type CatalogueEntry,
	type LastGood,
	type OnBytes,
	type ReleaseStore
} from './release-store.ts';

/** A release that can be opened. */
export interface FetchedRelease {
	readonly entry: CatalogueEntry;
	readonly manifest: Manifest;
	/** The checked bytes of `summary.duckdb`, given away; the first call hands over those that were fetched. */
	summary(): Promise<Uint8Array>;
	/** Set when it is not the one asked for but the one that was last good here, and why. */
	readonly kept: { readonly reason: 'damaged' | 'unreachable'; readonly lastGood: LastGood } | null;
}

export interface FetchOptions {
	/** False where no engine could use it: then the manifest alone is fetched. */
	readonly withSummary: boolean;
	readonly onBytes: OnBytes;
}

/**
 * Manifest and summary of a release, or of the one that was last good here when this one cannot be had or is not what
 * its manifest promises. Throws the first failure when nothing is left.
 */
export async function fetchRelease(
	store: ReleaseStore,
	entry: CatalogueEntry,
	options: FetchOptions
): Promise<FetchedRelease> {
	try {
		return await load(store, entry, options);
	} catch (error) {
		// The program is of another version than the data: yesterday's data would hide that.
		if (error instanceof ReleaseUnsupported) throw error;
		const lastGood = await store.lastGood(entry.profile);
		if (!lastGood || lastGood.entry.path === entry.path) throw error;
		const opened = await load(store, lastGood.entry, options).catch(() => {
			throw error;
		});
		return { ...opened, kept: { reason: error instanceof ReleaseDamaged ? 'damaged' : 'unreachable', lastGood } };
	}
}

async function load(store: ReleaseStore, entry: CatalogueEntry, options: FetchOptions): Promise<FetchedRelease> {
	try {
		return await loadBy(await store.manifest<Manifest>(entry));
	} catch (error) {
		if (!(error instanceof ReleaseDamaged)) throw error;
		// A kept manifest may be that of an earlier build of the same content: its files are other bytes.
		return loadBy(await store.manifest<Manifest>(entry, { fresh: true }));
	}

	async function loadBy(manifest: Manifest): Promise<FetchedRelease> {
		if (manifest.format !== releaseFormat) throw new ReleaseUnsupported(manifest.format, releaseFormat);
		const file = manifest.files.find(({ name }) => name === 'summary.duckdb');
		if (!file) throw new ReleaseDamaged('manifest.json', 'summary.duckdb', '');
		let first: Uint8Array | null = options.withSummary ? await store.file(entry, file, options.onBytes) : null;
		const summary = async () => {
			const bytes = first ?? (await store.file(entry, file));
			first = null;
			return bytes;
		};
		return { entry, manifest, summary, kept: null };
	}
}

/** The address of a release's file, with its hash: the browser must not mix blocks of two builds. */
export function releaseFileUrl(entry: CatalogueEntry, manifest: ReleaseHead, name: string, base: string): string {
	const file = manifest.files.find((candidate) => candidate.name === name);
	return new URL(`${entry.path}/${name}?v=${file?.sha256.slice(0, 16) ?? ''}`, base).href;
}
