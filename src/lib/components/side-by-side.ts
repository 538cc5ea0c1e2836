/** One row of a file: the line it begins at, its cells as they are, what was read from it by column key. */
export interface SideRow {
	readonly line: number;
	readonly cells: readonly string[];
	readonly read: Readonly<Record<string, string>> | null;
}

/** One column of what was read. */
export interface ReadColumn {
	/** Key in `SideRow.read`. */
	readonly key: string;
	readonly title: string;
	/** 0-based column of the file that it comes from; null where it comes from elsewhere. */
	readonly index: number | null;
	readonly number: boolean;
	/** What is shown for a canonical value. */
	text(value: string): string;
}

/** A finding at a place of a line. */
export interface CellMark {
	/** 0-based column; null when the whole row is meant. */
	readonly column: number | null;
	/** It waits for a decision. */
	readonly grave: boolean;
	/** What is the matter, in a sentence. */
	readonly what: string;
}
