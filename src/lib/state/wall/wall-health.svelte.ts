/** A fault that the wall got over. */
export interface Fault {
	/** ISO time. */
	readonly at: string;
	/** Where: release, scene 3, page. */
	readonly where: string;
	readonly what: string;
}

/** What is counted from the start of the page. */
export type Counted = 'changes' | 'swaps' | 'recoveries';

const keptFaults = 20;

/** How a wall is: what its health page says. */
export class WallHealth {
	/** Ms since 1970. */
	readonly started: number = Date.now();
	#counts = $state<Record<Counted, number>>({ changes: 0, swaps: 0, recoveries: 0 });
	#faults = $state.raw<readonly Fault[]>([]);

	get counts(): Readonly<Record<Counted, number>> {
		return this.#counts;
	}
	/** The last ones, newest first. */
	get faults(): readonly Fault[] {
		return this.#faults;
	}

	count(what: Counted): void {
		this.#counts[what]++;
	}

	/** Notes what went wrong; the same again takes no room of its own. */
	fault(where: string, error: unknown): void {
		const what = error instanceof Error ? error.message : String(error);
		const others = this.#faults.filter((fault) => fault.where !== where || fault.what !== what);
		this.#faults = [{ at: new Date().toISOString(), where, what }, ...others].slice(0, keptFaults);
	}
}
