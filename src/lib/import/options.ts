import type { DatasetName } from '#lib/datasets/dataset.ts';
import type { Profile } from '#lib/dimensions/profile.ts';
import type { BatchMode } from './batch.ts';

/** What the reading of any table may be told; everything left out is found by evidence. */
export interface ReadOptions {
	readonly fileName: string;
	/** Bytes of the file, where it is too large to be given: it is refused by its size. */
	readonly size?: number;
	/** A label of `encodings`, when the user has decided. */
	readonly encoding?: string;
	readonly delimiter?: string;
	/** 1-based line of the header's first row. */
	readonly headerRow?: number;
	/** Done and total in bytes, rows so far. */
	onProgress?(done: number, total: number, rows: number): void;
	readonly signal?: AbortSignal;
}

/** What an import needs beside the bytes. */
export interface ImportOptions extends ReadOptions {
	readonly profile: Profile;
	/** Given by the user; otherwise found from the headers. */
	readonly dataset?: DatasetName;
	readonly mode?: BatchMode;
	/** ISO time and name that the batch is signed with. */
	readonly now: string;
	readonly user: string;
	/** Header text → field name, decided by the user or remembered; '' means: do not load. */
	readonly mapping?: Readonly<Record<string, string>>;
	/** Used where neither a column, nor the title, nor the file name gives a period. */
	readonly defaultPeriod?: string;
}
