import { isNote, noteKey, type Note } from '#lib/filters/link.ts';

/** The page whose notes these are. */
export interface NotedPage {
	readonly profile: string;
	/** The path, e.g. `/regions`. */
	readonly path: string;
}

/** So many notes of a page are kept, the latest. */
const kept = 40;
const keyPrefix = 'gongbang-notes:';
const keyOf = ({ profile, path }: NotedPage): string => keyPrefix + JSON.stringify([profile, path]);

/** The notes that this browser keeps of a page. What somebody else wrote into the storage is left out. */
export function keptNotes(storage: Pick<Storage, 'getItem'> | undefined, page: NotedPage): readonly Note[] {
	try {
		const read: unknown = JSON.parse(storage?.getItem(keyOf(page)) ?? '[]');
		return Array.isArray(read) ? read.filter(isKept).map(({ panel, period, text }) => ({ panel, period, text })) : [];
	} catch {
		return [];
	}
}

/** The pages of a profile that this browser keeps notes of. */
export function notedPages(storage: Storage | undefined, profile: string): NotedPage[] {
	const names = storage ? Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '') : [];
	return names
		.filter((name) => name.startsWith(keyPrefix))
		.flatMap((name): NotedPage[] => {
			try {
				const [of, path] = JSON.parse(name.slice(keyPrefix.length)) as unknown[];
				return of === profile && typeof path === 'string' ? [{ profile, path }] : [];
			} catch {
				return [];
			}
		});
}

/** Keeps these notes of a page and no others; false where the storage is closed or full. */
export function keepNotes(
	storage: Pick<Storage, 'setItem' | 'removeItem'> | undefined,
	page: NotedPage,
	notes: readonly Note[]
): boolean {
	try {
		const each = [...new Map(notes.map((note) => [noteKey(note), note])).values()].slice(-kept);
		if (each.length === 0) storage?.removeItem(keyOf(page));
		else storage?.setItem(keyOf(page), JSON.stringify(each));
		return storage !== undefined;
	} catch {
		return false;
	}
}

function isKept(value: unknown): value is Note {
	const { panel, period, text } = (value ?? {}) as Partial<Record<keyof Note, unknown>>;
	return (
		typeof panel === 'string' &&
		typeof period === 'string' &&
		typeof text === 'string' &&
		isNote({ panel, period, text })
	);
}
