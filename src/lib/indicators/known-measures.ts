import type { Row } from '#lib/engine/connector.ts';
import type { Indicator, Measure } from './indicator.ts';
import type { Query } from '#lib/query/query.ts';
import { sql } from '#lib/sql/sql.ts';

/** Which measures the open release has figures of. */
export const measuresQuery: Query<ReadonlySet<string>> = {
	sql: sql`SELECT DISTINCT measure FROM rollup UNION SELECT DISTINCT measure FROM register_fact`,
	parse: (rows: Row[]) => new Set(rows.map((row) => String(row.measure)))
};

function isMeasured(measure: Measure, known: ReadonlySet<string>): boolean {
	return measure.terms ? measure.terms.some((term) => known.has(term.measure)) : known.has(measure.id);
}

/** Whether a release can answer for an indicator at all. */
export function isKnown({ numerator, denominator }: Indicator, known: ReadonlySet<string>): boolean {
	return isMeasured(numerator, known) && (!denominator || isMeasured(denominator, known));
}
