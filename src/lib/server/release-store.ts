import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bilingual } from '#lib/format/language.ts';
import type { ImmutableFile } from './file-response.ts';

/** One line of the catalogue: the release that a profile is shown from. */
export interface CatalogueEntry {
	readonly profile: string;
	readonly title: Bilingual;
	readonly release: string;
	/** Where its files are, below the origin. */
	readonly path: string;
}

/** A release that is kept beside newer ones. */
export interface KeptRelease extends CatalogueEntry {
	/** ISO time. */
	readonly createdAt: string;
}

/** What the store needs to know of a manifest. */
interface ManifestHead {
	readonly id: string;
	readonly createdAt: string;
	readonly profile: { readonly id: string; readonly title: Bilingual; readonly order?: number };
	readonly files: readonly { readonly name: string; readonly sha256: string }[];
	readonly batches: readonly { readonly id: string }[];
}

interface StoredRelease {
	readonly folder: string;
	readonly manifest: ManifestHead;
}

const contentTypes: Record<string, string> = {
	'.json': 'application/json; charset=utf-8',
	'.csv': 'text/csv; charset=utf-8'
};

/**
 * The releases below a folder, one subfolder each. A subfolder counts when it holds a readable `manifest.json`; it is
 * written elsewhere and renamed into place, so a release is there as a whole or not at all.
 */
export class ReleaseStore {
	readonly #folder: string;
	/** Manifests by path, with the modification time that they were read at. */
	readonly #known = new Map<string, { modified: number; manifest: ManifestHead | null }>();

	constructor(folder: string) {
		this.#folder = folder;
	}

	/** The newest release of each profile, in the order of the profiles' first releases. */
	async catalogue(): Promise<CatalogueEntry[]> {
		const newest = new Map<string, ManifestHead>();
		for (const { manifest } of await this.#releases()) {
			const other = newest.get(manifest.profile.id);
			if (!other || isNewer(manifest, other)) newest.set(manifest.profile.id, manifest);
		}
		return [...newest.values()].sort(byProfile).map(entryOf);
	}

	/** A release that is kept, newest or not, or null. Only what a manifest states comes back, never what was asked for. */
	async entry(release: string): Promise<CatalogueEntry | null> {
		const stored = (await this.#releases()).find(({ manifest }) => manifest.id === release);
		return stored ? entryOf(stored.manifest) : null;
	}

	/** The releases of a profile that are kept, the newest first. */
	async releasesOf(profile: string): Promise<KeptRelease[]> {
		return (await this.#releases())
			.map(({ manifest }) => manifest)
			.filter((manifest) => manifest.profile.id === profile)
			.sort((one, other) => (isNewer(one, other) ? -1 : 1))
			.map((manifest) => ({ ...entryOf(manifest), createdAt: manifest.createdAt }));
	}

	/**
	 * A file of a release, or null. Only ids and names that a manifest states are looked at: no path is ever put
	 * together from what was asked for.
	 */
	async file(release: string, name: string): Promise<ImmutableFile | null> {
		const stored = (await this.#releases()).find(({ manifest }) => manifest.id === release);
		if (!stored) return null;
		if (name === 'manifest.json') {
			return this.#existing(join(stored.folder, 'manifest.json'), '.json', `"${stored.manifest.id}"`);
		}
		const listed = stored.manifest.files.find((file) => file.name === name && /^[\w-]+(\.[\w-]+)+$/.test(file.name));
		if (!listed) return null;
		return this.#existing(join(stored.folder, listed.name), /\.\w+$/.exec(listed.name)![0], `"${listed.sha256}"`);
	}

	/** The receipt of one file of a release, or null. */
	async receipt(release: string, batch: string): Promise<ImmutableFile | null> {
		const stored = (await this.#releases()).find(({ manifest }) => manifest.id === release);
		const listed = stored?.manifest.batches.find(({ id }) => id === batch && /^[0-9a-f]{1,64}$/.test(id));
		if (!stored || !listed) return null;
		return this.#existing(join(stored.folder, 'batches', `${listed.id}.json`), '.json', `"${release}-${listed.id}"`);
	}

	async #existing(path: string, extension: string, etag: string): Promise<ImmutableFile | null> {
		const found = await stat(path).catch(() => null);
		if (!found?.isFile()) return null;
		const file = { path, etag, contentType: contentTypes[extension] ?? 'application/octet-stream' };
		const compressed = (await stat(`${path}.br`).catch(() => null)) !== null;
		return compressed ? { ...file, compressed: `${path}.br` } : file;
	}

	async #releases(): Promise<StoredRelease[]> {
		const entries = await readdir(this.#folder, { withFileTypes: true }).catch(() => []);
		const names = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map(({ name }) => name);
		const found = await Promise.all(
			names.sort().map(async (name) => {
				const folder = join(this.#folder, name);
				const manifest = await this.#manifest(join(folder, 'manifest.json'));
				return manifest && { folder, manifest };
			})
		);
		return found.filter((release) => release !== null);
	}

	async #manifest(path: string): Promise<ManifestHead | null> {
		const modified = (await stat(path).catch(() => null))?.mtimeMs;
		if (modified === undefined) return null;
		const known = this.#known.get(path);
		if (known?.modified === modified) return known.manifest;
		const manifest = await readFile(path, 'utf8').then(readManifest, () => null);
		this.#known.set(path, { modified, manifest });
		return manifest;
	}
}

/** Null for what is no manifest: a damaged release is left out of the catalogue, the others stay. */
function readManifest(text: string): ManifestHead | null {
	try {
		const { id, createdAt, profile, files, batches } = JSON.parse(text) as Partial<ManifestHead>;
		return typeof id === 'string' && typeof profile?.id === 'string' && Array.isArray(files)
			? {
					id,
					createdAt: String(createdAt),
					profile: {
						id: profile.id,
						title: profile.title,
						...(Number.isInteger(profile.order) && { order: profile.order })
					},
					files,
					batches: Array.isArray(batches) ? batches : []
				}
			: null;
	} catch {
		return null;
	}
}

const entryOf = ({ id, profile }: ManifestHead): CatalogueEntry => ({
	profile: profile.id,
	title: profile.title,
	release: id,
	path: `/releases/${id}`
});

const isNewer = (one: ManifestHead, other: ManifestHead): boolean =>
	one.createdAt > other.createdAt || (one.createdAt === other.createdAt && one.id > other.id);

/** In the order that the profiles ask for; of those that ask for none the country first and old statistics last, by id. */
const byProfile = (one: ManifestHead, other: ManifestHead): number =>
	rank(one.profile) - rank(other.profile) || (one.profile.id < other.profile.id ? -1 : 1);
const rank = ({ id, order }: ManifestHead['profile']): number =>
	order ?? (id === 'national' ? 0 : id.startsWith('census') ? 2e6 : 1e6);
