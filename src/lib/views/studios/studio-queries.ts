import type { Row } from '#lib/engine/connector.ts';
import type { Query } from '#lib/query/query.ts';
import { identifier, join, sql, Sql } from '#lib/sql/sql.ts';
import { number, text } from '../figure.ts';

/** Everything the register knows of one studio. Money in yuan. */
export interface StudioEntry {
	readonly id: string;
	readonly name: string;
	readonly kind: string | null;
	readonly leader: string | null;
	readonly level: string | null;
	readonly founded: string | null;
	readonly region: string | null;
	readonly industry: string | null;
	readonly unionSystem: string | null;
	readonly unit: string | null;
	readonly ownership: string | null;
	readonly members: number | null;
	readonly subsidy: number | null;
	readonly mode: string | null;
}

/** What a studio brings forth, as the register's columns name it. */
export const outputFields = ['projects', 'patents', 'transferred', 'economic_benefit', 'trained'] as const;
export type OutputField = (typeof outputFields)[number];

/** Where a studio stands among all of its kind by one output. Those without the figure are not counted. */
export interface Standing {
	readonly field: OutputField;
	readonly value: number | null;
	/** Entries of the kind with this figure, its own among them. */
	readonly known: number;
	readonly above: number;
	readonly below: number;
	readonly median: number | null;
}

/** One studio by its id; null when the release has none. */
export function studioQuery(id: string): Query<StudioEntry | null> {
	return {
		sql: sql`SELECT studio_id, name, kind, leader, level, CAST(founded AS VARCHAR) AS founded, region, industry, union_system,
				org_unit, ownership, CAST(members AS DOUBLE) AS members, CAST(subsidy AS DOUBLE) AS subsidy, mode
			FROM studios WHERE studio_id = ${id} LIMIT 1`,
		parse: ([row]) => (row ? studioEntry(row) : null)
	};
}

function studioEntry(row: Row): StudioEntry {
	return {
		id: text(row.studio_id) ?? '',
		name: text(row.name) ?? '',
		kind: text(row.kind),
		leader: text(row.leader),
		level: text(row.level),
		founded: text(row.founded),
		region: text(row.region),
		industry: text(row.industry),
		unionSystem: text(row.union_system),
		unit: text(row.org_unit),
		ownership: text(row.ownership),
		members: number(row.members),
		subsidy: number(row.subsidy),
		mode: text(row.mode)
	};
}

/** Its place among all entries of its kind, output by output, in one statement. */
export function standingsQuery(id: string): Query<readonly Standing[]> {
	const one = (field: OutputField) => {
		const [own, peer] = [sql`o.${identifier(field)}`, sql`p.${identifier(field)}`];
		return sql`SELECT ${field} AS field, CAST(max(${own}) AS DOUBLE) AS value, CAST(count(${peer}) AS DOUBLE) AS known,
			CAST(count(*) FILTER (WHERE ${peer} > ${own}) AS DOUBLE) AS above,
			CAST(count(*) FILTER (WHERE ${peer} < ${own}) AS DOUBLE) AS below, CAST(median(${peer}) AS DOUBLE) AS median
			FROM own o JOIN studios p ON p.kind = o.kind`;
	};
	return {
		sql: sql`WITH own AS (SELECT * FROM studios WHERE studio_id = ${id} LIMIT 1)
			${join(outputFields.map(one), new Sql(' UNION ALL '))}`,
		parse: (rows) =>
			rows.map((row) => ({
				field: (text(row.field) ?? 'projects') as OutputField,
				value: number(row.value),
				known: number(row.known) ?? 0,
				above: number(row.above) ?? 0,
				below: number(row.below) ?? 0,
				median: number(row.median)
			}))
	};
}
