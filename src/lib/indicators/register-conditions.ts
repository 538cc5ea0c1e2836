import { list, sql, type Sql } from '#lib/sql/sql.ts';

/** What narrows a register, which has a row for each thing and no totals. Lists are alternatives; empty or absent: all. */
export interface RegisterScope {
	/** Codes of regions; what lies below them counts too. */
	readonly regions: readonly string[];
	/** Codes of industries; their divisions count too. */
	readonly industries?: readonly string[];
	readonly ownerships?: readonly string[];
	readonly unionSystem?: string | null;
	readonly kind?: string | null;
	readonly campaign?: string | null;
}

/** The scope as conditions on the rows of any register. */
export function registerConditions(scope: RegisterScope): Sql[] {
	const { regions, industries = [], ownerships = [], unionSystem, kind, campaign } = scope;
	const conditions: Sql[] = [];
	if (regions.length > 0)
		conditions.push(sql`region IN (SELECT region FROM region_ancestor WHERE ancestor IN ${list(regions)})`);
	if (industries.length > 0)
		conditions.push(
			sql`(industry IN ${list(industries)} OR industry IN (SELECT code FROM industry WHERE parent IN ${list(industries)}))`
		);
	if (unionSystem) conditions.push(sql`union_system = ${unionSystem}`);
	if (ownerships.length > 0) conditions.push(sql`ownership IN ${list(ownerships)}`);
	if (kind) conditions.push(sql`kind = ${kind}`);
	if (campaign) conditions.push(sql`campaign = ${campaign}`);
	return conditions;
}
