import type { CellValue, Row } from '#lib/engine/connector.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import type { Query } from '#lib/query/query.ts';
import { sql } from '#lib/sql/sql.ts';
import { number, text, type Figures } from '../figure.ts';
import { askIndustries, askMembers, askTrail } from '../questions.ts';
import type { Scope } from '../scope.ts';

/** A published target of a place. */
export interface Target {
	readonly indicator: string;
	readonly region: string;
	readonly startYear: number | null;
	readonly endYear: number;
	readonly target: number;
	readonly unit: string | null;
	readonly direction: string | null;
	readonly source: string | null;
}

/** All targets of the release: a handful of rows, asked once. */
export const targetsQuery: Query<readonly Target[]> = {
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

/** Every tile and the trend, one statement: indicators over the trail of periods, with the years that targets count. */
export function placeQuery(scope: Scope, indicators: readonly Indicator[], years: readonly string[]): Query<Figures> {
	return askTrail(scope, indicators, years);
}

/** Map and movers, one statement: the page's indicator by region, now and then. */
export function regionsQuery(scope: Scope): Query<Figures> {
	return askMembers(scope, [scope.indicator]);
}

/** Industries, one statement: the page's indicator by section, now and then. */
export function industriesQuery(scope: Scope): Query<Figures> {
	const sections = scope.lists.industries.filter((industry) => industry.level === 'section');
	return askIndustries(
		scope,
		[scope.indicator],
		sections.map(({ code }) => code)
	);
}
