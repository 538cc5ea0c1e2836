import { createContext } from 'svelte';
import type { Profile } from '#lib/dimensions/profile.ts';
import type { Connector, Row } from '#lib/engine/connector.ts';
import type { Batch } from '#lib/import/batch.ts';
import { sha256 } from '#lib/import/digest.ts';
import { QueryCache, runQuery, type Query } from '#lib/query/query.ts';
import type { Manifest } from '#lib/release/manifest.ts';
import { isRegister } from '#lib/release/register-measures.ts';
import type { Sql } from '#lib/sql/sql.ts';
import { canRunEngine, openCache, type Capability } from './capabilities.ts';
import { failureKind, type Failure, type FailureKind } from './failure.ts';
import { fetchRelease, releaseFileUrl } from './fetch-release.ts';
import { LoadProgress } from './load-progress.svelte.ts';
import type { Notice } from './notices.ts';
import { noLists, readLists, type ReleaseLists } from './release-lists.ts';
import type { Content, ReleaseHost } from './release-opener.ts';
import { callRegionsAs } from './region-words.svelte.ts';
import { importProfile, releaseProfile } from './release-profile.ts';
import { ReleaseStore, type CatalogueEntry } from './release-store.ts';

const nothing = () => {};

/** An opened release of this page, with the drafts of this browser laid over it. One engine, ever. */
export class Session {
	#status = $state<'idle' | 'loading' | 'ready' | 'failed'>('idle');
	#failure = $state.raw<Failure | null>(null);
	#catalogue = $state.raw<readonly CatalogueEntry[]>([]);
	#entry = $state.raw<CatalogueEntry | null>(null);
	#manifest = $state.raw<Manifest | null>(null);
	#profile = $state.raw<Profile | null>(null);
	#lists = $state.raw<ReleaseLists>(noLists);
	#missing = $state.raw<readonly Capability[]>([]);
	#notices = $state.raw<readonly Notice[]>([]);
	#version = $state(0);

	/** How far the first load is: bytes of data and of the engine. */
	readonly progress = new LoadProgress();

	readonly #cache = new QueryCache();
	/** All that asking needs of a connector; the engine behind it may be replaced. */
	readonly #asker = { query: (statement: Sql) => this.query(statement) } as Connector;
	#host: Promise<ReleaseHost> | null = null;
	#store: Promise<ReleaseStore> | null = null;
	#detail: Promise<void> | null = null;
	#opening = 0;
	#opened: Promise<void> = Promise.resolve();
	#wanted: string | null | undefined;
	#draftsOf: (profile: string) => Promise<readonly Batch[]>;

	/** `draftsOf` gives the drafts to lay over a profile's release when it opens. */
	constructor(draftsOf: (profile: string) => Promise<readonly Batch[]> = async () => []) {
		this.#draftsOf = draftsOf;
	}

	get status() {
		return this.#status;
	}
	/** Why nothing could be opened; null unless the status is failed. */
	get failure() {
		return this.#failure;
	}
	/** The releases that this deployment serves. */
	get catalogue() {
		return this.#catalogue;
	}
	/** The release that is open or being opened. */
	get entry() {
		return this.#entry;
	}
	get manifest() {
		return this.#manifest;
	}
	/** The profile of the open release, with its regions and groups. */
	get profile() {
		return this.#profile;
	}
	get lists() {
		return this.#lists;
	}
	/** What this browser lacks. */
	get missing() {
		return this.#missing;
	}
	get notices() {
		return this.#notices;
	}
	/** Counts up whenever the same question may have another answer: a release opened, drafts changed. */
	get version() {
		return this.#version;
	}

	/** Starts what takes longest, before it is known which release is wanted. */
	warm(): void {
		// Failures show when the engine is needed.
		if (canRunEngine()) void this.#engine().then((host) => host.warm(), nothing);
		void this.#releases();
	}

	/** Opens the release of a profile, the first on offer for null. The latest call wins. */
	open(wanted: string | null): Promise<void> {
		if (this.#wanted === wanted && this.#status !== 'failed') return this.#opened;
		this.#wanted = wanted;
		this.#opened = this.#open(wanted);
		return this.#opened;
	}

	async #open(wanted: string | null): Promise<void> {
		const turn = ++this.#opening;
		const current = () => turn === this.#opening;
		this.#status = 'loading';
		this.#failure = null;
		this.progress.restart();
		try {
			const store = await this.#releases();
			const { entries, offline } = await store.catalogue();
			if (!current()) return;
			this.#catalogue = entries;
			const entry = entries.find(({ profile }) => profile === wanted) ?? entries[0];
			if (!entry) return this.#fail('empty', null);
			this.#notices = offline ? [{ kind: 'offline', lastGood: await store.lastGood(entry.profile) }] : [];
			if (wanted !== null && entry.profile !== wanted)
				this.tell({ kind: 'unknown-profile', profile: wanted, shown: entry.title.zh });
			await this.#openEntry(store, entry, current);
		} catch (error) {
			if (current()) this.#fail(failureKind(error), error);
		}
	}

	/** Tries again after a failure. */
	async retry(): Promise<void> {
		this.#status = 'failed';
		await this.open(this.#wanted ?? null);
	}

	/** Rows of one statement, from the engine. */
	async query(statement: Sql): Promise<Row[]> {
		return (await this.#engine()).query(statement);
	}

	/** The parsed answer of a query; the same question of the same data is asked once. */
	ask<T>(query: Query<T>): Promise<T> {
		return runQuery(this.#asker, query, this.#cache);
	}

	/** Settles when the release asked for last is open, or cannot be. */
	get opened(): Promise<void> {
		return this.#opened;
	}

	/** Resolves when the row-level tables can be asked; moves no data by itself. A failure may be tried again. */
	needDetail(): Promise<void> {
		if (this.#detail) return this.#detail;
		const detail = this.#change((content) => ({ ...content, detail: true }), 'layDetail');
		this.#detail = detail;
		detail.catch(() => this.#detail === detail && (this.#detail = null));
		return detail;
	}

	/** Lays these drafts over the release instead of those before. When it fails, those before stay. */
	async layDrafts(drafts: readonly Batch[]): Promise<void> {
		const profile = await this.fileProfile();
		// Without the release's own rows nobody could tell which of them the drafts take the place of.
		if (drafts.some(({ dataset }) => isRegister(dataset))) await this.needDetail();
		let before: readonly Batch[] = [];
		try {
			await this.#change((content) => {
				before = content.drafts;
				return { ...content, profile, drafts };
			}, 'layDrafts');
		} catch (error) {
			// A failed overlay leaves the bare release.
			if (before.length > 0) await this.#change((content) => content, 'layDrafts');
			throw error;
		} finally {
			await this.#refresh();
		}
	}

	/** Lets work that leaves everything as it was have the engine to itself. */
	async inspect<T>(work: (connector: Connector) => Promise<T>): Promise<T> {
		return (await this.#engine()).alone(({ connector }) => work(connector));
	}

	/** The profile by which files for this release are read, with every alias that the program knows. */
	async fileProfile(): Promise<Profile> {
		if (!this.#profile) throw new Error('No release is open.');
		return importProfile(this.#profile);
	}

	/** Shows a notice, one of a kind. */
	tell(notice: Notice): void {
		if (!this.#notices.some(({ kind }) => kind === notice.kind)) this.#notices = [...this.#notices, notice];
	}

	/** Takes a notice away. */
	dismiss(notice: Notice): void {
		this.#notices = this.#notices.filter((other) => other !== notice);
	}

	/** Notes what the browser turned out to lack. */
	lacks(capability: Capability): void {
		if (!this.#missing.includes(capability)) this.#missing = [...this.#missing, capability];
	}

	async #openEntry(store: ReleaseStore, asked: CatalogueEntry, current: () => boolean): Promise<void> {
		this.progress.enter('fetching');
		const { entry, manifest, summary, kept } = await fetchRelease(store, asked, {
			withSummary: canRunEngine(),
			onBytes: (done, total) => current() && this.progress.data(done, total)
		});
		if (!current()) return;
		if (kept) this.tell({ kind: 'kept', ...kept });
		this.#entry = entry;
		this.#manifest = manifest;
		this.#lists = noLists;
		// Enough to check files by, even where nothing can be opened.
		this.#profile = releaseProfile(manifest.profile, noLists);
		if (!canRunEngine()) {
			this.lacks('webassembly');
			return this.#fail('webassembly', null);
		}
		this.progress.enter('opening');
		const host = await this.#engine();
		if (!current()) return;
		this.#detail = null;
		await host.open({
			profile: null,
			summary,
			detailUrl: releaseFileUrl(entry, manifest, 'detail.duckdb', location.href),
			detail: false,
			drafts: []
		});
		if (!current()) return;
		await this.#refresh();
		if (!current()) return;
		await this.#layStoredDrafts(entry.profile);
		if (!current()) return;
		this.#status = 'ready';
		await store.remember(entry, new Date().toISOString());
	}

	/** The drafts of an earlier visit. They must not keep the release from opening. */
	async #layStoredDrafts(profile: string): Promise<void> {
		try {
			const drafts = await this.#draftsOf(profile);
			if (drafts.length > 0) await this.layDrafts(drafts);
		} catch (error) {
			this.tell({ kind: 'drafts-failed', reason: error instanceof Error ? error.message : String(error) });
		}
	}

	/** A change of what this release's engine holds; refused when another release was opened meanwhile. */
	async #change(update: (content: Content) => Content, step: 'layDetail' | 'layDrafts'): Promise<void> {
		const turn = this.#opening;
		const [host, opener] = await Promise.all([this.#engine(), import('./release-opener.ts')]);
		const checked = (content: Content) => {
			if (turn !== this.#opening) throw new Error('Another release is open.');
			return update(content);
		};
		await host.change(checked, (engine, next) => opener[step](engine, next));
	}

	/** After another release or other drafts: nothing remembered holds any more. */
	async #refresh(): Promise<void> {
		this.#cache.clear();
		const meta = this.#manifest?.profile;
		if (!meta) return;
		this.#lists = await readLists((statement) => this.query(statement), meta.home);
		callRegionsAs((this.#profile = releaseProfile(meta, this.#lists)));
		this.#version++;
	}

	#fail(kind: FailureKind, error: unknown): void {
		this.#failure = { kind, error };
		this.#status = 'failed';
	}

	#releases(): Promise<ReleaseStore> {
		this.#store ??= openCache('gongbang-releases').then((cache) => {
			if (!cache) this.lacks('cache');
			return new ReleaseStore({ fetch: (path, init) => fetch(path, init), cache, sha256 });
		});
		return this.#store;
	}

	#engine(): Promise<ReleaseHost> {
		this.#host ??= import('./release-opener.ts').then(({ createReleaseHost }) =>
			createReleaseHost({
				onProgress: (done, total) => this.progress.engine(done, total),
				onCrash: () => this.tell({ kind: 'crash' })
			})
		);
		this.#host.catch(() => (this.#host = null));
		return this.#host;
	}
}

/** The session of the page: set by the root layout, read by every view. */
export const [getSession, setSession] = createContext<Session>();
