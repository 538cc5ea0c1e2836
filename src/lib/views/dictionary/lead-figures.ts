import type { SentenceFigure } from '#lib/components/sentence-figures.ts';
import type { Dataset } from '#lib/datasets/dataset.ts';
import type { Language } from '#lib/format/language.ts';
import { groupTitles, type DictionaryRow } from '#lib/indicators/dictionary.ts';
import { m } from '#lib/messages/generated/messages.js';
import { countQuestion } from '../derived-question.ts';

/** The numbers of the sentence that opens the dictionary: every indicator and every dataset that is counted. */
export function dictionaryFigures(
	rows: readonly DictionaryRow[],
	datasets: readonly Dataset[],
	language: Language
): SentenceFigure[] {
	return [
		{
			text: String(rows.length),
			explain: () =>
				countQuestion(
					m.nav_dictionary(),
					rows.map((row) => ({ label: row.title[language], value: groupTitles[row.group][language], question: null }))
				)
		},
		{
			text: String(datasets.length),
			explain: () =>
				countQuestion(
					m.dictionary_datasets(),
					datasets.map(({ title, description }) => ({
						label: title[language],
						value: description[language],
						question: null
					}))
				)
		}
	];
}
