import { nonPublic, nonPublicCode } from '#lib/dimensions/ownership.ts';
import { registerConditions } from '#lib/indicators/register-conditions.ts';
import { join, sql, type Sql } from '#lib/sql/sql.ts';
import type { Scope } from './scope.ts';

/** The page's place, industry, union system, ownership, kind and campaign as conditions on the rows of any register. */
export function placeConditions({ place, home, filters }: Scope): Sql[] {
	const { industry, ownership, unionSystem, kind, campaign } = filters;
	return registerConditions({
		regions: place.key === home.key ? [] : place.codes,
		industries: industry ? [industry] : [],
		ownerships: ownership === nonPublicCode ? nonPublic : ownership ? [ownership] : [],
		unionSystem,
		kind,
		campaign
	});
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
