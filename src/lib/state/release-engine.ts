import type { Row } from '#lib/engine/connector.ts';
import { EngineStopped } from '#lib/engine/crash.ts';
import { sha256 } from '#lib/import/digest.ts';
import type { Sql } from '#lib/sql/sql.ts';
import { canRunEngine, openCache } from './capabilities.ts';
import { EngineMissing } from './failure.ts';
import { fetchRelease, releaseFileUrl, type FetchedRelease } from './fetch-release.ts';
import type { LoadProgress } from './load-progress.svelte.ts';
import type { Notice } from './notices.ts';
import { fateOf } from './kept-release.ts';
import { isPacked, withPacked } from './packed-releases.ts';
import type { Content, ReleaseHost } from './release-opener.ts';
import { releaseFetch } from './release-fetch.ts';
import { ReleaseStore, type CatalogueEntry } from './release-store.ts';
import type { Told } from './told.svelte.ts';

const nothing = () => {};

/** Which release is to be open. */
export interface WantedRelease {
	/** Null: the first profile on offer. */
	readonly profile: string | null;
	/** A certain release of it; null: the newest. */
	readonly release: string | null;
}

/** What there is to open, and what is to be said about it. */
interface Offer {
	readonly entries: readonly CatalogueEntry[];
	/** Null where there is nothing at all. */
	readonly entry: CatalogueEntry | null;
	readonly notices: readonly Notice[];
}

/** Where releases come from and the one engine that holds what is open; both are there when first asked for. */
export class ReleaseEngine {
	readonly #progress: LoadProgress;
	readonly #told: Told;
	#host: Promise<ReleaseHost> | null = null;
	#store: Promise<ReleaseStore> | null = null;
	readonly #fetch: typeof releaseFetch;
	#abandoned = false;

	/** `fetcher`: how files are fetched; a page that nobody watches needs one that always comes to an end. */
	constructor(progress: LoadProgress, told: Told, fetcher = releaseFetch) {
		this.#progress = progress;
		this.#told = told;
		this.#fetch = fetcher;
	}

	/** Starts what takes longest, before it is known which release is wanted. */
	warm(): void {
		// Failures show when the engine is needed.
		if (canRunEngine()) void this.host().then((host) => host.warm(), nothing);
		void this.store();
	}

	/** The releases of this server and those kept in this browser. */
	store(): Promise<ReleaseStore> {
		this.#store ??= openCache('gongbang-releases').then((cache) => {
			if (!cache) this.#told.lacks('cache');
			return new ReleaseStore({ fetch: this.#fetch, cache, sha256 });
		});
		return this.#store;
	}

	/** The release to open: the one that is wanted if it is still kept, else the newest, else the first on offer. */
	async offer({ profile: wanted, release }: WantedRelease): Promise<Offer> {
		const store = await this.store();
		const [{ entries, offline }, fate] = await Promise.all([
			store.catalogue().then(
				({ entries: served, offline: kept }) => ({ entries: withPacked(served), offline: kept }),
				(cause: unknown) => {
					// Without a server there may still be what came in packs.
					const packed = withPacked([]);
					if (packed.length === 0) throw cause;
					return { entries: packed, offline: true };
				}
			),
			release === null ? null : fateOf(release, (path, init) => this.#fetch(String(path), init))
		]);
		// A release of another profile is not what the address says: the page tells so.
		const kept = fate?.is === 'kept' && (wanted ?? fate.release.profile) === fate.release.profile ? fate.release : null;
		const entry = kept ?? entries.find(({ profile }) => profile === wanted) ?? entries[0] ?? null;
		const notices: Notice[] = [];
		if (entry && offline) notices.push({ kind: 'offline', lastGood: await store.lastGood(entry.profile) });
		if (entry && wanted !== null && entry.profile !== wanted)
			notices.push({ kind: 'unknown-profile', profile: wanted, shown: entry.title.zh });
		return { entries, entry, notices };
	}

	/** Manifest and summary of a release; a kept one stands in for one that cannot be had. */
	async fetch(asked: CatalogueEntry, current: () => boolean): Promise<FetchedRelease> {
		this.#progress.enter('fetching');
		const fetched = await fetchRelease(await this.store(), asked, {
			withSummary: canRunEngine(),
			onBytes: (done, total) => current() && this.#progress.data(done, total)
		});
		if (fetched.kept && current()) this.#told.tell({ kind: 'kept', ...fetched.kept });
		return fetched;
	}

	/** Opens in the engine what was fetched. Throws EngineMissing where none can run. */
	async lay({ entry, manifest, summary }: FetchedRelease): Promise<void> {
		if (!canRunEngine()) {
			this.#told.lacks('webassembly');
			throw new EngineMissing();
		}
		this.#progress.enter('opening');
		const detailFrom = isPacked(entry.path)
			? async () => (await import('./pack-files.ts')).packDetail(entry.release)
			: releaseFileUrl(entry, manifest, 'detail.duckdb', location.href);
		await (await this.host()).open({ profile: null, summary, detailFrom, detail: false, drafts: [] });
	}

	/** The host of the engine. */
	host(): Promise<ReleaseHost> {
		if (this.#abandoned) return Promise.reject(new EngineStopped('The engine was given up.'));
		this.#host ??= import('./release-opener.ts').then(({ createReleaseHost }) =>
			createReleaseHost({
				onProgress: (done, total) => this.#progress.engine(done, total),
				onCrash: () => this.#told.tell({ kind: 'crash' })
			})
		);
		this.#host.catch(() => (this.#host = null));
		return this.#host;
	}

	/** Ends the engine until it is needed again; what it held has to be laid again. */
	async rest(): Promise<void> {
		const host = this.#host;
		this.#host = null;
		await (await host)?.close();
	}

	/** Ends the engine at once and for good, though it is still being asked: whoever waits for it, or asks later, is told. */
	abandon(): void {
		void this.#host?.then((host) => host.abandon(), nothing);
		this.#abandoned = true;
	}

	/** Rows of one statement. */
	async query(statement: Sql): Promise<Row[]> {
		return (await this.host()).query(statement);
	}

	/** Changes what the engine holds by one step; `update` throws when the change no longer fits. */
	async change(update: (content: Content) => Content, step: 'layDetail' | 'layDrafts'): Promise<void> {
		const [host, opener] = await Promise.all([this.host(), import('./release-opener.ts')]);
		await host.change(update, (engine, next) => opener[step](engine, next));
	}
}
