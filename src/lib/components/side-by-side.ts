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

const mostColumns = 512;

/** Room for texts in rem: Chinese characters are twice as wide as Latin ones. */
export function room(texts: readonly string[]): number {
	const width = (text: string) => [...text.slice(0, 40)].reduce((sum, char) => sum + (char > '\u2e80' ? 0.9 : 0.5), 0);
	return Math.max(4, Math.min(14, Math.max(...texts.map(width)) + 1.25));
}

/** The widths of columns in rem, going by their names and by the first rows of the file, its title apart. */
export function columnWidths(header: readonly string[], rows: readonly (readonly string[])[]): number[] {
	const columns = Math.min(mostColumns, Math.max(header.length, ...rows.map((cells) => cells.length)));
	return Array.from({ length: columns }, (_, column) =>
		room([header[column] ?? '', ...rows.slice(1).map((cells) => cells[column] ?? '')])
	);
}

/** A title or a note: its one text may run over the blank cells beside it. */
export function isAlone(cells: readonly string[]): boolean {
	return cells[0] !== '' && cells.slice(1).every((cell) => cell === '');
}
