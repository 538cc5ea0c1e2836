import type { Row } from '#lib/engine/connector.ts';
import type { Query } from '#lib/query/query.ts';
import { list, sql } from '#lib/sql/sql.ts';
import { figureOf, text, type Figure } from '../figure.ts';
import type { Scope } from '../scope.ts';

/** A figure of the metric table as it was reported, with what it says beside the number. */
export interface MetricFigure extends Figure {
	/** `>`, `≥`, `<`, `≤` or `≈` the value; null: exactly. */
	readonly qualifier: string | null;
	/** The cell as printed, where it reads otherwise than the value: 58万余. */
	readonly original: string | null;
}

/**
 * Every figure of the metric table at the page's place and its members, in all periods; where a figure is known at none
 * of them, those who reported it anywhere below. A release has tens of such figures, not thousands.
 */
export function metricFiguresQuery(scope: Scope): Query<readonly MetricFigure[]> {
	const shown = [...new Set([...scope.place.codes, ...scope.members.flatMap(({ codes }) => codes)])];
	const { codes } = scope.place;
	return {
		sql: sql`WITH reported AS (
				SELECT r.measure, r.region, r.period, r.value, r.how, r.parts_reported, r.parts_expected, r.complete, r.qualifier, f.original
				FROM rollup r LEFT JOIN fact f USING (measure, region, industry, ownership, period)
				WHERE r.measure LIKE 'metric:%' AND r.industry = 'all' AND r.ownership = 'all' AND r.value IS NOT NULL
			), near AS (SELECT * FROM reported WHERE region IN ${list(shown)})
			SELECT measure AS indicator, region, period, CAST(value AS DOUBLE) AS value, how, parts_reported, parts_expected,
				complete, qualifier, original
			FROM (SELECT * FROM near UNION ALL SELECT * FROM reported WHERE how = 'reported'
				AND region IN (SELECT region FROM region_ancestor WHERE ancestor IN ${list(codes)})
				AND measure NOT IN (SELECT measure FROM near))
			ORDER BY indicator, region, period LIMIT 20000`,
		parse: (rows: readonly Row[]) =>
			rows.map((row) => {
				const figure = figureOf(row);
				const { value: numerator } = figure;
				return { ...figure, numerator, qualifier: text(row.qualifier), original: text(row.original) };
			})
	};
}
