import { divisions } from '#lib/dimensions/region.ts';
import type { Profile } from '#lib/dimensions/profile.ts';
import type { ImportOptions } from '#lib/import/options.ts';

/** A profile of the whole country that declares no figures of its own. */
export function plainProfile(metrics: { indicator: string; aliases: string[] }[] = [], home = '100000'): Profile {
	const title = { zh: '全国', en: 'China' };
	return {
		id: 'test',
		title,
		subtitle: title,
		home,
		demo: false,
		yearStart: 'calendar',
		regionNoun: title,
		highlights: [],
		regions: divisions(),
		groups: [],
		campaigns: [],
		metrics: metrics.map((metric) => ({
			...metric,
			title: { zh: metric.indicator, en: metric.indicator },
			unit: '',
			kind: 'flow',
			additive: true
		}))
	} as unknown as Profile;
}

/** Options of an import in a test. */
export function optionsFor(fileName: string, more: Partial<ImportOptions> = {}): ImportOptions {
	return { fileName, profile: plainProfile(), now: '2026-01-01T00:00:00Z', user: '示例', ...more };
}
