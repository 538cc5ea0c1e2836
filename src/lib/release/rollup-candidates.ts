import { Sql } from '#lib/sql/sql.ts';
import { cells, source } from './rollup-tables.ts';
import { staging } from './staging.ts';
import { at, figure } from './tables.ts';

/** Below this many members a breakdown says nothing of the whole: a single 其中 row is not its total. */
const fewestMembers = 2;

const total = `CAST(sum(c.value) AS ${figure}) AS value, CAST(sum(c.slack) AS ${figure}) AS slack`;

/**
 * The sums that the cells of one depth offer to the cells one step up, in each dimension, with how complete each is.
 * Coverage is averaged over the expected parts all the way down, in millionths.
 */
export function candidates(depth: number): Sql {
	const child = `(SELECT * FROM ${cells.text} WHERE depth = ${depth}) c`;
	return new Sql(
		[byRegion(child), flows(child), stocks(child), byMember(child, 'ownership'), byMember(child, 'industry')].join(
			' UNION ALL '
		)
	);
}

/** Only expected children count as parts; what others report is in the sum all the same. */
function byRegion(child: string): string {
	return `SELECT m, r, i, o, p, value, slack, CASE WHEN siblings = 0 THEN parts ELSE parts_expected END AS parts,
			CASE WHEN siblings = 0 THEN parts ELSE siblings END AS expected,
			CAST(CASE WHEN siblings = 0 THEN coverage // parts ELSE coverage_expected // siblings END AS INTEGER) AS coverage,
			false AS own, ${source.region} AS source
		FROM (SELECT c.m, n.parent AS r, c.i, c.o, c.p, ${total}, CAST(count(*) AS INTEGER) AS parts,
				CAST(count(*) FILTER (n.expected) AS INTEGER) AS parts_expected, max(n.siblings) AS siblings,
				CAST(sum(c.coverage) AS BIGINT) AS coverage,
				CAST(coalesce(sum(c.coverage) FILTER (n.expected), 0) AS BIGINT) AS coverage_expected
			FROM ${child} JOIN ${at(staging, 'region').text} n ON n.id = c.r WHERE n.parent IS NOT NULL
			GROUP BY c.m, n.parent, c.i, c.o, c.p)`;
}

function flows(child: string): string {
	return `SELECT c.m, c.r, c.i, c.o, n.parent AS p, ${total}, CAST(count(*) AS INTEGER) AS parts, max(n.siblings) AS expected,
			CAST(CAST(sum(c.coverage) AS BIGINT) // max(n.siblings) AS INTEGER) AS coverage, bool_or(c.own) AS own,
			${source.period} AS source
		FROM ${child} JOIN ${at(staging, 'period').text} n ON n.id = c.p
		JOIN ${at(staging, 'measure').text} k ON k.id = c.m AND k.kind = 'flow'
		WHERE n.parent IS NOT NULL GROUP BY c.m, c.r, c.i, c.o, n.parent`;
}

/** A level is that of the last part that is there: "as at the third of four quarters" until the fourth comes. */
function stocks(child: string): string {
	const last = (column: string) => `arg_max(c.${column}, n.ordinal)`;
	return `SELECT c.m, c.r, c.i, c.o, n.parent AS p, ${last('value')} AS value, ${last('slack')} AS slack,
			max(n.ordinal) AS parts, max(n.siblings) AS expected,
			CAST(CAST(${last('coverage')} AS BIGINT) * max(n.ordinal) // max(n.siblings) AS INTEGER) AS coverage,
			${last('own')} AS own, ${source.period} AS source
		FROM ${child} JOIN ${at(staging, 'period').text} n ON n.id = c.p
		JOIN ${at(staging, 'measure').text} k ON k.id = c.m AND k.kind = 'stock'
		WHERE n.parent IS NOT NULL GROUP BY c.m, c.r, c.i, c.o, n.parent`;
}

/** A breakdown is complete when it has every member that anyone reported of that measure in that period. */
function byMember(child: string, dimension: 'ownership' | 'industry'): string {
	const [column, above, grouped] =
		dimension === 'ownership'
			? ['o', 'c.i, n.parent AS o', 'c.i, n.parent']
			: ['i', 'n.parent AS i, c.o', 'n.parent, c.o'];
	return `SELECT g.m, g.r, g.i, g.o, g.p, g.value, g.slack, g.parts, s.members AS expected,
			CAST(g.coverage // s.members AS INTEGER) AS coverage, g.own, ${source[dimension]} AS source
		FROM (SELECT c.m, c.r, ${above}, c.p, ${total}, CAST(count(*) AS INTEGER) AS parts,
				CAST(sum(c.coverage) AS BIGINT) AS coverage, bool_or(c.own) AS own
			FROM ${child} JOIN ${at(staging, dimension).text} n ON n.id = c.${column}
			WHERE n.parent IS NOT NULL GROUP BY c.m, c.r, c.p, ${grouped} HAVING count(*) >= ${fewestMembers}) g
		JOIN ${at(staging, `${dimension}_seen`).text} s ON s.m = g.m AND s.p = g.p AND s.parent = g.${column}`;
}
