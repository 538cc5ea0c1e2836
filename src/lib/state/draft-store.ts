import type { Batch } from '#lib/import/batch.ts';

/** A draft of this browser. Taken out, it is kept but lies over nothing. */
export interface Draft {
	readonly batch: Batch;
	readonly out: boolean;
}

/** Where this browser keeps the drafts of each profile. */
export interface DraftStore {
	/** False: they go when the page goes. */
	readonly lasting: boolean;
	/** In the order in which they count. */
	list(profile: string): Promise<Draft[]>;
	/** Keeps a draft, last in the order. Throws a DOMException named QuotaExceededError when the disk is full. */
	add(profile: string, batch: Batch): Promise<void>;
	/** Notes the order of drafts and which are taken out; drafts that are not named stay as they are. */
	arrange(profile: string, drafts: readonly Draft[]): Promise<void>;
	/** Forgets a draft for good. */
	remove(profile: string, id: string): Promise<void>;
}

interface StoredDraft {
	readonly profile: string;
	readonly id: string;
	readonly batch: Batch;
}

/** Apart from the draft itself, so that moving one does not write its rows again. */
interface StoredPlace {
	readonly profile: string;
	readonly id: string;
	readonly out: boolean;
	readonly order: number;
}

/** IndexedDB where the browser lets us, else memory. */
export async function openDraftStore(factory: IDBFactory | undefined): Promise<DraftStore> {
	try {
		if (!factory) return memoryDraftStore();
		return databaseDraftStore(await openDatabase(factory));
	} catch {
		return memoryDraftStore();
	}
}

/** Drafts for as long as the page lives. */
export function memoryDraftStore(): DraftStore {
	const drafts = new Map<string, Draft[]>();
	const of = (profile: string) => drafts.get(profile) ?? [];
	const without = (profile: string, id: string) => of(profile).filter(({ batch }) => batch.id !== id);
	return {
		lasting: false,
		list: async (profile) => [...of(profile)],
		add: async (profile, batch) => void drafts.set(profile, [...without(profile, batch.id), { batch, out: false }]),
		arrange: async (profile, next) => {
			const named = new Set(next.map(({ batch }) => batch.id));
			drafts.set(profile, [...next, ...of(profile).filter(({ batch }) => !named.has(batch.id))]);
		},
		remove: async (profile, id) => void drafts.set(profile, without(profile, id))
	};
}

const draftsName = 'drafts';
const placesName = 'places';

function openDatabase(factory: IDBFactory): Promise<IDBDatabase> {
	return new Promise((resolve, reject) => {
		const request = factory.open('gongbang', 2);
		request.onupgradeneeded = ({ oldVersion }) => {
			if (oldVersion < 1) {
				const store = request.result.createObjectStore(draftsName, { autoIncrement: true });
				store.createIndex('profile', 'profile');
				store.createIndex('id', ['profile', 'id'], { unique: true });
			}
			if (oldVersion < 2) {
				const places = request.result.createObjectStore(placesName, { keyPath: ['profile', 'id'] });
				places.createIndex('profile', 'profile');
			}
		};
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
		request.onblocked = () => reject(new Error('The draft store is held by another page.'));
	});
}

function databaseDraftStore(database: IDBDatabase): DraftStore {
	// Another tab that wants a newer layout must not wait for this one.
	database.onversionchange = () => database.close();
	/** One transaction over both stores; settles when it is on disk. */
	const transact = <T>(
		mode: IDBTransactionMode,
		work: (drafts: IDBObjectStore, places: IDBObjectStore, done: (value: T) => void) => void
	): Promise<T> =>
		new Promise((resolve, reject) => {
			const transaction = database.transaction([draftsName, placesName], mode, { durability: 'strict' });
			let answer: T;
			transaction.oncomplete = () => resolve(answer);
			transaction.onabort = () => reject(transaction.error);
			transaction.onerror = () => reject(transaction.error);
			work(transaction.objectStore(draftsName), transaction.objectStore(placesName), (value) => (answer = value));
		});
	return {
		lasting: true,
		list: (profile) =>
			transact<Draft[]>('readonly', (drafts, places, done) => {
				const stored = drafts.index('profile').getAll(profile) as IDBRequest<StoredDraft[]>;
				const placed = places.index('profile').getAll(profile) as IDBRequest<StoredPlace[]>;
				placed.onsuccess = () => done(inOrder(stored.result, placed.result));
			}),
		add: (profile, batch) =>
			transact<void>('readwrite', (drafts, places) => {
				const draft: StoredDraft = { profile, id: batch.id, batch };
				places.delete([profile, batch.id]);
				const known = drafts.index('id').getKey([profile, batch.id]);
				known.onsuccess = () => {
					if (known.result !== undefined) drafts.delete(known.result);
					drafts.add(draft);
				};
			}),
		arrange: (profile, next) =>
			transact<void>('readwrite', (_, places) => {
				next.forEach(({ batch, out }, order) => {
					const place: StoredPlace = { profile, id: batch.id, out, order };
					places.put(place);
				});
			}),
		remove: (profile, id) =>
			transact<void>('readwrite', (drafts, places) => {
				places.delete([profile, id]);
				const known = drafts.index('id').getKey([profile, id]);
				known.onsuccess = () => known.result !== undefined && drafts.delete(known.result);
			})
	};
}

/** Those that were arranged first, then the others as they were added. Drafts of earlier versions know no decisions. */
function inOrder(stored: readonly StoredDraft[], placed: readonly StoredPlace[]): Draft[] {
	const places = new Map(placed.map((place) => [place.id, place]));
	return stored
		.map(({ id, batch }, index) => ({
			batch: { ...batch, decisions: batch.decisions ?? {} },
			out: places.get(id)?.out ?? false,
			order: places.get(id)?.order ?? placed.length + index
		}))
		.sort((a, b) => a.order - b.order)
		.map(({ batch, out }) => ({ batch, out }));
}
