import type { Bilingual } from '#lib/format/language.ts';
import type { Indicator } from './indicator.ts';

/** The pages that show indicators. */
export type PageId = 'overview' | 'regions' | 'industries';

interface Page {
	readonly title: Bilingual;
	/** Whether it shows an indicator, given the profile's main indicators. */
	readonly shows: (indicator: Indicator, highlights: readonly string[]) => boolean;
}

/** Which page shows what: a page that shows indicators is declared here, and the dictionary follows. */
export const pages: Readonly<Record<PageId, Page>> = {
	overview: {
		title: { zh: '总览', en: 'Overview' },
		shows: ({ id }, highlights) => highlights.includes(id)
	},
	regions: { title: { zh: '地区', en: 'Regions' }, shows: () => true },
	// Metrics are reported by region only.
	industries: { title: { zh: '行业', en: 'Industries' }, shows: ({ group }) => group !== 'metrics' }
};

/** The pages on which an indicator is found. */
export function usedIn(indicator: Indicator, highlights: readonly string[] = []): PageId[] {
	return (Object.keys(pages) as PageId[]).filter((page) => pages[page].shows(indicator, highlights));
}
