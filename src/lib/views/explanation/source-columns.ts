import type { Column } from '#lib/components/table.ts';
import { ownerships } from '#lib/dimensions/ownership.ts';
import { periodTitle } from '#lib/dimensions/period.ts';
import { formatExact } from '#lib/format/number.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { TracePart } from '#lib/release/trace.ts';
import { regionWords } from '#lib/state/region-words.svelte.ts';
import { industryName, listName } from '../narrowing-names.ts';
import { regionName, type Named } from './names.ts';
import type { TracedMeasure } from './traced.ts';

/** The columns of a figure's parts: what each is of, its value, the cell as printed, and where that stands. */
export function sourceColumns(
	traced: TracedMeasure,
	named: Named,
	ledgerHref: (batch: string) => string
): Column<TracePart>[] {
	const { lists, language } = named;
	const narrowed = (part: TracePart) =>
		[
			part.industry === 'all' ? '' : industryName(part.industry, lists, language),
			part.ownership === 'all' ? '' : listName(part.ownership, ownerships, language)
		]
			.filter(Boolean)
			.join(' · ');
	const counted = traced.how === 'counted';
	const columns: (Column<TracePart> | false)[] = [
		counted && { key: 'entry', title: m.trace_entry(), kind: 'text', value: (part) => part.entry },
		{
			key: 'region',
			title: regionWords().column,
			kind: 'pinyin',
			value: (part) => regionName(part.region, named)
		},
		{
			key: 'period',
			title: m.trace_period(),
			kind: 'text',
			value: (part) => part.period,
			text: (part) => (part.period === '' ? '—' : periodTitle(part.period, language)),
			priority: 2
		},
		traced.parts.some((part) => narrowed(part) !== '') && {
			key: 'narrow',
			title: m.trace_narrow(),
			kind: 'pinyin',
			value: narrowed,
			priority: 3
		},
		{
			key: 'value',
			title: m.trace_value(),
			kind: 'number',
			value: (part) => Number(part.value),
			text: (part) => `${part.qualifier ?? ''}${formatExact(part.value)}`
		},
		traced.parts.some((part) => part.original !== null || part.cumulative !== null) && {
			key: 'original',
			title: m.trace_original(),
			kind: 'text',
			value: (part) => part.original,
			text: (part) =>
				[
					part.original ?? '',
					part.cumulative === null
						? ''
						: m.trace_cumulative({ period: periodTitle(part.cumulative.replace(/c$/, ''), language) })
				]
					.filter(Boolean)
					.join(' · ') || '—'
		},
		{
			key: 'file',
			title: m.trace_file(),
			kind: 'pinyin',
			value: (part) => part.file,
			href: (part) => ledgerHref(part.batch)
		},
		{
			key: 'line',
			title: m.trace_where(),
			kind: 'number',
			value: (part) => part.line,
			text: (part) =>
				[m.trace_line({ line: part.line }), part.column === null ? '' : m.trace_column({ column: part.column })]
					.filter(Boolean)
					.join(' ')
		}
	];
	return columns.filter((column): column is Column<TracePart> => column !== false);
}
