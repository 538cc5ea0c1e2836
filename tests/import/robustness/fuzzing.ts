import { Worker } from 'node:worker_threads';
import { divisions } from '#lib/dimensions/region.ts';
import { importFile, readTable } from '#lib/import/index.ts';
import { issueSentence } from '#lib/import/issue-text.ts';
import { receiptCsv } from '#lib/import/receipt-csv.ts';
import { optionsFor, plainProfile } from '../profile.ts';
import { mutatedFile } from './mutate.ts';

/** What a run of mutated files came to. */
export interface FuzzReport {
	files: number;
	/** Files that gave a batch, with or without findings. */
	loaded: number;
	/** Files of which nothing was loaded. */
	refused: number;
	/** Milliseconds of computing for the slowest file, and its number. */
	slowest: number;
	slowestFile: number;
	readonly failures: { readonly file: number; readonly what: string }[];
}

/** Milliseconds that this thread has computed: another program on the same machine is not the import's slowness. */
export function computed(): number {
	const { user, system } = process.threadCpuUsage();
	return (user + system) / 1000;
}

/** The longest that one file may take, in milliseconds of computing. */
export const longest = 5000;

// Few regions: what is tried here is the reading, and an index of all divisions is built for every import.
const profile = {
	...plainProfile(),
	regions: divisions().filter(({ level }) => level === 'country' || level === 'province')
};

/** Reads mutated files `from`, `from + step`, … until `count` of them or the time is over. */
export async function fuzz(from: number, step: number, count: number, milliseconds: number): Promise<FuzzReport> {
	const report: FuzzReport = { files: 0, loaded: 0, refused: 0, slowest: 0, slowestFile: 0, failures: [] };
	const end = performance.now() + milliseconds;
	for (let file = from; report.files < count && performance.now() < end; file += step) {
		const bytes = mutatedFile(file);
		const begun = computed();
		try {
			const loaded = await readOne(bytes, file);
			if (loaded) report.loaded++;
			else report.refused++;
		} catch (error) {
			report.failures.push({ file, what: error instanceof Error ? (error.stack ?? error.message) : String(error) });
		}
		report.files++;
		const taken = computed() - begun;
		if (taken > report.slowest) [report.slowest, report.slowestFile] = [taken, file];
		if (taken > longest) report.failures.push({ file, what: `took ${Math.round(taken)} ms` });
	}
	return report;
}

/** What stands in a sentence when a value is missing, unless the file says so itself. */
const hole = /undefined|\[object|NaN|\{\w+\}/;

/** One file through all that the product does with it; throws when a promise is broken. */
async function readOne(bytes: Uint8Array, file: number): Promise<boolean> {
	const options = optionsFor(`文件${file}.csv`, { profile });
	const { receipt, batch } = await importFile(bytes, options);
	if (receipt.rowsRead !== receipt.rowsLoaded + receipt.rowsSetAside)
		throw new Error(`${receipt.rowsRead} rows read, ${receipt.rowsLoaded} loaded, ${receipt.rowsSetAside} set aside`);
	for (const issue of receipt.issues) {
		for (const language of ['zh', 'en'] as const) {
			const sentence = issueSentence(issue, language);
			if (hole.test(sentence) && !hole.test(`${issue.column} ${issue.sample}`))
				throw new Error(`A sentence with a hole: ${sentence}`);
		}
	}
	receiptCsv(receipt, 'zh');
	if (batch) new TextDecoder('utf-8', { fatal: true }).decode(batch.csv);
	const silent = !batch && receipt.issues.every(({ severity }) => severity !== 'F');
	if (silent) throw new Error('Nothing loaded and nothing said');
	// Every tenth file through the plain reading as well.
	if (file % 10 === 0) await readTable(bytes, { fileName: options.fileName });
	return batch !== null;
}

/** The same in several threads. */
export async function fuzzInThreads(count: number, milliseconds: number, threads: number): Promise<FuzzReport> {
	const reports = await Promise.all(
		Array.from(
			{ length: threads },
			(_, share) =>
				new Promise<FuzzReport>((resolve, reject) => {
					const worker = new Worker(new URL('./fuzz-worker.ts', import.meta.url), {
						workerData: { share, threads, count: Math.ceil(count / threads), milliseconds }
					});
					worker.once('message', resolve);
					worker.once('error', reject);
				})
		)
	);
	return reports.reduce((all, one) => ({
		files: all.files + one.files,
		loaded: all.loaded + one.loaded,
		refused: all.refused + one.refused,
		slowest: Math.max(all.slowest, one.slowest),
		slowestFile: all.slowest > one.slowest ? all.slowestFile : one.slowestFile,
		failures: [...all.failures, ...one.failures]
	}));
}
