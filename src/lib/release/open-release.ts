import type { Connector } from '#lib/engine/connector.ts';
import { literal, Sql } from '#lib/sql/sql.ts';
import { createViews, openedDetail, openedSummary, present } from './views.ts';

/** The files of a release, by the logical names under which engines know them. */
export const releaseFiles = { summary: 'summary.duckdb', detail: 'detail.duckdb' } as const;

/**
 * Opens a release whose files the engine can read under their logical names: attaches them read-only and gives their
 * tables unqualified names. `detail` may follow later by `attachDetail`.
 */
export async function openRelease(connector: Connector, options: { detail?: boolean } = {}): Promise<void> {
	await attach(connector, 'summary');
	if (options.detail === true) await attach(connector, 'detail');
	await createViews(connector);
}

/**
 * Attaches the row-level tables. Where drafts are laid over the release, lay them again afterwards: only then can their
 * rows take the place of the release's in the counts.
 */
export async function attachDetail(connector: Connector): Promise<void> {
	if ((await present(connector)).detail) return;
	await attach(connector, 'detail');
	await createViews(connector);
}

/** Takes a release out of the engine again. */
export async function closeRelease(connector: Connector): Promise<void> {
	const there = await present(connector);
	await createViews(connector, { summary: false, detail: false, draft: false });
	await connector.run(new Sql('DROP SCHEMA IF EXISTS memory.draft CASCADE'));
	if (there.detail) await connector.run(new Sql(`DETACH ${openedDetail.text}`));
	if (there.summary) await connector.run(new Sql(`DETACH ${openedSummary.text}`));
}

async function attach(connector: Connector, which: 'summary' | 'detail'): Promise<void> {
	const place = which === 'summary' ? openedSummary : openedDetail;
	const file = literal(connector.fileName(releaseFiles[which]));
	await connector.run(new Sql(`ATTACH ${file.text} AS ${place.text} (READ_ONLY)`));
}
