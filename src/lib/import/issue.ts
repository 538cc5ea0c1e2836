/** F nothing loaded, E publishing blocked until resolved or accepted, W loaded and shown, I told. */
export type Severity = 'F' | 'E' | 'W' | 'I';

/** Stable codes; their texts in both languages are in `issue-codes.ts`. */
// prettier-ignore
export type IssueCode =
	| 'FILE_EMPTY' | 'FILE_TOO_LARGE' | 'FILE_NOT_TABLE' | 'FILE_TRUNCATED'
	| 'ENC_DETECTED' | 'ENC_AMBIGUOUS' | 'ENC_INVALID_BYTES' | 'ENC_MOJIBAKE' | 'CTRL_CHARS'
	| 'DIALECT_AMBIGUOUS' | 'DIALECT_ONE_COLUMN' | 'NEWLINE_MIXED' | 'QUOTE_UNCLOSED' | 'QUOTE_STRAY' | 'QUOTE_LITERAL'
	| 'PREAMBLE_SKIPPED' | 'HEADER_MISSING' | 'HEADER_MULTIROW' | 'HEADER_BLANK' | 'HEADER_DUPLICATE'
	| 'SHEET_MISSING' | 'SHEET_HIDDEN' | 'ROW_HIDDEN' | 'COLUMN_HIDDEN' | 'CELL_MERGED'
	| 'COLUMN_REQUIRED_MISSING' | 'COLUMN_UNKNOWN' | 'COLUMN_PERSONAL' | 'TABLE_MULTIPLE'
	| 'ROW_TOO_FEW' | 'ROW_TOO_MANY' | 'ROW_BLANK' | 'ROW_DUPLICATE' | 'KEY_DUPLICATE' | 'ROW_TOTAL' | 'TOTAL_MISMATCH'
	| 'CELL_TYPE' | 'CELL_RANGE' | 'CELL_DATE_AMBIGUOUS' | 'CELL_PRECISION' | 'CELL_EXCEL_ERROR' | 'CELL_FORMULA'
	| 'CELL_TOO_LONG' | 'CELL_FUZZY' | 'CODE_UNKNOWN' | 'CODE_SUPERSEDED' | 'NAME_AMBIGUOUS' | 'UNIT_ASSUMED'
	| 'UNIT_SUSPECT' | 'RULE_VIOLATED' | 'PERIOD_REPEATED' | 'PERIOD_ASSUMED' | 'SCOPE_DENIED' | 'RECON_ROWCOUNT' | 'STORE_QUOTA'
	| 'STORE_LOCKED' | 'ENGINE_OOM' | 'ENGINE_CRASH';

/** One finding. Many of the same code and column are one issue with a count and the first place. */
export interface Issue {
	readonly code: IssueCode;
	readonly severity: Severity;
	readonly file: string;
	/** 1-based line of the file (sheet row for xlsx) of the first occurrence; null when the whole file is meant. */
	readonly line: number | null;
	/** The header of the column as printed in the file, or null. */
	readonly column: string | null;
	/** The value that was found, shortened to 80 characters, or null. */
	readonly sample: string | null;
	readonly count: number;
	/** Values for the text templates: suggestion, expected, … */
	readonly details: Readonly<Record<string, string>>;
}
