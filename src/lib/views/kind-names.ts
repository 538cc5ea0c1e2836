import type { CodeItem, DatasetName } from '#lib/datasets/dataset.ts';
import { datasets } from '#lib/datasets/index.ts';
import type { Language } from '#lib/format/language.ts';

/** The kinds that a dataset tells apart; empty where it does not. */
export function kindsOf(dataset: DatasetName): readonly CodeItem[] {
	return datasets[dataset].fields.find((field) => field.name === 'kind' || field.name === 'honour')?.codes ?? [];
}

/** The name of a kind of any dataset; the code itself when no dataset has it. */
export function kindName(code: string, language: Language): string {
	for (const dataset of Object.keys(datasets) as DatasetName[]) {
		const item = kindsOf(dataset).find((kind) => kind.code === code);
		if (item) return item.title[language];
	}
	return code;
}
