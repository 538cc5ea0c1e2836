import type { Batch, Receipt } from '#lib/import/batch.ts';

/** What became of a file: its receipt and, if it is laid over the release, the batch. */
export interface ImportOutcome {
	readonly receipt: Receipt;
	readonly batch: string | null;
	/** For a file that was not laid because it is there already: lays it all the same. */
	readonly again?: () => Promise<void>;
}

/** What became of batches that are laid over the release, the last of them first. */
export function laidOutcomes(batches: readonly Batch[]): ImportOutcome[] {
	return batches.toReversed().map(({ id, receipt }) => ({ receipt, batch: id }));
}
