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

/** A unit code as people write it; any other text stays as it is. */
export function unitTitle(unit: string | null): Bilingual {
	const text = unit ?? '';
	return Object.hasOwn(units, text) ? (units[text] as Bilingual) : { zh: text, en: text };
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
