import { and, list, sql, Sql } from '#lib/sql/sql.ts';
import { medalWeights } from './honours.ts';
import { codesOf, isWhole, setsOf, type Selection } from './selection.ts';

/**
 * Medals and points by organisation: who stood for what, `org_unit` or else the team. Organisations are too many for the
 * summary, so this reads the results themselves: `detail` must be attached. Filters as for any indicator, entries out of
 * competition win nothing. Rows: `organisation` (null: not stated), `entries`, `gold`, `silver`, `bronze`, `merit`,
 * `medals`, `points` (declared weights, see `medalWeights`), the most points first: the first `most` by points and by
 * medals, gold first. Ranks are the leaderboard's.
 */
export function medalsByOrganisation(selection: Selection, most = 500): Sql {
	const won = (codes: string) => new Sql(`count(*) FILTER (award IN (${codes}) AND official)`);
	const [gold, silver, bronze] = [`'gold', 'first'`, `'silver', 'second'`, `'bronze', 'third'`].map(won) as [
		Sql,
		Sql,
		Sql
	];
	const merit = new Sql(
		`count(*) FILTER (award NOT IN ('gold', 'first', 'silver', 'second', 'bronze', 'third') AND official)`
	);
	return sql`SELECT organisation, CAST(entries AS INTEGER) AS entries, CAST(gold AS INTEGER) AS gold, CAST(silver AS INTEGER) AS silver,
			CAST(bronze AS INTEGER) AS bronze, CAST(merit AS INTEGER) AS merit, CAST(gold + silver + bronze AS INTEGER) AS medals,
			CAST(gold * ${weight('gold')} + silver * ${weight('silver')} + bronze * ${weight('bronze')} + merit * ${weight('merit')} AS INTEGER) AS points
		FROM (
			SELECT organisation, count(*) AS entries, ${gold} AS gold, ${silver} AS silver, ${bronze} AS bronze, ${merit} AS merit
			FROM (${entries(selection)}) GROUP BY organisation
		) QUALIFY rank() OVER (ORDER BY points DESC) <= CAST(${most} AS INTEGER)
			OR rank() OVER (ORDER BY gold DESC, silver DESC, bronze DESC, merit DESC) <= CAST(${most} AS INTEGER)
		ORDER BY points DESC, medals DESC, entries DESC, organisation`;
}

function weight(award: keyof typeof medalWeights): Sql {
	return new Sql(String(medalWeights[award]));
}

/** The entries that the filters leave, with the dimensions of their competition where they have none of their own. */
function entries(selection: Selection): Sql {
	const industries = setsOf(selection, 'industry');
	const ownerships = setsOf(selection, 'ownership');
	const industry = list(codesOf(industries));
	const conditions = [
		sql`coalesce(r.region, c.region) IN (SELECT region FROM region_ancestor WHERE ancestor IN ${list(codesOf(setsOf(selection, 'region')))})`,
		sql`coalesce(left(CAST(c.start_date AS VARCHAR), 7), left(CAST(c.end_date AS VARCHAR), 7), r.period, c.period)
			IN (SELECT period FROM period_ancestor WHERE ancestor IN ${list(selection.period)})`,
		...(isWhole(industries)
			? []
			: [
					sql`(coalesce(r.industry, c.industry) IN ${industry}
						OR coalesce(r.industry, c.industry) IN (SELECT code FROM industry WHERE parent IN ${industry}))`
				]),
		...(isWhole(ownerships) ? [] : [sql`coalesce(r.ownership, c.ownership) IN ${list(codesOf(ownerships))}`]),
		...one(sql`coalesce(r.union_system, c.union_system)`, selection.unionSystem),
		...one(sql`c.level`, selection.level),
		...one(sql`r.level_promoted`, selection.skillLevel),
		...one(sql`c.kind`, selection.kind),
		...one(sql`coalesce(r.campaign, c.campaign)`, selection.campaign)
	];
	return sql`SELECT coalesce(r.org_unit, r.team) AS organisation, r.award, coalesce(r.status, 'official') = 'official' AS official
		FROM results r LEFT JOIN competitions c USING (competition_id) WHERE ${and(conditions)}`;
}

function one(column: Sql, code: string | null | undefined): Sql[] {
	return code ? [sql`${column} = ${code}`] : [];
}
