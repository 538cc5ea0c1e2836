import { sql } from '#lib/sql/sql.ts';
import type { Build } from './input.ts';
import { settledFacts } from './settle-facts.ts';

/** Sums are kept as DECIMAL(18,4): 14 digits before the point. */
const isOverflow = (cause: unknown) =>
	cause instanceof Error && /DECIMAL\(18,\s?4\)/.test(cause.message) && /conversion|cast|range/i.test(cause.message);

/**
 * What a build broke off for, in a sentence, where it was a sum that no table can hold: the measure whose figures are
 * largest and the file of its largest one. Null for every other reason.
 */
export async function sumOverflow({ connector, batches }: Build, cause: unknown): Promise<Error | null> {
	if (!isOverflow(cause)) return null;
	const [row] = await connector
		.query(
			sql`SELECT measure, arg_max(batch, abs(CAST(value AS DOUBLE))) AS batch, max(abs(CAST(value AS DOUBLE))) AS largest
				FROM ${settledFacts} GROUP BY measure ORDER BY sum(abs(CAST(value AS DOUBLE))) DESC LIMIT 1`
		)
		.catch(() => []);
	if (!row) return null;
	const measure = String(row.measure).replace(/^metric:/, '');
	const file = batches.find(({ id }) => id === row.batch)?.receipt.file ?? String(row.batch);
	return new Error(
		`“${measure}”的合计达到或超过 10^14，无法保存；请核对单位，最大的数在 ${file} / ` +
			`The figures of “${measure}” add up to 10^14 or more, which cannot be kept; check their unit, the largest is in ${file}`,
		{ cause }
	);
}
