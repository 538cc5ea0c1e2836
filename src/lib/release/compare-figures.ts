import type { Connector, Row } from '#lib/engine/connector.ts';
import type { Batch } from '#lib/import/batch.ts';
import { literal, sql, Sql } from '#lib/sql/sql.ts';
import type { ChangeCounts, Changes, Difference } from './compare.ts';
import { at } from './tables.ts';
import { previewPlace, seenPlace } from './views.ts';

/** Every cell or row that the batch touches, with what it is and what it would be. */
const change = at(previewPlace, 'change');

/** The changes of a report or a table of figures, cell by cell. */
export async function compareFigures(connector: Connector, batch: Batch, most: number): Promise<Changes> {
	const cell = ['measure', 'region', 'industry', 'ownership', 'period'];
	const either = cell.map((name) => `coalesce(n.${name}, o.${name}) AS ${name}`).join(', ');
	const same = cell.map((name) => `n.${name} = o.${name}`).join(' AND ');
	await connector.run(
		new Sql(`CREATE OR REPLACE TABLE ${change.text} AS SELECT * FROM (
			SELECT ${either}, NULL AS entry, o.value AS before, n.value AS after, n.line,
				CASE WHEN o.value IS NULL THEN 'new' WHEN n.value IS NULL THEN 'removed' WHEN n.value <> o.value THEN 'changed'
					WHEN n.batch = ${literal(batch.id).text} THEN 'unchanged' END AS kind
			FROM ${at(previewPlace, 'fact').text} n FULL JOIN ${at(seenPlace, 'fact').text} o ON ${same})
			WHERE kind IS NOT NULL`)
	);
	return read(connector, 'cells', most);
}

/** The changes of targets, one by one. */
export async function compareTargets(connector: Connector, batch: Batch, most: number): Promise<Changes> {
	await connector.run(
		new Sql(`CREATE OR REPLACE TABLE ${change.text} AS SELECT * FROM (
			SELECT coalesce(n.indicator, o.indicator) AS measure, coalesce(n.region, o.region) AS region, NULL AS industry,
				NULL AS ownership, CAST(coalesce(n.end_year, o.end_year) AS VARCHAR) AS period, NULL AS entry,
				o.target AS before, n.target AS after, n.line,
				CASE WHEN o.indicator IS NULL THEN 'new' WHEN n.indicator IS NULL THEN 'removed'
					WHEN (n.target, n.start_year, n.unit, n.direction, n.source) IS DISTINCT FROM
						(o.target, o.start_year, o.unit, o.direction, o.source) THEN 'changed'
					WHEN n.batch = ${literal(batch.id).text} THEN 'unchanged' END AS kind
			FROM ${at(previewPlace, 'target').text} n FULL JOIN ${at(seenPlace, 'target').text} o
				ON n.indicator = o.indicator AND n.region = o.region AND n.end_year = o.end_year)
			WHERE kind IS NOT NULL`)
	);
	return read(connector, 'rows', most);
}

async function read(connector: Connector, of: Changes['of'], most: number): Promise<Changes> {
	const counted = ['new', 'changed', 'unchanged', 'removed']
		.map((kind) => `count(*) FILTER (kind = '${kind}') AS "${kind}"`)
		.join(', ');
	const grouped = (column: string) =>
		connector.query(
			new Sql(`SELECT ${column}, ${counted} FROM ${change.text} GROUP BY ${column}
				ORDER BY count(*) FILTER (kind IN ('changed', 'removed')) DESC, count(*) DESC, ${column}`)
		);
	const [all] = await connector.query(new Sql(`SELECT ${counted} FROM ${change.text}`));
	const regions = await grouped('region');
	const measures = await grouped('measure');
	const differences = await connector.query(
		sql`SELECT kind, measure, region, industry, ownership, period, entry, CAST(before AS VARCHAR) AS before,
				CAST(after AS VARCHAR) AS after, line
			FROM (SELECT *, abs(coalesce(after, 0) - coalesce(before, 0)) AS size,
				sum(greatest(abs(coalesce(after, 0)), abs(coalesce(before, 0)))) OVER (PARTITION BY measure) AS whole FROM ${change})
			WHERE kind <> 'unchanged'
			ORDER BY kind = 'new', CAST(size AS DOUBLE) / nullif(CAST(whole AS DOUBLE), 0) DESC NULLS LAST, measure, region, period, industry,
				ownership LIMIT CAST(${most} AS INTEGER)`
	);
	return {
		of,
		counts: countsOf(all ?? {}),
		regions: regions.map((row) => ({ region: textOf(row.region), ...countsOf(row) })),
		measures: measures.map((row) => ({ measure: String(row.measure), ...countsOf(row) })),
		differences: differences.map(differenceOf)
	};
}

/** Reads the four counts of a row. */
export function countsOf(row: Row): ChangeCounts {
	const count = (kind: string) => Number(row[kind] ?? 0);
	return { new: count('new'), changed: count('changed'), unchanged: count('unchanged'), removed: count('removed') };
}

/** A text cell, or null. */
export function textOf(value: Row[string] | undefined): string | null {
	return value === null || value === undefined ? null : String(value);
}

function differenceOf(row: Row): Difference {
	return {
		kind: row.kind as Difference['kind'],
		measure: String(row.measure),
		region: textOf(row.region),
		industry: textOf(row.industry),
		ownership: textOf(row.ownership),
		period: textOf(row.period),
		entry: textOf(row.entry),
		before: textOf(row.before),
		after: textOf(row.after),
		line: row.line === null || row.line === undefined ? null : Number(row.line)
	};
}
