import type { Column } from '#lib/components/table.ts';
import { periodTitle } from '#lib/dimensions/period.ts';
import type { Language } from '#lib/format/language.ts';
import { formatExact } from '#lib/format/number.ts';
import type { ChangeCounts, Difference } from '#lib/release/compare.ts';
import { m } from '#lib/messages/generated/messages.js';
import { regionWords } from '#lib/state/region-words.svelte.ts';

/** What codes of a comparison are called. */
export interface Names {
	region(code: string | null): string;
	measure(code: string): string;
}

/** Counts of changes by something. */
export function groupColumns<R extends ChangeCounts>(title: string, name: (row: R) => string): Column<R>[] {
	const count = (key: keyof ChangeCounts, heading: string): Column<R> => ({
		key,
		title: heading,
		kind: 'number',
		value: (row) => row[key],
		text: (row) => formatExact(row[key])
	});
	return [
		{ key: 'name', title, kind: 'pinyin', value: name },
		count('new', m.wizard_preview_new()),
		count('changed', m.wizard_preview_changed()),
		count('removed', m.wizard_preview_removed()),
		{ ...count('unchanged', m.wizard_preview_unchanged()), priority: 2 }
	];
}

/** One changed cell or row: where, what it is and what it would be. */
export function differenceColumns(names: Names, language: Language): Column<Difference>[] {
	const kinds = {
		new: m.wizard_preview_new(),
		changed: m.wizard_preview_changed(),
		removed: m.wizard_preview_removed()
	};
	const figure = (value: string | null) => (value === null ? '—' : isNumber(value) ? formatExact(value) : value);
	const size = ({ before, after }: Difference) =>
		isNumber(before) && isNumber(after) ? Number(after) - Number(before) : null;
	return [
		{ key: 'kind', title: m.wizard_preview_kind(), kind: 'text', value: ({ kind }) => kinds[kind] },
		{
			key: 'region',
			title: regionWords().column,
			kind: 'pinyin',
			value: ({ region, entry }) => entry ?? names.region(region)
		},
		{
			key: 'measure',
			title: m.wizard_preview_indicator(),
			kind: 'pinyin',
			value: ({ measure }) => names.measure(measure)
		},
		{
			key: 'period',
			title: m.wizard_preview_period(),
			kind: 'text',
			value: ({ period }) => period,
			text: ({ period }) => (period === null ? '—' : periodTitle(period, language)),
			priority: 2
		},
		{
			key: 'before',
			title: m.wizard_preview_before(),
			kind: 'number',
			value: ({ before }) => before,
			text: ({ before }) => figure(before)
		},
		{
			key: 'after',
			title: m.wizard_preview_after(),
			kind: 'number',
			value: ({ after }) => after,
			text: ({ after }) => figure(after)
		},
		{
			key: 'difference',
			title: m.wizard_preview_difference(),
			kind: 'number',
			value: size,
			text: (row) => (size(row) === null ? '—' : formatExact(size(row))),
			priority: 2
		},
		{
			key: 'line',
			title: m.wizard_line(),
			kind: 'number',
			value: ({ line }) => line,
			priority: 3
		}
	];
}

function isNumber(text: string | null): text is string {
	return text !== null && text.trim() !== '' && Number.isFinite(Number(text));
}
