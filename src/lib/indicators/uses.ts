import type { Bilingual } from '#lib/format/language.ts';
import type { Indicator, IndicatorGroup } from './indicator.ts';

/** The pages that show indicators. */
export type PageId =
	'overview' | 'regions' | 'industries' | 'balance' | 'innovation' | 'studios' | 'training' | 'honours' | 'metrics';

interface Page {
	readonly title: Bilingual;
	/** Whether it shows an indicator, given the profile's main indicators. */
	readonly shows: (indicator: Indicator, highlights: readonly string[]) => boolean;
}

const of =
	(...groups: readonly IndicatorGroup[]) =>
	({ group }: Indicator) =>
		groups.includes(group);

/** Which page shows what: a page that shows indicators is declared here, and the dictionary follows. */
export const pages: Readonly<Record<PageId, Page>> = {
	overview: {
		title: { zh: '总览', en: 'Overview' },
		shows: ({ id }, highlights) => highlights.includes(id)
	},
	regions: { title: { zh: '地区', en: 'Regions' }, shows: () => true },
	// Metrics are reported by region only.
	industries: { title: { zh: '行业', en: 'Industries' }, shows: (indicator) => !of('metrics')(indicator) },
	balance: { title: { zh: '均衡', en: 'Balance' }, shows: () => true },
	innovation: { title: { zh: '创新', en: 'Innovation' }, shows: of('innovation') },
	studios: { title: { zh: '工作室', en: 'Studios' }, shows: of('platforms') },
	training: { title: { zh: '培训', en: 'Training' }, shows: of('skills') },
	honours: { title: { zh: '荣誉', en: 'Honours' }, shows: of('honours') },
	metrics: { title: { zh: '其他指标', en: 'Other figures' }, shows: of('metrics') }
};

/** The pages on which an indicator is found. */
export function usedIn(indicator: Indicator, highlights: readonly string[] = []): PageId[] {
	return (Object.keys(pages) as PageId[]).filter((page) => pages[page].shows(indicator, highlights));
}
