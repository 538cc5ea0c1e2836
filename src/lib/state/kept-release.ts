import { packedReleases } from './packed-releases.ts';
import type { CatalogueEntry } from './release-store.ts';

/** A release that the server keeps, newest or not. */
export interface KeptRelease extends CatalogueEntry {
	/** ISO time. */
	readonly createdAt: string;
}

/** What became of a release that a link names: it is there, it is gone, or nobody can be asked. */
export type Fate = { readonly is: 'kept'; readonly release: KeptRelease } | { readonly is: 'gone' | 'unreachable' };

const known = new Map<string, Promise<Fate>>();

/** Asks the server for a release by its id, once; a failure is asked again. Never throws. */
export function fateOf(release: string, fetcher: typeof fetch = fetch): Promise<Fate> {
	const found = known.get(release);
	if (found) return found.then((fate) => orPacked(release, fate));
	const asked = ask(release, fetcher);
	known.set(release, asked);
	void asked.then((fate) => fate.is === 'unreachable' && known.delete(release));
	return asked.then((fate) => orPacked(release, fate));
}

/** What no server has may have come in a pack. */
function orPacked(release: string, fate: Fate): Fate {
	if (fate.is === 'kept') return fate;
	const packed = packedReleases().find((one) => one.release === release);
	return packed ? { is: 'kept', release: packed } : fate;
}

async function ask(release: string, fetcher: typeof fetch): Promise<Fate> {
	try {
		const response = await fetcher(`/releases/kept.json?release=${encodeURIComponent(release)}`);
		if (!response.ok) return { is: 'unreachable' };
		const kept = (await response.json()) as KeptRelease | null;
		return kept ? { is: 'kept', release: kept } : { is: 'gone' };
	} catch {
		return { is: 'unreachable' };
	}
}
