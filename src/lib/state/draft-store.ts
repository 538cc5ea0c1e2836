import type { Batch } from '#lib/import/batch.ts';

/** Where this browser keeps the drafts of each profile. */
export interface DraftStore {
	/** False: they go when the page goes. */
	readonly lasting: boolean;
	/** In the order they were added. */
	list(profile: string): Promise<Batch[]>;
	/** Throws a DOMException named QuotaExceededError when the disk is full. */
	add(profile: string, batch: Batch): Promise<void>;
	remove(profile: string, id: string): Promise<void>;
}

interface StoredDraft {
	readonly profile: string;
	readonly id: string;
	readonly batch: Batch;
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
	const drafts = new Map<string, Map<string, Batch>>();
	return {
		lasting: false,
		list: async (profile) => [...(drafts.get(profile)?.values() ?? [])],
		add: async (profile, batch) => {
			const own = drafts.get(profile) ?? new Map<string, Batch>();
			drafts.set(profile, own.set(batch.id, batch));
		},
		remove: async (profile, id) => void drafts.get(profile)?.delete(id)
	};
}

const storeName = 'drafts';

function openDatabase(factory: IDBFactory): Promise<IDBDatabase> {
	return new Promise((resolve, reject) => {
		const request = factory.open('gongbang', 1);
		request.onupgradeneeded = () => {
			const store = request.result.createObjectStore(storeName, { autoIncrement: true });
			store.createIndex('profile', 'profile');
			store.createIndex('id', ['profile', 'id'], { unique: true });
		};
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
		request.onblocked = () => reject(new Error('The draft store is held by another page.'));
	});
}

function databaseDraftStore(database: IDBDatabase): DraftStore {
	// Another tab that wants a newer layout must not wait for this one.
	database.onversionchange = () => database.close();
	const transact = <T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> =>
		new Promise((resolve, reject) => {
			const transaction = database.transaction(storeName, mode);
			const request = work(transaction.objectStore(storeName));
			transaction.oncomplete = () => resolve(request.result);
			transaction.onabort = () => reject(transaction.error);
			transaction.onerror = () => reject(transaction.error);
		});
	const keyOf = (profile: string, id: string) =>
		transact('readonly', (store) => store.index('id').getKey([profile, id]) as IDBRequest<IDBValidKey | undefined>);
	return {
		lasting: true,
		list: async (profile) => {
			const stored = await transact<StoredDraft[]>('readonly', (store) => store.index('profile').getAll(profile));
			return stored.map(({ batch }) => batch);
		},
		add: async (profile, batch) => {
			const draft: StoredDraft = { profile, id: batch.id, batch };
			const key = await keyOf(profile, batch.id);
			await transact('readwrite', (store) => (key === undefined ? store.add(draft) : store.put(draft, key)));
		},
		remove: async (profile, id) => {
			const key = await keyOf(profile, id);
			if (key !== undefined) await transact('readwrite', (store) => store.delete(key));
		}
	};
}
