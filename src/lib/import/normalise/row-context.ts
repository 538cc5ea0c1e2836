import type { IssueCode } from '../issue.ts';
import type { IssueLog, IssuePlace } from '../issue-log.ts';

/**
 * What the readers of one row share: where they are, what made the row unusable, and the qualifiers of fuzzy figures.
 * One object for all rows, reset by the loader, so that the row loop allocates nothing.
 */
export class RowContext {
	readonly log: IssueLog;
	line = 0;
	/** The first reason why this row cannot be loaded. */
	failure: IssueCode | null = null;
	/** `field=≈;…` of this row. */
	qualifiers = '';
	/** Sum rows that are only noted: a blank name or key in them is no finding. */
	quiet = false;
	/** Name of the region above, from a second region column. */
	parentRegion: string | null = null;

	constructor(log: IssueLog) {
		this.log = log;
	}

	/** Starts the next row. */
	begin(line: number): void {
		this.line = line;
		this.failure = null;
		this.quiet = false;
		this.qualifiers = '';
		this.parentRegion = null;
	}

	/** Reports a finding in this row. */
	report(code: IssueCode, column: string | null, sample: string | null, place: IssuePlace = {}, key = ''): void {
		if (!this.quiet) this.log.add(code, { line: this.line, column, sample, ...place }, key);
	}

	/** Reports a finding that keeps the row from being loaded; the value read is ''. */
	fail(code: IssueCode, column: string | null, sample: string | null, place: IssuePlace = {}, key = ''): '' {
		this.report(code, column, sample, place, key);
		this.failure ??= code;
		return '';
	}

	/** Notes that a figure is not exact. */
	qualify(field: string, sign: string): void {
		this.qualifiers += this.qualifiers === '' ? `${field}=${sign}` : `;${field}=${sign}`;
	}
}

/** Reads one cell: canonical text, '' for missing or after a failure. */
export type CellReader = (raw: string, context: RowContext) => string;
