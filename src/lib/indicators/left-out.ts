import type { Row } from '#lib/engine/connector.ts';
import { join, list, sql, Sql } from '#lib/sql/sql.ts';
import type { Measure } from './indicator.ts';
import { weightedSum } from './register-stock.ts';
import { periodsUntil } from './register-totals.ts';
import { codesOf, setsOf, sharedDimensions, type Selection } from './selection.ts';

/** Before the id of a measure: the row is what does not count of it. */
const mark = '-';

/** The name of a row of `leftOutCells`. */
export const leftOutName = ({ id, among }: Measure): string => `${mark}${id} ${among ?? ''}`;

/**
 * What registers have of those who have not reported what it is held against, under the columns of looked-up cells. Null
 * where no measure is held against a report. Places that are silent themselves have no figure to be held against.
 */
export function leftOutCells(measures: readonly Measure[], selection: Selection): Sql | null {
	const held = new Map(measures.filter(({ among }) => among !== undefined).map((one) => [leftOutName(one), one]));
	if (held.size === 0) return null;
	const [region, industry] = sharedDimensions.map((name) => list(codesOf(setsOf(selection, name))));
	const selects = [...held].map(([name, { id, kind, among = '' }]) => {
		const counted = kind === 'stock' ? new Sql('c.added') : new Sql('u.period');
		const until =
			kind === 'stock' ? sql`JOIN (${periodsUntil(selection.period)}) c ON c.period = u.period` : new Sql('');
		return sql`SELECT ${name} AS measure, u.region, u.industry, 'all' AS ownership, u.period, CAST(sum(t.value) AS VARCHAR) AS value,
				'unreported' AS how, CAST(NULL AS INTEGER) AS parts_reported, CAST(NULL AS INTEGER) AS parts_expected, TRUE AS complete
			FROM unreported u ${until} JOIN register_total t ON t.region = u.part AND t.industry = u.industry AND t.period = ${counted}
			WHERE u.measure = ${among} AND u.part <> u.region AND u.ownership = 'all' AND u.region IN ${region ?? null}
				AND u.industry IN ${industry ?? null} AND u.period IN ${list(selection.period)} AND t.measure = ${id}
			GROUP BY ALL`;
	});
	return join(selects, new Sql(' UNION ALL '));
}

/** What is left of a looked-up cell; `others` is its row of `leftOutCells`. */
export function withoutLeftOut(cell: Row | null, others: Row | undefined): Row | null {
	return cell && others ? { ...cell, value: weightedSum([cell, others], [1, -1]) } : cell;
}
