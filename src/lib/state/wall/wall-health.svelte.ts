import { longestWord, type ReportedFault } from '#lib/wall/report.ts';

/** What is counted from the start of the page. */
export type Counted = 'changes' | 'swaps' | 'recoveries';

const keptFaults = 20;

/** How a wall is: what its health page says. */
export class WallHealth {
	/** Ms since 1970. */
	readonly started: number = Date.now();
	#counts = $state<Record<Counted, number>>({ changes: 0, swaps: 0, recoveries: 0 });
	#faults = $state.raw<readonly ReportedFault[]>([]);
	#longTasks = 0;
	#longestTask = 0;

	get counts(): Readonly<Record<Counted, number>> {
		return this.#counts;
	}
	/** The last ones, newest first. */
	get faults(): readonly ReportedFault[] {
		return this.#faults;
	}
	/** Tasks of the page that took over 50 ms. */
	get longTasks(): number {
		return this.#longTasks;
	}
	/** Ms of the longest. */
	get longestTask(): number {
		return this.#longestTask;
	}

	count(what: Counted): void {
		this.#counts[what]++;
	}

	/** Notes what went wrong; the same again takes no room of its own. What is long (a statement) would make reports too long. */
	fault(where: string, error: unknown): void {
		const what = (error instanceof Error ? error.message : String(error)).slice(0, longestWord);
		const others = this.#faults.filter((fault) => fault.where !== where || fault.what !== what);
		this.#faults = [{ at: new Date().toISOString(), where, what }, ...others].slice(0, keptFaults);
	}

	/** Notes what goes wrong anywhere in the page, and its long tasks; returns how to stop. */
	watchPage(): () => void {
		const onerror = ({ error, message }: ErrorEvent) => this.fault('page', error ?? message);
		const onrejection = ({ reason }: PromiseRejectionEvent) => this.fault('page', reason);
		addEventListener('error', onerror);
		addEventListener('unhandledrejection', onrejection);
		const tasks = this.#taskWatch();
		return () => {
			removeEventListener('error', onerror);
			removeEventListener('unhandledrejection', onrejection);
			tasks?.disconnect();
		};
	}

	#taskWatch(): PerformanceObserver | null {
		if (!globalThis.PerformanceObserver?.supportedEntryTypes?.includes('longtask')) return null;
		const observer = new PerformanceObserver((list) => {
			for (const { duration } of list.getEntries()) {
				this.#longTasks++;
				this.#longestTask = Math.max(this.#longestTask, Math.round(duration));
			}
		});
		observer.observe({ type: 'longtask' });
		return observer;
	}
}
