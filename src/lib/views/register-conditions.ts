import { nonPublic, nonPublicCode } from '#lib/dimensions/ownership.ts';
import { join, list, sql, type Sql } from '#lib/sql/sql.ts';
import type { Scope } from './scope.ts';

/** The page's place, industry, union system, ownership, kind and campaign as conditions on the rows of any register. */
export function placeConditions({ place, home, filters }: Scope): Sql[] {
	const conditions: Sql[] = [];
	if (place.key !== home.key)
		conditions.push(sql`region IN (SELECT region FROM region_ancestor WHERE ancestor IN ${list(place.codes)})`);
	if (filters.industry)
		conditions.push(
			sql`(industry = ${filters.industry} OR industry IN (SELECT code FROM industry WHERE parent = ${filters.industry}))`
		);
	if (filters.unionSystem) conditions.push(sql`union_system = ${filters.unionSystem}`);
	if (filters.ownership)
		conditions.push(sql`ownership IN ${list(filters.ownership === nonPublicCode ? nonPublic : [filters.ownership])}`);
	if (filters.kind) conditions.push(sql`kind = ${filters.kind}`);
	if (filters.campaign) conditions.push(sql`campaign = ${filters.campaign}`);
	return conditions;
}

/** Rows in which every word of a search occurs, in any case; the names of regions in both languages are looked at too. */
export function searchConditions(search: string, columns: readonly Sql[]): Sql[] {
	const named = sql`(SELECT concat_ws(' ', r.name, r.name_en) FROM region r WHERE r.code = region)`;
	const all = sql`lower(concat_ws(' ', ${join([...columns, named])}))`;
	return search
		.toLowerCase()
		.split(/\s+/)
		.filter(Boolean)
		.map((word) => sql`contains(${all}, ${word})`);
}
