import { browserStorage } from './kept-boards.ts';
import type { KeptRelease } from './kept-release.ts';
import type { CatalogueEntry } from './release-store.ts';

/** A release that came into this browser in a hand-over pack. */
export interface PackedRelease extends KeptRelease {
	/** Size of the pack. */
	readonly bytes: number;
	/** ISO time. */
	readonly addedAt: string;
	/** False: it goes when the page goes. */
	readonly lasting: boolean;
}

const key = 'gongbang-packs';
const prefix = '/packs/';
/** Those that the browser could not keep, for as long as the page lives. */
let passing: readonly PackedRelease[] = [];

/** Where the files of a pack's release are asked for; nothing of it is on a server. */
export const packPath = (release: string): string => prefix + release;

/** Whether an address is that of a release, or of a file, that came in a pack. */
export const isPacked = (path: string): boolean => path.startsWith(prefix);

/** The releases that came in packs, the newest first. Small and at hand at once: the packs themselves lie elsewhere. */
export function packedReleases(storage: Pick<Storage, 'getItem'> | undefined = browserStorage()): PackedRelease[] {
	return [...passing, ...kept(storage)].sort((one, other) => (one.createdAt < other.createdAt ? 1 : -1));
}

/** Notes a release; false where it is only noted for as long as the page lives. */
export function notePacked(release: PackedRelease, storage: Storage | undefined = browserStorage()): boolean {
	forgetPacked(release.release, storage);
	try {
		if (!release.lasting || !storage) throw new Error('Nothing can be kept here.');
		storage.setItem(key, JSON.stringify([...kept(storage), release]));
		return true;
	} catch {
		passing = [...passing, { ...release, lasting: false }];
		return false;
	}
}

/** Forgets a release. */
export function forgetPacked(release: string, storage: Storage | undefined = browserStorage()): void {
	passing = passing.filter((other) => other.release !== release);
	try {
		storage?.setItem(key, JSON.stringify(kept(storage).filter((other) => other.release !== release)));
	} catch {
		// A closed storage keeps nothing anyway.
	}
}

/** What a server offers, with the profiles that only packs have. */
export function withPacked(
	entries: readonly CatalogueEntry[],
	packed: readonly PackedRelease[] = packedReleases()
): CatalogueEntry[] {
	const served = entries.filter(({ path }) => !isPacked(path));
	const known = new Set(served.map(({ profile }) => profile));
	const more = packed.filter(({ profile }) => !known.has(profile) && known.add(profile));
	return [...served, ...more.map(({ profile, title, release, path }) => ({ profile, title, release, path }))];
}

function kept(storage: Pick<Storage, 'getItem'> | undefined): PackedRelease[] {
	try {
		const read: unknown = JSON.parse(storage?.getItem(key) ?? '[]');
		return Array.isArray(read) ? read.filter(isPackedRelease) : [];
	} catch {
		return [];
	}
}

function isPackedRelease(value: unknown): value is PackedRelease {
	const { release, profile, title, path, createdAt, bytes, addedAt } = (value ?? {}) as Partial<PackedRelease>;
	return (
		/^[0-9a-f]{16}$/.test(String(release)) &&
		path === packPath(String(release)) &&
		typeof profile === 'string' &&
		typeof title?.zh === 'string' &&
		typeof title.en === 'string' &&
		typeof createdAt === 'string' &&
		typeof addedAt === 'string' &&
		typeof bytes === 'number'
	);
}
