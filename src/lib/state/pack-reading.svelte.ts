import type { Bilingual } from '#lib/format/language.ts';
import type { PackedRelease } from './packed-releases.ts';

/** A pack on its way in: bytes looked at, or why it was not opened. */
export interface PackJob {
	readonly file: string;
	readonly done: number;
	readonly total: number;
	/** Null while it is being read. */
	readonly problem: { readonly text: Bilingual | null; readonly reason: string } | null;
}

/** Whether a file is meant to be a pack: by its name, as files that are dropped say no more of themselves. */
export function isPackName(name: string): boolean {
	return /\.gongbang(?:\.zip)?$/i.test(name);
}

/** Reads the packs that are dropped on a page, one after the other. */
export class PackReading {
	#jobs = $state.raw<readonly PackJob[]>([]);
	#abort: AbortController | null = null;

	/** Packs being read, and those that could not be opened. */
	get jobs() {
		return this.#jobs;
	}

	/** Reads packs; gives the last one that is right, null where none is or the person gave up. */
	async read(files: readonly File[]): Promise<PackedRelease | null> {
		this.#abort?.abort();
		const abort = (this.#abort = new AbortController());
		// All of them at once: what follows is seen to follow.
		const waiting = files.map((file) => ({
			file,
			job: { file: file.name, done: 0, total: file.size, problem: null } satisfies PackJob
		}));
		this.#jobs = waiting.map(({ job }) => job);
		let opened: PackedRelease | null = null;
		for (const { file, job } of waiting) {
			if (abort.signal.aborted) return null;
			opened = (await this.#one(file, job, abort.signal)) ?? opened;
		}
		return abort.signal.aborted ? null : opened;
	}

	/** Gives up what is being read and forgets what was told. */
	clear(): void {
		this.#abort?.abort();
		this.#jobs = [];
	}

	async #one(file: File, first: PackJob, signal: AbortSignal): Promise<PackedRelease | null> {
		let job = first;
		const show = (next: PackJob | null) => {
			if (signal.aborted) return;
			this.#jobs = this.#jobs.flatMap((other) => (other === job ? (next ?? []) : other));
			if (next) job = next;
		};
		let told = 0;
		try {
			const { takePack } = await import('./pack-files.ts');
			const onBytes = (done: number, total: number) => {
				// Thousands of pieces: what nobody can see apart is not shown.
				if (performance.now() - told < 80 && done < total) return;
				told = performance.now();
				show({ ...job, done, total });
			};
			const release = await takePack(file, onBytes, signal);
			show(null);
			return release;
		} catch (error) {
			const text = error instanceof Error && 'text' in error ? (error.text as Bilingual) : null;
			show({ ...job, problem: { text, reason: error instanceof Error ? error.message : String(error) } });
			return null;
		}
	}
}
