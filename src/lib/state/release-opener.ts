import type { Profile } from '#lib/dimensions/profile.ts';
import { memoryLimit, openBrowserEngine, type BrowserEngine, type BrowserEngineOptions } from '#lib/engine/browser.ts';
import { lockDown } from '#lib/engine/settings.ts';
import type { Batch } from '#lib/import/batch.ts';
import { attachDetail, openRelease } from '#lib/release/open-release.ts';
import { EngineHost } from './engine-host.ts';

/** What an engine holds: a release and, laid over it, this browser's drafts. */
export interface Content {
	/** Null until the release has been read; needed by drafts only. */
	readonly profile: Profile | null;
	/** The checked bytes of `summary.duckdb`, given away; asked again when an engine has to be laid out anew. */
	summary(): Promise<Uint8Array>;
	/** Where `detail.duckdb` is: an address of the server, or a file that this browser holds. */
	readonly detailFrom: string | (() => Promise<Blob>);
	/** Whether `detail.duckdb` has been asked for. */
	readonly detail: boolean;
	readonly drafts: readonly Batch[];
}

export type ReleaseHost = EngineHost<BrowserEngine, Content>;

/** The host of the page's only engine. */
export function createReleaseHost(options: BrowserEngineOptions & { onCrash(error: unknown): void }): ReleaseHost {
	return new EngineHost<BrowserEngine, Content>({
		start: () => openBrowserEngine(options),
		lay: layContent,
		onCrash: options.onCrash
	});
}

async function layContent(engine: BrowserEngine, content: Content): Promise<void> {
	await engine.connector.writeFile('summary.duckdb', await content.summary(), { transfer: true });
	await openRelease(engine.connector);
	await lockDown(engine.connector, { memoryLimit });
	if (content.detail) await layDetail(engine, content);
	else if (content.drafts.length > 0) await layDrafts(engine, content);
}

/**
 * Attaches `detail.duckdb` by range: a question moves the blocks that it needs, never the file. Drafts are laid again,
 * because their rows take the place of rows that were not there before.
 */
export async function layDetail(engine: BrowserEngine, content: Content): Promise<void> {
	const { detailFrom } = content;
	if (typeof detailFrom === 'string') await engine.attachUrl('detail.duckdb', detailFrom);
	else await engine.attachFile('detail.duckdb', await detailFrom());
	await attachDetail(engine.connector);
	if (content.drafts.length > 0) await layDrafts(engine, content);
}

/** Lays the drafts over the release, or takes away what lay there when there are none. */
export async function layDrafts(engine: BrowserEngine, { profile, drafts }: Content): Promise<void> {
	// Building is much code that a page without drafts never needs.
	const { overlayDrafts, removeOverlay } = await import('#lib/release/overlay.ts');
	if (drafts.length === 0) return removeOverlay(engine.connector);
	if (!profile) throw new Error('The release is not read yet.');
	await overlayDrafts(engine.connector, { profile, drafts });
}
