import type { Candidate } from '#lib/dimensions/resolution.ts';
import type { Language } from '#lib/format/language.ts';
import type { ImportResult, Receipt, Remark } from './batch.ts';
import type { StructureDecisions } from './decisions.ts';
import type { ImportOptions } from './options.ts';
import type {
	CallName,
	NameQuestion,
	SeenRow,
	WorkerAnswer,
	WorkerCalls,
	WorkerOptions,
	WorkerRequest
} from './worker-messages.ts';

export type { NameQuestion, SeenRow } from './worker-messages.ts';

/** Options of an import in the worker; the file's own name is used unless another is given. */
export type WorkerImportOptions = Omit<ImportOptions, 'fileName'> & { readonly fileName?: string };

/**
 * A file held open in a worker of its own. What is asked rejects with an AbortError once something newer takes its
 * place or it is cancelled, with an Error when the worker itself fails; findings in the file are no errors.
 */
export interface ImportConnection {
	/**
	 * Reads the file; a reading under way is given up for it. Aborting the signal ends the worker at once, whatever it
	 * was doing; the next question starts another.
	 */
	read(options: WorkerImportOptions): Promise<ImportResult>;
	/** Rows as the file has them from a 0-based position on, with what the last reading made of each. */
	rows(structure: StructureDecisions, from: number, count: number): Promise<readonly SeenRow[]>;
	/** How many rows the file has, titles and blanks included. */
	count(structure: StructureDecisions): Promise<number>;
	/** Position of the row that a 1-based line of the file belongs to. */
	find(structure: StructureDecisions, line: number): Promise<number>;
	/** Names of a workbook's sheets; none for a text file. */
	sheets(): Promise<readonly string[]>;
	/** What texts may mean that are no known names, the likeliest first. */
	candidates(questions: readonly NameQuestion[]): Promise<readonly (readonly Candidate[])[]>;
	/** The file with a column of remarks, in its own encoding and format. Rejects where the file is no table. */
	remarked(receipt: Receipt, remarks: readonly Remark[], language: Language): Promise<Blob>;
	/** Ends the worker. */
	close(): void;
}

interface Waiting {
	resolve(result: unknown): void;
	reject(reason: unknown): void;
	onProgress?: ImportOptions['onProgress'];
}

class WorkerConnection implements ImportConnection {
	readonly #file: File;
	readonly #waiting = new Map<number, Waiting>();
	#worker: Worker | null = null;
	#next = 0;

	constructor(file: File) {
		this.#file = file;
	}

	async read(options: WorkerImportOptions, once = false): Promise<ImportResult> {
		const { onProgress, signal, ...rest } = options;
		signal?.throwIfAborted();
		const plain: WorkerOptions = { ...rest, fileName: rest.fileName ?? this.#file.name };
		const abort = () => this.#end(signal?.reason);
		signal?.addEventListener('abort', abort, { once: true });
		try {
			return await this.#call('read', [plain, once], onProgress);
		} finally {
			signal?.removeEventListener('abort', abort);
		}
	}

	rows(structure: StructureDecisions, from: number, count: number) {
		return this.#call('rows', [structure, from, count]);
	}

	count(structure: StructureDecisions) {
		return this.#call('count', [structure]);
	}

	find(structure: StructureDecisions, line: number) {
		return this.#call('find', [structure, line]);
	}

	sheets() {
		return this.#call('sheets', []);
	}

	candidates(questions: readonly NameQuestion[]) {
		return this.#call('candidates', [questions]);
	}

	async remarked(receipt: Receipt, remarks: readonly Remark[], language: Language): Promise<Blob> {
		const bytes = await this.#call('remarked', [receipt, remarks, language]);
		if (!bytes) throw new Error('The file is no table.');
		return new Blob([bytes], { type: this.#file.type });
	}

	close(): void {
		this.#end(new DOMException('The file was closed.', 'AbortError'));
	}

	#call<Name extends CallName>(
		name: Name,
		values: Parameters<WorkerCalls[Name]>,
		onProgress?: ImportOptions['onProgress']
	): Promise<ReturnType<WorkerCalls[Name]>> {
		const id = this.#next++;
		return new Promise((resolve, reject) => {
			const waiting: Waiting = { resolve: resolve as (result: unknown) => void, reject };
			this.#waiting.set(id, onProgress ? { ...waiting, onProgress } : waiting);
			try {
				this.#open().postMessage({ kind: 'call', id, name, values } as WorkerRequest);
			} catch (error) {
				// Options that cannot be cloned; nobody would ever answer.
				this.#waiting.delete(id);
				reject(error);
			}
		});
	}

	#open(): Worker {
		if (this.#worker) return this.#worker;
		const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
		worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => this.#answer(data);
		worker.onerror = (event) => this.#end(new Error(event.message || 'The import worker could not start'));
		// The worker reads the file itself: its bytes never pass through the page.
		const request: WorkerRequest = { kind: 'open', file: this.#file };
		worker.postMessage(request);
		return (this.#worker = worker);
	}

	#answer(answer: WorkerAnswer): void {
		const waiting = this.#waiting.get(answer.id);
		if (answer.kind === 'progress') return waiting?.onProgress?.(answer.done, answer.total, answer.rows);
		this.#waiting.delete(answer.id);
		if (answer.kind === 'result') waiting?.resolve(answer.result);
		else if (answer.superseded) waiting?.reject(new DOMException(answer.message, 'AbortError'));
		else waiting?.reject(new Error(answer.message));
	}

	#end(reason: unknown): void {
		this.#worker?.terminate();
		this.#worker = null;
		const waiting = [...this.#waiting.values()];
		this.#waiting.clear();
		for (const { reject } of waiting) reject(reason);
	}
}

/** Holds a file open in a worker; nothing is read before the first question. */
export function openImport(file: File): ImportConnection {
	return new WorkerConnection(file);
}

/**
 * Imports a file off the main thread, once. Rejects with the signal's reason when it is aborted: the worker is ended at
 * once, whatever it was doing.
 */
export async function importInWorker(file: File, options: WorkerImportOptions): Promise<ImportResult> {
	const connection = new WorkerConnection(file);
	try {
		return await connection.read(options, true);
	} finally {
		connection.close();
	}
}
