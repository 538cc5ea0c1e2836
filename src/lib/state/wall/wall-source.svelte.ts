import { browser, version } from '$app/environment';
import { heardBefore } from '#lib/wall/age.ts';
import { plainQuery, QueryCache, type Query } from '#lib/query/query.ts';
import type { Connector } from '#lib/engine/connector.ts';
import { ownTask } from '#lib/engine/own-task.ts';
import type { Sql } from '#lib/sql/sql.ts';
import { fetchInTime } from '../fetch-in-time.ts';
import type { FetchedRelease } from '../fetch-release.ts';
import { LoadProgress } from '../load-progress.svelte.ts';
import { unpackLists, type ServedPage } from '../page-server.ts';
import { callRegionsAs } from '../region-words.svelte.ts';
import { ReleaseEngine, type WantedRelease } from '../release-engine.ts';
import { releaseFetch } from '../release-fetch.ts';
import { readLists } from '../release-lists.ts';
import { releaseProfile } from '../release-profile.ts';
import { ReleaseUnreachable, ReleaseUnsupported, type CatalogueEntry } from '../release-store.ts';
import { isPacked } from '../packed-releases.ts';
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
import { heardKept, keepHeard } from './heard-note.ts';
import { Mending } from './mending.ts';
import type { WallHealth } from './wall-health.svelte.ts';

/**
 * Where a wall's scenes come from. It works a whole edition out at once and keeps it; the engine is there only while
 * that is done. A newer release is fetched, checked and worked out behind what is shown, which changes when the wall
 * says so. Whatever fails, what is shown stays.
 */
export class WallSource<F, B> {
	#shown = $state.raw<Edition<F, B> | null>(null);
	#ready = $state.raw<Edition<F, B> | null>(null);
	/** When the server last said which release is the newest; null: not known. */
	#heard = $state<number | null>(null);
	#outdated = $state(false);
	#offline = false;

	readonly #told = new Told();
	/** Another takes its place when it is given up: what comes of that one later does not count. */
	#engine = engineOf(this.#told);
	readonly #questions: WallQuestions<F, B>;
	readonly #health: WallHealth;
	/** Releases that could not be shown, and when they may be tried again, by a clock that nobody sets. */
	readonly #refused = new Map<string, number>();
	/** When an edition of which scenes are missing is worked out again. */
	readonly #mend = new Mending(() => performance.now());
	#working = $state.raw<Promise<void> | null>(null);

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
	/** When the server last answered, this page or one before it, in ms since 1970; null: not known. */
	get heard(): number | null {
		return this.#heard;
	}
	/** Whether the server has another program than this page: the page is to be loaded anew when that disturbs least. */
	get outdated(): boolean {
		return this.#outdated;
	}
	/** Whether it is at work on a release. */
	get working(): boolean {
		return this.#working !== null;
	}

	/** Begins with what is known of the server: when it drew the page, and what this browser noted. */
	begin(drawnAt: number): void {
		this.#heard = heardBefore([drawnAt, browser ? heardKept() : null], Date.now());
	}

	/** The clock was set by so many ms: what was noted by it moves along. */
	clockSet(by: number): void {
		if (this.#heard !== null) this.#heard += by;
	}

	/** Shows what came with the page. Where that is not enough for every scene, the rest is worked out with the next look. */
	adopt(page: ServedPage): void {
		try {
			this.#mend.take(this.#adopt(page));
		} catch (error) {
			this.#health.fault('page', error);
		}
	}

	#adopt(page: ServedPage): boolean {
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

	/** The newer edition takes the place of the one that is shown; false where there is none. */
	take(): boolean {
		if (!this.#ready) return false;
		this.#shown = this.#ready;
		this.#ready = null;
		callRegionsAs(this.#shown.release.profile);
		this.#health.count('swaps');
		void this.#remember(this.#shown.release.entry);
		return true;
	}

	/**
	 * Looks whether there is another release than the one shown (or to be shown next), and works it out; the one that is
	 * shown too, while it is not whole. One at a time: who asks meanwhile waits for the same. It always comes to an end,
	 * whatever the server does.
	 */
	look(wanted: WantedRelease): Promise<void> {
		this.#working ??= this.#inTime(this.#look(wanted))
			.catch((error: unknown) => this.#health.fault('release', error))
			.finally(() => (this.#working = null));
		return this.#working;
	}

	async #look(wanted: WantedRelease): Promise<void> {
		const engine = this.#engine;
		const { entry, notices } = await engine.offer(wanted);
		const offline = notices.some(({ kind }) => kind === 'offline');
		// What could not be had while the server was away is tried at once when it is back.
		if (this.#offline && !offline) this.#refused.clear();
		this.#offline = offline;
		if (!offline) {
			this.#heard = Date.now();
			keepHeard(this.#heard);
		}
		if (!entry) return;
		const isShown = this.#shown && same(this.#shown.release.entry, entry);
		// It was taken back before it was shown.
		if (isShown) this.#ready = null;
		if ((isShown && !this.#mend.isDue()) || (this.#ready && same(this.#ready.release.entry, entry))) return;
		if ((this.#refused.get(entry.path) ?? 0) > performance.now()) return;
		try {
			const { whole, ...edition } = await this.#edition(engine, entry);
			if (engine !== this.#engine) return;
			this.#mend.take(whole);
			this.#ready = edition;
			this.#refused.clear();
			if (!this.#shown) this.take();
		} catch (error) {
			// A release that is damaged does not get better by itself: it is tried again now and then.
			if (!(error instanceof ReleaseUnreachable)) this.#refused.set(entry.path, performance.now() + retryMs);
			this.#outdated ||= error instanceof ReleaseUnsupported || (await hasOtherProgram());
			throw error;
		} finally {
			if (engine === this.#engine) await this.#rest();
		}
	}

	/** An engine that waits for a server that hangs is given up, and with it whatever waits for the engine. */
	async #inTime(work: Promise<void>): Promise<void> {
		let timer: ReturnType<typeof setTimeout> | undefined;
		const late = new Promise<never>((_, reject) => {
			timer = setTimeout(() => {
				this.#engine.abandon();
				this.#engine = engineOf(this.#told);
				reject(new Error('A release took too long.'));
			}, workMs);
		});
		try {
			await Promise.race([work, late]);
		} finally {
			clearTimeout(timer);
		}
	}

	/** Fetches, checks and opens a release, and asks it everything. `whole`: no scene failed. */
	async #edition(engine: ReleaseEngine, entry: CatalogueEntry): Promise<Edition<F, B> & { readonly whole: boolean }> {
		const fetched = await this.#fetched(engine, entry);
		await engine.lay(fetched);
		const cache = new QueryCache();
		const asker = { query: (statement: Sql) => engine.query(statement) } as Connector;
		let detail: Promise<void> | null = null;
		const by: Answerer = {
			ask: async <T>({ sql, parse }: Query<T>) => {
				const rows = await cache.rows(asker, sql);
				await ownTask();
				return parse(rows);
			},
			needDetail: () => (detail ??= engine.change((content) => ({ ...content, detail: true }), 'layDetail'))
		};
		const release = await this.#opened(fetched, by);
		let whole = true;
		const frames = await framesFrom(this.#questions.frames(release), by, (scene, error) => {
			if (engine !== this.#engine) throw error;
			whole = false;
			this.#health.fault(`scene ${scene + 1}`, error);
		});
		if (!frames.some((frame) => frame !== null)) throw new Error('No scene can be shown.');
		return { release, frames, whole };
	}

	/** The release, or where nothing is shown yet and it cannot be had, the one that was last good here. */
	async #fetched(engine: ReleaseEngine, entry: CatalogueEntry): Promise<FetchedRelease> {
		try {
			const fetched = await engine.fetch(entry, () => true);
			if (fetched.kept && this.#shown) throw refusal(entry, fetched.kept.reason);
			return fetched;
		} catch (error) {
			if (this.#shown || !(error instanceof ReleaseUnsupported)) throw error;
			this.#outdated = true;
			const lastGood = await (await engine.store()).lastGood(entry.profile);
			if (!lastGood || same(lastGood.entry, entry)) throw error;
			this.#health.fault('release', error);
			return engine.fetch(lastGood.entry, () => true);
		}
	}

	async #opened({ entry, manifest }: FetchedRelease, by: Answerer): Promise<WallRelease<B>> {
		const lists = await readLists((statement) => by.ask(plainQuery(statement)), manifest.profile.home);
		const basis = await answerFrom(this.#questions.basis, by);
		return { entry, manifest, lists, basis, profile: releaseProfile(manifest.profile, lists) };
	}

	/** The engine takes most of the memory and is not needed again before the next release. */
	async #rest(): Promise<void> {
		const crash = this.#told.notices.find(({ kind }) => kind === 'crash');
		if (crash) {
			this.#told.dismiss(crash);
			this.#health.count('recoveries');
			this.#health.fault('engine', 'It stopped, and another took its place.');
		}
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
/** A release of a million facts with all scenes takes a minute on a weak machine. */
const workMs = 8 * 60_000;

const refusal = (entry: CatalogueEntry, reason: 'damaged' | 'unreachable'): Error =>
	reason === 'unreachable'
		? new ReleaseUnreachable(entry.path, null)
		: new Error(`The release ${entry.release} is damaged.`);

const same = (one: CatalogueEntry, other: CatalogueEntry): boolean =>
	one.release === other.release && one.path === other.path;

/** Nobody sees how far it is. */
const engineOf = (told: Told): ReleaseEngine => new ReleaseEngine(new LoadProgress(), told, fetchForWall);

/** Files of a server that hangs must not be waited for for ever; those that came in packs are here. */
const fetchForWall = (path: string, init?: RequestInit): Promise<Response> =>
	isPacked(path) ? releaseFetch(path, init) : fetchInTime(path, init);

/** Whether the server's program is another than this page's: parts that this page has not loaded yet may be gone. */
async function hasOtherProgram(): Promise<boolean> {
	try {
		const response = await fetchInTime('/_app/version.json', { cache: 'no-cache' });
		return response.ok && ((await response.json()) as { version?: string }).version !== version;
	} catch {
		return false;
	}
}
