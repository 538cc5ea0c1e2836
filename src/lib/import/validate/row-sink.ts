import type { ControlTotal, ReconciledTotal } from '../batch.ts';
import type { AsideReason } from '../normalise/row-context.ts';
import { PieceDigests } from '../piece-digests.ts';
import { CsvOutput } from '../receipt/csv-output.ts';
import { KeyIndex } from './key-index.ts';

/** Where rows end up: loaded into clean CSV, or set aside with a reason; every row is counted once. */
export class RowSink {
	readonly output = new CsvOutput();
	readonly keys = new KeyIndex();
	/** Of the clean CSV, as far as it is written. */
	readonly digests = new PieceDigests();
	controlTotals: ControlTotal[] = [];
	/** Sum rows that name nobody: where 合计 stands and whether it is a 小计, by line. */
	readonly bareTotals = new Map<number, { column: number; subtotal: boolean }>();
	/** How the totals that a person gave came out. */
	reconciled: ReconciledTotal[] = [];
	loaded = 0;
	aside = 0;
	/** First and last line with a row of the table. */
	firstLine = 0;
	lastLine = 0;
	readonly #reasons = new Map<string, { count: number; firstLine: number }>();
	/** Why a record of the row at hand was set aside, while several records of it are made. */
	#pending: AsideReason | null = null;
	#once = false;
	#csv: Uint8Array | null = null;

	/** Counts a row that is not loaded. */
	setAside(reason: AsideReason, line: number, count = 1): void {
		if (this.#once) {
			this.#pending ??= reason;
			return;
		}
		this.aside += count;
		const known = this.#reasons.get(reason);
		if (known) known.count += count;
		else this.#reasons.set(reason, { count, firstLine: line });
	}

	/** Counts one row of the file, however many records `work` makes of it: loaded when any was. */
	countOnce(line: number, work: () => void): void {
		const before = this.loaded;
		this.#once = true;
		this.#pending = null;
		work();
		this.#once = false;
		if (this.loaded > before || this.#pending === null) this.loaded = before + 1;
		else this.setAside(this.#pending, line);
	}

	/** The clean CSV; nothing can be written any more. */
	get csv(): Uint8Array {
		return (this.#csv ??= this.output.finish());
	}

	/** Makes room for the rest of the file, going by the share that has been read. */
	foresee(share: number): void {
		if (share <= 0 || share >= 1) return;
		this.output.foresee(share, this.loaded);
		this.keys.foresee(Math.ceil((this.loaded / share) * 1.02));
	}

	/** Drops control totals that control nothing. */
	keepTotals(keep: (total: ControlTotal) => boolean): void {
		this.controlTotals = this.controlTotals.filter(keep);
	}

	/** Reasons, the most frequent first. */
	reasons(): { reason: string; count: number; firstLine: number }[] {
		return [...this.#reasons].map(([reason, seen]) => ({ reason, ...seen })).sort((a, b) => b.count - a.count);
	}
}
