import { isPacked, packedReleases, type PackedRelease } from '#lib/state/packed-releases.ts';
import type { CatalogueEntry } from '#lib/state/release-store.ts';

/**
 * The address that shows a pack's release on a page. Where the server, or a later pack, offers another release of its
 * profile, the address names it and pins it.
 */
export function packHref(
	{ profile, release }: PackedRelease,
	path: string,
	catalogue: readonly CatalogueEntry[]
): string {
	const served = catalogue.some((entry) => entry.profile === profile && !isPacked(entry.path));
	const newest = packedReleases().find((one) => one.profile === profile)?.release === release;
	const params = new URLSearchParams({ profile });
	if (served || !newest) {
		params.set('release', release);
		params.set('pin', '1');
	}
	return `${path}?${params}`;
}
