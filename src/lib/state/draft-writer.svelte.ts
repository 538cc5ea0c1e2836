import { noteDraftProfile } from './draft-cookie.ts';
import { inTurn, type Locks } from './draft-lock.ts';
import { openDraftStore, type Draft, type DraftStore } from './draft-store.ts';

/** What keeping drafts needs of the browser; each may be missing. */
export interface DraftSurroundings {
	readonly database?: IDBFactory | undefined;
	readonly storage?: Storage | undefined;
	readonly locks?: Locks | undefined;
	/** `navigator.storage`. */
	readonly room?: Pick<StorageManager, 'estimate' | 'persist'> | undefined;
}

/** Keeps drafts in this browser: one tab writes at a time, and the others hear of it. */
export class DraftWriter {
	#waiting = $state(false);
	#lasting = $state(true);
	readonly #around: DraftSurroundings;
	readonly #store: Promise<DraftStore>;
	readonly #channel: BroadcastChannel | null;
	#writing: Promise<unknown> = Promise.resolve();
	#asked = false;

	/** `onchange` hears when another tab has changed the drafts of a profile. */
	constructor(onchange: (profile: string) => void, around: DraftSurroundings = browserSurroundings()) {
		this.#around = around;
		this.#store = openDraftStore(around.database);
		this.#channel = typeof window === 'undefined' ? null : new BroadcastChannel('gongbang-drafts');
		this.#channel?.addEventListener('message', ({ data }) => onchange(String(data)));
	}

	/** Whether drafts survive a reload here, once that is known. */
	get opened(): Promise<boolean> {
		return this.#store.then(({ lasting }) => (this.#lasting = lasting));
	}
	/** Whether drafts survive a reload here. */
	get lasting() {
		return this.#lasting;
	}
	/** Whether another tab has kept its turn for longer than a few seconds. */
	get waiting() {
		return this.#waiting;
	}
	/** Where the list of drafts lives that should be there. */
	get index(): Storage | undefined {
		return this.#around.storage;
	}

	/** The drafts of a profile. */
	async list(profile: string): Promise<Draft[]> {
		const drafts = await (await this.#store).list(profile);
		noteDraftProfile(profile, drafts.length > 0);
		return drafts;
	}

	/**
	 * Writes when the turn comes, after what was written before. Settles when it is on disk, or earlier when another tab
	 * keeps its turn for long: what is waited for then is said by `waiting`. Throws what the store throws.
	 */
	write(profile: string, work: (store: DraftStore) => Promise<void>): Promise<void> {
		return new Promise((resolve, reject) => {
			const onwait = (waiting: boolean) => {
				this.#waiting = waiting;
				if (waiting) resolve();
			};
			const turn = () =>
				inTurn(
					this.#around.locks,
					async () => {
						await work(await this.#store);
						this.#channel?.postMessage(profile);
					},
					onwait
				);
			this.#writing = this.#writing.then(turn).then(resolve, reject);
			void this.#persist();
		});
	}

	/** Bytes that may still be stored; null where the browser does not say. */
	async free(): Promise<number | null> {
		const { quota, usage } = (await this.#around.room?.estimate().catch(() => null)) ?? {};
		return quota === undefined || usage === undefined ? null : Math.max(0, quota - usage);
	}

	/** Asks once that drafts are not cleared away for room. What the browser answers changes nothing here. */
	async #persist(): Promise<void> {
		if (this.#asked) return;
		this.#asked = true;
		await this.#around.room?.persist().catch(() => false);
	}
}

/** What of it this browser has; on the server nothing. */
function browserSurroundings(): DraftSurroundings {
	if (typeof window === 'undefined') return {};
	return {
		database: openly(() => indexedDB),
		storage: openly(() => localStorage),
		locks: navigator.locks,
		room: navigator.storage
	};
}

/** Some browsers throw where storage is closed to a page. */
function openly<T>(read: () => T): T | undefined {
	try {
		return read();
	} catch {
		return undefined;
	}
}
