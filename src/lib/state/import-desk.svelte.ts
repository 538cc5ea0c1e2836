import { createContext } from 'svelte';
import type { Profile } from '#lib/dimensions/profile.ts';
import type { Receipt } from '#lib/import/batch.ts';
import type { Issue } from '#lib/import/issue.ts';
import type { ReleaseHead } from '#lib/release/manifest.ts';
import { engineIssue } from './draft-issues.ts';
import type { Drafts } from './drafts.svelte.ts';
import type { OpenFile } from './import-file.svelte.ts';
import type { FileSurroundings } from './import-surroundings.ts';

/** Where batches go: the drafts of this browser. */
export type BatchTaker = Pick<Drafts, 'session' | 'batches' | 'entries' | 'compare' | 'lay' | 'remove' | 'takeOut'>;

/** Workers held at once: each keeps its file in memory. */
const awake = 4;

/** No page needs the wizard's code before there is a file for it. */
async function loadFileCode() {
	const [file, surroundings] = await Promise.all([
		import('./import-file.svelte.ts'),
		import('./import-surroundings.ts')
	]);
	return { ...file, ...surroundings };
}

/** The files of the import page. They stay with their decisions for as long as the tab is open, wherever one goes in it. */
export class ImportDesk {
	readonly #drafts: BatchTaker;
	readonly #surroundings: Partial<FileSurroundings>;
	#files = $state.raw<readonly OpenFile[]>([]);
	#current = $state.raw<OpenFile | null>(null);
	#ignored = $state.raw<readonly string[]>([]);
	#failure = $state.raw<Issue | null>(null);
	/** Files seen elsewhere on the page, by name and size: the drawer may send them here. */
	readonly #offered = new Map<string, File>();
	#recent: readonly OpenFile[] = [];
	#queue: Promise<unknown> = Promise.resolve();
	#code: ReturnType<typeof loadFileCode> | null = null;
	#next = 0;
	#profile: { readonly of: ReleaseHead | null; readonly full: Promise<Profile> } | null = null;

	constructor(drafts: BatchTaker, surroundings: Partial<FileSurroundings> = {}) {
		this.#drafts = drafts;
		this.#surroundings = {
			options: async () => ({
				profile: await this.profile(),
				now: new Date().toISOString(),
				user: ''
			}),
			compare: (batch, signal) => drafts.compare(batch, signal),
			...surroundings
		};
	}

	get files() {
		return this.#files;
	}
	/** The file that is looked at. */
	get current() {
		return this.#current;
	}
	/** Names of dropped files that are no tables by their names. */
	get ignored() {
		return this.#ignored;
	}
	/** Why a batch could not be laid over the release. */
	get failure() {
		return this.#failure;
	}
	/** Files with work left. */
	readonly undecided: readonly OpenFile[] = $derived.by(() => this.#files.filter((file) => file.undecided));
	/** Files that could be laid over the release as they are. */
	readonly ready: readonly OpenFile[] = $derived.by(() => this.#files.filter((file) => file.state === 'ready'));

	/** The profile that files are read by, with every name it knows; put together once for each release. */
	profile(): Promise<Profile> {
		const { session } = this.#drafts;
		if (this.#profile?.of !== session.manifest) this.#profile = { of: session.manifest, full: session.fileProfile() };
		return this.#profile.full;
	}

	/** Opens files, the first of them in view. They are read one after the other. */
	async add(files: readonly File[], ignored: readonly string[] = []): Promise<void> {
		this.#ignored = ignored;
		const { OpenFile, browserSurroundings } = await this.#fileCode();
		const surroundings = { ...browserSurroundings, ...this.#surroundings } as FileSurroundings;
		const opened = files.map((file) => new OpenFile(String(this.#next++), file, surroundings));
		this.#files = [...this.#files, ...opened];
		const [first] = opened;
		if (first) this.select(first);
		for (const file of opened) this.#queue = this.#queue.then(() => this.#begin(file));
	}

	/** Looks at a file. */
	select(file: OpenFile): void {
		this.#current = file;
		this.#failure = null;
		this.#recent = [file, ...this.#recent.filter((other) => other !== file)];
		void file.wake();
		this.#rest();
	}

	/** Closes a file; what was laid over the release stays there. */
	close(file: OpenFile): void {
		file.cancel();
		file.stopComparing();
		file.connection.close();
		const at = this.#files.indexOf(file);
		this.#files = this.#files.filter((other) => other !== file);
		this.#recent = this.#recent.filter((other) => other !== file);
		if (this.#current !== file) return;
		const next = this.#files[at] ?? this.#files.at(-1) ?? null;
		this.#current = null;
		if (next) this.select(next);
	}

	/** Lays a file over the release; an earlier version of the same file goes. */
	async lay(file: OpenFile): Promise<boolean> {
		const batch = file.result?.batch;
		if (!batch || file.reading) return false;
		this.#failure = null;
		// It would be held against itself, and the engine does one thing at a time.
		file.stopComparing();
		try {
			const before = this.#drafts.entries.filter(
				({ batch: { id, receipt } }) => id !== batch.id && receipt.sha256 === batch.receipt.sha256
			);
			for (const draft of before) await this.#drafts.remove(draft.batch.id);
			await this.#drafts.lay(batch);
		} catch (error) {
			this.#failure = engineIssue(file.file.name, error);
			return false;
		}
		file.noteLaid();
		return true;
	}

	/** Notes files that are imported elsewhere, in case they need decisions. */
	offer(files: readonly File[]): void {
		for (const file of files) this.#offered.set(`${file.size} ${file.name}`, file);
	}

	/** Whether the file of a receipt is at hand. */
	has({ file, bytes }: Receipt): boolean {
		return this.#offered.has(`${bytes} ${file}`);
	}

	/** Opens the file of a receipt here; false when it is not at hand. Its draft is taken out: it would be compared with itself. */
	take({ file, bytes, sha256 }: Receipt): boolean {
		const offered = this.#offered.get(`${bytes} ${file}`);
		if (!offered) return false;
		const laid = this.#drafts.batches.filter(({ receipt }) => receipt.sha256 === sha256);
		void this.#drafts.takeOut(...laid.map(({ id }) => id));
		const open = this.#files.find((other) => other.file === offered);
		if (open) this.select(open);
		else void this.add([offered]);
		return true;
	}

	/** Asked for once, so that files are opened in the order in which they came; again after it could not be had. */
	#fileCode() {
		this.#code ??= loadFileCode();
		this.#code.catch(() => (this.#code = null));
		return this.#code;
	}

	async #begin(file: OpenFile): Promise<void> {
		if (!this.#files.includes(file)) return;
		await file.begin();
		this.#rest();
	}

	/** Files that were not looked at for long give their workers back. */
	#rest(): void {
		const known = new Set(this.#recent);
		const order = [...this.#recent, ...this.#files.filter((file) => !known.has(file))];
		for (const file of order.slice(awake)) file.sleep();
	}
}

/** The import page's files: set by the root layout. */
export const [getImportDesk, setImportDesk] = createContext<ImportDesk>();
