import type { Connector } from '#lib/engine/connector.ts';
import { askedRelease, type AskedRelease } from '#lib/release/question/asked-release.ts';
import { readFile } from 'node:fs/promises';
import type { Manifest } from '#lib/release/manifest.ts';
import { openedRelease } from '../open-releases.ts';
import type { CatalogueEntry, ReleaseStore } from '../release-store.ts';
import { servedReleases } from '../served-releases.ts';
import { ApiError } from './api-error.ts';
import type { Values } from './parameters.ts';
import { noRelease } from './respond.ts';

/** Where the releases of the interface are. */
export interface ApiSources {
	readonly store: ReleaseStore;
	open(release: string): Promise<Connector>;
}

/** The releases that this server serves. */
export const servedSources: ApiSources = { store: servedReleases, open: openedRelease };

/** The release that a request is about. */
export interface ChosenRelease {
	readonly entry: CatalogueEntry;
	/** Release and bytes: what answers depend on. */
	readonly of: string;
	/** Whether the request names it, so that the answer stays the same. */
	readonly fixed: boolean;
}

/** The release that a request names, or the newest of its profile, or of the first. Throws an ApiError. */
export async function chosenRelease({ store }: ApiSources, values: Values): Promise<ChosenRelease> {
	const [id, profile] = [values.text('release'), values.text('profile')];
	const entry = id === null ? await newest(store, profile) : await store.entry(id);
	const summary = entry && (await store.file(entry.release, 'summary.duckdb'));
	if (!entry || !summary) throw noRelease(id ?? '');
	if (profile !== null && entry.profile !== profile)
		throw new ApiError(
			'bad_parameter',
			`发布 ${entry.release} 属于方案 ${entry.profile}，不是 ${profile}。`,
			`Release ${entry.release} is of the profile ${entry.profile}, not ${profile}.`,
			'profile'
		);
	return { entry, of: `${entry.release} ${summary.etag}`, fixed: id !== null };
}

async function newest(store: ReleaseStore, profile: string | null): Promise<CatalogueEntry> {
	const catalogue = await store.catalogue();
	const [first] = catalogue;
	if (!first) throw new ApiError('no_release', '服务器上还没有发布。', 'This server has no release yet.');
	if (profile === null) return first;
	const found = catalogue.find((entry) => entry.profile === profile);
	if (found) return found;
	const known = catalogue.map((entry) => entry.profile);
	throw new ApiError(
		'no_release',
		`没有方案“${profile}”的发布，有：${known.join('、')}。`,
		`There is no release of the profile “${profile}”; there are ${known.join(', ')}.`,
		'profile'
	);
}

/** The manifest of a release. Throws an ApiError where it is gone. */
export async function manifestOf({ store }: ApiSources, release: string): Promise<Manifest> {
	const file = await store.file(release, 'manifest.json');
	if (!file) throw noRelease(release);
	return JSON.parse(await readFile(file.path, 'utf8')) as Manifest;
}

/** Lists by connector: one connector is one release and its bytes. */
const asked = new WeakMap<Connector, Promise<AskedRelease>>();

/** A release that questions can be put to; its lists are read once. */
export async function releaseToAsk(sources: ApiSources, release: string): Promise<AskedRelease> {
	const connector = await sources.open(release);
	const known = asked.get(connector);
	if (known) return known;
	const read = manifestOf(sources, release).then(({ profile }) => askedRelease(connector, profile.home));
	asked.set(connector, read);
	read.catch(() => asked.delete(connector));
	return read;
}
