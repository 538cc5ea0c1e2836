import { join, literal, Sql } from '#lib/sql/sql.ts';
import { carryMeasures } from './carry-over.ts';
import { parseCumulative } from './cumulative.ts';
import { rawFacts } from './facts.ts';
import type { Build } from './input.ts';
import { stageRows, staging, texts } from './staging.ts';
import { summaryTable } from './summary-tables.ts';
import { at, columnList, figure, orderList } from './tables.ts';

/** The one value of each cell, current periods only. */
export const settledFacts = at(staging, 'settled_fact');

/** Year-to-date figures beside what was reported up to the period before. */
const running = at(staging, 'running');

/** The measures that occur, with how they add up: see `stageMeasures`. */
export const measureTable = at(staging, 'measure');

/**
 * One value a cell: of several the latest batch's stays, and a difference within appended batches is a finding. Year-to-
 * date values become current ones by subtraction. Writes `fact`.
 */
export async function settleFacts(build: Build): Promise<void> {
	const { connector, summary } = build;
	const latest = at(staging, 'latest');
	await connector.run(
		new Sql(`CREATE OR REPLACE TABLE ${latest.text} AS SELECT max(rowid) AS place FROM ${rawFacts.text}
			GROUP BY measure, region, industry, ownership, period`)
	);
	const [count] = await connector.query(
		new Sql(`SELECT (SELECT count(*) FROM ${rawFacts.text}) - (SELECT count(*) FROM ${latest.text}) AS surplus`)
	);
	if (count?.surplus === 0) {
		await connector.run(new Sql(`ALTER TABLE ${rawFacts.text} RENAME TO settled_fact`));
	} else {
		await connector.run(
			new Sql(`CREATE TABLE ${settledFacts.text} AS SELECT * FROM ${rawFacts.text}
				WHERE rowid IN (SELECT place FROM ${latest.text})`)
		);
		await reportDuplicates(build);
		await connector.run(new Sql(`DROP TABLE ${rawFacts.text}`));
	}
	await connector.run(new Sql(`ALTER TABLE ${settledFacts.text} ADD COLUMN cumulative VARCHAR`));
	await makeCurrent(build);
	const fact = summaryTable('fact');
	await connector.run(
		new Sql(`INSERT INTO ${at(summary, 'fact').text} SELECT ${columnList(fact).text} FROM ${settledFacts.text}
			ORDER BY ${orderList(fact).text}`)
	);
	await carryMeasures(build, 'fact');
	await carryMeasures(build, 'year_to_date');
}

/** One finding for each pair of batches and measure: how many cells were reported twice and differently. */
async function reportDuplicates(build: Build): Promise<void> {
	const appended = build.batches.flatMap((batch, position) =>
		batch.mode === 'append' ? [literal(String(position))] : []
	);
	if (appended.length === 0) return;
	await build.connector.run(
		new Sql(`INSERT INTO ${at(build.summary, 'finding').text}
			SELECT 'KEY_DUPLICATE', 'W', kept.dataset, kept.measure, arg_min(kept.region, kept.rowid),
				arg_min(kept.industry, kept.rowid), arg_min(kept.period, kept.rowid), arg_min(kept.value, kept.rowid),
				arg_min(earlier.value, kept.rowid),
				CAST(arg_min(kept.value, kept.rowid) - arg_min(earlier.value, kept.rowid) AS ${figure}), false,
				CAST(count(*) AS VARCHAR), kept.batch, arg_min(kept.line, kept.rowid)
			FROM ${settledFacts.text} kept JOIN ${rawFacts.text} earlier USING (measure, region, industry, ownership, period)
			WHERE earlier.value <> kept.value AND CAST(kept.position AS VARCHAR) IN (${join(appended).text})
			GROUP BY kept.dataset, kept.measure, kept.batch, earlier.batch`)
	);
}

async function makeCurrent(build: Build): Promise<void> {
	const { connector } = build;
	const codes = await texts(
		connector,
		new Sql(`SELECT DISTINCT period FROM ${settledFacts.text} WHERE ends_with(period, 'c') ORDER BY period`)
	);
	const periods = codes
		.map((code) => parseCumulative(code, build.profile.yearStart))
		.filter((period) => period !== null);
	if (periods.length === 0) return;
	await stageRows(
		connector,
		'cumulative',
		{
			code: 'VARCHAR',
			current: 'VARCHAR',
			whole: 'VARCHAR',
			before: 'VARCHAR',
			before_whole: 'VARCHAR',
			parts: 'INTEGER'
		},
		periods.map(({ code, current, whole, before }) => [
			code,
			current,
			whole,
			before?.code ?? null,
			before?.whole ?? null,
			before?.parts.length ?? 0
		])
	);
	await stageRows(
		connector,
		'cumulative_part',
		{ code: 'VARCHAR', part: 'VARCHAR' },
		periods.flatMap(({ code, before }) => (before?.parts ?? []).map((part) => [code, part]))
	);
	const cell = (alias: string) =>
		['measure', 'region', 'industry', 'ownership'].map((name) => `${alias}.${name} = f.${name}`).join(' AND ');
	await connector.run(
		new Sql(`CREATE OR REPLACE TABLE ${running.text} AS
			SELECT f.* EXCLUDE (cumulative), c.current, c.whole, m.kind = 'flow' AS flow,
				CASE WHEN c.before IS NULL THEN 0 ELSE coalesce(b.value, w.value, p.value) END AS earlier
			FROM ${settledFacts.text} f JOIN ${at(staging, 'cumulative').text} c ON c.code = f.period
			JOIN ${measureTable.text} m ON m.code = f.measure
			LEFT JOIN ${settledFacts.text} b ON ${cell('b')} AND b.period = c.before
			LEFT JOIN ${settledFacts.text} w ON ${cell('w')} AND w.period = c.before_whole
			LEFT JOIN (SELECT g.measure, g.region, g.industry, g.ownership, cp.code, CAST(sum(g.value) AS ${figure}) AS value,
					count(*) AS parts
				FROM ${settledFacts.text} g JOIN ${at(staging, 'cumulative_part').text} cp ON cp.part = g.period GROUP BY ALL) p
				ON ${cell('p')} AND p.code = c.code AND p.parts = c.parts`)
	);
	const derived = (value: string, period: string, where: string) =>
		`SELECT dataset, measure, region, industry, ownership, ${period} AS period, ${value} AS value, qualifier, position, batch, line,
			original, period AS cumulative FROM ${running.text} WHERE ${where}`;
	await connector.run(
		new Sql(`INSERT INTO ${settledFacts.text} BY NAME SELECT DISTINCT ON (measure, region, industry, ownership, period) *
			FROM (${derived(`CAST(value - earlier AS ${figure})`, 'current', 'flow AND earlier IS NOT NULL')}
				UNION ALL ${derived('value', 'whole', `flow AND (earlier IS NULL OR NOT contains(whole, '/'))`)}
				UNION ALL ${derived('value', 'current', 'NOT flow')}) made
			ANTI JOIN ${settledFacts.text} USING (measure, region, industry, ownership, period)
			ORDER BY position DESC, line DESC`)
	);
	await connector.run(
		new Sql(`INSERT INTO ${at(build.summary, 'finding').text}
			SELECT 'PERIOD_CUMULATIVE', 'W', dataset, measure, region, industry, whole, NULL, value, NULL, NULL, period, batch, line
			FROM ${running.text} WHERE flow AND earlier IS NULL`)
	);
	const kept = summaryTable('year_to_date');
	await connector.run(
		new Sql(`INSERT INTO ${at(build.summary, 'year_to_date').text} SELECT ${columnList(kept).text} FROM ${settledFacts.text}
			WHERE ends_with(period, 'c') ORDER BY ${orderList(kept).text}`)
	);
	await connector.run(new Sql(`DELETE FROM ${settledFacts.text} WHERE ends_with(period, 'c')`));
}
