import type { Column } from '#lib/components/table.ts';
import { innovationKinds } from '#lib/datasets/code-lists.ts';
import { formatExact } from '#lib/format/number.ts';
import { m } from '#lib/messages/generated/messages.js';
import { regionWords } from '#lib/state/region-words.svelte.ts';
import type { PlaceNames } from '../register-names.ts';
import type { InnovationRow } from './queries.ts';

/** How far an innovation has come, with the day: 已实施 2024-06-20. */
export function standing({ submitted, adopted, implemented }: InnovationRow): string {
	if (implemented) return m.innovation_standing_implemented({ date: implemented });
	if (adopted) return m.innovation_standing_adopted({ date: adopted });
	return submitted ? m.innovation_standing_submitted() : '—';
}

/** 0 proposed, 1 adopted, 2 in use: what the column of standings is sorted by, then by the day. */
function standingOrder({ adopted, implemented }: InnovationRow): string {
	return implemented ? `2 ${implemented}` : adopted ? `1 ${adopted}` : '0';
}

/** The columns of the register. */
export function innovationColumns(names: PlaceNames, rows: readonly InnovationRow[]): Column<InnovationRow>[] {
	const columns: (Column<InnovationRow> | false)[] = [
		{ key: 'title', title: m.innovation_title(), kind: 'pinyin', value: (row) => row.title ?? row.id },
		{ key: 'kind', title: m.register_kind(), kind: 'pinyin', value: (row) => names.of(row.kind, innovationKinds) },
		{ key: 'standing', title: m.innovation_standing(), kind: 'text', value: standingOrder, text: standing },
		{
			key: 'benefit',
			title: m.innovation_benefit_yuan(),
			kind: 'number',
			value: (row) => row.benefit,
			text: (row) => formatExact(row.benefit)
		},
		{ key: 'submitted', title: m.innovation_submitted(), kind: 'text', value: (row) => row.submitted, priority: 2 },
		{ key: 'unit', title: m.innovation_unit(), kind: 'pinyin', value: (row) => row.unit, priority: 2 },
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
		rows.some((row) => row.award !== null) && {
			key: 'award',
			title: m.innovation_award(),
			kind: 'pinyin',
			value: (row) => row.award,
			priority: 3
		},
		{ key: 'id', title: m.innovation_id(), kind: 'text', value: (row) => row.id, priority: 3 }
	];
	return columns.filter((column): column is Column<InnovationRow> => column !== false);
}
