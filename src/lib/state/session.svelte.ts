import { createContext } from 'svelte';
import type { Profile } from '#lib/dimensions/profile.ts';
import type { Connector, Row } from '#lib/engine/connector.ts';
import type { Batch } from '#lib/import/batch.ts';
import { QueryCache, runQuery, type Query } from '#lib/query/query.ts';
import type { ReleaseHead } from '#lib/release/manifest.ts';
import { isRegister } from '#lib/release/register-measures.ts';
import type { Sql } from '#lib/sql/sql.ts';
import { failureKind, OpeningFailed, type Failure, type FailureKind } from './failure.ts';
import type { FetchedRelease } from './fetch-release.ts';
import { LoadProgress } from './load-progress.svelte.ts';
import { unpackLists, type ServedPage } from './page-server.ts';
import { ReleaseEngine, type WantedRelease } from './release-engine.ts';
import { noLists, readLists, type ReleaseLists } from './release-lists.ts';
import type { Content } from './release-opener.ts';
import { callRegionsAs } from './region-words.svelte.ts';
import { importProfile, releaseProfile } from './release-profile.ts';
import type { CatalogueEntry } from './release-store.ts';
import { ServedAnswers } from './served-answers.ts';
import { Told } from './told.svelte.ts';
import { untilDone } from './until-done.ts';

/**
 * An opened release of this page, with the drafts of this browser laid over it. One engine, ever. A page that the server
 * has worked out shows at once; the engine follows behind it.
 */
export class Session {
	#status = $state<'idle' | 'loading' | 'ready' | 'failed'>('idle');
	#failure = $state.raw<Failure | null>(null);
	#catalogue = $state.raw<readonly CatalogueEntry[]>([]);
	#entry = $state.raw<CatalogueEntry | null>(null);
	#manifest = $state.raw<ReleaseHead | null>(null);
	#profile = $state.raw<Profile | null>(null);
	#lists = $state.raw<ReleaseLists>(noLists);
	#version = $state(0);

	/** How far the first load is: bytes of data and of the engine. */
	readonly progress = new LoadProgress();
	/** What is to be said beside the figures. */
	readonly told = new Told();

	readonly #cache = new QueryCache();
	/** All that asking needs of a connector; the engine behind it may be replaced. */
	readonly #asker = { query: (statement: Sql) => this.query(statement) } as Connector;
	readonly #engine = new ReleaseEngine(this.progress, this.told);
	readonly #served = new ServedAnswers();
	/** Opens what a served page shows in the engine, once; null where the engine was opened first. */
	#behind: (() => Promise<void>) | null = null;
	#detail = this.#detailOnce();
	#opening = 0;
	#opened: Promise<void> = Promise.resolve();
	#wanted: WantedRelease | undefined;
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
	/** Counts up whenever the same question may have another answer: a release opened, drafts changed. */
	get version() {
		return this.#version;
	}

	/** Starts what takes longest, before it is known which release is wanted. */
	warm(): void {
		this.#engine.warm();
	}

	/** Shows what the server has worked out. The engine is opened by the first question that it has not answered. */
	adopt(page: ServedPage, wanted: WantedRelease): void {
		this.#wanted = wanted;
		this.#catalogue = page.catalogue;
		this.#served.take(page.answers, this.#cache);
		this.#entry = page.entry;
		this.#manifest = page.manifest;
		this.#lists = unpackLists(page.lists);
		callRegionsAs((this.#profile = releaseProfile(page.manifest.profile, this.#lists)));
		this.#status = 'ready';
		const turn = ++this.#opening;
		this.#behind = untilDone(() =>
			this.#openBehind(page.entry, () => turn === this.#opening).catch((error: unknown) => {
				throw new OpeningFailed(error);
			})
		);
	}

	/** Opens the engine behind a served page before anybody asks. A failure is told; whoever asks later tries again. */
	async follow(): Promise<void> {
		await this.#behind?.().catch(({ message }: OpeningFailed) => {
			this.told.tell({ kind: 'figures-only', reason: message });
		});
	}

	/** The answer that came with the page; undefined where it holds none. Needs no engine and no wait. */
	served<T>(query: Query<T>): { readonly answer: T } | undefined {
		return this.#served.answer(query);
	}

	/** Opens a release. The latest call wins. */
	open(wanted: WantedRelease): Promise<void> {
		const same = this.#wanted?.profile === wanted.profile && this.#wanted.release === wanted.release;
		if (same && this.#status !== 'failed') return this.#opened;
		this.#wanted = wanted;
		this.#opened = this.#open(wanted);
		return this.#opened;
	}

	async #open(wanted: WantedRelease): Promise<void> {
		const turn = ++this.#opening;
		const current = () => turn === this.#opening;
		this.#behind = null;
		this.#status = 'loading';
		this.#failure = null;
		this.progress.restart();
		try {
			const { entries, entry, notices } = await this.#engine.offer(wanted);
			if (!current()) return;
			this.#catalogue = entries;
			this.told.restart(notices);
			if (!entry) return this.#fail('empty', null);
			await this.#openEntry(entry, current);
			if (current()) this.#status = 'ready';
		} catch (error) {
			if (current()) this.#fail(failureKind(error), error);
		}
	}

	/** Tries again after a failure. */
	async retry(): Promise<void> {
		this.#status = 'failed';
		await this.open(this.#wanted ?? { profile: null, release: null });
	}

	/** Rows of one statement, from the engine. */
	async query(statement: Sql): Promise<Row[]> {
		await this.#behind?.();
		return this.#engine.query(statement);
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
		return this.#detail();
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
		await this.#behind?.();
		return (await this.#engine.host()).alone(({ connector }) => work(connector));
	}

	/** The profile by which files for this release are read, with every alias that the program knows. */
	async fileProfile(): Promise<Profile> {
		if (!this.#profile) throw new Error('No release is open.');
		return importProfile(this.#profile);
	}

	async #openEntry(asked: CatalogueEntry, current: () => boolean): Promise<void> {
		const fetched = await this.#engine.fetch(asked, current);
		if (!current()) return;
		this.#show(fetched);
		this.#detail = this.#detailOnce();
		await this.#engine.lay(fetched);
		if (!current()) return;
		await this.#refresh();
		if (current()) await this.#settle(fetched.entry, current);
	}

	/** The engine gets what the page shows already. Nothing changes on it, unless another release has to stand in. */
	async #openBehind(shown: CatalogueEntry, current: () => boolean): Promise<void> {
		// What is on offer is kept for a start without the server; what the page shows does not depend on it.
		const offer = await this.#engine.offer({ profile: shown.profile, release: null }).catch(() => null);
		const fetched = await this.#engine.fetch(shown, current);
		if (!current()) return;
		offer?.notices.forEach((notice) => this.told.tell(notice));
		await this.#engine.lay(fetched);
		if (!current()) return;
		this.#behind = null;
		if (fetched.entry.release !== shown.release) {
			this.#show(fetched);
			await this.#refresh();
		}
		await this.#settle(fetched.entry, current);
	}

	async #settle(entry: CatalogueEntry, current: () => boolean): Promise<void> {
		await this.#layStoredDrafts(entry.profile);
		// An older release that a link asked for must not stand in for the newest in an outage.
		const newest = this.#catalogue.some(({ release }) => release === entry.release);
		if (newest && current()) await (await this.#engine.store()).remember(entry, new Date().toISOString());
	}

	#show({ entry, manifest }: FetchedRelease): void {
		this.#entry = entry;
		this.#manifest = manifest;
		this.#lists = noLists;
		// Enough to check files by, even where nothing can be opened.
		this.#profile = releaseProfile(manifest.profile, noLists);
	}

	/** The drafts of an earlier visit. They must not keep the release from opening. */
	async #layStoredDrafts(profile: string): Promise<void> {
		try {
			const drafts = await this.#draftsOf(profile);
			if (drafts.length > 0) await this.layDrafts(drafts);
		} catch (error) {
			this.told.tell({ kind: 'drafts-failed', reason: error instanceof Error ? error.message : String(error) });
		}
	}

	#detailOnce(): () => Promise<void> {
		return untilDone(() => this.#change((content) => ({ ...content, detail: true }), 'layDetail'));
	}

	/** A change of what this release's engine holds; refused when another release was opened meanwhile. */
	async #change(update: (content: Content) => Content, step: 'layDetail' | 'layDrafts'): Promise<void> {
		const turn = this.#opening;
		await this.#behind?.();
		await this.#engine.change((content) => {
			if (turn !== this.#opening) throw new Error('Another release is open.');
			return update(content);
		}, step);
	}

	/** After another release or other drafts: nothing remembered holds any more. */
	async #refresh(): Promise<void> {
		this.#cache.clear();
		this.#served.clear();
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
}

/** The session of the page: set by the root layout, read by every view. */
export const [getSession, setSession] = createContext<Session>();
