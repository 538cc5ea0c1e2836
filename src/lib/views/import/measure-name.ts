import { datasets } from '#lib/datasets/index.ts';
import type { Profile } from '#lib/dimensions/profile.ts';
import type { Language } from '#lib/format/language.ts';
import type { ImportResult } from '#lib/import/batch.ts';

/** What a measure of a comparison is called: a field of a report or register, or a figure with its basis. */
export function measureName(code: string, result: ImportResult, profile: Profile | null, language: Language): string {
	const { dataset } = result.receipt;
	const field =
		datasets.summary.fields.find(({ name }) => name === code) ??
		(dataset ? datasets[dataset].fields.find(({ name }) => name === code) : undefined);
	if (field) return field.title[language];
	if (dataset !== null && code === dataset) return datasets[dataset].title[language];
	const [indicator = code, basis = ''] = code.replace(/^metric:/, '').split('@');
	const title = profile?.metrics.find((metric) => metric.indicator === indicator)?.title[language] ?? indicator;
	return basis === '' ? title : `${title}（${basis}）`;
}
