/** At once, then after minutes: what fails every time is tried less and less. */
const firstMs = 5 * 60_000;
const longestMs = 6 * 3600_000;

/** When an edition that is not whole is worked out again. */
export class Mending {
	readonly #clock: () => number;
	#dueAt: number | null = null;
	#waitMs = firstMs;

	/** `clock`: ms of a clock that nobody sets. */
	constructor(clock: () => number) {
		this.#clock = clock;
	}

	/** An edition is there, whole or not. */
	take(whole: boolean): void {
		const first = this.#dueAt === null;
		this.#dueAt = whole ? null : this.#clock() + (first ? 0 : this.#waitMs);
		this.#waitMs = whole || first ? firstMs : Math.min(longestMs, this.#waitMs * 2);
	}

	/** Whether it is time to try again. */
	isDue(): boolean {
		if (this.#dueAt === null || this.#clock() < this.#dueAt) return false;
		// Whatever comes of it, the next try is not sooner.
		this.#dueAt = this.#clock() + this.#waitMs;
		return true;
	}
}
