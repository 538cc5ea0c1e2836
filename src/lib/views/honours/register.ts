import type { Column } from '#lib/components/table.ts';
import { genders, honourKinds, namingLevels, recipientTypes, yesOrNo } from '#lib/datasets/code-lists.ts';
import { m } from '#lib/messages/generated/messages.js';
import { regionWords } from '#lib/state/region-words.svelte.ts';
import { maskName } from '../masking.ts';
import type { PlaceNames } from '../register-names.ts';
import { exactly } from '../words.ts';
import type { HonourRow } from './queries.ts';

/** A recipient as the page may show it: groups by their name, everybody else masked. */
export function recipientName({ recipient, recipientType }: HonourRow): string | null {
	return recipientType === 'group' ? recipient : maskName(recipient);
}

/** The columns of the register; those that no row fills are left out. */
export function honourColumns(names: PlaceNames, rows: readonly HonourRow[]): Column<HonourRow>[] {
	const filled = (key: keyof HonourRow) => rows.some((row) => row[key] !== null);
	const columns: (Column<HonourRow> | false)[] = [
		{ key: 'kind', title: m.honours_kind(), kind: 'pinyin', value: (row) => names.of(row.kind, honourKinds) },
		{ key: 'recipient', title: m.honours_recipient(), kind: 'pinyin', value: recipientName },
		filled('level') && {
			key: 'level',
			title: m.register_level(),
			kind: 'text',
			value: (row) => (row.level === null ? null : String(namingLevels.findIndex(({ code }) => code === row.level))),
			text: (row) => names.of(row.level, namingLevels),
			priority: 2
		},
		{ key: 'year', title: m.honours_year(), kind: 'text', value: (row) => row.year },
		filled('recipientType') && {
			key: 'type',
			title: m.honours_recipient_type(),
			kind: 'pinyin',
			value: (row) => names.of(row.recipientType, recipientTypes),
			priority: 3
		},
		filled('gender') && {
			key: 'gender',
			title: m.honours_gender(),
			kind: 'pinyin',
			value: (row) => names.of(row.gender, genders),
			priority: 3
		},
		filled('frontLine') && {
			key: 'front',
			title: m.honours_front_line(),
			kind: 'pinyin',
			value: (row) => names.of(row.frontLine, yesOrNo),
			priority: 3
		},
		// Where places are units both say the same.
		rows.some((row) => row.unit !== null && row.unit !== names.region(row.region)) && {
			key: 'unit',
			title: m.honours_unit(),
			kind: 'pinyin',
			value: (row) => row.unit,
			priority: 2
		},
		{
			key: 'region',
			title: regionWords().column,
			kind: 'pinyin',
			value: (row) => names.region(row.region),
			priority: 2
		},
		{
			key: 'industry',
			title: m.column_industry(),
			kind: 'pinyin',
			value: (row) => names.industry(row.industry),
			priority: 3
		},
		rows.some((row) => row.count !== null && row.count !== 1) && {
			key: 'count',
			title: m.honours_count(),
			kind: 'number',
			value: (row) => row.count,
			text: (row) => exactly(row.count),
			priority: 2
		},
		{ key: 'id', title: m.honours_id(), kind: 'text', value: (row) => row.id, priority: 3 }
	];
	return columns.filter((column): column is Column<HonourRow> => column !== false);
}
