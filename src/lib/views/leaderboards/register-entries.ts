import type { Row } from '#lib/engine/connector.ts';
import type { Entry } from '#lib/leaderboard/entry.ts';
import {
	competitionName,
	organisationEntries,
	resultEntries,
	type RegisterEntries
} from '#lib/leaderboard/register-entries.ts';
import type { Query } from '#lib/query/query.ts';
import { and, identifier, join, list, sql, type Sql } from '#lib/sql/sql.ts';
import { number, text } from '../figure.ts';
import { memberSet } from '../members.ts';
import { placeConditions } from '../register-conditions.ts';
import type { Scope } from '../scope.ts';
import type { ReleaseBoard } from './boards.ts';
import { plainDecimal } from './plain-decimal.ts';

export type { RegisterEntries } from '#lib/leaderboard/register-entries.ts';

/** A board of a register reads so many of its best rows; what ranks them is the same for all. */
export const entryLimit = 10_000;

/** Medals by organisation over some periods. Entries that state no organisation are left out. */
export function organisationsQuery(scope: Scope, periods: readonly string[]): Query<RegisterEntries> {
	return organisationEntries({ ...scope.narrowing, region: [memberSet(scope.place)], period: periods }, entryLimit);
}

/** The results of one competition: each entrant in its event, or the members of its teams. */
export function resultsQuery({ source, rules }: ReleaseBoard): Query<RegisterEntries> {
	return resultEntries(source.competition ?? '', rules.groupBy === 'event');
}

/** The name of the competition of a board; null where the register does not say it. */
export function competitionQuery({ source }: ReleaseBoard): Query<string | null> {
	return competitionName(source.competition ?? '');
}

/** What a board of studios can compare, by the name of the field. */
const studioFields: Readonly<Record<string, Sql>> = {
	benefit: sql`economic_benefit`,
	patents: sql`patents`,
	transferred: sql`transferred`,
	projects: sql`projects`,
	members: sql`members`,
	trained: sql`trained`
};

/**
 * The studios of the page's filters that the register knew by the end of its period. Of more than `most` the best by
 * the whole chain are read, with all that are equal to the last of them: their ranks are those among all.
 */
export function studiosQuery({ source, rules }: ReleaseBoard, scope: Scope, most = entryLimit): Query<RegisterEntries> {
	// Thousands of rows: only what the board compares is read.
	const fields = Object.entries(studioFields).filter(([name]) => rules.chain.some(({ field }) => field === name));
	const chain = rules.chain.flatMap(({ field, direction }) => {
		const value = studioFields[field];
		return value ? [direction === 'ascending' ? sql`${value} ASC NULLS LAST` : sql`${value} DESC NULLS LAST`] : [];
	});
	const conditions = [
		namedBy(scope.spans.current.at(-1) ?? scope.filters.period),
		...placeConditions(scope),
		...(source.kinds ? [sql`kind IN ${list(source.kinds)}`] : [])
	];
	return {
		sql: sql`SELECT studio_id, name, ${join(fields.map(([name, value]) => sql`CAST(${value} AS VARCHAR) AS ${identifier(name)}`))},
				CAST(count(*) OVER () AS DOUBLE) AS whole
			FROM studios WHERE ${and(conditions)}
			QUALIFY rank() OVER (ORDER BY ${join(chain)}) <= ${most} ORDER BY studio_id`,
		parse: (rows) => ({
			entries: rows.map((row) =>
				studioEntry(
					row,
					fields.map(([name]) => name)
				)
			),
			whole: number(rows[0]?.whole) ?? 0
		})
	};
}

function studioEntry(row: Row, fields: readonly string[]): Entry {
	const id = text(row.studio_id) ?? '';
	return {
		key: id,
		name: text(row.name) ?? id,
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
