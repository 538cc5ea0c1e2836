import type { ImportResult } from './batch.ts';
import { importFile, type ImportOptions } from './index.ts';
import { maxFileBytes } from './limits.ts';
import type { WorkerAnswer, WorkerRequest } from './worker-messages.ts';

/** The side of the worker: one file per worker, its progress and its result. */
const scope = self as unknown as {
	onmessage: ((event: MessageEvent<WorkerRequest>) => void) | null;
	postMessage(message: WorkerAnswer, transfer?: Transferable[]): void;
};

/** Progress messages closer together than this would only cost time. */
const progressMilliseconds = 50;

scope.onmessage = ({ data }) => {
	let sent = 0;
	const onProgress = (done: number, total: number, rows: number) => {
		const now = performance.now();
		if (now - sent < progressMilliseconds && done < total) return;
		sent = now;
		scope.postMessage({ kind: 'progress', done, total, rows });
	};
	read(data.file, { ...data.options, onProgress }).then(
		(result) => scope.postMessage({ kind: 'result', result }, result.batch ? [result.batch.csv.buffer] : []),
		(error: unknown) => {
			const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
			scope.postMessage({ kind: 'failure', message });
		}
	);
};

/** A file beyond the limit is refused by its size, unread. */
async function read(file: Blob, options: ImportOptions): Promise<ImportResult> {
	if (file.size > maxFileBytes) return importFile(new Uint8Array(), { ...options, size: file.size });
	return importFile(new Uint8Array(await file.arrayBuffer()), options);
}
