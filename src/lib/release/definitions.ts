import type { Dataset } from '#lib/datasets/dataset.ts';
import { datasets } from '#lib/datasets/index.ts';
import type { Bilingual } from '#lib/format/language.ts';
import { dimensionsOf } from '#lib/indicators/dictionary.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import type { By } from '#lib/indicators/selection.ts';

/** What an indicator means, for those who have no program to look it up in: everything in both languages. */
export interface IndicatorDefinition extends Pick<
	Indicator,
	'id' | 'group' | 'title' | 'short' | 'definition' | 'formula' | 'unit' | 'kind' | 'direction' | 'digits'
> {
	/** Ids of the measures that are summed. */
	readonly numerator: string;
	readonly denominator: string | null;
	readonly source: { readonly dataset: string; readonly title: Bilingual; readonly document: Bilingual };
	/** What it can be split by. */
	readonly dimensions: readonly By[];
}

/** An indicator as a definition. */
export function indicatorDefinition(indicator: Indicator): IndicatorDefinition {
	const { id, group, title, short, definition, formula, unit, kind, direction, digits } = indicator;
	return {
		...{ id, group, title, short, definition, formula, unit, kind, direction, digits },
		numerator: indicator.numerator.id,
		denominator: indicator.denominator?.id ?? null,
		source: {
			dataset: indicator.source,
			title: datasets[indicator.source].title,
			document: indicator.sourceDocument
		},
		dimensions: dimensionsOf(indicator)
	};
}

/** Every dataset with its fields, by name, as it is declared. */
export function datasetDefinitions(): Readonly<Record<string, Dataset>> {
	return datasets;
}
