/** What to do with an answer, or with the lack of one. */
export interface Settle<T> {
	value(value: T): void;
	error(error: Error): void;
}

/** Hears only the answer to the last question: whatever comes later from earlier ones is let go. */
export class Latest {
	#turn = 0;

	/** Asks; the question before this one is no longer waited for. */
	ask<T>(question: () => Promise<T>, settle: Settle<T>): void {
		const turn = ++this.#turn;
		question().then(
			(value) => turn === this.#turn && settle.value(value),
			(cause: unknown) => {
				if (turn !== this.#turn) return;
				settle.error(cause instanceof Error ? cause : new Error(String(cause), { cause }));
			}
		);
	}

	/** Waits for nothing any more. */
	cancel(): void {
		this.#turn++;
	}
}
