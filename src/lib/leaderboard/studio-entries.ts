import type { Row } from '#lib/engine/connector.ts';
import type { Query } from '#lib/query/query.ts';
import { and, identifier, join, list, sql, type Sql } from '#lib/sql/sql.ts';
import type { Entry } from './entry.ts';
import { plainDecimal } from './plain-decimal.ts';
import type { RegisterEntries } from './register-entries.ts';
import type { BoardRules } from './rules.ts';

/** What a board of studios can compare, by the name of the field. */
const values: Readonly<Record<string, Sql>> = {
	benefit: sql`economic_benefit`,
	patents: sql`patents`,
	transferred: sql`transferred`,
	projects: sql`projects`,
	members: sql`members`,
	trained: sql`trained`
};

/** The fields that a board of studios can compare. */
export const studioFields: readonly string[] = Object.keys(values);

/** Who stands on the product's boards of studios: academies and training bases are something else. */
export const studioKinds = ['model-worker', 'craftsman', 'worker', 'team', 'alliance'] as const;

/** Which studios stand on a board. */
export interface StudioSelection {
	/** Code; studios named after its end are not there yet. */
	readonly period: string;
	/** Conditions on rows of the register: place, industry, ownership … */
	readonly conditions: readonly Sql[];
	/** All kinds of the register where left out. */
	readonly kinds?: readonly string[] | undefined;
}

/**
 * The studios that the register knew by the end of a period. Of more than `most` the best by the whole chain are read, with
 * all that are equal to the last of them: their ranks are those among all. `detail` must be attached.
 */
export function studioEntries(
	{ chain }: Pick<BoardRules, 'chain'>,
	{ period, conditions, kinds }: StudioSelection,
	most: number
): Query<RegisterEntries> {
	// Thousands of rows: only what the board compares is read.
	const fields = studioFields.filter((name) => chain.some(({ field }) => field === name));
	const columns = fields.map((name) => sql`CAST(${valueOf(name)} AS VARCHAR) AS ${identifier(name)}`);
	const order = chain
		.filter(({ field }) => fields.includes(field))
		.map(({ field, direction }) =>
			direction === 'ascending' ? sql`${valueOf(field)} ASC NULLS LAST` : sql`${valueOf(field)} DESC NULLS LAST`
		);
	const where = [namedBy(period), ...conditions, ...(kinds ? [sql`kind IN ${list(kinds)}`] : [])];
	return {
		sql: sql`SELECT studio_id, name, ${join(columns)}, CAST(count(*) OVER () AS DOUBLE) AS whole
			FROM studios WHERE ${and(where)}
			QUALIFY rank() OVER (ORDER BY ${join(order)}) <= ${most} ORDER BY studio_id`,
		parse: (rows) => ({
			entries: rows.map((row) => entryOf(row, fields)),
			whole: Number(rows[0]?.whole ?? 0)
		})
	};
}

function valueOf(field: string): Sql {
	const value = values[field];
	if (!value) throw new RangeError(`Studios have no ${field}`);
	return value;
}

function entryOf(row: Row, fields: readonly string[]): Entry {
	const id = String(row.studio_id ?? '');
	const name = String(row.name ?? '');
	return {
		key: id,
		name: name === '' ? id : name,
		values: Object.fromEntries(fields.map((field) => [field, plainDecimal(row[field])])),
		standing: 'eligible'
	};
}

/** As the stock of studios counts them: those without a date were always there. */
function namedBy(period: string): Sql {
	const month = sql`coalesce(left(CAST(founded AS VARCHAR), 7), period)`;
	return sql`(${month} IS NULL OR ${month} IN (SELECT earlier.code FROM period earlier
		JOIN period p ON earlier.end_date <= p.end_date WHERE p.code = ${period}))`;
}
