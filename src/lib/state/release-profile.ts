import type { MetricDeclaration, Profile } from '#lib/dimensions/profile.ts';
import type { ProfileMeta } from '#lib/release/manifest.ts';
import type { MetricItem, RegionItem, ReleaseLists } from './release-lists.ts';

/** The profile as an open release carries it: manifest and lists. It knows no aliases; files may. */
export function releaseProfile(meta: ProfileMeta, lists: ReleaseLists): Profile {
	return {
		...meta,
		regions: lists.regions as readonly (RegionItem & Pick<Profile['regions'][number], 'level'>)[],
		groups: lists.groups,
		campaigns: lists.campaigns,
		metrics: [...new Map(lists.metrics.map((metric) => [metric.indicator, declarationOf(metric)])).values()]
	};
}

function declarationOf(metric: MetricItem): MetricDeclaration {
	const { indicator, title_zh: zh, title_en: en, unit, additive } = metric;
	return { indicator, title: { zh, en }, unit, kind: metric.kind as MetricDeclaration['kind'], additive, aliases: [] };
}

/** The profiles that come with the program, file by file; loaded when one is needed. */
const ownFiles = import.meta.glob<string>('/data/profiles/*/*.{json,csv}', { query: '?raw', import: 'default' });

/**
 * The profile by which files are read for a release: that of the program with all its aliases, or what the release
 * itself knows when the program has none of that name.
 */
export async function importProfile(released: Profile): Promise<Profile> {
	const prefix = `/data/profiles/${released.id}/`;
	const paths = Object.keys(ownFiles).filter((path) => path.startsWith(prefix));
	if (paths.length === 0) return released;
	const { parseProfile } = await import('#lib/dimensions/profile.ts');
	const texts = await Promise.all(
		paths.map(async (path) => [path.slice(prefix.length), await ownFiles[path]?.()] as const)
	);
	return parseProfile(Object.fromEntries(texts.filter((entry): entry is [string, string] => entry[1] !== undefined)));
}
