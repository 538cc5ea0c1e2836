import { datasets } from '#lib/datasets/index.ts';
import type { ControlTotal } from '#lib/import/batch.ts';
import { identifier, literal, Sql } from '#lib/sql/sql.ts';
import { rawFacts } from './facts.ts';
import type { Build } from './input.ts';
import { isRegister, type Register } from './register-measures.ts';
import { stageRows, staging } from './staging.ts';
import { at, figure } from './tables.ts';

/** The figures of batches that hold a total which was set aside, as they came. */
const controlled = at(staging, 'controlled_fact');

/** Keeps the figures that set-aside totals are to be held against, before later batches take their place. */
export async function stageSetAside(build: Build): Promise<void> {
	const totals = build.batches.flatMap((batch) =>
		isRegister(batch.dataset)
			? []
			: batch.receipt.controlTotals.filter(setAside).flatMap((total) => totalRows(batch.id, batch.dataset, total))
	);
	await stageRows(
		build.connector,
		'set_aside',
		{
			batch: 'VARCHAR',
			dataset: 'VARCHAR',
			line: 'INTEGER',
			industry: 'VARCHAR',
			period: 'VARCHAR',
			measure: 'VARCHAR',
			value: figure
		},
		totals
	);
	await build.connector.run(
		new Sql(`CREATE OR REPLACE TABLE ${controlled.text} AS SELECT * FROM ${rawFacts.text}
			WHERE batch IN (SELECT batch FROM ${at(staging, 'set_aside').text})`)
	);
}

/** A total that names a region is that region's own value and was loaded as such. */
function setAside(total: ControlTotal): boolean {
	return total.region === null;
}

function totalRows(batch: string, dataset: string, total: ControlTotal): (string | number | null)[][] {
	return Object.entries(total.values).map(([name, value]) => [
		batch,
		dataset,
		total.line,
		total.industry,
		total.period,
		dataset === 'metrics' ? `metric:${name}` : name,
		value
	]);
}

/**
 * Holds totals that stand for no member against the rows of their file that are part of no other row of it, so that
 * a city's total and its districts' are not both counted.
 */
export async function reportSetAside({ connector, summary }: Build): Promise<void> {
	await connector.run(
		new Sql(`INSERT INTO ${at(summary, 'finding').text} BY NAME
			SELECT 'TOTAL_MISMATCH' AS code, CASE WHEN within THEN 'I' ELSE 'W' END AS severity, dataset, measure, industry, period,
				expected, actual, CAST(actual - expected AS ${figure}) AS difference, within AS within_tolerance,
				'rows ' || parts AS note, batch, line
			FROM (
				SELECT t.batch, t.dataset, t.line, t.industry, t.period, t.measure, t.value AS expected, count(*) AS parts,
					CAST(sum(f.value) AS ${figure}) AS actual,
					abs(sum(f.value) - t.value) <= (count(*) + 1) * coalesce(any_value(s.step), 0) * 0.5 AS within
				FROM ${at(staging, 'set_aside').text} t
				JOIN ${controlled.text} f ON f.batch = t.batch AND f.measure = t.measure AND (t.period IS NULL OR f.period = t.period)
					AND (t.industry IS NULL OR f.industry = t.industry)
				LEFT JOIN ${at(summary, 'printed').text} s ON s.batch = t.batch AND s.measure = t.measure
				WHERE NOT EXISTS (SELECT 1 FROM ${controlled.text} g
					JOIN ${at(summary, 'region_ancestor').text} a ON a.ancestor = g.region
					WHERE a.region = f.region AND g.batch = f.batch AND g.measure = f.measure AND g.period = f.period
						AND g.industry IN (f.industry, left(f.industry, 1), 'all') AND g.ownership IN (f.ownership, 'all')
						AND (t.industry IS NULL OR g.industry = t.industry)
						AND NOT (g.region = f.region AND g.industry = f.industry AND g.ownership = f.ownership))
				GROUP BY t.batch, t.dataset, t.line, t.industry, t.period, t.measure, t.value)
			WHERE actual <> expected`)
	);
}

/** Holds the totals of a register's file against its rows, which are in `staged`. */
export async function reportRegisterTotals(build: Build, name: Register, staged: Sql): Promise<void> {
	const additive = new Set(
		datasets[name].fields
			.filter(({ unit }) => unit && !['score', 'second', 'percent'].includes(unit))
			.map((field) => field.name)
	);
	for (const batch of build.batches.filter((batch) => batch.dataset === name)) {
		for (const total of batch.receipt.controlTotals) {
			for (const [field, value] of Object.entries(total.values)) {
				if (!additive.has(field)) continue;
				const conditions = [`batch = ${literal(batch.id).text}`];
				if (total.region !== null) {
					conditions.push(`region IN (SELECT region FROM ${at(build.summary, 'region_ancestor').text}
						WHERE ancestor = ${literal(total.region).text})`);
				}
				if (total.industry !== null) conditions.push(`industry = ${literal(total.industry).text}`);
				if (total.period !== null) conditions.push(`period = ${literal(total.period).text}`);
				await build.connector.run(
					new Sql(`INSERT INTO ${at(build.summary, 'finding').text} BY NAME
						SELECT 'TOTAL_MISMATCH' AS code, 'W' AS severity, ${literal(name).text} AS dataset,
							${literal(`${name}.${field}`).text} AS measure, ${total.region === null ? 'NULL' : literal(total.region).text} AS region,
							expected, actual, CAST(actual - expected AS ${figure}) AS difference, false AS within_tolerance,
							'rows ' || parts AS note, ${literal(batch.id).text} AS batch, ${total.line} AS line
						FROM (SELECT CAST(${literal(value).text} AS ${figure}) AS expected, count(*) AS parts,
							CAST(sum(${identifier(field).text}) AS ${figure}) AS actual FROM ${staged.text} WHERE ${conditions.join(' AND ')})
						WHERE actual <> expected`)
				);
			}
		}
	}
}
