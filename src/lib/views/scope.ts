import type { Bilingual, Language } from '#lib/format/language.ts';
import { nonPublic, nonPublicCode } from '#lib/dimensions/ownership.ts';
import type { YearStart } from '#lib/dimensions/period.ts';
import { groupNoun, placeNoun, wordsOf, type RegionWords } from '#lib/dimensions/region-noun.ts';
import type { Filters } from '#lib/filters/filters.ts';
import type { Selection } from '#lib/indicators/compile.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import type { ReleaseLists } from '#lib/state/release-lists.ts';
import { childrenOf, comparedMembers, groupPrefix, parentOf, placeOf, type Member } from './members.ts';
import { spansOf, type Spans } from './spans.ts';

/** Filters with period and region filled in. */
export interface ScopeFilters extends Filters {
	readonly period: string;
	readonly region: string;
}

/** What a page is about: the filters, resolved against an open release. */
export interface Scope {
	readonly language: Language;
	readonly filters: ScopeFilters;
	readonly lists: ReleaseLists;
	/** The region that everything on the page is about. */
	readonly place: Member;
	/** The regions that pictures compare, the place itself among them where it is no parent of them. */
	readonly members: readonly Member[];
	/** Those who report: the members themselves, or the regions of the groups that are compared. */
	readonly reporting: readonly Member[];
	readonly home: Member;
	readonly spans: Spans;
	/** Where the profile's years begin. */
	readonly yearStart: YearStart;
	/** What the members are called: 区县, 片区, 单位. */
	readonly memberWords: RegionWords;
	/** What those who report are called. */
	readonly reportingWords: RegionWords;
	/** The indicator that pictures show. */
	readonly indicator: Indicator;
	/** The rest of the filters as a selection. */
	readonly narrowing: Omit<Selection, 'region' | 'period'>;
}

/** Everything else a page asks for, filters apart. */
export interface ScopeInput {
	readonly filters: ScopeFilters;
	readonly lists: ReleaseLists;
	readonly homeCode: string;
	/** Says what its regions are called; without it they are 地区. */
	readonly profile?: Parameters<typeof placeNoun>[0];
	readonly indicator: Indicator;
	readonly language: Language;
	readonly yearStart?: YearStart;
}

/** The part of a selection that filters give: industry, ownership, union system, level, kind, campaign. */
export function narrowingOf(filters: Filters): Omit<Selection, 'region' | 'period'> {
	const { industry, ownership, unionSystem, competitionLevel, kind, campaign } = filters;
	return {
		...(industry ? { industry: [{ key: industry, codes: [industry] }] } : {}),
		...(ownership
			? { ownership: [{ key: ownership, codes: ownership === nonPublicCode ? nonPublic : [ownership] }] }
			: {}),
		...(unionSystem ? { unionSystem } : {}),
		...(competitionLevel ? { level: competitionLevel } : {}),
		...(kind ? { kind } : {}),
		...(campaign ? { campaign } : {})
	};
}

/** The profile's noun for the parts of its home; members of another level have the one that fits all. */
export function memberNoun(
	[first]: readonly Member[],
	home: Member,
	lists: ReleaseLists,
	profile: NonNullable<ScopeInput['profile']> | null
): Bilingual {
	if (first?.key.startsWith(groupPrefix)) return groupNoun;
	const ofHome = first !== undefined && parentOf(first, lists, 'zh')?.key === home.key;
	return profile && ofHome ? profile.regionNoun : placeNoun(profile);
}

/** Resolves the filters; null while no release is open or it has no period to show. A region it does not know is home. */
export function scopeOf({
	filters,
	lists,
	homeCode,
	profile = null,
	indicator,
	language,
	yearStart = 'calendar'
}: ScopeInput): Scope | null {
	const home = placeOf(homeCode, lists, language);
	if (!home || filters.period === '') return null;
	const place = placeOf(filters.region, lists, language) ?? home;
	const members = comparedMembers(place, home, filters.level, lists, language);
	const reporting = members.flatMap((member) =>
		member.key.startsWith(groupPrefix) ? childrenOf(member, lists, language) : [member]
	);
	const words = (some: readonly Member[]) => wordsOf(memberNoun(some, home, lists, profile), language);
	return {
		language,
		filters,
		lists,
		place,
		home,
		members,
		reporting,
		memberWords: words(members),
		reportingWords: words(reporting),
		spans: spansOf(filters.period, filters.comparison, lists.periods, yearStart),
		yearStart,
		indicator,
		narrowing: narrowingOf(filters)
	};
}
