import type { Row } from '#lib/engine/connector.ts';
import type { Query } from '#lib/query/query.ts';
import { and, list, sql, type Sql } from '#lib/sql/sql.ts';
import { number, text } from '../figure.ts';
import { placeConditions, searchConditions } from '../register-conditions.ts';
import type { Scope } from '../scope.ts';

/** One training as the register lists it. Codes as in the release; subsidy in yuan. */
export interface TrainingRow {
	readonly id: string;
	readonly kind: string | null;
	readonly occupation: string | null;
	readonly skillLevel: string | null;
	readonly unit: string | null;
	readonly region: string | null;
	readonly industry: string | null;
	readonly period: string | null;
	readonly enrolled: number | null;
	readonly attendances: number | null;
	readonly certified: number | null;
	readonly degrees: number | null;
	readonly subsidy: number | null;
}

/** A part of the register: its rows, and how many there are in all. */
export interface TrainingPage {
	readonly rows: readonly TrainingRow[];
	readonly total: number;
}

/** The register is sorted on the page up to so many rows; of more, the latest are shown. */
export const registerLimit = 20_000;

function conditions(scope: Scope, search: string, everything: boolean): Sql[] {
	const time = everything
		? []
		: [sql`period IN (SELECT period FROM period_ancestor WHERE ancestor IN ${list(scope.spans.current)})`];
	return [
		...time,
		...placeConditions(scope),
		...searchConditions(search, [sql`occupation`, sql`org_unit`, sql`training_id`])
	];
}

/** The trainings of the page's filters and search, the latest first. */
export function registerQuery(scope: Scope, search: string, everything: boolean, offset = 0): Query<TrainingPage> {
	return {
		sql: sql`SELECT training_id AS id, kind, occupation, skill_level, org_unit AS unit, region, industry, period,
				CAST(enrolled AS DOUBLE) AS enrolled, CAST(attendances AS DOUBLE) AS attendances,
				CAST(certified AS DOUBLE) AS certified, CAST(degrees AS DOUBLE) AS degrees,
				CAST(subsidy AS DOUBLE) AS subsidy, CAST(count(*) OVER () AS DOUBLE) AS total
			FROM trainings WHERE ${and(conditions(scope, search, everything))}
			ORDER BY period DESC NULLS LAST, training_id LIMIT ${registerLimit} OFFSET ${offset}`,
		parse: (rows) => ({ rows: rows.map(trainingRow), total: number(rows[0]?.total) ?? 0 })
	};
}

function trainingRow(row: Row): TrainingRow {
	return {
		id: text(row.id) ?? '',
		kind: text(row.kind),
		occupation: text(row.occupation),
		skillLevel: text(row.skill_level),
		unit: text(row.unit),
		region: text(row.region),
		industry: text(row.industry),
		period: text(row.period),
		enrolled: number(row.enrolled),
		attendances: number(row.attendances),
		certified: number(row.certified),
		degrees: number(row.degrees),
		subsidy: number(row.subsidy)
	};
}
