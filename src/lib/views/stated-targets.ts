import type { CellValue, Row } from '#lib/engine/connector.ts';
import type { Query } from '#lib/query/query.ts';
import { sql } from '#lib/sql/sql.ts';
import { number, text } from './figure.ts';
import type { StatedTarget } from './target-pace.ts';

/** All targets of the release: a handful of rows, asked once. */
export const targetsQuery: Query<readonly StatedTarget[]> = {
	sql: sql`SELECT indicator, region, start_year, end_year, CAST(target AS DOUBLE) AS target, unit, direction, source
		FROM target WHERE target IS NOT NULL ORDER BY indicator, region, end_year`,
	parse: (rows: readonly Row[]) =>
		rows.map((row: Record<string, CellValue>) => ({
			indicator: text(row.indicator) ?? '',
			region: text(row.region) ?? '',
			startYear: number(row.start_year),
			endYear: number(row.end_year) ?? 0,
			target: number(row.target) ?? 0,
			unit: text(row.unit),
			direction: text(row.direction),
			source: text(row.source)
		}))
};
