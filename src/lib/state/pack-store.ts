/** Where this browser keeps packs. */
export interface PackStore {
	/** False: they go when the page goes. */
	readonly lasting: boolean;
	get(release: string): Promise<Blob | null>;
	/** Keeps a pack. Throws a DOMException named QuotaExceededError when the disk is full. */
	put(release: string, pack: Blob): Promise<void>;
	remove(release: string): Promise<void>;
}

const packsName = 'packs';

/** IndexedDB, which holds files on disk and works on plain HTTP as well; memory where the browser keeps nothing. */
export async function openPackStore(factory: IDBFactory | undefined): Promise<PackStore> {
	try {
		return factory ? databasePackStore(await openDatabase(factory)) : memoryPackStore();
	} catch {
		return memoryPackStore();
	}
}

/** Packs for as long as the page lives. */
export function memoryPackStore(): PackStore {
	const packs = new Map<string, Blob>();
	return {
		lasting: false,
		get: async (release) => packs.get(release) ?? null,
		put: async (release, pack) => void packs.set(release, pack),
		remove: async (release) => void packs.delete(release)
	};
}

function openDatabase(factory: IDBFactory): Promise<IDBDatabase> {
	return new Promise((resolve, reject) => {
		const request = factory.open('gongbang-packs', 1);
		request.onupgradeneeded = () => void request.result.createObjectStore(packsName);
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
		request.onblocked = () => reject(new Error('The store of packs is held by another page.'));
	});
}

function databasePackStore(database: IDBDatabase): PackStore {
	database.onversionchange = () => database.close();
	const transact = <T>(mode: IDBTransactionMode, work: (packs: IDBObjectStore) => IDBRequest<T>): Promise<T> =>
		new Promise((resolve, reject) => {
			const transaction = database.transaction(packsName, mode, { durability: 'strict' });
			const request = work(transaction.objectStore(packsName));
			transaction.oncomplete = () => resolve(request.result);
			transaction.onabort = () => reject(transaction.error);
			transaction.onerror = () => reject(transaction.error);
		});
	return {
		lasting: true,
		get: async (release) => ((await transact('readonly', (packs) => packs.get(release))) as Blob | undefined) ?? null,
		put: async (release, pack) => void (await transact('readwrite', (packs) => packs.put(pack, release))),
		remove: async (release) => void (await transact('readwrite', (packs) => packs.delete(release)))
	};
}
