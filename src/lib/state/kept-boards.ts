/** What this browser keeps of a board: a draft of its rules, what a freeze holds, a reveal's config, a ceremony that runs. */
export type KeptKind = 'rules' | 'frozen' | 'reveal' | 'ceremony';

/** Whose board it is. */
export interface KeptPlace {
	readonly profile: string;
	readonly board: string;
}

function keyOf(kind: KeptKind, { profile, board }: KeptPlace): string {
	return `gongbang-board-${kind}:${JSON.stringify([profile, board])}`;
}

/** This browser's storage; undefined where it is closed to pages. */
export function browserStorage(): Storage | undefined {
	try {
		return globalThis.localStorage;
	} catch {
		return undefined;
	}
}

/** The storage of this tab alone, which lasts through a reload and goes with the tab; undefined where it is closed to pages. */
export function tabStorage(): Storage | undefined {
	try {
		return globalThis.sessionStorage;
	} catch {
		return undefined;
	}
}

/** What was kept, of any shape: who reads it checks it. Null where nothing was, or nothing that can be read. */
export function readKept(storage: Storage | undefined, kind: KeptKind, place: KeptPlace): unknown {
	try {
		return JSON.parse(storage?.getItem(keyOf(kind, place)) ?? 'null') as unknown;
	} catch {
		return null;
	}
}

/** Keeps a JSON value; false where the storage is closed or full, and nothing is kept. */
export function keep(storage: Storage | undefined, kind: KeptKind, place: KeptPlace, value: unknown): boolean {
	try {
		storage?.setItem(keyOf(kind, place), JSON.stringify(value));
		return storage !== undefined;
	} catch {
		return false;
	}
}

/** Keeps nothing any more. */
export function forget(storage: Storage | undefined, kind: KeptKind, place: KeptPlace): void {
	try {
		storage?.removeItem(keyOf(kind, place));
	} catch {
		// A closed storage keeps nothing anyway.
	}
}
