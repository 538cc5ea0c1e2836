import type { Row } from '#lib/engine/connector.ts';
import type { Query } from '#lib/query/query.ts';
import { sql } from '#lib/sql/sql.ts';
import type { KnownCampaigns } from './applicable.ts';

/** The campaigns that the entries of each register name. Asked only where a campaign is chosen. */
export const campaignsQuery: Query<KnownCampaigns> = {
	sql: sql`SELECT DISTINCT split_part(measure, '.', 1) AS register, campaign FROM register_fact ORDER BY ALL`,
	parse: (rows: Row[]) =>
		new Map(
			[...Map.groupBy(rows, (row) => String(row.register))].map(([register, own]) => [
				register,
				new Set(own.map(({ campaign }) => String(campaign)))
			])
		)
};
