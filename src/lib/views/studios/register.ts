import type { Column } from '#lib/components/table.ts';
import { namingLevels, studioKinds } from '#lib/datasets/code-lists.ts';
import { formatExact } from '#lib/format/number.ts';
import { m } from '#lib/messages/generated/messages.js';
import { regionWords } from '#lib/state/region-words.svelte.ts';
import type { PlaceNames } from '../register-names.ts';
import type { StudioRow } from './queries.ts';

/** The columns of the register; columns that nobody filled are left out. */
export function studioColumns(
	names: PlaceNames,
	rows: readonly StudioRow[],
	href: (id: string) => string
): Column<StudioRow>[] {
	const amount = (
		key: 'members' | 'projects' | 'patents' | 'transferred' | 'benefit',
		title: string,
		priority: 1 | 2 | 3
	): Column<StudioRow> | false =>
		rows.some((row) => row[key] !== null) && {
			key,
			title,
			kind: 'number',
			value: (row) => row[key],
			text: (row) => formatExact(row[key]),
			priority
		};
	const columns: (Column<StudioRow> | false)[] = [
		{ key: 'name', title: m.studios_name(), kind: 'pinyin', value: (row) => row.name, href: (row) => href(row.id) },
		{ key: 'kind', title: m.register_kind(), kind: 'pinyin', value: (row) => names.of(row.kind, studioKinds) },
		{
			key: 'level',
			title: m.register_level(),
			kind: 'pinyin',
			value: (row) => names.of(row.level, namingLevels),
			priority: 2
		},
		{ key: 'region', title: regionWords().column, kind: 'pinyin', value: (row) => names.region(row.region) },
		amount('benefit', m.studios_benefit_yuan(), 1),
		amount('projects', m.studios_projects(), 2),
		amount('patents', m.studios_patents(), 2),
		amount('transferred', m.studios_transferred(), 3),
		amount('members', m.studios_members(), 3),
		{ key: 'founded', title: m.studios_founded(), kind: 'text', value: (row) => row.founded, priority: 2 },
		{
			key: 'industry',
			title: m.column_industry(),
			kind: 'pinyin',
			value: (row) => names.industry(row.industry),
			priority: 3
		}
	];
	return columns.filter((column): column is Column<StudioRow> => column !== false);
}
