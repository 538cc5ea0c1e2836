import type { ReadColumn } from '#lib/components/side-by-side.ts';
import type { Field, FieldType } from '#lib/datasets/dataset.ts';
import { datasets } from '#lib/datasets/index.ts';
import { periodTitle } from '#lib/dimensions/period.ts';
import type { Language } from '#lib/format/language.ts';
import { formatExact } from '#lib/format/number.ts';
import type { Receipt } from '#lib/import/batch.ts';
import { fieldTitle } from '#lib/state/region-words.svelte.ts';

const numbers = new Set<FieldType>(['integer', 'decimal']);

/**
 * What was read, in the order of the file's columns, with what comes from elsewhere (a period out of the title) in
 * front. `regionName` tells codes for people.
 */
export function readColumns(
	receipt: Receipt,
	language: Language,
	regionName: (code: string) => string | null
): ReadColumn[] {
	const dataset = receipt.dataset === null ? null : datasets[receipt.dataset];
	if (!dataset) return [];
	const texts: Partial<Record<FieldType, (value: string) => string>> = {
		region: (code) => [code, regionName(code)].filter(Boolean).join(' '),
		period: (code) => (code === '' ? '' : periodTitle(code, language))
	};
	const figure = (value: string) => (value === '' ? '' : formatExact(value));
	const column = (field: Field, index: number | null): ReadColumn => ({
		key: field.name,
		title: fieldTitle(field),
		index,
		number: numbers.has(field.type),
		text: field.codes
			? (code) => field.codes?.find((item) => item.code === code)?.title[language] ?? code
			: (texts[field.type] ?? (numbers.has(field.type) ? figure : (value) => value))
	});
	const wide = receipt.mapping.some(({ indicator }) => indicator !== undefined);
	const columns = receipt.mapping.flatMap(({ index, field: name, indicator }): ReadColumn[] => {
		if (indicator !== undefined) return [{ key: `=${indicator}`, title: indicator, index, number: true, text: figure }];
		const field = dataset.fields.find((one) => one.name === name);
		return field ? [column(field, index)] : [];
	});
	// Two columns of one field (a region and the one above it) make one value, told where the last of them is.
	const single = columns.filter(({ key }, at) => !columns.slice(at + 1).some((other) => other.key === key));
	const period = dataset.fields.find(({ type, key, required }) => type === 'period' && (key || required || wide));
	const assumed = period && !single.some(({ key }) => key === period.name) ? [column(period, null)] : [];
	return [...assumed, ...single];
}
