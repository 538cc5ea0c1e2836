import { indicators } from '#lib/indicators/index.ts';
import { join, literal, sql } from '#lib/sql/sql.ts';
import type { Build } from './input.ts';
import { at } from './tables.ts';

/** The reported figures that registers are held against: workers. */
export const heldAgainst: readonly string[] = [
	...new Set(indicators.flatMap(({ numerator }) => numerator.among ?? []))
];

/**
 * Writes `unreported`: of each figure that lacks reports, the regions below that are not in it, as high up as can be, so
 * that what a register has of them is not held against the others (docs/decisions/0009). A sum is followed down to its
 * parts, of a level over time to the period that counts. Regions that owe no report and gave none are not looked for.
 * Needs the roll-up.
 */
export async function buildUnreported({ connector, summary }: Build): Promise<void> {
	const [rollup, region, period] = [at(summary, 'rollup'), at(summary, 'region'), at(summary, 'period')];
	const ancestors = at(summary, 'region_ancestor');
	await connector.run(
		sql`INSERT INTO ${at(summary, 'unreported')} BY NAME
			WITH RECURSIVE cell AS (
				SELECT measure, region, industry, ownership, period, via, complete FROM ${rollup} WHERE measure IN (${join(heldAgainst.map(literal))})
			), open AS (SELECT * FROM cell WHERE NOT complete
			), below AS (
				SELECT o.*, n.code AS next_region, o.period AS next_period FROM open o JOIN ${region} n ON n.parent = o.region WHERE o.via = 'region'
				UNION ALL
				SELECT o.*, o.region, k.period FROM open o JOIN ${period} p ON p.parent = o.period
				JOIN cell k ON k.measure = o.measure AND k.region = o.region AND k.industry = o.industry AND k.ownership = o.ownership AND k.period = p.code
				WHERE o.via = 'period'
				QUALIFY row_number() OVER (PARTITION BY o.measure, o.region, o.industry, o.ownership, o.period ORDER BY p.end_date DESC, p.code DESC) = 1
			), step AS (
				SELECT b.*, k.complete IS NULL AS silent FROM below b
				LEFT JOIN cell k ON k.measure = b.measure AND k.region = b.next_region AND k.industry = b.industry AND k.ownership = b.ownership
					AND k.period = b.next_period
				WHERE k.complete IS NOT TRUE
			), way AS (
				SELECT measure, region, industry, ownership, period, region AS at_region, period AS at_period, FALSE AS silent FROM open
				UNION ALL
				SELECT w.measure, w.region, w.industry, w.ownership, w.period, s.next_region, s.next_period, s.silent FROM way w
				JOIN step s ON s.measure = w.measure AND s.region = w.at_region AND s.industry = w.industry AND s.ownership = w.ownership
					AND s.period = w.at_period
			), owing AS (
				SELECT DISTINCT a.ancestor AS code FROM ${ancestors} a JOIN ${region} n ON n.code = a.region WHERE n.expected
			), missing AS (
				SELECT w.* FROM way w SEMI JOIN owing ON owing.code = w.at_region WHERE w.silent
			)
			SELECT DISTINCT * FROM (
				SELECT measure, region, industry, ownership, period, at_region AS part FROM missing
				UNION ALL SELECT measure, at_region, industry, ownership, at_period, at_region FROM missing)
			ORDER BY industry, ownership, period, measure, region, part`
	);
}
