import { createContext } from 'svelte';
import { isOutOfMemory } from '#lib/engine/crash.ts';
import type { Batch, ImportResult, Receipt } from '#lib/import/batch.ts';
import type { Issue } from '#lib/import/issue.ts';
import { openDraftStore, type DraftStore } from './draft-store.ts';
import { Session } from './session.svelte.ts';

/** A file on its way in. Bytes of it that are read, rows so far. */
export interface ImportJob {
	readonly file: string;
	readonly done: number;
	readonly total: number;
	readonly rows: number;
	cancel(): void;
}

/** What became of a file: its receipt and, if it is laid over the release, the batch. */
export interface ImportOutcome {
	readonly receipt: Receipt;
	readonly batch: string | null;
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

/** The files that this browser has laid over the release. They are nobody else's until they are published. */
export class Drafts {
	#batches = $state.raw<readonly Batch[]>([]);
	#outcomes = $state.raw<readonly ImportOutcome[]>([]);
	#jobs = $state.raw<readonly ImportJob[]>([]);
	#lasting = $state(true);

	/** The session whose release the drafts are laid over. */
	readonly session: Session;
	readonly #import: ImportFile;
	readonly #store: Promise<DraftStore>;
	readonly #channel: BroadcastChannel | null;
	#queue: Promise<unknown> = Promise.resolve();

	/** Made in the browser and, for the first paint, on the server, where nothing is stored. */
	constructor(importFile: ImportFile = importInPageWorker) {
		this.#import = importFile;
		this.#store = openDraftStore(globalThis.indexedDB).then((store) => {
			this.#lasting = store.lasting;
			if (!store.lasting && typeof window !== 'undefined') this.session.lacks('database');
			return store;
		});
		this.#channel = typeof window === 'undefined' ? null : new BroadcastChannel('gongbang-drafts');
		this.#channel?.addEventListener('message', ({ data }) => void this.#reload(String(data)));
		this.session = new Session((profile) => this.#load(profile));
	}

	/** Laid over the release, in the order they were added. */
	get batches() {
		return this.#batches;
	}
	/** The latest first: drafts of this and earlier visits, and files of this visit that were refused. */
	get outcomes() {
		return this.#outcomes;
	}
	/** Files being read. */
	get jobs() {
		return this.#jobs;
	}
	/** Whether drafts survive a reload here. */
	get lasting() {
		return this.#lasting;
	}

	/** Reads files one after the other. Each leaves a receipt; none disturbs what is shown unless it is laid over it. */
	add(files: Iterable<File>): Promise<void> {
		const work = [...files].map((file) => this.#enqueue(file));
		return Promise.all(work).then(() => {});
	}

	/** Takes a draft out again. */
	remove(id: string): Promise<void> {
		return this.#takeOut((batch) => batch.id === id);
	}

	/** Takes all drafts out. */
	clear(): Promise<void> {
		return this.#takeOut(() => true);
	}

	/** Forgets the receipt of a file that was refused. */
	forget(outcome: ImportOutcome): void {
		this.#outcomes = this.#outcomes.filter((other) => other !== outcome);
	}

	#takeOut(goes: (batch: Batch) => boolean): Promise<void> {
		return this.#inTurn(async () => {
			const profile = this.session.entry?.profile;
			const gone = this.#batches.filter(goes).map(({ id }) => id);
			if (!profile || gone.length === 0) return;
			const rest = this.#batches.filter((batch) => !goes(batch));
			await this.session.layDrafts(rest);
			this.#batches = rest;
			this.#outcomes = this.#outcomes.filter(({ batch }) => batch === null || !gone.includes(batch));
			const store = await this.#store;
			for (const id of gone) await store.remove(profile, id);
			this.#channel?.postMessage(profile);
		});
	}

	#enqueue(file: File): Promise<void> {
		const abort = new AbortController();
		let job: ImportJob = { file: file.name, done: 0, total: file.size, rows: 0, cancel: () => abort.abort() };
		const show = (next: ImportJob | null) => {
			this.#jobs = this.#jobs.flatMap((other) => (other === job ? (next ? [next] : []) : [other]));
			if (next) job = next;
		};
		this.#jobs = [...this.#jobs, job];
		return this.#inTurn(async () => {
			try {
				await this.session.opened;
				abort.signal.throwIfAborted();
				const onProgress = (done: number, total: number, rows: number) => show({ ...job, done, total, rows });
				const result = await this.#import(file, { onProgress, signal: abort.signal, session: this.session });
				await this.#keep(result);
			} catch (error) {
				if (!abort.signal.aborted) this.#note({ receipt: failedReceipt(file, error), batch: null });
			} finally {
				show(null);
			}
		});
	}

	async #keep({ receipt, batch }: ImportResult): Promise<void> {
		const profile = this.session.entry?.profile;
		if (!batch || !profile) return this.#note({ receipt, batch: null });
		const next = [...this.#batches.filter(({ id }) => id !== batch.id), batch];
		try {
			if (this.session.status !== 'ready') throw new Error('No release is open.');
			await this.session.layDrafts(next);
		} catch (error) {
			return this.#note({ receipt: withIssue(receipt, engineIssue(receipt.file, error)), batch: null });
		}
		this.#batches = next;
		let kept = receipt;
		try {
			await (await this.#store).add(profile, batch);
			this.#channel?.postMessage(profile);
		} catch {
			// It is laid over the release all the same; only the next visit will not have it.
			kept = withIssue(receipt, issueOf('STORE_QUOTA', 'E', receipt.file, {}));
		}
		this.#note({ receipt: kept, batch: batch.id });
	}

	#note(outcome: ImportOutcome): void {
		const others = this.#outcomes.filter(({ batch }) => batch === null || batch !== outcome.batch);
		this.#outcomes = [outcome, ...others];
	}

	/** The stored drafts of a profile, as its release opens. */
	async #load(profile: string): Promise<readonly Batch[]> {
		const batches = await (await this.#store).list(profile);
		this.#batches = batches;
		this.#outcomes = batches.toReversed().map(({ id, receipt }) => ({ receipt, batch: id }));
		return batches;
	}

	/** Another tab added or removed a draft. */
	async #reload(profile: string): Promise<void> {
		if (this.session.entry?.profile !== profile || this.session.status !== 'ready') return;
		await this.#inTurn(async () => {
			await this.session.layDrafts(await this.#load(profile));
		}).catch(() => {});
	}

	#inTurn<T>(work: () => Promise<T>): Promise<T> {
		const done = this.#queue.then(work);
		this.#queue = done.catch(() => {});
		return done;
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

function issueOf(code: Issue['code'], severity: Issue['severity'], file: string, details: Issue['details']): Issue {
	return { code, severity, file, line: null, column: null, sample: null, count: 1, details };
}

function engineIssue(file: string, error: unknown): Issue {
	const reason = error instanceof Error ? error.message : String(error);
	return issueOf(isOutOfMemory(error) ? 'ENGINE_OOM' : 'ENGINE_CRASH', 'F', file, { reason });
}

function withIssue(receipt: Receipt, issue: Issue): Receipt {
	return { ...receipt, issues: [issue, ...receipt.issues] };
}

/** The receipt of a file whose import broke off. */
function failedReceipt(file: File, error: unknown): Receipt {
	const reason = error instanceof Error ? error.message : String(error);
	return {
		file: file.name,
		sha256: '',
		bytes: file.size,
		format: 'unknown',
		encoding: null,
		dialect: null,
		sheet: null,
		table: null,
		dataset: null,
		mapping: [],
		rowsRead: 0,
		rowsLoaded: 0,
		rowsSetAside: 0,
		setAside: [],
		controlTotals: [],
		issues: [issueOf('ENGINE_CRASH', 'F', file.name, { reason })],
		certainty: { encoding: 0, delimiter: 0, header: 0, dataset: 0 }
	};
}

/** The drafts of the page: set by the root layout. */
export const [getDrafts, setDrafts] = createContext<Drafts>();
