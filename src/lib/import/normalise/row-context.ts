import type { IssueCode } from '../issue.ts';
import type { IssueLog, IssuePlace } from '../issue-log.ts';

/** Why a row is not loaded: a finding, or a person's decision. */
export type AsideReason = IssueCode | 'SKIPPED';

/**
 * What the readers of one row share: where they are, what made the row unusable, and the qualifiers of fuzzy figures.
 * One object for all rows, reset by the loader, so that the row loop allocates nothing.
 */
export class RowContext {
	readonly log: IssueLog;
	line = 0;
	/** 0-based position in the file of the cell that is being read; null when the whole row is meant. */
	column: number | null = null;
	/** The first reason why this row cannot be loaded, and the column it was found in. */
	failure: AsideReason | null = null;
	failedColumn: number | null = null;
	/** `field=≈;…` of this row. */
	qualifiers = '';
	/** `field=cell;…` of figures whose cells read otherwise than what is stored. */
	originals = '';
	/** What the last figure counts, where its cell says so: 人 of `5万人`. */
	foundUnit = '';
	/** Cells of this row that a person corrected: position → text of the file. */
	corrected: ReadonlyMap<number, string> | null = null;
	/** Sum rows that are only noted: a blank name or key in them is no finding. */
	quiet = false;
	/** Columns whose findings were reported when the row was read for its first period. */
	muted: ReadonlySet<number> | null = null;
	/** Name of the region above, from a second region column. */
	parentRegion: string | null = null;

	constructor(log: IssueLog) {
		this.log = log;
	}

	/** Starts the next row. */
	begin(line: number): void {
		this.line = line;
		this.corrected = null;
		this.muted = null;
		this.restart();
	}

	/** Starts the same row again, for another of its records. */
	restart(): void {
		this.column = null;
		this.failure = null;
		this.failedColumn = null;
		this.quiet = false;
		this.qualifiers = '';
		this.originals = '';
		this.foundUnit = '';
		this.parentRegion = null;
	}

	/** Reports a finding in this row. */
	report(code: IssueCode, column: string | null, sample: string | null, place: IssuePlace = {}, key = ''): void {
		if (this.quiet || (this.muted !== null && this.column !== null && this.muted.has(this.column))) return;
		this.log.add(code, { line: this.line, column, index: this.column, sample, ...place }, key);
	}

	/** Reports a finding that keeps the row from being loaded; the value read is ''. */
	fail(code: IssueCode, column: string | null, sample: string | null, place: IssuePlace = {}, key = ''): '' {
		this.report(code, column, sample, place, key);
		return this.setAside(code);
	}

	/** Keeps the row from being loaded without a finding of its own; the value read is ''. */
	setAside(reason: AsideReason): '' {
		if (this.failure === null) this.failedColumn = this.column;
		this.failure ??= reason;
		return '';
	}

	/** Notes that a figure is not exact. */
	qualify(field: string, sign: string): void {
		this.qualifiers += this.qualifiers === '' ? `${field}=${sign}` : `;${field}=${sign}`;
	}

	/** Notes the cell of a figure that reads otherwise than the value kept of it. */
	keepOriginal(field: string, position: number, raw: string, value: string): void {
		const cell = (this.corrected?.get(position) ?? raw).trim();
		if (value === '' || cell === value) return;
		const escaped = cell.replace(/[%;]/g, (sign) => (sign === '%' ? '%25' : '%3B'));
		this.originals += `${this.originals === '' ? '' : ';'}${field}=${escaped}`;
	}
}

/** Reads one cell: canonical text, '' for missing or after a failure. */
export type CellReader = (raw: string, context: RowContext) => string;
