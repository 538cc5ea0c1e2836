import type { Connector } from '#lib/engine/connector.ts';
import { registerKind } from '#lib/indicators/measures.ts';
import { literal, join, Sql } from '#lib/sql/sql.ts';
import { registers } from './register-measures.ts';
import { summaryTable } from './summary-tables.ts';
import { at, columnList, figure, orderList } from './tables.ts';

/**
 * Fills `register_total` of a place out of its `register_fact`: sums by region at every level, all industries and sections,
 * by quarter, half and year. The pages' usual questions then are look-ups; what narrows further asks `register_fact`.
 * Of stocks (studios) each quarter holds what it added, so that a level is the sum of all quarters up to it.
 */
export async function totalRegisters(connector: Connector, summary: Sql): Promise<void> {
	const table = summaryTable('register_total');
	const target = at(summary, 'register_total').text;
	await connector.run(
		new Sql(`INSERT INTO ${target} (${columnList(table).text})
			WITH own AS (
				SELECT measure, region, CASE WHEN industry = 'all' THEN 'all' ELSE left(industry, 1) END AS section, period, sum(value) AS value
				FROM ${at(summary, 'register_fact').text} GROUP BY ALL
			), timed AS (
				SELECT o.measure, o.region, o.section, p.ancestor AS period, sum(o.value) AS value
				FROM own o JOIN (${during(summary)}) p ON p.period = o.period WHERE NOT ${isStock} GROUP BY ALL
				UNION ALL
				SELECT o.measure, o.region, o.section, coalesce(p.added, '') AS period, sum(o.value) AS value
				FROM own o LEFT JOIN (${added(summary)}) p ON p.period = o.period WHERE ${isStock} GROUP BY ALL
			), placed AS (
				SELECT t.measure, a.ancestor AS region, t.section, t.period, sum(t.value) AS value
				FROM timed t JOIN ${at(summary, 'region_ancestor').text} a ON a.region = t.region GROUP BY ALL
			)
			SELECT measure, region, industry, period, CAST(sum(value) AS ${figure}) AS value
			FROM (SELECT *, section AS industry FROM placed WHERE section <> 'all' UNION ALL SELECT *, 'all' AS industry FROM placed)
			GROUP BY measure, region, industry, period ORDER BY ${orderList(table).text}`)
	);
}

const stocks = registers.filter((name) => registerKind(`${name}.count`) === 'stock');
const isStock = `split_part(o.measure, '.', 1) IN (${join(stocks.map((name) => literal(name))).text})`;

/** Periods of the table that a month, quarter or year belongs to. */
function during(summary: Sql): string {
	return `SELECT a.period, a.ancestor FROM ${at(summary, 'period_ancestor').text} a
		JOIN ${at(summary, 'period').text} p ON p.code = a.ancestor AND p.kind IN ('quarter', 'half', 'year')`;
}

/** The one period of the table that what is added in a period goes to: its quarter, or itself where it is longer. */
function added(summary: Sql): string {
	return `SELECT period, arg_min(ancestor, end_date || ancestor) AS added FROM (
		SELECT d.period, d.ancestor, p.end_date FROM (${during(summary)}) d
		JOIN ${at(summary, 'period').text} p ON p.code = d.ancestor
		QUALIFY rank() OVER (PARTITION BY d.period ORDER BY CASE p.kind WHEN 'quarter' THEN 0 WHEN 'half' THEN 1 ELSE 2 END) = 1)
		GROUP BY period`;
}
