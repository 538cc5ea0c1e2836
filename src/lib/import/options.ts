import type { Profile } from '#lib/dimensions/profile.ts';
import type { Decisions, StructureDecisions } from './decisions.ts';

/** What the reading of any table may be told. */
export interface ReadOptions extends StructureDecisions {
	readonly fileName: string;
	/** Bytes of the file, where it is too large to be given: it is refused by its size. */
	readonly size?: number;
	/** Done and total in bytes, rows so far. */
	onProgress?(done: number, total: number, rows: number): void;
	readonly signal?: AbortSignal;
}

/** What an import needs beside the bytes, and what a person decided. */
export interface ImportOptions extends ReadOptions, Decisions {
	readonly profile: Profile;
	/** ISO time and name that the batch is signed with. */
	readonly now: string;
	readonly user: string;
	/** Region that the account may report for, with everything below it; left out: all. */
	readonly scope?: string;
}
