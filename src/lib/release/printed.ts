import type { Batch } from '#lib/import/batch.ts';
import { Sql } from '#lib/sql/sql.ts';
import type { Build } from './input.ts';
import { summaryMeasures } from './measures.ts';
import { settledFacts } from './settle-facts.ts';
import { stageRows, staging } from './staging.ts';
import { at, figure } from './tables.ts';

/** Powers of ten that a stored value, counted in ten-thousandths, is tried for. */
const powers = Array.from({ length: 13 }, (_, index) => index);

/**
 * Writes `printed`: how far rounding can have moved the figures of each batch. The step is the largest power of ten
 * that divides all of them: 51.73 万人 is 517300 with a step of 100. Counts printed one by one are exact: step 0.
 */
export async function buildPrinted(build: Build): Promise<void> {
	const { connector, summary, base } = build;
	await stageRows(
		connector,
		'printed_column',
		{ batch: 'VARCHAR', measure: 'VARCHAR', unit: 'VARCHAR', power: 'INTEGER', scaled: 'BOOLEAN' },
		build.batches.flatMap(printedColumns)
	);
	if (base) {
		await connector.run(
			new Sql(`INSERT INTO ${at(summary, 'printed').text} SELECT * FROM ${at(base.summary, 'printed').text}`)
		);
	}
	const counted = `CAST(CAST(value AS DECIMAL(38,4)) * 10000 AS BIGINT)`;
	const zeros = powers
		.slice(1)
		.reverse()
		.map((power) => `WHEN v % ${10 ** power} = 0 THEN ${power}`);
	const step = powers.map((power) => `WHEN ${power} THEN ${(10 ** (power - 4)).toFixed(4)}`).join(' ');
	await connector.run(
		new Sql(`INSERT INTO ${at(summary, 'printed').text} BY NAME
			SELECT batch, measure, coalesce(min(k.unit), '') AS unit, coalesce(min(k.power), 0) AS power,
				greatest(0, coalesce(min(k.power), 0) + 4 - min(z.zeros)) AS digits,
				CASE WHEN coalesce(bool_or(k.scaled), false) OR min(z.zeros) < 4
					THEN CAST(CASE min(z.zeros) ${step} END AS ${figure}) ELSE 0 END AS step,
				CAST(CASE min(z.zeros) ${step} END AS ${figure}) AS raw_step
			FROM (SELECT batch, measure, CAST(min(CASE ${zeros.join(' ')} ELSE 0 END) AS INTEGER) AS zeros
				FROM (SELECT batch, measure, ${counted} AS v FROM ${settledFacts.text} WHERE value <> 0)
				GROUP BY batch, measure) z
			LEFT JOIN ${at(staging, 'printed_column').text} k USING (batch, measure)
			WHERE NOT EXISTS (SELECT 1 FROM ${at(summary, 'printed').text} x WHERE x.batch = z.batch AND x.measure = z.measure)
			GROUP BY batch, measure ORDER BY batch, measure`)
	);
}

/** The columns of a batch that hold figures, with the unit and the power of ten they were printed in. */
function printedColumns(batch: Batch): (string | number | boolean | null)[][] {
	return batch.receipt.mapping.flatMap((column) => {
		const measure =
			batch.dataset === 'summary' && column.field !== null && summaryMeasures.includes(column.field)
				? column.field
				: batch.dataset === 'metrics' && column.indicator !== undefined
					? `metric:${column.indicator}`
					: null;
		if (measure === null) return [];
		return [[batch.id, measure, column.unit, powerOfTen(column.factor) ?? 0, Number(column.factor) !== 1]];
	});
}

function powerOfTen(factor: string): number | null {
	const power = Math.round(Math.log10(Number(factor)));
	return Number.isFinite(power) && Math.abs(10 ** power - Number(factor)) < 10 ** power * 1e-9 ? power : null;
}
