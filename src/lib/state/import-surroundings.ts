import type { Batch } from '#lib/import/batch.ts';
import { openImport, type ImportConnection, type WorkerImportOptions } from '#lib/import/worker-client.ts';
import type { BatchComparison } from '#lib/release/compare.ts';

/** What a file needs of the page that opens it. */
export interface FileSurroundings {
	/** Everything about the reading that no person decides about this file. */
	options(): Promise<Pick<WorkerImportOptions, 'profile' | 'now' | 'user' | 'scope'>>;
	/** Holds a batch against what is there; throws when the signal says that nobody waits for the answer any more. */
	compare(batch: Batch, signal: AbortSignal): Promise<BatchComparison>;
	readonly storage: Storage | undefined;
	readonly open: (file: File) => ImportConnection;
}

/** The parts of the surroundings that only a browser has. */
export const browserSurroundings: Pick<FileSurroundings, 'open' | 'storage'> = {
	open: openImport,
	get storage() {
		try {
			return globalThis.localStorage;
		} catch {
			return undefined;
		}
	}
};
