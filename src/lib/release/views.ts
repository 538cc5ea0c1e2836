import type { Connector } from '#lib/engine/connector.ts';
import { identifier, Sql } from '#lib/sql/sql.ts';
import { hiddenRows } from './hidden-rows.ts';
import { registers } from './register-measures.ts';
import { summaryTables } from './summary-tables.ts';
import { at } from './tables.ts';

/** The schema in memory that holds what drafts make of a release. */
export const draftPlace = new Sql('memory.draft');

/** The release as it is seen: the unqualified names, drafts included. */
export const seenPlace = new Sql('memory.main');

/** What a batch would make of it, for as long as a comparison takes. */
export const previewPlace = new Sql('memory.preview');

/** Where the tables of an opened release are. */
export const openedSummary = identifier('summary');
export const openedDetail = identifier('detail');

/** What of an opened release is there at the moment. */
export interface Present {
	readonly summary: boolean;
	readonly detail: boolean;
	readonly draft: boolean;
}

/** Asks the engine what is there. */
export async function present(connector: Connector): Promise<Present> {
	const rows = await connector.query(
		new Sql(`SELECT database_name AS name FROM duckdb_databases()
			UNION ALL SELECT 'draft' FROM duckdb_schemas() WHERE database_name = 'memory' AND schema_name = 'draft'`)
	);
	const names = new Set(rows.map((row) => row.name));
	return { summary: names.has('summary'), detail: names.has('detail'), draft: names.has('draft') };
}

/**
 * Points the unqualified names (`rollup`, `competitions` …) at what is there: drafts if there are any, else the release.
 * A register without `detail` has only the rows of the drafts; without either it has no view, and asking is an error.
 */
export async function createViews(connector: Connector, there?: Present): Promise<void> {
	const { summary, detail, draft } = there ?? (await present(connector));
	for (const { name } of summaryTables) {
		const place = draft ? draftPlace : summary ? openedSummary : null;
		await view(connector, name, place && new Sql(`SELECT * FROM ${at(place, name).text}`));
	}
	for (const name of registers) {
		const drafts = `SELECT * FROM ${at(draftPlace, name).text}`;
		const rows = `SELECT * FROM ${at(openedDetail, name).text}`;
		const both = `${drafts} UNION ALL ${rows} WHERE NOT ${hiddenRows(draftPlace, name).text}`;
		await view(
			connector,
			name,
			draft && detail ? new Sql(both) : draft ? new Sql(drafts) : detail ? new Sql(rows) : null
		);
	}
}

async function view(connector: Connector, name: string, select: Sql | null): Promise<void> {
	const path = `memory.main.${identifier(name).text}`;
	await connector.run(
		select === null
			? new Sql(`DROP VIEW IF EXISTS ${path}`)
			: new Sql(`CREATE OR REPLACE VIEW ${path} AS ${select.text}`)
	);
}
