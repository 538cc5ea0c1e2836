import { runQuery, QueryCache, type Query } from '#lib/query/query.ts';
import type { Connector } from '#lib/engine/connector.ts';
import type { Sql } from '#lib/sql/sql.ts';
import type { FetchedRelease } from '../fetch-release.ts';
import { LoadProgress } from '../load-progress.svelte.ts';
import { unpackLists, type ServedPage } from '../page-server.ts';
import { callRegionsAs } from '../region-words.svelte.ts';
import { ReleaseEngine, type WantedRelease } from '../release-engine.ts';
import { readLists } from '../release-lists.ts';
import { releaseProfile } from '../release-profile.ts';
import type { CatalogueEntry } from '../release-store.ts';
import { ServedAnswers } from '../served-answers.ts';
import { Told } from '../told.svelte.ts';
import {
	answerAtHand,
	answerFrom,
	framesAtHand,
	framesFrom,
	type Answerer,
	type Edition,
	type WallQuestions,
	type WallRelease
} from './edition.ts';
import type { WallHealth } from './wall-health.svelte.ts';

/**
 * Where a wall's scenes come from. It works a whole edition out at once and keeps it; the engine is there only while
 * that is done. A newer release is fetched, checked and worked out behind what is shown, which changes when the wall
 * says so. Whatever fails, what is shown stays.
 */
export class WallSource<F, B> {
	#shown = $state.raw<Edition<F, B> | null>(null);
	#ready = $state.raw<Edition<F, B> | null>(null);
	/** When the server last said which release is the newest; null while it has not. */
	#heard = $state<number | null>(null);

	/** How far the first load is, for a wall that has nothing to show yet. */
	readonly progress = new LoadProgress();
	readonly #told = new Told();
	readonly #engine = new ReleaseEngine(this.progress, this.#told);
	readonly #questions: WallQuestions<F, B>;
	readonly #health: WallHealth;
	/** Releases that could not be shown, and when they may be tried again, in ms since 1970. */
	readonly #refused = new Map<string, number>();
	#working: Promise<void> | null = null;

	constructor(questions: WallQuestions<F, B>, health: WallHealth) {
		this.#questions = questions;
		this.#health = health;
	}

	/** What is on the screen; null before there is anything. */
	get shown(): Edition<F, B> | null {
		return this.#shown;
	}
	/** A newer edition that is ready to be shown; null when there is none. */
	get ready(): Edition<F, B> | null {
		return this.#ready;
	}
	/** When the server last answered, in ms since 1970; null while it has not. */
	get heard(): number | null {
		return this.#heard;
	}

	/** Shows what came with the page. False where that is not enough for every scene. */
	adopt(page: ServedPage): boolean {
		const served = new ServedAnswers();
		served.take(page.answers, new QueryCache());
		const lists = unpackLists(page.lists);
		const profile = releaseProfile(page.manifest.profile, lists);
		callRegionsAs(profile);
		const atHand = <T>(query: Query<T>) => served.answer(query);
		const basis = answerAtHand(this.#questions.basis, atHand);
		if (!basis) return false;
		const release = { entry: page.entry, manifest: page.manifest, profile, lists, basis: basis.answer };
		const { frames, complete } = framesAtHand(this.#questions.frames(release), atHand);
		this.#shown = { release, frames };
		return complete;
	}

	/** The newer edition takes the place of the one that is shown. */
	take(): void {
		if (!this.#ready) return;
		this.#shown = this.#ready;
		this.#ready = null;
		callRegionsAs(this.#shown.release.profile);
		this.#health.count('swaps');
		void this.#remember(this.#shown.release.entry);
	}

	/**
	 * Looks whether there is another release than the one shown (or to be shown next), and works it out. `anew`: works
	 * out the one that is shown too, because it is not whole. One at a time: who asks meanwhile waits for the same.
	 */
	look(wanted: WantedRelease, { anew = false } = {}): Promise<void> {
		this.#working ??= this.#look(wanted, anew)
			.catch((error: unknown) => this.#health.fault('release', error))
			.finally(() => (this.#working = null));
		return this.#working;
	}

	async #look(wanted: WantedRelease, anew: boolean): Promise<void> {
		const { entry, notices } = await this.#engine.offer(wanted);
		if (!notices.some(({ kind }) => kind === 'offline')) this.#heard = Date.now();
		if (!entry) return;
		const next = this.#ready ?? this.#shown;
		if (next?.release.entry.release === entry.release && next.release.entry.path === entry.path && !anew) return;
		if ((this.#refused.get(entry.path) ?? 0) > Date.now()) return;
		try {
			this.#ready = await this.#edition(entry);
			this.#refused.delete(entry.path);
			if (!this.#shown) this.take();
		} catch (error) {
			// A release that is damaged does not get better by itself: it is tried again now and then.
			this.#refused.set(entry.path, Date.now() + retryMs);
			throw error;
		} finally {
			await this.#rest();
		}
	}

	/** Fetches, checks and opens a release, and asks it everything. */
	async #edition(entry: CatalogueEntry): Promise<Edition<F, B>> {
		const fetched = await this.#engine.fetch(entry, () => true);
		// Another one stands in: it is shown already, unless nothing is.
		if (fetched.kept && this.#shown) throw new Error(`The release is ${fetched.kept.reason}.`);
		await this.#engine.lay(fetched);
		const cache = new QueryCache();
		const asker = { query: (statement: Sql) => this.#engine.query(statement) } as Connector;
		let detail: Promise<void> | null = null;
		const by: Answerer = {
			ask: <T>(query: Query<T>) => runQuery(asker, query, cache),
			needDetail: () => (detail ??= this.#engine.change((content) => ({ ...content, detail: true }), 'layDetail'))
		};
		const release = await this.#opened(fetched, by);
		const frames = await framesFrom(this.#questions.frames(release), by, (scene, error) =>
			this.#health.fault(`scene ${scene + 1}`, error)
		);
		if (!frames.some((frame) => frame !== null)) throw new Error('No scene can be shown.');
		return { release, frames };
	}

	async #opened({ entry, manifest }: FetchedRelease, by: Answerer): Promise<WallRelease<B>> {
		const lists = await readLists((statement) => this.#engine.query(statement), manifest.profile.home);
		const basis = await answerFrom(this.#questions.basis, by);
		return { entry, manifest, lists, basis, profile: releaseProfile(manifest.profile, lists) };
	}

	/** The engine takes most of the memory and is not needed again before the next release. */
	async #rest(): Promise<void> {
		await this.#engine.rest().catch((error: unknown) => this.#health.fault('engine', error));
	}

	async #remember(entry: CatalogueEntry): Promise<void> {
		try {
			await (await this.#engine.store()).remember(entry, new Date().toISOString());
		} catch (error) {
			this.#health.fault('keeping', error);
		}
	}
}

/** A release that was refused is tried again after five minutes. */
const retryMs = 5 * 60_000;
