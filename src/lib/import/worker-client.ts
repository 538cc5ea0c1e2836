import type { ImportResult } from './batch.ts';
import type { ImportOptions } from './options.ts';
import type { WorkerAnswer, WorkerOptions, WorkerRequest } from './worker-messages.ts';

/** Options of an import in the worker; the file's own name is used unless another is given. */
export type WorkerImportOptions = Omit<ImportOptions, 'fileName'> & { readonly fileName?: string };

/**
 * Imports a file off the main thread. Rejects with the signal's reason when it is aborted: the worker is ended at
 * once, whatever it was doing. Rejects with an Error when the worker itself fails; findings in the file are no errors.
 */
export async function importInWorker(file: File, options: WorkerImportOptions): Promise<ImportResult> {
	const { onProgress, signal, ...rest } = options;
	signal?.throwIfAborted();
	const plain: WorkerOptions = { ...rest, fileName: rest.fileName ?? file.name };
	const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
	return new Promise<ImportResult>((resolve, reject) => {
		const abort = () => settle(() => reject(signal?.reason));
		const settle = (finish: () => void) => {
			signal?.removeEventListener('abort', abort);
			worker.terminate();
			finish();
		};
		signal?.addEventListener('abort', abort, { once: true });
		worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => {
			if (data.kind === 'progress') onProgress?.(data.done, data.total, data.rows);
			else if (data.kind === 'result') settle(() => resolve(data.result));
			else settle(() => reject(new Error(data.message)));
		};
		worker.onerror = (event) => settle(() => reject(new Error(event.message || 'The import worker could not start')));
		// The worker reads the file itself: its bytes never pass through the page.
		const request: WorkerRequest = { file, options: plain };
		try {
			worker.postMessage(request);
		} catch (error) {
			// Options that cannot be cloned; the worker would wait for ever.
			settle(() => reject(error));
		}
	});
}
