import type { FilterOption } from '#lib/components/filter-options.ts';
import type { DatasetName } from '#lib/datasets/dataset.ts';
import { datasets } from '#lib/datasets/index.ts';
import { competitionLevels } from '#lib/dimensions/competition-level.ts';
import { industries } from '#lib/dimensions/industry.ts';
import { ownerships } from '#lib/dimensions/ownership.ts';
import type { Profile } from '#lib/dimensions/profile.ts';
import { skillLevels } from '#lib/dimensions/skill-level.ts';
import { unionSystems } from '#lib/dimensions/union-system.ts';
import type { Language } from '#lib/format/language.ts';
import type { Receipt } from '#lib/import/batch.ts';
import type { Decisions } from '#lib/import/decisions.ts';
import type { Issue } from '#lib/import/issue.ts';

/** One text that is no known name, or was none before it was decided. */
export interface UnknownName {
	readonly field: string;
	/** The header of its column. */
	readonly column: string;
	readonly text: string;
	/** Rows that have it; null once it is decided. */
	readonly count: number | null;
	readonly line: number | null;
	/** The code decided on, '' when its rows are set aside; null while it is a question. */
	readonly code: string | null;
}

/** Each unknown or ambiguous text of a file once: the questions by their number of rows, then what was decided. */
export function unknownNames(receipt: Receipt, decisions: Decisions): UnknownName[] {
	const fieldOf = ({ column }: Issue) =>
		receipt.mapping.find(({ header, field }) => header === column && field !== null)?.field ?? null;
	const open = receipt.issues.flatMap((issue): UnknownName[] => {
		const field = fieldOf(issue);
		const isName = issue.code === 'CODE_UNKNOWN' || issue.code === 'NAME_AMBIGUOUS';
		if (!isName || field === null || issue.sample === null || issue.severity !== 'E') return [];
		const { column, sample: text, count, line } = issue;
		return [{ field, column: column ?? '', text, count, line, code: null }];
	});
	const decided = (decisions.codes ?? []).map(({ field, text, code }): UnknownName => {
		const column = receipt.mapping.find((mapping) => mapping.field === field)?.header ?? field;
		return { field, column, text, count: null, line: null, code };
	});
	return [...open.toSorted((a, b) => (b.count ?? 0) - (a.count ?? 0)), ...decided];
}

/** Every member that a field's texts may mean, to search through. */
export function memberOptions(
	dataset: DatasetName,
	name: string,
	profile: Profile,
	language: Language
): readonly FilterOption[] {
	const field = datasets[dataset].fields.find((one) => one.name === name);
	if (field?.type === 'region') return regionOptions(profile, language);
	const lists = {
		industry: industries,
		ownership: ownerships,
		union_system: unionSystems,
		skill_level: skillLevels,
		competition_level: competitionLevels,
		code: field?.codes ?? []
	};
	const items = lists[field?.type as keyof typeof lists] ?? [];
	return items.map(({ code, title }) => ({
		value: code,
		label: title[language],
		hint: code,
		search: `${title.zh} ${title.en}`
	}));
}

function regionOptions({ regions }: Profile, language: Language): FilterOption[] {
	const byCode = new Map(regions.map((region) => [region.code, region]));
	return regions.map(({ code, name, nameEn, parent }) => ({
		value: code,
		label: language === 'en' && nameEn ? nameEn : name,
		hint: [byCode.get(parent ?? '')?.short, code].filter(Boolean).join(' '),
		search: `${name} ${nameEn}`
	}));
}
