import { datasets } from '#lib/datasets/index.ts';
import type { DatasetName } from '#lib/datasets/dataset.ts';
import type { Language } from '#lib/format/language.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { MetricItem } from '#lib/state/release-lists.ts';

/** What a dataset is called where there is little room: 汇总表, 竞赛. */
export function datasetShort(dataset: string): string {
	const titles: Readonly<Record<string, () => string>> = {
		summary: m.quality_dataset_summary,
		metrics: m.quality_dataset_metrics,
		competitions: m.quality_dataset_competitions,
		results: m.quality_dataset_results,
		innovations: m.quality_dataset_innovations,
		studios: m.quality_dataset_studios,
		trainings: m.quality_dataset_trainings,
		honours: m.quality_dataset_honours
	};
	return titles[dataset]?.() ?? dataset;
}

/** What a dataset is called in full. */
export function datasetTitle(dataset: string, language: Language): string {
	return Object.hasOwn(datasets, dataset) ? datasets[dataset as DatasetName].title[language] : dataset;
}

/** What a measure is called: a field of the summary, a figure of its own with its basis; its code where neither. */
export function measureName(code: string, metrics: readonly MetricItem[], language: Language): string {
	const field = datasets.summary.fields.find(({ name }) => name === code);
	if (field) return field.title[language];
	const metric = metrics.find(({ measure }) => measure === code);
	const [indicator = code, basis = ''] = code.replace(/^metric:/, '').split('@');
	const title = (language === 'zh' ? metric?.title_zh : metric?.title_en) || indicator;
	return basis === '' ? title : `${title}${m.quality_basis({ basis })}`;
}

/** A day as the office writes it: 2026年10月15日. */
export function dayText(day: string, language: Language): string {
	return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
		new Date(`${day}T00:00:00Z`)
	);
}
