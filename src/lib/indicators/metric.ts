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
	'person-time': { zh: '人次', en: 'participations' },
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
		人次: 'participations',
		家: 'units',
		户: 'units',
		件: 'items'
	},
	...{ 项: 'items', 条: 'items', 场: 'events', 期: 'courses', 班: 'classes', 次: 'times', 所: 'places', 处: 'places' },
	...{ 元: 'yuan', 千元: 'thousand yuan', 万元: '10,000 yuan', 亿元: '100 million yuan', 分: 'points', 秒: 'seconds' },
	...{ 小时: 'hours', 天: 'days', 日: 'days', 月: 'months', 年: 'years', 平方米: 'm²', 吨: 't', '％': '%', '‰': '‰' }
};

/** A unit code or unit as people write it, 元/人 part by part; what has no English name stays as it is. */
export function unitTitle(unit: string | null): Bilingual {
	const text = unit ?? '';
	if (Object.hasOwn(units, text)) return units[text] as Bilingual;
	const parts = text.split('/').map((part) => english[part.trim()] ?? part.trim());
	return { zh: text, en: parts.join('/') };
}

/** Makes an indicator of a metric that a release carries. Its values are what was reported, whatever the name says. */
export function metricIndicator(row: MetricRow): Indicator {
	const kind: IndicatorKind = row.kind === 'stock' || row.kind === 'ratio' ? row.kind : 'flow';
	const zh = row.title_zh || row.indicator;
	const title = { zh: withBasis(zh, row.basis), en: withBasis(row.title_en || zh, row.basis) };
	const source = row.source ? { zh: row.source, en: row.source } : { zh: '指标值表', en: 'Metric table' };
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
		unit: unitTitle(row.unit),
		digits: kind === 'ratio' ? 1 : 0,
		direction: 'neutral',
		source: 'metrics',
		sourceDocument: source
	};
}

function withBasis(title: string, basis: string | null): string {
	return basis ? `${title}（${basis}）` : title;
}
