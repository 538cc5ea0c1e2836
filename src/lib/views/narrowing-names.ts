import { competitionLevels } from '#lib/dimensions/competition-level.ts';
import { nonPublicCode, ownerships } from '#lib/dimensions/ownership.ts';
import { unionSystems } from '#lib/dimensions/union-system.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { Language } from '#lib/format/language.ts';
import type { ReleaseLists } from '#lib/state/release-lists.ts';
import { kindName } from './kind-names.ts';
import type { Scope } from './scope.ts';

/** An industry's name in the page's language; the code where the release does not know it. */
export function industryName(code: string, lists: ReleaseLists, language: Language): string {
	const item = lists.industries.find((industry) => industry.code === code);
	return (language === 'en' && item?.nameEn ? item.nameEn : item?.name) ?? code;
}

/** The name of a code in a closed list; the code itself where the list does not have it. */
export function listName(
	code: string,
	items: readonly { readonly code: string; readonly title: { readonly zh: string; readonly en: string } }[],
	language: Language
): string {
	return items.find((item) => item.code === code)?.title[language] ?? code;
}

/** What the filters narrow the page to besides region and period, in words. */
export function narrowingNames({ filters, lists, language }: Scope): string[] {
	const campaign = lists.campaigns.find(({ code }) => code === filters.campaign);
	const names = [
		filters.industry && industryName(filters.industry, lists, language),
		filters.ownership &&
			(filters.ownership === nonPublicCode
				? m.ownership_nonpublic()
				: listName(filters.ownership, ownerships, language)),
		filters.unionSystem && listName(filters.unionSystem, unionSystems, language),
		filters.competitionLevel && listName(filters.competitionLevel, competitionLevels, language),
		filters.kind && kindName(filters.kind, language),
		campaign && (language === 'en' && campaign.nameEn ? campaign.nameEn : campaign.name)
	];
	return names.filter((name): name is string => !!name);
}
