import type { Profile } from '#lib/dimensions/profile.ts';
import type { IndicatorKind } from '#lib/indicators/indicator.ts';
import { Sql } from '#lib/sql/sql.ts';
import { metricsSeen, rawFacts } from './facts.ts';
import type { Build } from './input.ts';
import { metricMeasure, summaryKind } from './measures.ts';
import { insertRows, stageRows, texts } from './staging.ts';
import { summaryTable } from './summary-tables.ts';

interface Metric {
	readonly measure: string;
	readonly indicator: string;
	readonly basis: string;
	readonly unit: string;
	readonly kind: IndicatorKind;
	readonly additive: boolean;
	readonly titleZh: string;
	readonly titleEn: string;
	readonly source: string | null;
}

/** Writes `metric` and numbers all measures that occur, with how each adds up. */
export async function stageMeasures(build: Build): Promise<void> {
	const { connector, summary, profile } = build;
	const rows = await connector.query(
		new Sql(`SELECT measure, arg_max(indicator, position) AS indicator, arg_max(basis, position) AS basis,
			arg_max(unit, position) AS unit, arg_max(source, position) AS source
			FROM ${metricsSeen.text} GROUP BY measure ORDER BY measure`)
	);
	const metrics = rows.map((row) =>
		describe(profile, {
			measure: String(row.measure),
			indicator: String(row.indicator),
			basis: String(row.basis ?? ''),
			unit: String(row.unit ?? ''),
			source: row.source === null || row.source === undefined ? null : String(row.source)
		})
	);
	await insertRows(
		connector,
		summary,
		summaryTable('metric'),
		metrics.map((metric) => [
			metric.measure,
			metric.indicator,
			metric.basis,
			metric.unit,
			metric.kind,
			metric.additive,
			metric.titleZh,
			metric.titleEn,
			metric.source
		])
	);
	const known = new Map(metrics.map((metric) => [metric.measure, metric]));
	const measures = await texts(connector, new Sql(`SELECT DISTINCT measure FROM ${rawFacts.text} ORDER BY measure`));
	await stageRows(
		connector,
		'measure',
		{ id: 'INTEGER', code: 'VARCHAR', kind: 'VARCHAR', additive: 'BOOLEAN' },
		measures.map((code, id) => [
			id,
			code,
			known.get(code)?.kind ?? summaryKind(code),
			known.get(code)?.additive ?? true
		])
	);
}

/** A metric as the profile declares it; one that it does not know is told by its unit and basis. */
function describe(
	profile: Profile,
	seen: { measure: string; indicator: string; basis: string; unit: string; source: string | null }
): Metric {
	const declared = profile.metrics.find((metric) => metricMeasure(metric.indicator, seen.basis) === seen.measure);
	const percent = /^(%|％|percent)$/.test(seen.unit);
	const kind = declared?.kind ?? (percent ? 'ratio' : /时点|期末|point/.test(seen.basis) ? 'stock' : 'flow');
	return {
		...seen,
		source: seen.source ?? profile.source?.zh ?? null,
		unit: declared?.unit ?? seen.unit,
		kind,
		additive: declared?.additive ?? kind !== 'ratio',
		titleZh: declared?.title.zh ?? seen.indicator,
		titleEn: declared?.title.en ?? seen.indicator
	};
}
