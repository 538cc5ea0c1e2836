import type { Bilingual } from '#lib/format/language.ts';
import type { Indicator, IndicatorKind } from './indicator.ts';

/** A row of a release's `metric` table: a figure that some office reports, known to its release only. */
export interface MetricRow {
	/** `metric:NAME` or `metric:NAME@BASIS`. */
	readonly measure: string;
	readonly indicator: string;
	readonly basis: string | null;
	/** Canonical unit code, or the unit's own text. */
	readonly unit: string | null;
	readonly kind: string;
	readonly additive: boolean;
	readonly title_zh: string | null;
	readonly title_en: string | null;
	readonly source: string | null;
}

const units: Readonly<Record<string, Bilingual>> = {
	count: { zh: '个', en: '' },
	person: { zh: '人', en: 'people' },
	unit: { zh: '家', en: 'units' },
	item: { zh: '件', en: 'items' },
	yuan: { zh: '元', en: 'yuan' },
	score: { zh: '分', en: 'points' },
	second: { zh: '秒', en: 'seconds' },
	percent: { zh: '%', en: '%' },
	studio: { zh: '个', en: 'studios' },
	other: { zh: '', en: '' }
};

/** Units as files write them beyond those above, in English. Counts of things go by the name of the figure. */
const english: Readonly<Record<string, string>> = {
	...{
		个: '',
		人: 'people',
		名: 'people',
		位: 'people',
		家: 'units',
		户: 'units',
		件: 'items'
	},
	...{ 项: 'items', 条: 'items', 场: 'events', 期: 'courses', 班: 'classes', 次: 'times', 所: 'places', 处: 'places' },
	...{ 元: 'yuan', 千元: 'thousand yuan', 万元: '10,000 yuan', 亿元: '100 million yuan', 分: 'points', 秒: 'seconds' },
	...{ 小时: 'hours', 天: 'days', 日: 'days', 月: 'months', 年: 'years', 平方米: 'm²', 吨: 't', '％': '%', '‰': '‰' }
};

/** What 人次 counts goes by the name of the figure. */
const occasions: readonly (readonly [RegExp, string])[] = [
	[/慰问|走访|看望/, 'visits'],
	[/培训|练兵|听课/, 'attendances'],
	[/晋升|晋级/, 'promotions'],
	[/参赛|竞赛|比武|参与|参加/, 'participations']
];

/** How figures are counted, as files write it. */
const bases: Readonly<Record<string, string>> = {
	...{ 时点: 'as of a date', 期末: 'at the end of the period', 年末: 'at the end of the year' },
	...{
		年均: 'yearly average',
		累计: 'cumulative',
		当期: 'in the period',
		本期: 'in the period',
		全年: 'whole year',
		当年: 'in the year'
	}
};
const years = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** The basis of a figure, 时点 or 五年累计; one without an English name stays as it is. */
export function basisTitle(basis: string): Bilingual {
	const [, digit = ''] = /^([二三四五六七八九十])年累计$/.exec(basis) ?? [];
	const count = years['二三四五六七八九十'.indexOf(digit)];
	return { zh: basis, en: bases[basis] ?? (digit && count ? `total of ${count} years` : basis) };
}

/**
 * A unit code or unit as people write it, 元/人 part by part; what has no English name stays as it is. `name` is the
 * Chinese name of the figure: 人次 of visits are visits.
 */
export function unitTitle(unit: string | null, name = ''): Bilingual {
	const text = unit ?? '';
	if (text === 'person-time' || text === '人次') {
		return { zh: '人次', en: occasions.find(([names]) => names.test(name))?.[1] ?? 'person-times' };
	}
	if (Object.hasOwn(units, text)) return units[text] as Bilingual;
	const parts = text.split('/').map((part) => english[part.trim()] ?? part.trim());
	return { zh: text, en: parts.join('/') };
}

/** A source in both languages where it is the profile's own (`known`) or stands in it before or after a semicolon. */
function sourceTitle(source: string, known: Bilingual | undefined): Bilingual {
	const at = known?.zh.split('；').indexOf(source) ?? -1;
	return { zh: source, en: (at >= 0 && known?.en.split('; ')[at]) || source };
}

/**
 * Makes an indicator of a metric that a release carries. Its values are what was reported, whatever the name says.
 * `profileSource` is the profile's own source.
 */
export function metricIndicator(row: MetricRow, profileSource?: Bilingual): Indicator {
	const kind: IndicatorKind = row.kind === 'stock' || row.kind === 'ratio' ? row.kind : 'flow';
	const zh = row.title_zh || row.indicator;
	const basis = row.basis ? basisTitle(row.basis) : null;
	const title = {
		zh: basis ? `${zh}（${basis.zh}）` : zh,
		en: basis ? `${row.title_en || zh} (${basis.en})` : row.title_en || zh
	};
	const source = row.source ? sourceTitle(row.source, profileSource) : { zh: '指标值表', en: 'Metric table' };
	return {
		id: row.measure,
		group: 'metrics',
		title,
		short: title,
		definition: {
			zh: `指标值表填报的“${title.zh}”，来源：${source.zh}。`,
			en: `“${title.en}” as the metric table states it. Source: ${source.en}.`
		},
		formula:
			kind === 'flow'
				? { zh: '报告期内填报数', en: 'As reported for the period' }
				: { zh: '报告期末填报数', en: 'As reported at the end of the period' },
		kind,
		numerator: {
			id: row.measure,
			source: 'cell',
			kind: kind === 'flow' ? 'flow' : 'stock',
			...(row.additive && kind !== 'ratio' ? {} : { additive: false })
		},
		scale: 1,
		unit: unitTitle(row.unit, row.indicator),
		digits: kind === 'ratio' ? 1 : 0,
		direction: 'neutral',
		source: 'metrics',
		sourceDocument: source
	};
}
