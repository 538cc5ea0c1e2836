import { createContext } from 'svelte';
import type { Batch, ImportResult, Receipt } from '#lib/import/batch.ts';
import type { BatchComparison } from '#lib/release/compare.ts';
import { isRegister } from '#lib/release/register-measures.ts';
import { knownDrafts, noteDrafts, type KnownDraft } from './draft-index.ts';
import { engineIssue, failedReceipt, knownIssue, quotaIssue, withIssue } from './draft-issues.ts';
import type { Draft } from './draft-store.ts';
import { DraftWriter, type DraftSurroundings } from './draft-writer.svelte.ts';
import { FileReading, type ImportFile } from './file-reading.svelte.ts';
import { laidOutcomes, type ImportOutcome } from './import-outcome.ts';
import { Session } from './session.svelte.ts';

/** Where the very same file is already. */
export interface KnownFile {
	readonly where: 'draft' | 'release';
	readonly id: string;
	readonly file: string;
	/** ISO time. */
	readonly createdAt: string;
}

/** The files that this browser has laid over the release. They are nobody else's until they are published. */
export class Drafts {
	#entries = $state.raw<readonly Draft[]>([]);
	#outcomes = $state.raw<readonly ImportOutcome[]>([]);
	/** The profile that they are of. */
	#profile: string | null = null;
	#lost = $state.raw<readonly KnownDraft[]>([]);
	#undoable = $state.raw<readonly Batch[]>([]);
	readonly #batches = $derived(this.#entries.filter(({ out }) => !out).map(({ batch }) => batch));

	/** The session whose release the drafts are laid over. */
	readonly session: Session;
	readonly #reading: FileReading;
	readonly #writer: DraftWriter;
	#queue: Promise<unknown> = Promise.resolve();

	/** Made in the browser and, for the first paint, on the server, where nothing is stored. */
	constructor(importFile?: ImportFile, surroundings?: DraftSurroundings) {
		this.#writer = new DraftWriter((profile) => void this.#reload(profile), surroundings);
		this.session = new Session((profile) => this.#load(profile));
		this.#reading = new FileReading(this.session, importFile);
		void this.#writer.opened.then(
			(lasting) => lasting || typeof window === 'undefined' || this.session.told.lacks('database')
		);
	}

	/** All drafts in the order in which they count, those that are taken out among them. */
	get entries() {
		return this.#entries;
	}
	/** Laid over the release, in that order. */
	get batches() {
		return this.#batches;
	}
	/** The latest first: drafts of this and earlier visits, and files of this visit that were refused. */
	get outcomes() {
		return this.#outcomes;
	}
	/** Files being read. */
	get jobs() {
		return this.#reading.jobs;
	}
	/** Whether drafts survive a reload here. */
	get lasting() {
		return this.#writer.lasting;
	}
	/** Whether another tab keeps this one from storing what was done. */
	get waiting() {
		return this.#writer.waiting;
	}
	/** Drafts that the browser cleared away since the last visit. */
	get lost() {
		return this.#lost;
	}
	/** What was taken out last and can be put back at once. */
	get undoable() {
		return this.#undoable;
	}

	/** Reads files one after the other. Each leaves a receipt; none disturbs what is shown unless it is laid over it. */
	add(files: Iterable<File>): Promise<void> {
		const read = (file: File) =>
			this.#reading.read(file, {
				result: (result) => this.#keep(result),
				error: (error) => this.#tell({ receipt: failedReceipt(file, error), batch: null })
			});
		return Promise.all([...files].map(read)).then(() => {});
	}

	/** Where a file with this SHA-256 is already, among the drafts laid or in the release; null when it is new. */
	known(sha256: string): KnownFile | null {
		if (sha256 === '') return null;
		const draft = this.#batches.find(({ receipt }) => receipt.sha256 === sha256);
		if (draft) return { where: 'draft', id: draft.id, file: draft.receipt.file, createdAt: draft.createdAt };
		const own = new Set(this.#entries.map(({ batch }) => batch.id));
		const item = this.session.lists.batches.find((one) => one.sha256 === sha256 && !own.has(one.id));
		return item ? { where: 'release', id: item.id, file: item.file, createdAt: item.createdAt } : null;
	}

	/** What laying a batch over what is seen now would change, and what only the history can tell of it; `signal` gives up on it. */
	async compare(batch: Batch, signal?: AbortSignal): Promise<BatchComparison> {
		const [profile, { compareBatch }] = await Promise.all([
			this.session.fileProfile(),
			import('#lib/release/compare.ts')
		]);
		if (isRegister(batch.dataset)) await this.session.needDetail();
		return this.session.inspect((connector) => compareBatch(connector, profile, batch, { signal }));
	}

	/** Lays a batch over the release, last in the order. Throws when it cannot be laid. */
	lay(batch: Batch): Promise<void> {
		return this.#inTurn(async () => {
			const rest = this.#entries.filter(({ batch: { id } }) => id !== batch.id);
			await this.#arrange([...rest, { batch, out: false }], { added: batch });
		});
	}

	/** Takes drafts out; they are kept and can be put back. */
	takeOut(...ids: readonly string[]): Promise<void> {
		return this.#inTurn(async () => {
			const going = this.#batches.filter(({ id }) => ids.includes(id));
			if (going.length === 0) return;
			await this.#arrange(
				this.#entries.map((draft) => (ids.includes(draft.batch.id) ? { ...draft, out: true } : draft))
			);
			this.#undoable = going;
		});
	}

	/** Lays drafts over the release again, where they were in the order. Throws when that fails. */
	putBack(...ids: readonly string[]): Promise<void> {
		return this.#inTurn(async () => {
			const back = ({ batch }: Draft) => ids.includes(batch.id);
			await this.#arrange(this.#entries.map((draft) => (back(draft) ? { ...draft, out: false } : draft)));
		});
	}

	/** Moves a draft by so many places, -1: earlier. Of two that report the same cell the later counts. */
	move(id: string, by: number): Promise<void> {
		return this.#inTurn(async () => {
			const from = this.#entries.findIndex(({ batch }) => batch.id === id);
			const to = from + by;
			const draft = this.#entries[from];
			if (!draft || to < 0 || to >= this.#entries.length) return;
			await this.#arrange(this.#entries.toSpliced(from, 1).toSpliced(to, 0, draft));
		});
	}

	/** Forgets a draft for good. */
	remove(id: string): Promise<void> {
		return this.#inTurn(async () => {
			if (!this.#entries.some(({ batch }) => batch.id === id)) return;
			const rest = this.#entries.filter(({ batch }) => batch.id !== id);
			await this.#arrange(rest, { removed: id });
		});
	}

	/** Takes all drafts out. */
	clear(): Promise<void> {
		return this.takeOut(...this.#batches.map(({ id }) => id));
	}

	/** Puts back what was taken out last. */
	undo(): Promise<void> {
		return this.putBack(...this.#undoable.map(({ id }) => id));
	}

	/** No longer offers to put back what was taken out last. */
	settle(): void {
		this.#undoable = [];
	}

	/** The lost drafts have been read about. */
	forgetLost(): void {
		const profile = this.session.entry?.profile;
		this.#lost = [];
		if (profile)
			noteDrafts(
				this.#writer.index,
				profile,
				this.#entries.map(({ batch }) => named(batch))
			);
	}

	/** Forgets the receipt of a file that was refused. */
	forget(outcome: ImportOutcome): void {
		this.#outcomes = this.#outcomes.filter((other) => other !== outcome);
	}

	/**
	 * Lays what is not out of `next` over the release and keeps it: only then the page says so, for whoever reloads it.
	 * `added` is kept for the first time; `removed` is forgotten.
	 */
	async #arrange(next: readonly Draft[], { added, removed }: { added?: Batch; removed?: string } = {}): Promise<void> {
		const profile = this.session.entry?.profile;
		if (!profile || this.session.status !== 'ready') throw new Error('No release is open.');
		const laid = next.filter(({ out }) => !out).map(({ batch }) => batch);
		const same = laid.length === this.#batches.length && laid.every((batch, index) => batch === this.#batches[index]);
		if (!same) await this.session.layDrafts(laid);
		const failure = await this.#writer
			.write(profile, async (store) => {
				if (added) await store.add(profile, added);
				await store.arrange(profile, next);
				if (removed !== undefined) await store.remove(profile, removed);
			})
			.then(
				() => null,
				(error: unknown) => ({ error })
			);
		this.#entries = next;
		this.#undoable = [];
		const there = new Set(laid.map(({ id }) => id));
		const kept = this.#outcomes.filter(({ batch }) => batch === null || (there.has(batch) && batch !== added?.id));
		const noted = new Set(kept.map(({ batch }) => batch));
		this.#outcomes = [...laidOutcomes(laid.filter(({ id }) => !noted.has(id))), ...kept];
		if (this.#lost.length === 0)
			noteDrafts(
				this.#writer.index,
				profile,
				next.map(({ batch }) => named(batch))
			);
		// It is laid over the release all the same; only the next visit will not have it.
		if (added && failure)
			this.#note(added, quotaIssue(added.receipt.file, added.csv.length, await this.#writer.free(), failure.error));
	}

	#note(batch: Batch, issue: Receipt['issues'][number]): void {
		this.#outcomes = this.#outcomes.map((outcome) =>
			outcome.batch === batch.id ? { ...outcome, receipt: withIssue(outcome.receipt, issue) } : outcome
		);
	}

	async #keep({ receipt, batch }: ImportResult): Promise<void> {
		if (!batch) return this.#tell({ receipt, batch: null });
		const known = this.known(receipt.sha256);
		if (!known) return this.#layFile(batch);
		const outcome: ImportOutcome = {
			receipt: withIssue(receipt, knownIssue(receipt.file, { ...known, day: known.createdAt.slice(0, 10) })),
			batch: null,
			again: async () => {
				this.forget(outcome);
				await this.#layFile(batch);
			}
		};
		this.#tell(outcome);
	}

	async #layFile(batch: Batch): Promise<void> {
		try {
			await this.lay(batch);
		} catch (error) {
			const { receipt } = batch;
			this.#tell({ receipt: withIssue(receipt, engineIssue(receipt.file, error)), batch: null });
		}
	}

	#tell(outcome: ImportOutcome): void {
		this.#outcomes = [outcome, ...this.#outcomes];
	}

	/** The stored drafts of a profile, as its release opens. */
	async #load(profile: string): Promise<readonly Batch[]> {
		const entries = await this.#writer.list(profile);
		const there = new Set(entries.map(({ batch }) => batch.id));
		this.#lost = this.#writer.lasting
			? knownDrafts(this.#writer.index, profile).filter(({ id }) => !there.has(id))
			: [];
		this.#entries = entries;
		this.#undoable = [];
		// A file may have been refused before the drafts came: its page shows figures, and opens files, without an engine.
		const refused = (this.#profile ?? profile) === profile ? this.#outcomes.filter(({ batch }) => batch === null) : [];
		this.#profile = profile;
		this.#outcomes = [...refused, ...laidOutcomes(this.#batches)];
		return this.#batches;
	}

	/** Another tab changed the drafts. */
	async #reload(profile: string): Promise<void> {
		if (this.session.entry?.profile !== profile || this.session.status !== 'ready') return;
		await this.#inTurn(async () => this.session.layDrafts(await this.#load(profile))).catch(() => {});
	}

	#inTurn<T>(work: () => Promise<T>): Promise<T> {
		const done = this.#queue.then(work);
		this.#queue = done.catch(() => {});
		return done;
	}
}

function named({ id, receipt }: Batch): KnownDraft {
	return { id, file: receipt.file };
}

/** The drafts of the page: set by the root layout. */
export const [getDrafts, setDrafts] = createContext<Drafts>();
