import type { FilterName, FilterOption, FilterOptions } from '#lib/components/filter-options.ts';
import { competitionLevels } from '#lib/dimensions/competition-level.ts';
import { nonPublicCode, ownerships } from '#lib/dimensions/ownership.ts';
import { periodTitle, readPeriod } from '#lib/dimensions/period.ts';
import { unionSystems } from '#lib/dimensions/union-system.ts';
import type { CodeItem, DatasetName } from '#lib/datasets/dataset.ts';
import type { Filters } from '#lib/filters/filters.ts';
import type { Language } from '#lib/format/language.ts';
import { groupTitles } from '#lib/indicators/dictionary.ts';
import { applicable, type KnownCampaigns } from '#lib/indicators/applicable.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { m } from '#lib/messages/generated/messages.js';
import { regionWords } from '#lib/state/region-words.svelte.ts';
import type { ReleaseLists } from '#lib/state/release-lists.ts';
import { kindsOf } from './kind-names.ts';
import { childrenOf, groupMembers, placeOf, type Member } from './members.ts';
import type { Scope } from './scope.ts';

function ofList(items: readonly CodeItem[], all: string, language: Language): FilterOption[] {
	return [
		{ value: null, label: all },
		...items.map(({ code, title }) => ({
			value: code,
			label: title[language],
			search: `${code} ${title.zh} ${title.en}`
		}))
	];
}

function periods(lists: ReleaseLists, language: Language): FilterOption[] {
	const latest = lists.latestPeriod;
	const option = (code: string): FilterOption => {
		const year = readPeriod(code)?.year;
		const label = periodTitle(code, language);
		return {
			value: code,
			label,
			search: code,
			group: year === undefined ? m.choice_ranges() : language === 'zh' ? `${year}年` : String(year)
		};
	};
	const codes = lists.periods
		.toReversed()
		.map(({ code }) => code)
		.filter((code) => code !== latest);
	const sorted = codes.toSorted((a, b) => (readPeriod(b)?.year ?? 0) - (readPeriod(a)?.year ?? 0));
	return [
		{ value: null, label: latest ? periodTitle(latest, language) : '', hint: m.choice_latest() },
		...sorted.map(option)
	];
}

/** What the choices depend on: not on the filters, so that they outlast a change of filters. */
export type ChoiceScope = Pick<Scope, 'home' | 'lists' | 'language'>;

function regions({ home, lists, language }: ChoiceScope): FilterOption[] {
	const groups = groupMembers(lists, language);
	const parts = childrenOf(home, lists, language);
	const option =
		(group: string) =>
		({ key, name }: { key: string; name: string }): FilterOption => ({
			value: key,
			label: name,
			group,
			search: `${key} ${lists.regions.find(({ code }) => code === key)?.nameEn ?? ''}`
		});
	return [
		{ value: null, label: home.name },
		...groups.map(option(m.choice_groups())),
		...parts.map(option(m.choice_regions({ noun: language === 'en' ? regionWords().heading : regionWords().noun })))
	];
}

function industries(lists: ReleaseLists, language: Language): FilterOption[] {
	return [
		{ value: null, label: m.choice_all_industries() },
		...lists.industries
			.filter(({ level }) => level === 'section' || level === 'division')
			.map(({ code, name, nameEn, level }) => ({
				value: code,
				label: language === 'en' && nameEn ? nameEn : name,
				hint: code,
				search: `${name} ${nameEn}`,
				depth: level === 'division' ? 1 : 0
			}))
	];
}

/** The choices of every part of the filter sentence, from what the open release knows. */
export function filterChoices(
	scope: ChoiceScope,
	indicators: readonly Indicator[],
	kindsFrom: DatasetName
): FilterOptions {
	const { lists, language } = scope;
	const ownership = ofList(ownerships, m.choice_all_ownerships(), language);
	return {
		region: regions(scope),
		level: [
			{ value: 'children', label: m.choice_level_children({ ...regionWords() }) },
			...(lists.groups.length > 0 ? [{ value: 'groups', label: m.choice_level_groups() }] : [])
		],
		industry: industries(lists, language),
		indicator: indicators.map((item, index) => ({
			value: index === 0 ? null : item.id,
			label: item.short[language],
			group: groupTitles[item.group][language],
			search: `${item.title.zh} ${item.title.en} ${item.id}`
		})),
		period: periods(lists, language),
		comparison: [
			{ value: 'yoy', label: m.comparison_yoy() },
			{ value: 'previous', label: m.comparison_previous() },
			{ value: 'ytd', label: m.comparison_ytd() },
			{ value: 'cumulative', label: m.comparison_cumulative() },
			{ value: 'none', label: m.comparison_none() }
		],
		unionSystem: ofList(unionSystems, m.choice_all_union_systems(), language),
		ownership: [
			...ownership.slice(0, 1),
			{ value: nonPublicCode, label: m.ownership_nonpublic() },
			...ownership.slice(1)
		],
		competitionLevel: ofList(competitionLevels, m.choice_all_levels(), language),
		kind: ofList(kindsOf(kindsFrom), m.choice_all_kinds(), language),
		campaign: [
			{ value: null, label: m.choice_all_campaigns() },
			...lists.campaigns.map(({ code, name, nameEn }) => ({
				value: code,
				label: language === 'en' && nameEn ? nameEn : name
			}))
		]
	};
}

/** The choices of the region part with the place that is shown among them: a link may name one that is not offered. */
export function withPlace(options: FilterOptions, home: string, place: Pick<Member, 'key' | 'name'>): FilterOptions {
	const [whole, ...rest] = options.region ?? [];
	if (!whole || place.key === home || rest.some(({ value }) => value === place.key)) return options;
	return { ...options, region: [whole, { value: place.key, label: place.name }, ...rest] };
}

const narrowing = ['unionSystem', 'ownership', 'competitionLevel', 'kind', 'campaign'] as const;

/** Which of the filters that are set the indicator cannot obey, with the reason. */
export function disobeyed(
	indicator: Indicator,
	filters: Filters,
	language: Language,
	campaigns?: KnownCampaigns
): Partial<Record<FilterName, string>> {
	const none = { unionSystem: null, ownership: null, competitionLevel: null, kind: null, campaign: null };
	const reasons: Partial<Record<FilterName, string>> = {};
	for (const name of narrowing) {
		if (filters[name] === null) continue;
		const answer = applicable(indicator, { ...filters, ...none, [name]: filters[name] }, [], campaigns);
		if (!answer.ok) reasons[name] = answer.reason[language];
	}
	return reasons;
}

/** The name of a region or group for a link; the code where the release does not know it. */
export function placeName(code: string, lists: ReleaseLists, language: Language): string {
	return placeOf(code, lists, language)?.name ?? code;
}
