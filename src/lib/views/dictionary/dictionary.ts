import type { Dataset, Field } from '#lib/datasets/dataset.ts';
import { datasets } from '#lib/datasets/index.ts';
import { unitTitle } from '#lib/indicators/metric.ts';
import { groupTitles, type DictionaryRow } from '#lib/indicators/dictionary.ts';
import type { IndicatorGroup } from '#lib/indicators/indicator.ts';
import type { Bilingual, Language } from '#lib/format/language.ts';

/** The datasets in declared order. */
export const datasetList: readonly Dataset[] = Object.values(datasets);

function matches(search: string, texts: readonly (string | Bilingual | undefined)[]): boolean {
	const words = search.toLowerCase().split(/\s+/).filter(Boolean);
	const text = texts
		.map((part) => (typeof part === 'string' ? part : part ? `${part.zh} ${part.en}` : ''))
		.join(' ')
		.toLowerCase();
	return words.every((word) => text.includes(word));
}

/** Rows by group, in the order of the groups; those that a search in either language leaves. */
export function searchIndicators(
	rows: readonly DictionaryRow[],
	search: string
): { group: IndicatorGroup; rows: DictionaryRow[] }[] {
	const found = rows.filter((row) =>
		matches(search, [
			row.id,
			row.title,
			row.definition,
			row.formula,
			row.unit,
			row.sourceDocument,
			groupTitles[row.group]
		])
	);
	return (Object.keys(groupTitles) as IndicatorGroup[])
		.map((group) => ({ group, rows: found.filter((row) => row.group === group) }))
		.filter(({ rows }) => rows.length > 0);
}

/** Datasets that a search leaves: by their own words or by those of a field. */
export function searchDatasets(search: string): Dataset[] {
	return datasetList.filter((dataset) =>
		matches(search, [
			dataset.name,
			dataset.title,
			dataset.description,
			...dataset.fields.flatMap((field) => [field.name, field.title, ...field.aliases])
		])
	);
}

/** The unit of a field in words; empty for fields without one. */
export function fieldUnit(field: Field, language: Language): string {
	return field.unit ? unitTitle(field.unit, field.title.zh)[language] : '';
}
