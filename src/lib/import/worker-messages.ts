import type { ImportResult } from './batch.ts';
import type { ImportOptions } from './options.ts';

/** Options without what cannot be sent. */
export type WorkerOptions = Omit<ImportOptions, 'onProgress' | 'signal'>;

/** What the page sends; a file is sent by reference. */
export interface WorkerRequest {
	readonly file: Blob;
	readonly options: WorkerOptions;
}

/** What the worker sends back. */
export type WorkerAnswer =
	| { readonly kind: 'progress'; readonly done: number; readonly total: number; readonly rows: number }
	| { readonly kind: 'result'; readonly result: ImportResult }
	| { readonly kind: 'failure'; readonly message: string };
