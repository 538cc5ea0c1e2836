import type { Column } from '#lib/components/table.ts';
import { competitionKinds } from '#lib/datasets/code-lists.ts';
import { competitionLevels } from '#lib/dimensions/competition-level.ts';
import { formatNumber, formatExact } from '#lib/format/number.ts';
import type { Language } from '#lib/format/language.ts';
import { m } from '#lib/messages/generated/messages.js';
import { regionWords } from '#lib/state/region-words.svelte.ts';
import type { PlaceNames } from '../register-names.ts';
import type { CompetitionRow } from './queries.ts';

/** Rows in which every word of a search occurs: name, host, occupation, region, number. */
export function searchRegister(
	rows: readonly CompetitionRow[],
	search: string,
	names: PlaceNames
): readonly CompetitionRow[] {
	const words = search.toLowerCase().split(/\s+/).filter(Boolean);
	if (words.length === 0) return rows;
	return rows.filter((row) => {
		const text =
			`${row.name} ${row.host ?? ''} ${row.occupation ?? ''} ${names.region(row.region)} ${row.id}`.toLowerCase();
		return words.every((word) => text.includes(word));
	});
}

/** The columns of the register. */
export function registerColumns(names: PlaceNames, href: (id: string) => string): Column<CompetitionRow>[] {
	return [
		{ key: 'start', title: m.register_start(), kind: 'text', value: (row) => row.start },
		{ key: 'name', title: m.register_name(), kind: 'pinyin', value: (row) => row.name, href: (row) => href(row.id) },
		{
			key: 'participations',
			title: m.register_participations(),
			kind: 'number',
			value: (row) => row.participations,
			text: (row) => formatExact(row.participations)
		},
		{
			key: 'level',
			title: m.register_level(),
			kind: 'pinyin',
			value: (row) => names.of(row.level, competitionLevels),
			priority: 2
		},
		{
			key: 'kind',
			title: m.register_kind(),
			kind: 'pinyin',
			value: (row) => names.of(row.kind, competitionKinds),
			priority: 2
		},
		{ key: 'region', title: regionWords().column, kind: 'pinyin', value: (row) => names.region(row.region) },
		{
			key: 'industry',
			title: m.column_industry(),
			kind: 'pinyin',
			value: (row) => names.industry(row.industry),
			priority: 3
		},
		{ key: 'occupation', title: m.register_occupation(), kind: 'pinyin', value: (row) => row.occupation, priority: 3 },
		{ key: 'host', title: m.register_host(), kind: 'pinyin', value: (row) => row.host, priority: 3 }
	];
}

/** How many competitions and participations the register has, in a clause. Null while nobody stated participations. */
export function registerTotals(
	rows: readonly CompetitionRow[],
	language: Language
): { count: string; participations: string | null } {
	const known = rows.flatMap((row) => (row.participations === null ? [] : [row.participations]));
	const sum = known.reduce((total, value) => total + value, 0);
	return { count: formatExact(rows.length), participations: known.length === 0 ? null : formatNumber(sum, language) };
}
