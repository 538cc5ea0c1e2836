import { columnType } from '#lib/datasets/table.ts';
import { datasets } from '#lib/datasets/index.ts';
import type { DatasetName } from '#lib/datasets/dataset.ts';
import type { Connector } from '#lib/engine/connector.ts';
import type { Batch } from '#lib/import/batch.ts';
import { identifier, join, literal, Sql } from '#lib/sql/sql.ts';
import { csvHeader } from './csv.ts';
import type { Build } from './input.ts';
import { summaryMeasures } from './measures.ts';
import { at, figure } from './tables.ts';
import { noteBrought } from './batch-parts.ts';
import { staging, withCsv, withCsvPieces } from './staging.ts';

/** Every figure of every batch as it came, in batch order, so that its row number says which came later. */
export const rawFacts = at(staging, 'raw_fact');

/** What metric rows say about their metric: unit, basis and source by batch position. */
export const metricsSeen = at(staging, 'metric_seen');

/** Measures that the batches of a build over a base report or take away. */
export const touchedMeasures = at(staging, 'touched_measure');

/** What clean CSV says of its figures beside them: how exact they are, and how they were printed. */
const noteColumns = new Set(['_qualifier', '_original']);

/** The column types of clean CSV of a dataset, in the file's order. Throws an Error on a column it does not know. */
export function csvColumns(name: DatasetName, csv: Uint8Array): Record<string, string> {
	const fields = new Map(datasets[name].fields.map((field) => [field.name, columnType(field)]));
	return Object.fromEntries(
		csvHeader(csv).map((column) => {
			const type = column === '_line' ? 'INTEGER' : noteColumns.has(column) ? 'VARCHAR' : fields.get(column);
			if (type === undefined)
				throw new Error(`A batch of ${name} has the column "${column}", which ${name} does not know.`);
			return [column, type];
		})
	);
}

/** Collects the figures of all batches of `summary` and `metrics`, laid over those that the base has of the same measures. */
export async function stageFacts(build: Build, onBatch: () => void): Promise<void> {
	const { connector, base } = build;
	await connector.run(
		new Sql(`CREATE OR REPLACE TABLE ${rawFacts.text} (dataset VARCHAR, measure VARCHAR, region VARCHAR, industry VARCHAR,
			ownership VARCHAR, period VARCHAR, value ${figure}, qualifier VARCHAR, position INTEGER, batch VARCHAR, line INTEGER, original VARCHAR)`)
	);
	await connector.run(
		new Sql(`CREATE OR REPLACE TABLE ${metricsSeen.text} (measure VARCHAR, indicator VARCHAR, basis VARCHAR, unit VARCHAR,
			source VARCHAR, position INTEGER)`)
	);
	if (base) {
		await connector.run(
			new Sql(`INSERT INTO ${metricsSeen.text}
				SELECT measure, indicator, basis, unit, source, -1 FROM ${at(base.summary, 'metric').text}`)
		);
		await connector.run(
			new Sql(`INSERT INTO ${rawFacts.text} SELECT CASE WHEN starts_with(measure, 'metric:') THEN 'metrics' ELSE 'summary' END,
				measure, region, industry, ownership, period, value, qualifier, -1, batch, line, original FROM (
				SELECT * EXCLUDE (cumulative) FROM ${at(base.summary, 'fact').text} WHERE cumulative IS NULL
				UNION ALL BY NAME SELECT * FROM ${at(base.summary, 'year_to_date').text})
				WHERE measure IN (SELECT measure FROM ${touchedMeasures.text})`)
		);
	}
	for (const [position, batch] of build.batches.entries()) {
		if (batch.dataset === 'summary') await stageBatch(build, batch, position, withCsvPieces, summaryRows);
		if (batch.dataset === 'metrics') {
			await stageBatch(build, batch, position, withCsv, metricRows);
			const columns = csvColumns(batch.dataset, batch.csv);
			await withCsv(connector, batch.csv, columns, (csv) => connector.run(noteMetrics(columns, csv, position)));
		}
		onBatch();
	}
}

async function stageBatch(
	{ connector, brought }: Build,
	batch: Batch,
	position: number,
	withRows: typeof withCsvPieces,
	select: (columns: Readonly<Record<string, string>>, csv: Sql) => Sql
): Promise<void> {
	const columns = csvColumns(batch.dataset, batch.csv);
	const each = (statement: (csv: Sql) => Sql) =>
		withRows(connector, batch.csv, columns, (csv) => connector.run(statement(csv)));
	// All pieces clear before the first is laid: a later one must not take away what an earlier one brought.
	if (batch.mode === 'replace') await each((csv) => dropReplaced(batch, columns, csv));
	const before = await countFacts(connector);
	await each(
		(csv) =>
			new Sql(`INSERT INTO ${rawFacts.text} SELECT ${literal(batch.dataset).text}, measure, region, industry, ownership,
				period, value, qualifier, ${position}, ${literal(batch.id).text}, line, ${printedCell} FROM (${select(columns, csv).text})`)
	);
	brought.set(batch, (await countFacts(connector)) - before);
	for (const split of ['measure', 'region'] as const)
		await noteBrought(
			connector,
			batch,
			split,
			new Sql(`(SELECT * FROM ${rawFacts.text} WHERE position = ${position})`),
			split
		);
}

async function countFacts(connector: Connector): Promise<number> {
	const [row] = await connector.query(new Sql(`SELECT count(*) AS facts FROM ${rawFacts.text}`));
	return Number(row?.facts);
}

/** The signs that notes are kept apart by are written %3B and %25 within them. */
const printedCell = `replace(replace(nullif(original, ''), '%3B', ';'), '%25', '%')`;

/**
 * A replacing report takes the place of all that was reported for its regions and periods; a table of figures only of
 * its own indicators, because others come from other tables (docs/decisions/0004-modes.md).
 */
function dropReplaced(batch: Batch, columns: Readonly<Record<string, string>>, csv: Sql): Sql {
	const own = batch.dataset === 'metrics' ? `AND measure IN (SELECT ${metricCode(columns)} FROM ${csv.text})` : '';
	return new Sql(`DELETE FROM ${rawFacts.text} WHERE dataset = ${literal(batch.dataset).text} ${own}
		AND (region, period) IN (SELECT (region, period) FROM ${csv.text})`);
}

/** One row for each figure of a summary row. Breakdowns left empty mean the whole. */
function summaryRows(columns: Readonly<Record<string, string>>, csv: Sql): Sql {
	const present = summaryMeasures.filter((measure) => measure in columns);
	if (present.length === 0)
		return new Sql(`SELECT NULL AS measure, NULL AS region, NULL AS industry, NULL AS ownership,
		NULL AS period, NULL AS value, NULL AS qualifier, NULL AS original, NULL AS line WHERE false`);
	const figures = present.map(
		(measure) => new Sql(`CAST(${identifier(measure).text} AS ${figure}) AS ${identifier(measure).text}`)
	);
	const note = (column: string, name: string) =>
		column in columns ? `regexp_extract(';' || ${name} || ';', ';' || measure || '=([^;]*);', 1)` : 'NULL';
	const noted = (column: string) => (column in columns ? column : 'NULL');
	const dimension = (name: string) => (name in columns ? `coalesce(${name}, 'all')` : `'all'`);
	return new Sql(`SELECT measure, region, industry, ownership, period, value, nullif(${note('_qualifier', 'mark')}, '') AS qualifier,
			${note('_original', 'printed')} AS original, line
		FROM (UNPIVOT (SELECT region, ${dimension('industry')} AS industry, ${dimension('ownership')} AS ownership, period,
			_line AS line, ${noted('_qualifier')} AS mark, ${noted('_original')} AS printed, ${join(figures).text} FROM ${csv.text})
			ON ${join(present.map(identifier)).text} INTO NAME measure VALUE value)`);
}

function metricRows(columns: Readonly<Record<string, string>>, csv: Sql): Sql {
	const note = (column: string) =>
		column in columns ? `nullif(regexp_extract(';' || ${column} || ';', ';value=([^;]*);', 1), '')` : 'NULL';
	return new Sql(`SELECT ${metricCode(columns)} AS measure, region, 'all' AS industry, 'all' AS ownership, period,
		CAST(value AS ${figure}) AS value, ${note('_qualifier')} AS qualifier, ${note('_original')} AS original, _line AS line
		FROM ${csv.text} WHERE value IS NOT NULL`);
}

/** The SQL twin of `metricMeasure`, over clean CSV of metrics. */
export function metricCode(columns: Readonly<Record<string, string>>): string {
	return 'basis' in columns
		? `'metric:' || indicator || coalesce('@' || nullif(basis, ''), '')`
		: `'metric:' || indicator`;
}

function noteMetrics(columns: Readonly<Record<string, string>>, csv: Sql, position: number): Sql {
	const column = (name: string) => (name in columns ? `min(${name})` : 'NULL');
	return new Sql(`INSERT INTO ${metricsSeen.text} SELECT ${metricCode(columns)}, min(indicator), ${column('basis')},
		${column('unit')}, ${column('source')}, ${position} FROM ${csv.text} GROUP BY ${metricCode(columns)}`);
}
