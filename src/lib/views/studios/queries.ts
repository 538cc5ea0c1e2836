import type { Row } from '#lib/engine/connector.ts';
import type { Query } from '#lib/query/query.ts';
import { and, sql, type Sql } from '#lib/sql/sql.ts';
import { number, text } from '../figure.ts';
import { placeConditions, searchConditions } from '../register-conditions.ts';
import type { Scope } from '../scope.ts';

/** One studio, academy or base as the register lists it. Codes as in the release; dates ISO; benefit in yuan. */
export interface StudioRow {
	readonly id: string;
	readonly name: string;
	readonly kind: string | null;
	readonly level: string | null;
	readonly region: string | null;
	readonly industry: string | null;
	readonly founded: string | null;
	readonly members: number | null;
	readonly projects: number | null;
	readonly patents: number | null;
	readonly transferred: number | null;
	readonly benefit: number | null;
}

/** A part of the register: its rows, and how many there are in all. */
export interface StudioPage {
	readonly rows: readonly StudioRow[];
	readonly total: number;
}

/** The register is sorted on the page up to so many rows; of more, the first in the order asked for are shown. */
export const registerLimit = 10_000;

/** By what a register of more rows than the page holds is put in order before it is cut. */
const orders: Readonly<Record<string, Sql>> = {
	founded: sql`founded`,
	members: sql`members`,
	projects: sql`projects`,
	patents: sql`patents`,
	transferred: sql`transferred`,
	benefit: sql`economic_benefit`
};

/** A column and a direction; columns that the release cannot sort by keep the newest first. */
export interface StudioOrder {
	readonly key: string;
	readonly direction: 'ascending' | 'descending';
}

/**
 * Named by the end of the period, as the stock counts it: those without a date were always there, those whose date is
 * of no known period are in no stock.
 */
function namedBy(period: string): Sql {
	const month = sql`coalesce(left(CAST(founded AS VARCHAR), 7), period)`;
	return sql`(${month} IS NULL OR ${month} IN (SELECT earlier.code FROM period earlier
		JOIN period p ON earlier.end_date <= p.end_date WHERE p.code = ${period}))`;
}

/** The studios of the page's filters and search at the end of its period; the newest first unless another order is given. */
export function registerQuery(
	scope: Scope,
	search: string,
	order: StudioOrder | null = null,
	offset = 0
): Query<StudioPage> {
	const conditions = [
		namedBy(scope.spans.current.at(-1) ?? scope.filters.period),
		...placeConditions(scope),
		...searchConditions(search, [sql`name`, sql`org_unit`, sql`studio_id`])
	];
	const column = (order && orders[order.key]) ?? sql`founded`;
	const direction = order?.direction === 'ascending' && orders[order.key] ? sql`ASC` : sql`DESC`;
	return {
		sql: sql`SELECT studio_id AS id, name, kind, level, region, industry, CAST(founded AS VARCHAR) AS founded,
				CAST(members AS DOUBLE) AS members, CAST(projects AS DOUBLE) AS projects, CAST(patents AS DOUBLE) AS patents,
				CAST(transferred AS DOUBLE) AS transferred, CAST(economic_benefit AS DOUBLE) AS benefit,
				CAST(count(*) OVER () AS DOUBLE) AS total
			FROM studios WHERE ${and(conditions)}
			ORDER BY ${column} ${direction} NULLS LAST, studio_id LIMIT ${registerLimit} OFFSET ${offset}`,
		parse: (rows) => ({ rows: rows.map(studioRow), total: number(rows[0]?.total) ?? 0 })
	};
}

function studioRow(row: Row): StudioRow {
	return {
		id: text(row.id) ?? '',
		name: text(row.name) ?? '',
		kind: text(row.kind),
		level: text(row.level),
		region: text(row.region),
		industry: text(row.industry),
		founded: text(row.founded),
		members: number(row.members),
		projects: number(row.projects),
		patents: number(row.patents),
		transferred: number(row.transferred),
		benefit: number(row.benefit)
	};
}
