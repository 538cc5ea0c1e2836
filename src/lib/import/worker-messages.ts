import type { DatasetName } from '#lib/datasets/dataset.ts';
import type { Candidate } from '#lib/dimensions/resolution.ts';
import type { Language } from '#lib/format/language.ts';
import type { ImportResult, Receipt, Remark } from './batch.ts';
import type { StructureDecisions } from './decisions.ts';
import type { ImportOptions } from './options.ts';
import type { RawRow } from './raw-rows.ts';
import type { ReadCells } from './read-rows.ts';

/** Options without what cannot be sent. */
export type WorkerOptions = Omit<ImportOptions, 'onProgress' | 'signal'>;

/** A text of a column that is no code yet. */
export interface NameQuestion {
	readonly dataset: DatasetName;
	readonly field: string;
	readonly text: string;
}

/** One row as the file has it and as it was read; `read` null: nothing of it was loaded. */
export interface SeenRow extends RawRow {
	readonly read: ReadCells | null;
}

/** What the page may ask of the file that a worker holds, and what it gets. */
export interface WorkerCalls {
	/** Reads the file anew with these options; a reading under way is given up. `once`: nothing will be asked after it. */
	read(options: WorkerOptions, once: boolean): ImportResult;
	/** Rows of the file from a 0-based position on, with what the last reading made of them. */
	rows(structure: StructureDecisions, from: number, count: number): readonly SeenRow[];
	/** How many rows the file has. */
	count(structure: StructureDecisions): number;
	/** Position of the row that a 1-based line of the file belongs to. */
	find(structure: StructureDecisions, line: number): number;
	/** Names of the sheets of a workbook, none for text. */
	sheets(): readonly string[];
	/** What each text may mean, the likeliest first. */
	candidates(questions: readonly NameQuestion[]): readonly (readonly Candidate[])[];
	/** The file with a column of remarks, in its own encoding and format; null where it is no table. */
	remarked(receipt: Receipt, remarks: readonly Remark[], language: Language): Uint8Array<ArrayBuffer> | null;
}

/** The name of a call. */
export type CallName = keyof WorkerCalls;

/** What the page sends: the file once, by reference, then calls. */
export type WorkerRequest =
	| { readonly kind: 'open'; readonly file: Blob }
	| {
			[Name in CallName]: {
				readonly kind: 'call';
				readonly id: number;
				readonly name: Name;
				readonly values: Parameters<WorkerCalls[Name]>;
			};
	  }[CallName];

/** What the worker sends back. */
export type WorkerAnswer =
	| {
			readonly kind: 'progress';
			readonly id: number;
			readonly done: number;
			readonly total: number;
			readonly rows: number;
	  }
	| { readonly kind: 'result'; readonly id: number; readonly result: unknown }
	/** `superseded`: given up because something newer was asked. */
	| { readonly kind: 'failure'; readonly id: number; readonly message: string; readonly superseded: boolean };
