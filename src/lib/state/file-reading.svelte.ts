import type { ImportResult } from '#lib/import/batch.ts';
import type { Session } from './session.svelte.ts';

/** A file on its way in. Bytes of it that are read, rows so far. */
export interface ImportJob {
	readonly file: string;
	readonly done: number;
	readonly total: number;
	readonly rows: number;
	cancel(): void;
}

/** Imports a file; the page's is the worker's, tests bring their own. */
export type ImportFile = (
	file: File,
	options: {
		onProgress(done: number, total: number, rows: number): void;
		signal: AbortSignal;
		session: Session;
	}
) => Promise<ImportResult>;

/** Reads the files that are dropped on a page, one after the other. */
export class FileReading {
	#jobs = $state.raw<readonly ImportJob[]>([]);
	readonly #session: Session;
	readonly #import: ImportFile;
	#last: Promise<void> = Promise.resolve();

	constructor(session: Session, importFile: ImportFile = importInPageWorker) {
		this.#session = session;
		this.#import = importFile;
	}

	/** Files being read or waiting for it. */
	get jobs() {
		return this.#jobs;
	}

	/** Reads a file when its turn comes. One that is cancelled ends without a word. */
	read(
		file: File,
		on: { result(result: ImportResult): Promise<void> | void; error(error: unknown): void }
	): Promise<void> {
		const abort = new AbortController();
		let job: ImportJob = { file: file.name, done: 0, total: file.size, rows: 0, cancel: () => abort.abort() };
		const show = (next: ImportJob | null) => {
			this.#jobs = this.#jobs.flatMap((other) => (other === job ? (next ? [next] : []) : [other]));
			if (next) job = next;
		};
		this.#jobs = [...this.#jobs, job];
		this.#last = this.#last.then(async () => {
			try {
				await this.#session.opened;
				abort.signal.throwIfAborted();
				const onProgress = (done: number, total: number, rows: number) => show({ ...job, done, total, rows });
				const result = await this.#import(file, { onProgress, signal: abort.signal, session: this.#session });
				await on.result(result);
			} catch (error) {
				if (!abort.signal.aborted) on.error(error);
			} finally {
				show(null);
			}
		});
		return this.#last;
	}
}

async function importInPageWorker(file: File, options: Parameters<ImportFile>[1]): Promise<ImportResult> {
	const { session, ...rest } = options;
	const [profile, { importInWorker }] = await Promise.all([
		session.fileProfile(),
		import('#lib/import/worker-client.ts')
	]);
	return importInWorker(file, { ...rest, fileName: file.name, profile, now: new Date().toISOString(), user: '' });
}
