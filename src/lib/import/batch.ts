import type { DatasetName } from '#lib/datasets/dataset.ts';
import type { Decisions } from './decisions.ts';
import type { Issue, IssueCode } from './issue.ts';

export type BatchMode = 'append' | 'replace' | 'upsert';

/** How one column of the file was understood. `field` null: not loaded (unknown or personal). */
export interface ColumnMapping {
	/** 0-based position in the file. */
	readonly index: number;
	readonly header: string;
	readonly field: string | null;
	/** For wide metric tables: the indicator that the column's cells are values of. */
	readonly indicator?: string;
	/** Where periods or regions stand side by side: the one that the column stands for. */
	readonly period?: string;
	readonly region?: string;
	/** Unit text as found, e.g. 万人, and the factor to the canonical unit. */
	readonly unit: string | null;
	readonly factor: string;
	readonly how: 'title' | 'alias' | 'similar' | 'remembered' | 'given' | 'none';
}

export interface Dialect {
	readonly delimiter: string;
	/** '' where quotes mean nothing. */
	readonly quote: string;
	readonly newline: 'LF' | 'CRLF' | 'CR' | 'mixed' | 'none';
}

/** A sum row set aside for reconciliation, or an own value that also controls its parts. */
export interface ControlTotal {
	readonly line: number;
	/** The dimension codes that the row stands for; null where it implies none. */
	readonly region: string | null;
	readonly industry: string | null;
	readonly period: string | null;
	/** Decimal text by field name (or indicator name in metric tables). */
	readonly values: Readonly<Record<string, string>>;
}

/** A total typed in from the signed paper, and what the rows of the file add up to. */
export interface ReconciledTotal {
	readonly field: string;
	readonly region: string | null;
	readonly period: string | null;
	/** As given, decimal text in the canonical unit. */
	readonly value: string;
	/** The sum of the rows; null when no row has such a figure. */
	readonly found: string | null;
	readonly matches: boolean;
}

export interface Receipt {
	readonly file: string;
	/** SHA-256 of the file's bytes, hex. */
	readonly sha256: string;
	readonly bytes: number;
	readonly format: 'csv' | 'xlsx' | 'unknown';
	readonly encoding: string | null;
	readonly dialect: Dialect | null;
	/** For xlsx. */
	readonly sheet: string | null;
	/** 1-based lines of the file: header (first and last line; 0 where there is none), first and last data line. */
	readonly table: { headerFirst: number; headerLast: number; dataFirst: number; dataLast: number } | null;
	readonly dataset: DatasetName | null;
	readonly mapping: readonly ColumnMapping[];
	/** Rows of the table read = loaded + setAside. A wide metric row counts once. */
	readonly rowsRead: number;
	readonly rowsLoaded: number;
	readonly rowsSetAside: number;
	readonly setAside: readonly { reason: string; count: number; firstLine: number }[];
	readonly controlTotals: readonly ControlTotal[];
	/** Given totals with what came out, the matching ones too; absent when none were given. */
	readonly reconciled?: readonly ReconciledTotal[];
	readonly issues: readonly Issue[];
	/** Places of findings that were too many to be kept with the result; absent when all were. */
	readonly remarksOmitted?: number;
	/** How sure the assumptions are, 0–1; what a person decided is 1. Receipts of earlier versions say nothing of quotes. */
	readonly certainty: Readonly<Record<'encoding' | 'delimiter' | 'header' | 'dataset', number>> & {
		readonly quote?: number;
	};
	/** Names of all sheets of a workbook, in its order; empty for text. Absent in receipts of earlier versions. */
	readonly sheets?: readonly string[];
	/** Further tables that were found and not read: their first lines. Absent when there are none. */
	readonly tables?: readonly number[];
}

/**
 * A batch: one file as clean CSV plus its receipt. The CSV is UTF-8 without BOM, RFC 4180 with LF, header = `_line`
 * followed by the names of the fields that the file can fill, in declared order, every field quoted only where needed, missing = empty.
 * Codes are canonical (region 320000, industry C or C13, period 2024Q3), numbers plain decimals in canonical units.
 * For datasets with numeric measures a fuzzy value keeps its qualifier in `_qualifier`: `field=≈;…`. For `summary` and
 * `metrics` a figure whose cell reads otherwise than its value keeps the cell in `_original` (last column), in the same
 * form with `%` and `;` written %25 and %3B.
 */
export interface Batch {
	/** First 16 hex digits of SHA-256 over dataset, mode and the SHA-256 of the CSV’s pieces of 4 MB. */
	readonly id: string;
	readonly dataset: DatasetName;
	readonly mode: BatchMode;
	readonly createdAt: string;
	readonly createdBy: string;
	/** What a person decided about the file; empty where everything was found by evidence. */
	readonly decisions: Decisions;
	readonly csv: Uint8Array;
	readonly receipt: Receipt;
}

/** One finding at one place, for marking cells and for the column of remarks; `issues` hold the words. */
export interface Remark {
	/** 1-based line of the file. */
	readonly line: number;
	/** 0-based position in the file; null when the whole row is meant. */
	readonly column: number | null;
	readonly code: IssueCode;
	/** Position in `Receipt.issues` of the issue that counts this place. */
	readonly issue: number;
	/** Where the words differ from those of the issue's first place: another number of cells, another line. */
	readonly details?: Readonly<Record<string, string>>;
}

/** What an import gives: the receipt always, the batch unless something fatal was found. */
export interface ImportResult {
	readonly receipt: Receipt;
	readonly batch: Batch | null;
	/** Every place of every finding, by line; at most `maxRemarks`, the gravest kept. Not stored with the batch. */
	readonly remarks: readonly Remark[];
}
