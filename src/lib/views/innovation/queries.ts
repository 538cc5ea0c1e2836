import type { Row } from '#lib/engine/connector.ts';
import type { Query } from '#lib/query/query.ts';
import { and, list, sql, type Sql } from '#lib/sql/sql.ts';
import { number, text } from '../figure.ts';
import { placeConditions, searchConditions } from '../register-conditions.ts';
import type { Scope } from '../scope.ts';

/** One innovation as the register lists it. Codes as in the release; dates ISO; benefit in yuan. */
export interface InnovationRow {
	readonly id: string;
	readonly kind: string | null;
	readonly title: string | null;
	readonly unit: string | null;
	readonly region: string | null;
	readonly industry: string | null;
	readonly submitted: string | null;
	readonly adopted: string | null;
	readonly implemented: string | null;
	readonly benefit: number | null;
	readonly award: string | null;
}

/** A part of the register: its rows, and how many there are in all. */
export interface InnovationPage {
	readonly rows: readonly InnovationRow[];
	readonly total: number;
	/** Entries of files that tell implementation, and how many of them are. */
	readonly told: number;
	readonly implemented: number;
}

/** The register is sorted on the page up to so many rows; of more, the latest are shown. */
export const registerLimit = 20_000;

/** The month that places an innovation in time, as the release counts it. */
const month = sql`coalesce(left(CAST(submitted AS VARCHAR), 7), period)`;

function conditions(scope: Scope, search: string, everything: boolean): Sql[] {
	const time = everything
		? []
		: [sql`${month} IN (SELECT period FROM period_ancestor WHERE ancestor IN ${list(scope.spans.current)})`];
	return [
		...time,
		...placeConditions(scope),
		...searchConditions(search, [sql`title`, sql`proposer_unit`, sql`org_unit`, sql`award`, sql`innovation_id`])
	];
}

/** The innovations of the page's filters and search, the latest first. */
export function registerQuery(scope: Scope, search: string, everything: boolean, offset = 0): Query<InnovationPage> {
	return {
		sql: sql`SELECT innovation_id AS id, kind, title, coalesce(proposer_unit, org_unit) AS unit, region, industry,
				CAST(submitted AS VARCHAR) AS submitted, CAST(adopted AS VARCHAR) AS adopted,
				CAST(implemented AS VARCHAR) AS implemented, CAST(economic_benefit AS DOUBLE) AS benefit, award,
				CAST(count(*) OVER () AS DOUBLE) AS total, CAST(count(implemented) OVER () AS DOUBLE) AS done,
				CAST(count(*) FILTER (batch IN (SELECT batch FROM batch_column WHERE field = 'implemented')) OVER () AS DOUBLE) AS told
			FROM innovations WHERE ${and(conditions(scope, search, everything))}
			ORDER BY submitted DESC NULLS LAST, innovation_id LIMIT ${registerLimit} OFFSET ${offset}`,
		parse: (rows) => ({
			rows: rows.map(innovationRow),
			total: number(rows[0]?.total) ?? 0,
			told: number(rows[0]?.told) ?? 0,
			implemented: number(rows[0]?.done) ?? 0
		})
	};
}

function innovationRow(row: Row): InnovationRow {
	return {
		id: text(row.id) ?? '',
		kind: text(row.kind),
		title: text(row.title),
		unit: text(row.unit),
		region: text(row.region),
		industry: text(row.industry),
		submitted: text(row.submitted),
		adopted: text(row.adopted),
		implemented: text(row.implemented),
		benefit: number(row.benefit),
		award: text(row.award)
	};
}
