import type { Filters } from '#lib/filters/filters.ts';

/** The part of a filter sentence. */
export type FilterName = keyof Filters;

/** One choice. `value` null is the default (shown as e.g. 全部行业). */
export interface FilterOption {
	readonly value: string | null;
	readonly label: string;
	/** A heading above the first of several that share it: 2024年, 省, 门类. */
	readonly group?: string;
	/** Small text behind the label: a code, 暂定, 14 个区县. */
	readonly hint?: string;
	/** More text that a search finds: full name, English name, code. */
	readonly search?: string;
	/** Indent: 0 top, 1 child … */
	readonly depth?: number;
}

/** The choices of every part. A part without choices is not shown. */
export type FilterOptions = Partial<Readonly<Record<FilterName, readonly FilterOption[]>>>;

/** The options that a search leaves: label, hint and search text contain every word of it, in any case. */
export function findOptions(options: readonly FilterOption[], search: string): readonly FilterOption[] {
	const words = search.toLowerCase().split(/\s+/).filter(Boolean);
	if (words.length === 0) return options;
	return options.filter((option) => {
		const text = `${option.label} ${option.hint ?? ''} ${option.search ?? ''} ${option.value ?? ''}`.toLowerCase();
		return words.every((word) => text.includes(word));
	});
}

/** Parts that are always in the sentence, in the order it is read. */
export const sentenceParts: readonly FilterName[] = [
	'region',
	'level',
	'industry',
	'indicator',
	'period',
	'comparison'
];

/** Parts that join the sentence once they are set, and are found under 更多条件 before. */
export const furtherParts: readonly FilterName[] = ['unionSystem', 'ownership', 'competitionLevel', 'kind', 'campaign'];
