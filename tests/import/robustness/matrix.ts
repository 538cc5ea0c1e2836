import { Worker } from 'node:worker_threads';
import type { DatasetName } from '#lib/datasets/dataset.ts';
import { datasets } from '#lib/datasets/index.ts';
import type { Variant } from './clean-tables.ts';
import { runCase, type Verdict } from './judge.ts';
import { kinds } from './kinds.ts';

/** How often each outcome came of a kind in a dataset; `codes`: what was told. */
export interface Cell {
	same: number;
	flagged: number;
	wrong: number;
	silent: number;
	readonly codes: Record<string, number>;
}

/** Results by kind id, then by dataset; what does not apply is left out. */
export type Matrix = Record<string, Partial<Record<DatasetName, Cell>>>;

/** What is run: sizes of the clean tables and how many seeds of each. */
export interface Extent {
	readonly sizes: readonly (readonly [rows: number, seeds: number])[];
	readonly variants: readonly Variant[];
}

/** Everything that `docs/import-robustness.md` reports. */
export const wholeExtent: Extent = {
	sizes: [
		[8, 2],
		[40, 1],
		[300, 1]
	],
	variants: ['names', 'codes']
};

/** One failing case, to be printed. */
export interface Failure {
	readonly kind: string;
	readonly file: string;
	readonly verdict: Verdict;
}

/** Runs every `threads`-th kind, beginning with the one at `share`. */
export async function runShare(
	extent: Extent,
	share: number,
	threads: number
): Promise<{ matrix: Matrix; failures: Failure[] }> {
	const matrix: Matrix = {};
	const failures: Failure[] = [];
	for (const [at, kind] of kinds.entries()) {
		if (at % threads !== share) continue;
		const row: Partial<Record<DatasetName, Cell>> = (matrix[kind.id] = {});
		for (const dataset of Object.keys(datasets) as DatasetName[]) {
			for (const variant of extent.variants) {
				for (const [size, seeds] of extent.sizes) {
					for (let seed = 1; seed <= seeds; seed++) {
						const found = await runCase({ kind, dataset, variant, size, seed });
						if (!found) continue;
						const { verdict } = found;
						const cell = (row[dataset] ??= { same: 0, flagged: 0, wrong: 0, silent: 0, codes: {} });
						cell[verdict.outcome]++;
						if (verdict.code) cell.codes[verdict.code] = (cell.codes[verdict.code] ?? 0) + 1;
						if (verdict.outcome === 'wrong' || verdict.outcome === 'silent')
							failures.push({ kind: kind.id, file: `${dataset} ${variant} ${size} ${seed}`, verdict });
					}
				}
			}
		}
	}
	return { matrix, failures };
}

/** Runs everything in several threads. */
export async function runMatrix(extent: Extent, threads: number): Promise<{ matrix: Matrix; failures: Failure[] }> {
	const shares = Array.from({ length: threads }, (_, share) => inThread(extent, share, threads));
	const results = await Promise.all(shares);
	const all = Object.assign({}, ...results.map(({ matrix }) => matrix)) as Matrix;
	const matrix = Object.fromEntries(kinds.map(({ id }) => [id, all[id] ?? {}]));
	return { matrix, failures: results.flatMap(({ failures }) => failures) };
}

function inThread(extent: Extent, share: number, threads: number): Promise<{ matrix: Matrix; failures: Failure[] }> {
	return new Promise((resolve, reject) => {
		const worker = new Worker(new URL('./matrix-worker.ts', import.meta.url), {
			workerData: { extent, share, threads }
		});
		worker.once('message', resolve);
		worker.once('error', reject);
	});
}
