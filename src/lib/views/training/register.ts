import type { Column } from '#lib/components/table.ts';
import { trainingKinds } from '#lib/datasets/code-lists.ts';
import { periodTitle } from '#lib/dimensions/period.ts';
import { skillLevels } from '#lib/dimensions/skill-level.ts';
import type { Language } from '#lib/format/language.ts';
import { m } from '#lib/messages/generated/messages.js';
import { regionWords } from '#lib/state/region-words.svelte.ts';
import type { PlaceNames } from '../register-names.ts';
import { exactly } from '../words.ts';
import type { TrainingRow } from './queries.ts';

/** Skill levels are sorted as they stand, not by their names. */
const rungOf = (code: string | null) => {
	const rung = skillLevels.findIndex((level) => level.code === code);
	return rung < 0 ? null : String(rung);
};

/** The columns of the register; those that no row fills are left out. */
export function trainingColumns(
	names: PlaceNames,
	rows: readonly TrainingRow[],
	language: Language
): Column<TrainingRow>[] {
	type Amount = 'enrolled' | 'attendances' | 'certified' | 'degrees' | 'subsidy';
	const amount = (key: Amount, title: string, priority: 1 | 2 | 3 = 1): Column<TrainingRow> | false =>
		rows.some((row) => row[key] !== null) && {
			key,
			title,
			kind: 'number',
			value: (row) => row[key],
			text: (row) => exactly(row[key]),
			priority
		};
	const columns: (Column<TrainingRow> | false)[] = [
		{ key: 'kind', title: m.register_kind(), kind: 'pinyin', value: (row) => names.of(row.kind, trainingKinds) },
		{ key: 'occupation', title: m.register_occupation(), kind: 'pinyin', value: (row) => row.occupation },
		{
			key: 'skill',
			title: m.training_skill_level(),
			kind: 'text',
			value: (row) => rungOf(row.skillLevel),
			text: (row) => names.of(row.skillLevel, skillLevels),
			priority: 2
		},
		amount('enrolled', m.training_enrolled()),
		amount('attendances', m.training_attendances(), 3),
		amount('certified', m.training_certified()),
		amount('degrees', m.training_degrees(), 2),
		amount('subsidy', m.training_subsidy_yuan(), 2),
		{
			key: 'period',
			title: m.column_period(),
			kind: 'text',
			value: (row) => row.period,
			text: (row) => (row.period === null ? '—' : periodTitle(row.period, language)),
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
		// Where places are units both say the same.
		rows.some((row) => row.unit !== null && row.unit !== names.region(row.region)) && {
			key: 'unit',
			title: m.training_unit(),
			kind: 'pinyin',
			value: (row) => row.unit,
			priority: 3
		},
		{ key: 'id', title: m.training_id(), kind: 'text', value: (row) => row.id, priority: 3 }
	];
	return columns.filter((column): column is Column<TrainingRow> => column !== false);
}
