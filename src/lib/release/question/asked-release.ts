import type { Connector } from '#lib/engine/connector.ts';
import { sql } from '#lib/sql/sql.ts';

/** An opened release with the lists that questions are put in terms of. */
export interface AskedRelease {
	readonly connector: Connector;
	readonly home: string;
	readonly regions: readonly Member[];
	readonly industries: readonly Member[];
	readonly campaigns: readonly Member[];
	readonly periods: readonly { code: string; kind: string; parent: string | null; end: string }[];
}

/** A member of a dimension, in list order. */
export interface Member {
	readonly code: string;
	readonly parent: string | null;
	readonly name: string;
	readonly nameEn: string;
	/** False: nobody asks it for reports, so nothing is missing where it has none. */
	readonly expected?: boolean;
}

/** The lists of an opened release. `home`: as the manifest names it; else the region that is above all others. */
export async function askedRelease(connector: Connector, home: unknown): Promise<AskedRelease> {
	const [regions, industries, campaigns, periods] = await Promise.all([
		connector.query(sql`SELECT code, parent, name, name_en AS "nameEn", expected FROM region ORDER BY sort, code`),
		connector.query(sql`SELECT code, parent, name, name_en AS "nameEn" FROM industry ORDER BY sort, code`),
		connector.query(sql`SELECT code, NULL AS parent, name, name_en AS "nameEn" FROM campaign ORDER BY code`),
		connector.query(
			sql`SELECT code, kind, parent, end_date AS "end" FROM period ORDER BY start_date, end_date DESC, code`
		)
	]);
	const lists = { regions, industries, campaigns, periods } as unknown as Omit<AskedRelease, 'connector' | 'home'>;
	return { connector, ...lists, home: typeof home === 'string' ? home : await topOf(connector) };
}

async function topOf(connector: Connector): Promise<string> {
	const [top] = await connector.query(sql`SELECT code FROM region WHERE parent IS NULL ORDER BY sort, code LIMIT 1`);
	return String(top?.code ?? '');
}
