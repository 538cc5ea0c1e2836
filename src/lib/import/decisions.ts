import type { DatasetName } from '#lib/datasets/dataset.ts';
import type { BatchMode } from './batch.ts';
import type { IssueCode } from './issue.ts';

/** How a file is written, where a person has decided it; everything left out is found by evidence. */
export interface StructureDecisions {
	/** A label of `encodings`. */
	readonly encoding?: string;
	/** One character. */
	readonly delimiter?: string;
	/** `"`, `'` or '' for a file in which quotes mean nothing. */
	readonly quote?: string;
	/** The sheet of a workbook, by name. */
	readonly sheet?: string;
	/** 1-based line of the header's first row; 0: the table has no header and its columns are known by position only. */
	readonly headerRow?: number;
	/** Rows of the header, a row of units included. */
	readonly headerRows?: number;
	/** 1-based line after which nothing is read, where a file holds several tables or ends in something else. */
	readonly lastRow?: number;
}

/** One text that means one code wherever the column has it; '' sets the rows aside. */
export interface CodeDecision {
	/** Field of the dataset, e.g. `region`. */
	readonly field: string;
	/** The cell as printed in the file. */
	readonly text: string;
	readonly code: string;
}

/** One cell corrected by hand; the file itself stays as it is. */
export interface CellDecision {
	readonly line: number;
	/** 0-based position in the file. */
	readonly column: number;
	/** The text to be read in its place. */
	readonly text: string;
}

/** A total typed in from the signed paper: the sum that a column must have, within a region and a period if given. */
export interface GivenTotal {
	/** Field name, or indicator name in tables of figures. */
	readonly field: string;
	readonly region: string | null;
	readonly period: string | null;
	/** Decimal text in the canonical unit. */
	readonly value: string;
}

/** What a file means, where a person has decided it. */
export interface MeaningDecisions {
	readonly dataset?: DatasetName;
	readonly mode?: BatchMode;
	/** Header text, or `#3` for the third column, → field name or `=indicator` in tables of figures; '' means: do not load. */
	readonly mapping?: Readonly<Record<string, string>>;
	/** Where neither a column, nor the title, nor the file name gives a period. */
	readonly defaultPeriod?: string;
	/** Header text or `#3` → unit text, e.g. 万人. */
	readonly units?: Readonly<Record<string, string>>;
	readonly codes?: readonly CodeDecision[];
	readonly cells?: readonly CellDecision[];
	/** 1-based lines set aside by hand. */
	readonly skip?: readonly number[];
	/** Findings of severity E that were read and accepted: they no longer block publishing. */
	readonly accepted?: readonly IssueCode[];
	readonly totals?: readonly GivenTotal[];
}

/** Everything that a person decided about a file. Plain data: sent to the worker, kept with the batch, exported. */
export type Decisions = StructureDecisions & MeaningDecisions;

const names = [
	...['encoding', 'delimiter', 'quote', 'sheet', 'headerRow', 'headerRows', 'lastRow'],
	...['dataset', 'mode', 'mapping', 'defaultPeriod', 'units', 'codes', 'cells', 'skip', 'accepted', 'totals']
] as (keyof Decisions)[];

/** Only the decisions out of options that hold more. */
export function decisionsOf(options: Decisions): Decisions {
	return Object.fromEntries(names.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]])));
}
