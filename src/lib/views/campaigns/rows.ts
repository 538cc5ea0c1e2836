import type { Language } from '#lib/format/language.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { ReleaseLists } from '#lib/state/release-lists.ts';
import { guardedChange } from '../change.ts';
import type { MemberRow } from '../member-rows.ts';
import type { Scope } from '../scope.ts';
import { comparedFigures, figureOver } from '../spans.ts';
import { honours } from './measured.ts';
import { noCampaign, type CampaignFigures } from './queries.ts';

/** One campaign with what it has moved, by indicator; what is entered under none stands at the end. */
export interface CampaignRow {
	readonly key: string;
	readonly name: string;
	/** Null: nothing of that kind is entered under it. */
	readonly value: (indicator: Indicator) => number | null;
	/** Of how many indicators it has figures in the periods of the page. */
	readonly kinds: number;
}

/** The campaigns of a release by name; the Chinese name where there is no English one. */
export function campaignsOf(lists: ReleaseLists, language: Language): { key: string; name: string }[] {
	return lists.campaigns.map(({ code, name, nameEn }) => ({
		key: code,
		name: language === 'en' && nameEn ? nameEn : name
	}));
}

/** Honours, which are recorded by the year: the scope of the year that the page's period lies in, and what was given. */
export interface YearlyHonours {
	readonly scope: Scope;
	readonly figures: CampaignFigures;
}

/**
 * All campaigns of the profile in its order, those without an entry too, and the entries that name none. `yearly`: where the
 * page shows a part of a year, the honours of that year, of which no part knows any.
 */
export function campaignRows(
	figures: CampaignFigures,
	indicators: readonly Indicator[],
	scope: Scope,
	yearly: YearlyHonours | null = null
): CampaignRow[] {
	const all = [...campaignsOf(scope.lists, scope.language), { key: noCampaign, name: m.campaigns_none() }];
	return all
		.map(({ key, name }) => {
			const values = new Map(
				indicators.map((indicator) => {
					const from = indicator === honours && yearly ? yearly : { scope, figures };
					const own = from.figures.get(key);
					return [indicator.id, own ? (figureOver(own, {}, from.scope.spans.current, indicator)?.value ?? null) : null];
				})
			);
			return {
				key,
				name,
				value: ({ id }: Indicator) => values.get(id) ?? null,
				kinds: [...values].filter(([id, value]) => value && !(yearly && id === honours.id)).length
			};
		})
		.filter(({ key, value }) => key !== noCampaign || indicators.some((indicator) => value(indicator)));
}

/** One indicator by campaign, with the comparison, as a ranking; without the entries that name none. */
export function rankedCampaigns(figures: CampaignFigures, scope: Scope, indicator: Indicator): MemberRow[] {
	const { spans, lists, language } = scope;
	return campaignsOf(lists, language).map(({ key, name }) => {
		const own = figures.get(key);
		const { now: figure, base } = own ? comparedFigures(own, {}, spans, indicator) : { now: null, base: null };
		return {
			...{ key, name, short: name, expected: false, figure, value: figure?.value ?? null, base: base?.value ?? null },
			...guardedChange(indicator, figure, base, spans),
			provisional: false
		};
	});
}
