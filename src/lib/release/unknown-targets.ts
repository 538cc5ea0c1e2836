import { targetIndicator, type NamedMetric } from '#lib/indicators/target-name.ts';
import { literal, Sql } from '#lib/sql/sql.ts';
import type { Build } from './input.ts';
import { metricMeasure } from './measures.ts';
import { at } from './tables.ts';

/**
 * One finding for each name in the targets of a file that nothing bears: no indicator, and no figure that is reported or
 * declared. Such a target is kept and shown; what has been reached of it cannot be told.
 */
export async function reportUnknownTargets({ connector, summary, profile }: Build): Promise<void> {
	const place = (table: string) => at(summary, table).text;
	const rows = await connector.query(new Sql(`SELECT DISTINCT indicator FROM ${place('target')} ORDER BY indicator`));
	if (rows.length === 0) return;
	const reported = await connector.query(
		new Sql(`SELECT measure, indicator, title_zh, title_en FROM ${place('metric')} ORDER BY measure`)
	);
	const declared = profile.metrics.map(({ indicator, title }) => ({
		measure: metricMeasure(indicator, null),
		indicator,
		title_zh: title.zh,
		title_en: title.en
	}));
	const unknown = rows
		.map(({ indicator }) => String(indicator))
		.filter((name) => targetIndicator(name, reported as unknown as NamedMetric[], declared) === null);
	if (unknown.length === 0) return;
	await connector.run(
		new Sql(`INSERT INTO ${place('finding')} BY NAME
			SELECT 'TARGET_UNKNOWN' AS code, 'W' AS severity, 'targets' AS dataset, indicator AS measure, min(region) AS region,
				'indicator ' || indicator || ' · ' || count(*) AS note, batch, min(line) AS line
			FROM ${place('target')} WHERE indicator IN (${unknown.map((name) => literal(name).text).join(', ')})
			GROUP BY indicator, batch`)
	);
}
