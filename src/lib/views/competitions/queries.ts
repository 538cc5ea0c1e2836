import type { Row } from '#lib/engine/connector.ts';
import type { Query } from '#lib/query/query.ts';
import { and, list, sql, type Sql } from '#lib/sql/sql.ts';
import { number, text } from '../figure.ts';
import { placeConditions } from '../register-conditions.ts';
import type { Scope } from '../scope.ts';

/** One competition as the register lists it. Codes as in the release; dates ISO. */
export interface CompetitionRow {
	readonly id: string;
	readonly name: string;
	readonly kind: string | null;
	readonly level: string | null;
	readonly region: string | null;
	readonly industry: string | null;
	readonly occupation: string | null;
	readonly host: string | null;
	readonly start: string | null;
	readonly participations: number | null;
}

/** A part of the register: its rows, and how many there are in all. */
export interface RegisterPage {
	readonly rows: readonly CompetitionRow[];
	readonly total: number;
}

/** The register is sorted and searched on the page up to so many rows; of more, the latest are shown. */
export const registerLimit = 50_000;

/** The month that places a competition in time, as the release counts it. */
const month = sql`coalesce(left(CAST(start_date AS VARCHAR), 7), left(CAST(end_date AS VARCHAR), 7), period)`;

/** The filters of the page as conditions on the register; `everything`: of all periods. */
export function registerConditions(scope: Scope, everything: boolean): Sql[] {
	const { filters, spans } = scope;
	const level = filters.competitionLevel ? [sql`level = ${filters.competitionLevel}`] : [];
	const time = everything
		? []
		: [sql`${month} IN (SELECT period FROM period_ancestor WHERE ancestor IN ${list(spans.current)})`];
	return [...time, ...placeConditions(scope), ...level];
}

/** The competitions of the page's filters, the latest first. */
export function registerQuery(scope: Scope, everything: boolean, offset = 0): Query<RegisterPage> {
	return {
		sql: sql`SELECT competition_id AS id, name, kind, level, region, industry, occupation, host,
				CAST(start_date AS VARCHAR) AS start, CAST(participations AS DOUBLE) AS participations,
				CAST(count(*) OVER () AS DOUBLE) AS total
			FROM competitions WHERE ${and(registerConditions(scope, everything))}
			ORDER BY start_date DESC NULLS LAST, competition_id LIMIT ${registerLimit} OFFSET ${offset}`,
		parse: (rows) => ({ rows: rows.map(competitionRow), total: number(rows[0]?.total) ?? 0 })
	};
}

function competitionRow(row: Row): CompetitionRow {
	return {
		id: text(row.id) ?? '',
		name: text(row.name) ?? '',
		kind: text(row.kind),
		level: text(row.level),
		region: text(row.region),
		industry: text(row.industry),
		occupation: text(row.occupation),
		host: text(row.host),
		start: text(row.start),
		participations: number(row.participations)
	};
}
