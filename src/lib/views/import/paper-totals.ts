import { datasets } from '#lib/datasets/index.ts';
import { parsePeriod } from '#lib/dimensions/period.ts';
import type { Language } from '#lib/format/language.ts';
import type { Receipt } from '#lib/import/batch.ts';
import type { GivenTotal } from '#lib/import/decisions.ts';

/** The columns of figures of a file, by the names that totals go by. */
export function figureFields(receipt: Receipt, language: Language): { value: string; label: string }[] {
	const dataset = receipt.dataset === null ? null : datasets[receipt.dataset];
	const fields = receipt.mapping.flatMap(({ field: name, indicator }) => {
		if (indicator !== undefined) return [{ value: indicator, label: indicator }];
		const field = dataset?.fields.find((one) => one.name === name);
		const figures = field?.type === 'integer' || field?.type === 'decimal';
		return field && figures ? [{ value: field.name, label: field.title[language] }] : [];
	});
	return fields.filter(({ value }, at) => fields.findIndex((other) => other.value === value) === at);
}

/** A typed total: digits, thousands separators or not; null when it is no number. Region and period '' mean all. */
export function readTotal(text: string, field: string, region: string, period: string): GivenTotal | null {
	const value = text.normalize('NFKC').replaceAll(/[,\s]/g, '');
	if (field === '' || !/^-?\d+(\.\d{1,4})?$/.test(value)) return null;
	const code = period.trim() === '' ? null : (parsePeriod(period.trim())?.code ?? null);
	if (period.trim() !== '' && code === null) return null;
	return { field, region: region === '' ? null : region, period: code, value };
}
