import type { Bilingual } from '#lib/format/language.ts';
import { applicable } from './applicable.ts';
import type { Indicator, IndicatorGroup, IndicatorKind } from './indicator.ts';
import type { By } from './selection.ts';
import { usedIn, type PageId } from './uses.ts';

/** One indicator as the dictionary page explains it. */
export interface DictionaryRow {
	readonly id: string;
	readonly group: IndicatorGroup;
	readonly title: Bilingual;
	readonly definition: Bilingual;
	readonly formula: Bilingual;
	readonly unit: Bilingual;
	readonly kind: Bilingual;
	readonly direction: Bilingual;
	/** Name of the dataset that its figures come from. */
	readonly source: Indicator['source'];
	readonly sourceDocument: Bilingual;
	/** The dimensions by which it can be split and filtered. */
	readonly dimensions: readonly By[];
	readonly usedIn: readonly PageId[];
}

/** Titles of the groups, in the order in which lists show them. */
export const groupTitles: Readonly<Record<IndicatorGroup, Bilingual>> = {
	participation: { zh: '竞赛参与', en: 'Participation' },
	innovation: { zh: '职工创新', en: 'Innovation' },
	platforms: { zh: '创新平台', en: 'Platforms' },
	skills: { zh: '技能培训', en: 'Skills' },
	honours: { zh: '荣誉', en: 'Honours' },
	results: { zh: '竞赛成绩', en: 'Results' },
	metrics: { zh: '其他指标', en: 'Other figures' }
};

/** Titles of the dimensions that indicators can be split by. */
export const dimensionTitles: Readonly<Record<By, Bilingual>> = {
	region: { zh: '地区', en: 'region' },
	industry: { zh: '行业', en: 'industry' },
	ownership: { zh: '所有制', en: 'ownership' },
	union_system: { zh: '产业工会', en: 'industrial union' },
	level: { zh: '级别', en: 'level' },
	skill_level: { zh: '技能等级', en: 'skill level' },
	kind: { zh: '种类', en: 'kind' },
	campaign: { zh: '主题', en: 'campaign' },
	period: { zh: '时期', en: 'period' }
};

const kinds: Readonly<Record<IndicatorKind, Bilingual>> = {
	flow: { zh: '时期数（各期可以相加）', en: 'Flow (periods add up)' },
	stock: { zh: '时点数（取期末数，各期不相加）', en: 'Stock (end of period, never added up over time)' },
	ratio: { zh: '比率（分子、分母分别合计后相除）', en: 'Ratio (both sides are added up, then divided)' }
};

const directions: Readonly<Record<Indicator['direction'], Bilingual>> = {
	higher: { zh: '越高越好', en: 'Higher is better' },
	lower: { zh: '越低越好', en: 'Lower is better' },
	neutral: { zh: '中性', en: 'Neutral' }
};

const reportedOnly: readonly By[] = ['region', 'period'];

/** The dictionary's rows in the order of the indicators. `highlights`: the profile's main indicators. */
export function dictionaryRows(indicators: readonly Indicator[], highlights: readonly string[] = []): DictionaryRow[] {
	return indicators.map((indicator) => ({
		id: indicator.id,
		group: indicator.group,
		title: indicator.title,
		definition: indicator.definition,
		formula: indicator.formula,
		unit: indicator.unit,
		kind: kinds[indicator.kind],
		direction: directions[indicator.direction],
		source: indicator.source,
		sourceDocument: indicator.sourceDocument,
		dimensions: dimensionsOf(indicator),
		usedIn: usedIn(indicator, highlights)
	}));
}

/** What an indicator can be split by. Metrics are reported by region and period alone. */
export function dimensionsOf(indicator: Indicator): By[] {
	return (Object.keys(dimensionTitles) as By[]).filter((name) =>
		indicator.group === 'metrics' ? reportedOnly.includes(name) : applicable(indicator, {}, [name]).ok
	);
}
