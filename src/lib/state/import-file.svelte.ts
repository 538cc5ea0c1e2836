import type { ImportResult, Receipt } from '#lib/import/batch.ts';
import type { Decisions, StructureDecisions } from '#lib/import/decisions.ts';
import type { Issue } from '#lib/import/issue.ts';
import { headerSignature } from '#lib/import/map/signature.ts';
import type { ImportConnection } from '#lib/import/worker-client.ts';
import type { BatchComparison } from '#lib/release/compare.ts';
import { Comparison } from './import-comparison.svelte.ts';
import { countDecisions, decide, type Decide } from './import-decide.ts';
import { record, redo, startHistory, undo, type History } from './import-history.ts';
import { mappingPart, recall, remember, type MappingMemory } from './import-memory.ts';
import { RowPages } from './import-rows.svelte.ts';
import { isOpen, isRefused, stepNames, stepOf, type StepName } from './import-steps.ts';
import type { FileSurroundings } from './import-surroundings.ts';

/** Where a file is on its way. `decide`: something waits for a decision; `ready`: it can be laid over the release. */
export type FileState = 'waiting' | 'reading' | 'decide' | 'ready' | 'refused' | 'laid' | 'cancelled' | 'failed';

/** How far a reading is. */
export interface ReadProgress {
	readonly done: number;
	readonly total: number;
	readonly rows: number;
	/** Rows per second so far. */
	readonly rate: number;
}

/** A file of the wizard: what was decided about it, what the last reading made of it, and the way back. */
export class OpenFile {
	readonly key: string;
	readonly file: File;
	readonly connection: ImportConnection;
	readonly rows: RowPages;
	readonly #surroundings: FileSurroundings;
	readonly #comparison: Comparison;
	#history = $state.raw<History<Decisions>>(startHistory({}));
	#result = $state.raw<ImportResult | null>(null);
	#phase = $state<'waiting' | 'reading' | 'read' | 'cancelled' | 'failed'>('waiting');
	#progress = $state.raw<ReadProgress>({ done: 0, total: 0, rows: 0, rate: 0 });
	#failure = $state<string | null>(null);
	#laid = $state.raw<Decisions | null>(null);
	#chosen = $state<StepName | null>(null);
	#seen = $state.raw<ReadonlySet<StepName>>(new Set());
	#recalled = $state(false);
	#cancel: AbortController | null = null;
	#asleep = false;

	constructor(key: string, file: File, surroundings: FileSurroundings) {
		this.key = key;
		this.file = file;
		this.#surroundings = surroundings;
		this.#comparison = new Comparison((batch, signal) => surroundings.compare(batch, signal));
		this.connection = surroundings.open(file);
		this.rows = new RowPages(this.connection);
	}

	/** What was decided so far. */
	get decisions(): Decisions {
		return this.#history.now;
	}
	/** The last complete reading; the one before stays until the next is there. */
	get result(): ImportResult | null {
		return this.#result;
	}
	get progress(): ReadProgress {
		return this.#progress;
	}
	/** Why it could not be read, when the worker itself failed. */
	get failure(): string | null {
		return this.#failure;
	}
	get reading(): boolean {
		return this.#phase === 'reading';
	}
	get canUndo(): boolean {
		return this.#history.past.length > 0;
	}
	get canRedo(): boolean {
		return this.#history.future.length > 0;
	}
	/** What the last batch would change; the one before stays until the next is there. */
	get comparison(): BatchComparison | null {
		return this.#comparison.result;
	}
	get comparing(): boolean {
		return this.#comparison.running;
	}
	/** Why it could not be compared. */
	get comparisonFailure(): string | null {
		return this.#comparison.failure;
	}
	/** Whether decisions of an earlier file with the same header were taken over. */
	get recalled(): boolean {
		return this.#recalled;
	}

	/** All findings: those in the file, then those that only a look at what is there can tell. */
	readonly issues: readonly Issue[] = $derived.by(() => [
		...(this.#result?.receipt.issues ?? []),
		...acceptedAmong(this.comparison?.issues ?? [], this.decisions)
	]);

	/** Findings that wait for a decision, in the order of the steps. */
	readonly open: readonly Issue[] = $derived.by(() => {
		const order = (issue: Issue) => stepNames.indexOf(this.stepOf(issue));
		return this.issues.filter(isOpen).toSorted((a, b) => order(a) - order(b));
	});

	readonly state: FileState = $derived.by(() => {
		if (this.#phase === 'waiting' || this.#phase === 'cancelled' || this.#phase === 'failed') return this.#phase;
		if (!this.#result) return 'reading';
		if (isRefused(this.#result.receipt)) return 'refused';
		if (this.#laid === this.decisions) return 'laid';
		return this.open.length > 0 ? 'decide' : 'ready';
	});

	/** Whether leaving would leave something undone: an open question, or decisions that nothing has come of yet. */
	readonly undecided: boolean = $derived.by(() => {
		if (this.state === 'laid' || this.state === 'refused') return false;
		return this.state === 'decide' || this.state === 'reading' || countDecisions(this.decisions) > 0;
	});

	/** The steps that need a decision, were looked at, or come last anyhow. What was reported before asks for a mode. */
	readonly steps: readonly StepName[] = $derived.by(() => {
		const needed = new Set(this.open.map((issue) => this.stepOf(issue)));
		if (this.comparison?.issues.some(({ severity }) => severity !== 'I')) needed.add('preview');
		return stepNames.filter((name) => name === 'receipt' || needed.has(name) || this.#seen.has(name));
	});

	/** The step to look at: the one chosen, else the first that needs a decision, else the receipt. */
	readonly step: StepName = $derived.by(() => {
		const [first] = this.open;
		return this.#chosen ?? (first ? this.stepOf(first) : 'receipt');
	});

	/** The step in which a finding is dealt with. */
	stepOf(issue: Issue): StepName {
		const own = this.#result?.receipt.issues ?? [];
		return own.includes(issue) ? stepOf(issue) : 'preview';
	}

	/** Goes to a step. */
	goTo(step: StepName): void {
		this.#seen = new Set([...this.#seen, this.step, step]);
		this.#chosen = step;
	}

	/** Goes to the next step that needs a decision, to the receipt when none does. */
	goOn(): void {
		const at = stepNames.indexOf(this.step);
		const needed = this.open.map((issue) => this.stepOf(issue)).filter((step) => step !== this.step);
		this.goTo(needed.find((step) => stepNames.indexOf(step) > at) ?? needed[0] ?? 'receipt');
	}

	/** Reads the file for the first time, with what is remembered of files with the same header. */
	async begin(): Promise<void> {
		await this.#read();
		const receipt = this.#result?.receipt;
		if (!receipt || countDecisions(this.decisions) > 0) return;
		const known = recall(this.#surroundings.storage, signatureOf(receipt));
		if (!known) return;
		this.#recalled = true;
		await this.decide((before) => ({ ...before, ...known }));
	}

	/** Decides something: noted, and the file is read anew with it. The latest decision wins. */
	decide(change: Decide): Promise<void> {
		const next = change(this.decisions);
		// What is decided stays where it is looked at.
		this.goTo(this.step);
		this.#history = record(this.#history, next);
		return this.#read();
	}

	/** Reads the columns as they are found, not as they were decided for an earlier file. */
	forgetRecalled(): Promise<void> {
		this.#recalled = false;
		return this.decide(decide({ dataset: undefined, mapping: undefined, units: undefined }));
	}
	/** Takes the decisions of a mapping file over. */
	adopt(memory: MappingMemory): Promise<void> {
		return this.decide((before) => ({ ...before, ...memory }));
	}

	undo(): Promise<void> {
		if (!this.canUndo) return Promise.resolve();
		this.#history = undo(this.#history);
		return this.#read();
	}
	redo(): Promise<void> {
		if (!this.canRedo) return Promise.resolve();
		this.#history = redo(this.#history);
		return this.#read();
	}

	/** Stops the reading at once. What was read before stays. */
	cancel(): void {
		this.#cancel?.abort(new DOMException('Cancelled.', 'AbortError'));
	}

	/** Gives up on the comparison that is under way. */
	stopComparing(): void {
		this.#comparison.stop();
	}

	/** Reads again after a cancel or a failure. */
	retry(): Promise<void> {
		return this.#read();
	}

	/** Notes that the batch of the last reading lies over the release, and what its header taught. */
	noteLaid(): void {
		this.#laid = this.decisions;
		const { receipt } = this.#result ?? {};
		if (receipt) remember(this.#surroundings.storage, signatureOf(receipt), mappingPart(this.decisions));
	}

	/** Gives the worker back; everything decided stays. */
	sleep(): void {
		if (this.reading || this.#phase === 'waiting') return;
		this.#asleep = true;
		this.connection.close();
	}

	/** Has the file at hand again. */
	async wake(): Promise<void> {
		if (!this.#asleep) return;
		this.#asleep = false;
		if (this.#phase === 'read') await this.#read();
	}

	async #read(): Promise<void> {
		const cancel = (this.#cancel = new AbortController());
		const current = () => this.#cancel === cancel;
		this.#comparison.stop();
		const begun = performance.now();
		const decisions = this.decisions;
		this.#phase = 'reading';
		this.#failure = null;
		this.#progress = { done: 0, total: this.file.size, rows: 0, rate: 0 };
		try {
			const result = await this.connection.read({
				...(await this.#surroundings.options()),
				...decisions,
				signal: cancel.signal,
				onProgress: (done, total, rows) => {
					const seconds = (performance.now() - begun) / 1000;
					if (current()) this.#progress = { done, total, rows, rate: seconds > 0 ? rows / seconds : 0 };
				}
			});
			if (!current()) return;
			this.#result = result;
			this.#phase = 'read';
			void this.rows.refresh(structureOf(decisions), result.receipt.table?.dataLast ?? 0);
			void this.#comparison.start(result.batch);
		} catch (error) {
			if (!current()) return;
			const cancelled = error instanceof DOMException && error.name === 'AbortError';
			this.#phase = cancelled ? 'cancelled' : 'failed';
			if (!cancelled) this.#failure = error instanceof Error ? error.message : String(error);
		}
	}
}

/** Findings of the comparison as they stand after what was accepted. */
function acceptedAmong(issues: readonly Issue[], { accepted = [] }: Decisions): Issue[] {
	return issues.map((issue) =>
		issue.severity === 'E' && accepted.includes(issue.code)
			? { ...issue, severity: 'W', details: { ...issue.details, accepted: 'true' } }
			: issue
	);
}

function signatureOf({ mapping }: Receipt): string {
	return headerSignature(mapping.map(({ header }) => header));
}

function structureOf({ encoding, delimiter, quote, sheet }: Decisions): StructureDecisions {
	return Object.fromEntries(
		Object.entries({ encoding, delimiter, quote, sheet }).filter(([, value]) => value !== undefined)
	);
}

/** Whether a receipt has anything that waits for a decision. */
export function needsDecision(result: Pick<ImportResult, 'receipt'>): boolean {
	return result.receipt.issues.some(isOpen);
}
