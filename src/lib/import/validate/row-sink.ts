import type { ControlTotal } from '../batch.ts';
import type { IssueCode } from '../issue.ts';
import { CsvOutput } from '../receipt/csv-output.ts';
import { KeyIndex } from './key-index.ts';

/** Where rows end up: loaded into clean CSV, or set aside with a reason; every row is counted once. */
export class RowSink {
	readonly output = new CsvOutput();
	readonly keys = new KeyIndex();
	controlTotals: ControlTotal[] = [];
	loaded = 0;
	aside = 0;
	/** First and last line with a row of the table. */
	firstLine = 0;
	lastLine = 0;
	readonly #reasons = new Map<string, { count: number; firstLine: number }>();

	/** Counts a row that is not loaded. */
	setAside(reason: IssueCode, line: number, count = 1): void {
		this.aside += count;
		const known = this.#reasons.get(reason);
		if (known) known.count += count;
		else this.#reasons.set(reason, { count, firstLine: line });
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
