/** A board as it was seen in some release: enough to make it again. The caller knows the shapes. */
export interface SeenBoard<Rules, Entries> {
	/** Id of the release, with drafts laid over it. */
	readonly release: string;
	/** ISO time of the last look. */
	readonly at: string;
	readonly rules: Rules;
	readonly entries: Entries;
}

/** So many releases of a board are kept, the latest seen first. */
const kept = 3;
const prefix = 'gongbang-board-seen:';

/** The releases in which this browser saw a board, the latest first; `board` tells boards and their filters apart. */
export function seenBoards<Rules, Entries>(board: string): readonly SeenBoard<Rules, Entries>[] {
	try {
		const read: unknown = JSON.parse(globalThis.localStorage.getItem(prefix + board) ?? '[]');
		return Array.isArray(read) ? (read as SeenBoard<Rules, Entries>[]) : [];
	} catch {
		return [];
	}
}

/** Remembers a board as it is now. A storage that is full or closed remembers nothing; nothing depends on it. */
export function rememberBoard<Rules, Entries>(board: string, seen: SeenBoard<Rules, Entries>): void {
	const others = seenBoards<Rules, Entries>(board).filter(({ release }) => release !== seen.release);
	try {
		globalThis.localStorage.setItem(prefix + board, JSON.stringify([seen, ...others].slice(0, kept)));
	} catch {
		// Full or closed.
	}
}
