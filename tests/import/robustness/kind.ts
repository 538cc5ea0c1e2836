import type { IssueCode } from '#lib/import/issue.ts';
import type { ImportOptions } from '#lib/import/options.ts';
import type { CleanTable } from './clean-tables.ts';
import type { Random } from './random.ts';

/** What must come of a polluted file. */
export type Expectation = ReadSame | Flagged;

/** The batch is the batch of the clean original. */
export interface ReadSame {
	readonly outcome: 'same';
	/** Findings of severity W that may be told beside it; without them any W is a false alarm, E and F always are. */
	readonly may?: readonly IssueCode[];
	/** Findings that must be told, at this line if given. */
	readonly told?: readonly IssueCode[];
	readonly line?: number;
	/** The clean original, where it is another table than the one polluted. */
	readonly reference?: CleanTable;
}

/** One of these codes at this place; nothing is loaded wrongly anywhere else. */
export interface Flagged {
	readonly outcome: 'flagged';
	readonly codes: readonly IssueCode[];
	/** 1-based; left out: the whole file is meant, or any place will do. */
	readonly line?: number;
	/** Header of the cell's column as printed. */
	readonly column?: string;
	/** Reading the file the same is as good, with these findings of severity W. */
	readonly orSame?: boolean;
	readonly may?: readonly IssueCode[];
	readonly reference?: CleanTable;
	/** Rows that are in no line of their own any more: run into another one, or not in the file at all. */
	readonly lost?: number;
	/** Further lines that the finding speaks for. */
	readonly beside?: readonly number[];
}

/** A polluted file and what must come of it. */
export interface Polluted {
	readonly bytes: Uint8Array;
	readonly fileName?: string;
	readonly options?: Partial<ImportOptions>;
	readonly expect: Expectation;
	/** Line of the file of each row of the table; left out: row n is on line n + 2. Null: not compared. */
	readonly lines?: readonly number[] | null;
}

/** One way in which files go wrong. */
export interface Kind {
	readonly id: string;
	readonly group: 'structure' | 'meaning';
	readonly title: { readonly zh: string; readonly en: string };
	/** The polluted table; null where the table has nothing that this could happen to. */
	pollute(table: CleanTable, random: Random): Polluted | null;
}

/** Declares a kind. */
export type Pollute = Kind['pollute'];

/** Shorthand for a list of kinds of one group. */
export function kindsOf(group: Kind['group']) {
	const list: Kind[] = [];
	const add = (id: string, zh: string, en: string, pollute: Pollute): void => {
		list.push({ id, group, title: { zh, en }, pollute });
	};
	return { list, add };
}

/** Read the same, with these warnings at most. */
export function same(...may: readonly IssueCode[]): ReadSame {
	return { outcome: 'same', may };
}

/** Flagged as one of the codes, at a line (and column). */
export function flagged(codes: readonly IssueCode[], line?: number, column?: string): Flagged {
	return {
		outcome: 'flagged',
		codes,
		...(line === undefined ? {} : { line }),
		...(column === undefined ? {} : { column })
	};
}
