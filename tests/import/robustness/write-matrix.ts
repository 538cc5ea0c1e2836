import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { format, resolveConfig } from 'prettier';
import type { DatasetName } from '#lib/datasets/dataset.ts';
import { datasets } from '#lib/datasets/index.ts';
import { fuzzInThreads } from './fuzzing.ts';
import { readClean, tableOf } from './judge.ts';
import { matrixPage } from './matrix-page.ts';
import { runMatrix, wholeExtent } from './matrix.ts';
import { naughtyStrings } from './naughty-strings.ts';

// node tests/import/robustness/write-matrix.ts: runs everything, some ten minutes on two cores.
const path = 'docs/import-robustness.md';
const threads = availableParallelism();

let cleanFiles = 0;
let falseAlarms = 0;
for (const dataset of Object.keys(datasets) as DatasetName[]) {
	for (const variant of wholeExtent.variants) {
		for (const [size, seeds] of wholeExtent.sizes) {
			for (let seed = 1; seed <= seeds * 5; seed++) {
				cleanFiles++;
				const { receipt } = await readClean(tableOf({ dataset, variant, size, seed }));
				if (receipt.issues.some(({ severity }) => severity !== 'I') || receipt.rowsLoaded !== size) {
					falseAlarms++;
					console.error(`clean ${dataset} ${variant} ${size} ${seed}:`, receipt.issues[0]);
				}
			}
		}
	}
}

const begun = performance.now();
const fuzz = await fuzzInThreads(100_000, 3 * 60_000, threads);
const fuzzSeconds = Math.round((performance.now() - begun) / 1000);
for (const { file, what } of fuzz.failures.slice(0, 10)) console.error(`fuzz ${file}: ${what}`);

const { matrix, failures } = await runMatrix(wholeExtent, threads);
for (const { kind, file, verdict } of failures.slice(0, 100))
	console.error(`${verdict.outcome} [${kind}] ${file}: ${verdict.why.slice(0, 300)}`);

const page = matrixPage({
	matrix,
	extent: wholeExtent,
	cleanFiles,
	falseAlarms,
	fuzz,
	fuzzSeconds,
	naughty: naughtyStrings.length,
	properties: 150
});
await writeFile(path, await format(page, { ...(await resolveConfig(path)), parser: 'markdown' }));
console.log(
	`${failures.length} of the matrix failed, ${falseAlarms} false alarms, ${fuzz.failures.length} of ${fuzz.files} mutated files`
);
process.exitCode = failures.length + falseAlarms + fuzz.failures.length > 0 ? 1 : 0;
