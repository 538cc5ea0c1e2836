/**
 * Readers side by side, a writer alone: panels ask in parallel, and what changes tables or views waits for their
 * answers and holds back the next. With no writer about, entering costs nothing.
 */
export class Gate {
	#readers = 0;
	#writer: Promise<unknown> | null = null;
	#drained: (() => void) | null = null;

	/** Runs alongside other readers, after the writers before it. */
	async read<T>(work: () => Promise<T>): Promise<T> {
		while (this.#writer) await this.#writer;
		this.#readers++;
		try {
			return await work();
		} finally {
			if (--this.#readers === 0) this.#drained?.();
		}
	}

	/** Runs alone, in the order of asking. A failed writer does not block the next. */
	write<T>(work: () => Promise<T>): Promise<T> {
		const before = this.#writer;
		const done = (async () => {
			await before;
			if (this.#readers > 0) await new Promise<void>((resolve) => (this.#drained = resolve));
			this.#drained = null;
			return work();
		})();
		const settled = done.then(
			() => {},
			() => {}
		);
		const turn = settled.then(() => {
			if (this.#writer === turn) this.#writer = null;
		});
		this.#writer = turn;
		return done;
	}
}
