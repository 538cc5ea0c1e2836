import { literal, Sql } from '#lib/sql/sql.ts';
import type { Build } from './input.ts';
import { cells, controls, fullCoverage, source } from './rollup-tables.ts';
import { settledFacts } from './settle-facts.ts';
import { staging } from './staging.ts';
import { summaryTable } from './summary-tables.ts';
import { at, figure } from './tables.ts';

/**
 * One finding wherever a reported total is not the sum of its parts. Within tolerance: no more than rounding every
 * part and the total to the digits printed can explain. Parts that are not all there are held against the total too,
 * by region; of periods and breakdowns they are so only where they exceed it.
 */
export async function reportTotals({ connector, summary }: Build): Promise<void> {
	const exceeds = 'k.value > c.value + c.slack + k.slack';
	await connector.run(
		new Sql(`INSERT INTO ${at(summary, 'finding').text} BY NAME
			SELECT 'TOTAL_MISMATCH' AS code, CASE WHEN within OR (parts < parts_expected AND actual < expected) THEN 'I' ELSE 'W' END AS severity,
				dataset, measure, region, industry, period, expected, actual, CAST(actual - expected AS ${figure}) AS difference,
				within AS within_tolerance, ${printedText('expected')} || ' / ' || ${printedText('actual')} || ' ' || unit || ' · '
					|| dimension || ' ' || parts || '/' || parts_expected AS note, batch, line
			FROM (
				SELECT f.dataset, f.measure, f.region, f.industry, f.period, f.batch, f.line, c.value AS expected, k.value AS actual,
					abs(k.value - c.value) <= k.slack + c.slack AS within, k.parts, k.expected AS parts_expected,
					CASE k.source WHEN ${source.region} THEN 'region' WHEN ${source.period} THEN 'period'
						WHEN ${source.industry} THEN 'industry' ELSE 'ownership' END AS dimension,
					coalesce(s.unit, '') AS unit, coalesce(s.power, 0) AS power, coalesce(s.digits, 0) AS digits
				FROM ${controls.text} k
				JOIN ${cells.text} c USING (m, r, i, o, p)
				JOIN ${settledFacts.text} f ON f.rowid = c.fact
				LEFT JOIN ${at(summary, 'printed').text} s ON s.batch = f.batch AND s.measure = f.measure
				WHERE k.value <> c.value AND (k.coverage = ${fullCoverage} OR ${exceeds}
					OR (k.source = ${source.region} AND f.industry = 'all' AND f.ownership = 'all')))`)
	);
}

/** A figure as it was printed: 517300 as 51.73 where the file says 万人. */
function printedText(column: string): string {
	const powers = [-4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8];
	const scaled = powers
		.map(
			(power) =>
				`WHEN ${power} THEN CAST(${column} AS DECIMAL(24,4)) * CAST(${(10 ** -power).toFixed(8)} AS DECIMAL(14,8))`
		)
		.join(' ');
	const text = `CAST(CAST(CASE power ${scaled} ELSE ${column} END AS DECIMAL(38,12)) AS VARCHAR)`;
	return `rtrim(left(${text}, length(${text}) - 12 + digits), '.')`;
}

/** One finding for each measure and period of which the home region has some children and misses others. */
export async function reportMissingRegions({ connector, summary, profile }: Build): Promise<void> {
	const table = (name: string) => at(staging, name).text;
	await connector.run(
		new Sql(`INSERT INTO ${at(summary, 'finding').text} BY NAME
			SELECT 'REGIONS_MISSING' AS code, 'W' AS severity,
				CASE WHEN starts_with(any_value(m.code), 'metric:') THEN 'metrics' ELSE 'summary' END AS dataset,
				any_value(m.code) AS measure, ${literal(profile.home).text} AS region, 'all' AS industry,
				any_value(p.code) AS period, any_value(home.parts_expected) AS expected,
				any_value(home.parts_expected) - count(*) AS actual, - count(*) AS difference, false AS within_tolerance,
				string_agg(g.short, ' ' ORDER BY g.sort, g.code) AS note
			FROM (SELECT m, r, i, o, p, expected AS parts_expected FROM ${controls.text}
				WHERE source = ${source.region} AND parts < expected) home
			JOIN ${table('region')} h ON h.id = home.r AND h.code = ${literal(profile.home).text}
			JOIN ${table('industry')} i ON i.id = home.i AND i.code = 'all'
			JOIN ${table('ownership')} o ON o.id = home.o AND o.code = 'all'
			JOIN ${table('region')} n ON n.parent = h.id AND n.expected
			JOIN ${at(summary, 'region').text} g ON g.code = n.code
			JOIN ${table('measure')} m ON m.id = home.m
			JOIN ${table('period')} p ON p.id = home.p
			ANTI JOIN ${cells.text} there
				ON there.m = home.m AND there.r = n.id AND there.i = home.i AND there.o = home.o AND there.p = home.p
			GROUP BY home.m, home.p`)
	);
}

/** Figures under a code that the profile or the code lists do not have: kept, but in no sum. */
export async function reportUnknownCodes({ connector, summary }: Build): Promise<void> {
	for (const dimension of ['region', 'industry', 'ownership', 'period'] as const) {
		await connector.run(
			new Sql(`INSERT INTO ${at(summary, 'finding').text} BY NAME
				SELECT 'CODE_UNKNOWN' AS code, 'W' AS severity, dataset, min(measure) AS measure, ${dimension === 'region' ? 'region' : 'NULL'} AS region,
					${dimension === 'industry' ? 'industry' : 'NULL'} AS industry, min(period) AS period,
					'${dimension} ' || ${dimension} || ' · ' || count(*) AS note, batch, min(line) AS line
				FROM (SELECT *, CASE WHEN starts_with(measure, 'metric:') THEN 'metrics' ELSE 'summary' END AS dataset
					FROM ${at(summary, 'fact').text}) f
				ANTI JOIN ${at(staging, dimension).text} d ON d.code = f.${dimension}
				GROUP BY dataset, batch, ${dimension}`)
		);
	}
}

/** Rewrites the findings in their order on disk, so that equal input gives equal bytes of every table. */
export async function sortFindings({ connector, summary }: Build): Promise<void> {
	const table = at(summary, 'finding').text;
	const copy = at(staging, 'finding').text;
	const order = summaryTable('finding').order.join(', ');
	await connector.run(new Sql(`CREATE OR REPLACE TABLE ${copy} AS SELECT * FROM ${table}`));
	await connector.run(new Sql(`DELETE FROM ${table}`));
	await connector.run(new Sql(`INSERT INTO ${table} SELECT * FROM ${copy} ORDER BY ${order}`));
}
