import { awards, competitionKinds, resultStatuses } from '#lib/datasets/code-lists.ts';
import { competitionLevels } from '#lib/dimensions/competition-level.ts';
import { skillLevels } from '#lib/dimensions/skill-level.ts';
import { unionSystems } from '#lib/dimensions/union-system.ts';
import type { Language } from '#lib/format/language.ts';
import type { ReleaseLists } from '#lib/state/release-lists.ts';
import { industryName, listName } from '../narrowing-names.ts';

/** Turns the codes of a register row into words; — where nothing is known. Regions and industries are looked up once. */
export function registerNames(lists: ReleaseLists, language: Language) {
	const regions = new Map(
		lists.regions.map((region) => [region.code, language === 'en' && region.nameEn ? region.nameEn : region.name])
	);
	const industries = new Map(lists.industries.map(({ code }) => [code, industryName(code, lists, language)]));
	const named = (code: string | null, items: Parameters<typeof listName>[1]) =>
		code === null ? '—' : listName(code, items, language);
	return {
		region: (code: string | null) => (code === null ? '—' : (regions.get(code) ?? code)),
		industry: (code: string | null) => (code === null ? '—' : (industries.get(code) ?? code)),
		kind: (code: string | null) => named(code, competitionKinds),
		level: (code: string | null) => named(code, competitionLevels),
		unionSystem: (code: string | null) => named(code, unionSystems),
		award: (code: string | null) => named(code, awards),
		status: (code: string | null) => named(code ?? 'official', resultStatuses),
		skillLevel: (code: string | null) => named(code, skillLevels)
	};
}

/** What `registerNames` gives. */
export type RegisterNames = ReturnType<typeof registerNames>;
