import { unionSystems } from '#lib/dimensions/union-system.ts';
import { ownerships } from '#lib/dimensions/ownership.ts';
import type { Language } from '#lib/format/language.ts';
import type { ReleaseLists } from '#lib/state/release-lists.ts';
import { industryName, listName } from './narrowing-names.ts';

/** Turns the codes that all registers share into words; — where nothing is known. Looked up once for a release. */
export function placeNames(lists: ReleaseLists, language: Language) {
	const regions = new Map(
		lists.regions.map((region) => [region.code, language === 'en' && region.nameEn ? region.nameEn : region.name])
	);
	const industries = new Map(lists.industries.map(({ code }) => [code, industryName(code, lists, language)]));
	return {
		region: (code: string | null) => (code === null ? '—' : (regions.get(code) ?? code)),
		industry: (code: string | null) => (code === null ? '—' : (industries.get(code) ?? code)),
		unionSystem: (code: string | null) => (code === null ? '—' : listName(code, unionSystems, language)),
		ownership: (code: string | null) => (code === null ? '—' : listName(code, ownerships, language)),
		/** A code of one of the dataset's own lists. */
		of: (code: string | null, items: Parameters<typeof listName>[1]) =>
			code === null ? '—' : listName(code, items, language)
	};
}

/** What `placeNames` gives. */
export type PlaceNames = ReturnType<typeof placeNames>;
