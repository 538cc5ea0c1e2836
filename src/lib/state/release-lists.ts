import type { Row } from '#lib/engine/connector.ts';
import { Sql, sql } from '#lib/sql/sql.ts';

/** A member of the region dimension of the open release. */
export interface RegionItem {
	readonly code: string;
	readonly parent: string | null;
	readonly name: string;
	readonly short: string;
	readonly nameEn: string;
	readonly level: string;
	readonly expected: boolean;
	readonly sort: number;
	readonly tileRow: number | null;
	readonly tileCol: number | null;
}

/** A named set of regions; filters name it `group:` + code. */
export interface RegionGroupItem {
	readonly code: string;
	readonly name: string;
	readonly nameEn: string;
	readonly sort: number;
	readonly members: readonly string[];
}

export interface IndustryItem {
	readonly code: string;
	readonly parent: string | null;
	readonly name: string;
	readonly nameEn: string;
	readonly level: string;
	readonly sort: number;
}

export interface PeriodItem {
	readonly code: string;
	readonly kind: string;
	readonly parent: string | null;
	/** ISO dates, both included. */
	readonly start: string;
	readonly end: string;
}

export interface CampaignItem {
	readonly code: string;
	readonly name: string;
	readonly nameEn: string;
}

/** A figure of the `metrics` dataset, with the column names of the release's table. */
export interface MetricItem {
	readonly measure: string;
	readonly indicator: string;
	readonly basis: string;
	readonly unit: string;
	readonly kind: string;
	readonly additive: boolean;
	readonly title_zh: string;
	readonly title_en: string;
	readonly source: string;
}

/** One file of the release. */
export interface BatchItem {
	readonly id: string;
	readonly position: number;
	readonly dataset: string;
	readonly file: string;
	readonly sha256: string;
	readonly mode: string;
	readonly createdAt: string;
	readonly createdBy: string;
	readonly rowsRead: number;
	readonly rowsLoaded: number;
	readonly rowsSetAside: number;
	readonly issues: number;
	/** Cells of reports, rows of registers and targets: how many it brought, and how many of them count. */
	readonly brought: number;
	readonly inUse: number;
}

/** A period in which the home region has figures, and how many of the parts behind them have reported, 0–1. */
export interface HomePeriod {
	readonly period: string;
	readonly kind: string;
	readonly end: string;
	readonly share: number;
}

/** Everything about an open release that is read once and looked up often. */
export interface ReleaseLists {
	readonly regions: readonly RegionItem[];
	readonly groups: readonly RegionGroupItem[];
	readonly industries: readonly IndustryItem[];
	readonly periods: readonly PeriodItem[];
	readonly campaigns: readonly CampaignItem[];
	readonly metrics: readonly MetricItem[];
	readonly batches: readonly BatchItem[];
	/** What the page shows when the URL names no period; null in an empty release. */
	readonly latestPeriod: string | null;
}

/** The lists of no release: what views see before one is open. */
export const noLists: ReleaseLists = {
	regions: [],
	groups: [],
	industries: [],
	periods: [],
	campaigns: [],
	metrics: [],
	batches: [],
	latestPeriod: null
};

/** Reads the lists of the open release; `home` is the profile's home region. */
export async function readLists(query: (statement: Sql) => Promise<Row[]>, home: string): Promise<ReleaseLists> {
	const rowsOf = async <T>(statement: Sql) => (await query(statement)) as unknown as T[];
	const [regions, groups, industries, periods, campaigns, metrics, batches, homePeriods] = await Promise.all([
		rowsOf<RegionItem>(
			sql`SELECT code, parent, name, short, name_en AS "nameEn", level, expected, sort, tile_row AS "tileRow",
				tile_col AS "tileCol" FROM region ORDER BY sort, code`
		),
		rowsOf<Omit<RegionGroupItem, 'members'> & { members: string | null }>(
			sql`SELECT g.code, g.name, g.name_en AS "nameEn", g.sort, string_agg(m.region, ' ' ORDER BY m.region) AS members
				FROM region_group g LEFT JOIN region_group_member m ON m.group_code = g.code
				GROUP BY ALL ORDER BY g.sort, g.code`
		),
		rowsOf<IndustryItem>(
			sql`SELECT code, parent, name, name_en AS "nameEn", level, sort FROM industry ORDER BY sort, code`
		),
		rowsOf<PeriodItem>(
			sql`SELECT code, kind, parent, start_date AS "start", end_date AS "end" FROM period
				ORDER BY start_date, end_date, code`
		),
		rowsOf<CampaignItem>(sql`SELECT code, name, name_en AS "nameEn" FROM campaign ORDER BY code`),
		rowsOf<MetricItem>(
			sql`SELECT measure, indicator, basis, unit, kind, additive, title_zh, title_en, source FROM metric ORDER BY measure`
		),
		rowsOf<BatchItem>(
			sql`SELECT id, position, dataset, file, sha256, mode, created_at AS "createdAt", created_by AS "createdBy",
				rows_read AS "rowsRead", rows_loaded AS "rowsLoaded", rows_set_aside AS "rowsSetAside", issues,
				brought, in_use AS "inUse"
				FROM batch ORDER BY position`
		),
		rowsOf<HomePeriod>(homePeriodsQuery(home))
	]);
	return {
		regions,
		groups: groups.map((group) => ({ ...group, members: group.members?.split(' ') ?? [] })),
		industries,
		periods,
		campaigns,
		metrics,
		batches,
		latestPeriod: latestPeriod(homePeriods) ?? periods.at(-1)?.code ?? null
	};
}

function homePeriodsQuery(home: string): Sql {
	return sql`SELECT r.period, p.kind, p.end_date AS "end",
			CAST(avg(CASE WHEN r.how = 'reported' THEN 1 ELSE coalesce(r.parts_reported / nullif(r.parts_expected, 0), 0) END)
				AS DOUBLE) AS share
		FROM rollup r JOIN period p ON p.code = r.period
		WHERE r.region = ${home} AND r.industry = 'all' AND r.ownership = 'all' AND r.value IS NOT NULL
		GROUP BY ALL ORDER BY p.end_date, r.period`;
}

/** Offices report by quarter; where they do not, the next kind that a reader would expect. */
const kindsByPreference = ['quarter', 'month', 'half', 'year', 'range'];

/**
 * The period to show first: the latest of the kind reported, passing over one that has only begun to arrive. With
 * nothing but beginnings, the latest of them.
 */
export function latestPeriod(homePeriods: readonly HomePeriod[]): string | null {
	const kind = kindsByPreference.find((candidate) => homePeriods.some((period) => period.kind === candidate));
	const ofKind = homePeriods.filter((period) => period.kind === kind).toSorted((a, b) => (a.end < b.end ? -1 : 1));
	return (ofKind.findLast((period) => period.share >= 0.5) ?? ofKind.at(-1))?.period ?? null;
}
