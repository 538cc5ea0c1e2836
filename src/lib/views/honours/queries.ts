import { honourKinds } from '#lib/datasets/code-lists.ts';
import type { Row } from '#lib/engine/connector.ts';
import type { Query } from '#lib/query/query.ts';
import { and, join, list, sql, Sql } from '#lib/sql/sql.ts';
import { number, text } from '../figure.ts';
import { placeConditions, searchConditions } from '../register-conditions.ts';
import type { Scope } from '../scope.ts';

/** One honour as the register lists it, codes as in the release. `recipient` is not yet masked. */
export interface HonourRow {
	readonly id: string;
	readonly kind: string | null;
	readonly level: string | null;
	readonly year: string | null;
	readonly recipient: string | null;
	readonly recipientType: string | null;
	readonly gender: string | null;
	readonly frontLine: string | null;
	readonly unit: string | null;
	readonly region: string | null;
	readonly industry: string | null;
	/** Honours that the row stands for; null is one. */
	readonly count: number | null;
}

/** A part of the register: its rows, and how many there are in all. */
export interface HonourPage {
	readonly rows: readonly HonourRow[];
	readonly total: number;
}

/** The register is sorted on the page up to so many rows; of more, the latest are shown. */
export const registerLimit = 20_000;

/** The year that places an honour in time, as the release counts it. */
const period = sql`coalesce(CAST(year AS VARCHAR), period)`;

/** Names of people are masked on the page, so that they cannot be searched either: who finds a name has learnt it. */
const publicName = sql`CASE WHEN recipient_type = 'group' THEN recipient END`;

/** The kind of honour in both languages, for the search. */
const kindTitle = sql`CASE kind ${join(
	honourKinds.map(({ code, title }) => sql`WHEN ${code} THEN ${`${title.zh} ${title.en}`}`),
	new Sql(' ')
)} END`;

function conditions(scope: Scope, search: string, everything: boolean): Sql[] {
	const time = everything
		? []
		: [sql`${period} IN (SELECT period FROM period_ancestor WHERE ancestor IN ${list(scope.spans.current)})`];
	return [
		...time,
		...placeConditions(scope),
		...searchConditions(search, [publicName, kindTitle, sql`org_unit`, sql`honour_id`])
	];
}

/** The honours of the page's filters and search, the latest first. */
export function registerQuery(scope: Scope, search: string, everything: boolean, offset = 0): Query<HonourPage> {
	return {
		sql: sql`SELECT honour_id AS id, kind, level, ${period} AS year, recipient, recipient_type, gender, front_line,
				org_unit AS unit, region, industry, CAST(count AS DOUBLE) AS count, CAST(count(*) OVER () AS DOUBLE) AS total
			FROM (SELECT *, honour AS kind FROM honours) WHERE ${and(conditions(scope, search, everything))}
			ORDER BY ${period} DESC NULLS LAST, honour_id LIMIT ${registerLimit} OFFSET ${offset}`,
		parse: (rows) => ({ rows: rows.map(honourRow), total: number(rows[0]?.total) ?? 0 })
	};
}

function honourRow(row: Row): HonourRow {
	return {
		id: text(row.id) ?? '',
		kind: text(row.kind),
		level: text(row.level),
		year: text(row.year),
		recipient: text(row.recipient),
		recipientType: text(row.recipient_type),
		gender: text(row.gender),
		frontLine: text(row.front_line),
		unit: text(row.unit),
		region: text(row.region),
		industry: text(row.industry),
		count: number(row.count)
	};
}
