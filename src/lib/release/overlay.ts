import type { Connector } from '#lib/engine/connector.ts';
import type { Profile } from '#lib/dimensions/profile.ts';
import type { Batch } from '#lib/import/batch.ts';
import { Sql } from '#lib/sql/sql.ts';
import { runBuild } from './build-tables.ts';
import type { BuildProgress } from './input.ts';
import { createViews, draftPlace, openedDetail, openedSummary, present } from './views.ts';

/** Drafts, in the order in which they count: a later one wins. */
export interface Overlay {
	readonly profile: Profile;
	readonly drafts: readonly Batch[];
	readonly progress?: BuildProgress;
}

/**
 * Lays drafts over the opened release: what publishing them would give, built in memory by the same code, and the
 * unqualified names point to it. Replaces an earlier overlay; no drafts: takes it out. If the build fails, the release
 * is as it was, without drafts, and the error is thrown.
 */
export async function overlayDrafts(connector: Connector, overlay: Overlay): Promise<void> {
	await removeOverlay(connector);
	if (overlay.drafts.length === 0) return;
	const there = await present(connector);
	try {
		await connector.run(new Sql(`CREATE SCHEMA ${draftPlace.text}`));
		await runBuild({
			profile: overlay.profile,
			batches: overlay.drafts,
			connector,
			summary: draftPlace,
			detail: draftPlace,
			base: { summary: openedSummary, detail: there.detail ? openedDetail : null },
			progress: overlay.progress ?? (() => {})
		});
		await createViews(connector, { ...there, draft: true });
	} catch (cause) {
		await removeOverlay(connector);
		throw cause;
	}
}

/** Takes the drafts out again: the unqualified names point to the release. */
export async function removeOverlay(connector: Connector): Promise<void> {
	const there = await present(connector);
	await createViews(connector, { ...there, draft: false });
	await connector.run(new Sql(`DROP SCHEMA IF EXISTS ${draftPlace.text} CASCADE`));
}
