import type { Batch } from '#lib/import/batch.ts';
import type { BatchComparison } from '#lib/release/compare.ts';

/** A batch held against what is there, as far as that has come. A newer batch takes the place of an older one. */
export class Comparison {
	readonly #compare: (batch: Batch, signal: AbortSignal) => Promise<BatchComparison>;
	#cancel: AbortController | null = null;
	#result = $state.raw<BatchComparison | null>(null);
	#running = $state(false);
	#failure = $state<string | null>(null);

	constructor(compare: (batch: Batch, signal: AbortSignal) => Promise<BatchComparison>) {
		this.#compare = compare;
	}

	/** The last answer; it stays until the next. */
	get result(): BatchComparison | null {
		return this.#result;
	}
	get running(): boolean {
		return this.#running;
	}
	/** Why there is no answer. */
	get failure(): string | null {
		return this.#failure;
	}

	/** Compares a batch; null: there is nothing to compare. */
	async start(batch: Batch | null): Promise<void> {
		const cancel = (this.#cancel = new AbortController());
		const current = () => this.#cancel === cancel;
		this.#failure = null;
		if (!batch) {
			this.#result = null;
			return;
		}
		this.#running = true;
		try {
			const result = await this.#compare(batch, cancel.signal);
			if (current()) this.#result = result;
		} catch (error) {
			if (!current()) return;
			this.#result = null;
			this.#failure = error instanceof Error ? error.message : String(error);
		} finally {
			if (current()) this.#running = false;
		}
	}

	/** Gives up on what is under way: nobody waits for it any more. */
	stop(): void {
		this.#cancel?.abort(new DOMException('Superseded.', 'AbortError'));
		this.#cancel = null;
		this.#running = false;
	}
}
