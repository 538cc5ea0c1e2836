import type { Dataset } from '#lib/datasets/dataset.ts';
import { templateCsv, templateRows } from '#lib/datasets/template.ts';
import type { Language } from '#lib/format/language.ts';

function save(blob: Blob, name: string): void {
	const url = URL.createObjectURL(blob);
	const link = Object.assign(document.createElement('a'), { href: url, download: name });
	link.click();
	setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** The name of a template file: 汇总表-模板.csv. */
export function templateName(dataset: Dataset, ending: 'csv' | 'xlsx', language: Language): string {
	const word = language === 'zh' ? '模板' : 'template';
	return `${dataset.title[language].replaceAll(/[\\/:*?"<>|\s]+/g, '-')}-${word}.${ending}`;
}

/** Saves the template as CSV that Excel opens rightly. */
export function downloadCsv(dataset: Dataset, language: Language): void {
	save(
		new Blob([templateCsv(dataset) as BlobPart], { type: 'text/csv;charset=utf-8' }),
		templateName(dataset, 'csv', language)
	);
}

/** Saves the template as a workbook; the writer is fetched when it is first wanted. */
export async function downloadXlsx(dataset: Dataset, language: Language): Promise<void> {
	const { default: writeExcelFile } = await import('write-excel-file/browser');
	const [header = [], example = []] = templateRows(dataset);
	const sheet = [
		header.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
		example.map((value) => ({ value, type: String }))
	];
	const columns = header.map((title) => ({ width: Math.max(10, title.length * 2.2) }));
	const blob = await writeExcelFile(sheet, { columns, sheet: dataset.title[language].slice(0, 31) }).toBlob();
	save(blob, templateName(dataset, 'xlsx', language));
}
