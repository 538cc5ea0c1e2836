import type { Bilingual } from '#lib/format/language.ts';

/** Canonical units. Stored values are always in these: 1.5 万人 is stored as 15000 `person`. */
export type Unit =
	'count' | 'person' | 'person-time' | 'unit' | 'item' | 'yuan' | 'score' | 'second' | 'percent' | 'studio' | 'other';

/**
 * How a column is read:
 * text, id (kept as text, never a number), integer, decimal (up to four places), date (ISO), year, period, or a name
 * resolved to a code of a dimension or of a code list.
 */
export type FieldType =
	| 'text'
	| 'id'
	| 'integer'
	| 'decimal'
	| 'date'
	| 'year'
	| 'period'
	| 'region'
	| 'industry'
	| 'union_system'
	| 'ownership'
	| 'skill_level'
	| 'competition_level'
	| 'code';

/** One member of a closed list, e.g. the kinds of studios. */
export interface CodeItem {
	readonly code: string;
	readonly title: Bilingual;
	readonly aliases?: readonly string[];
}

export interface Field {
	/** English name: the column in the tables, in clean CSV and in the Frictionless schema. */
	readonly name: string;
	readonly title: Bilingual;
	/** Other headers met in the wild. Matching ignores white space, width, brackets with units and a leading `#` or 其中. */
	readonly aliases: readonly string[];
	readonly type: FieldType;
	readonly unit?: Unit;
	readonly required?: boolean;
	readonly key?: boolean;
	/** For `code`: the list. */
	readonly codes?: readonly CodeItem[];
	/** Personal data that is shown by policy only (names of entrants and recipients). */
	readonly personal?: boolean;
	readonly example: string;
	readonly description?: Bilingual;
}

/** A rule between fields of one row: `lesser` must not exceed `greater`; both compared only where both are known. */
export interface OrderRule {
	readonly lesser: string;
	readonly greater: string;
}

export type DatasetName =
	'summary' | 'competitions' | 'results' | 'studios' | 'innovations' | 'trainings' | 'honours' | 'metrics' | 'targets';

/** One kind of file, declared once: drives mapping, validation, tables, templates, dictionary and Table Schema. */
export interface Dataset {
	readonly name: DatasetName;
	readonly title: Bilingual;
	readonly description: Bilingual;
	readonly fields: readonly Field[];
	readonly rules: readonly OrderRule[];
}
