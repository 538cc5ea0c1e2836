import { formatShare } from '#lib/format/number.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { m } from '#lib/messages/generated/messages.js';
import { shownPeriod } from '../panel-facts.ts';
import { firstFinding } from '../findings.ts';
import type { MemberRow } from '../member-rows.ts';
import type { Scope } from '../scope.ts';
import type { SentenceFigure } from '#lib/components/sentence-figures.ts';
import { countQuestion, shareQuestion } from '../derived-question.ts';
import { sentence, titleInSentence, inSentence } from '../words.ts';
import { honours } from './measured.ts';
import { campaignQuestion } from './questions.ts';
import type { CampaignRow } from './rows.ts';
import { noCampaign } from './queries.ts';

/**
 * The sentence that opens the page: how many campaigns have entries, which has the most of the chosen kind, and how much
 * is entered under none. With a campaign chosen, what it has moved instead. `yearly` as for the columns of the table.
 */
export function campaignsSentence(
	rows: readonly CampaignRow[],
	chosen: string | null,
	indicator: Indicator,
	shown: readonly Indicator[],
	scope: Scope,
	yearly: Scope | null = null
): string {
	const { language, place } = scope;
	const own = rows.find(({ key }) => key === chosen && key !== noCampaign);
	const period = shownPeriod(scope);
	if (own) {
		const facts = shown.flatMap((one) => {
			const value = own.value(one);
			if (!value) return [];
			const title = titleInSentence(one.short[language], language);
			const said = one === honours && yearly ? m.campaigns_in_year({ title, year: shownPeriod(yearly) }) : title;
			return [m.campaigns_fact({ title: said, value: inSentence(value, one, language) })];
		});
		if (facts.length === 0) return sentence(period, m.campaigns_lead_nothing({ place: place.name, name: own.name }));
		return sentence(period, m.campaigns_lead_own({ place: place.name, name: own.name }), ...facts.slice(0, 5));
	}
	const campaigns = rows.filter(({ key }) => key !== noCampaign);
	const begun = campaigns.filter(({ kinds }) => kinds > 0);
	const [first, second] = campaigns
		.flatMap((row) => {
			const value = row.value(indicator);
			return value === null ? [] : [{ ...row, value }];
		})
		.toSorted((a, b) => b.value - a.value);
	const lead = first?.value === second?.value ? m.campaigns_lead_level : m.campaigns_lead_first;
	const outside = rows.find(({ key }) => key === noCampaign)?.value(indicator) ?? null;
	const total = rows.reduce((sum, row) => sum + (row.value(indicator) ?? 0), 0);
	const title = titleInSentence(indicator.short[language], language);
	return sentence(
		period,
		m.campaigns_lead({ place: place.name, begun: begun.length, count: campaigns.length }),
		first && lead({ name: first.name, title, value: inSentence(first.value, indicator, language) }),
		outside !== null && total > 0 && m.campaigns_lead_outside({ title, share: formatShare(outside / total) })
	);
}

/**
 * The title over the ranking of campaigns: who has the most, and how much of the whole that the share is of names no
 * campaign, which no bar shows.
 */
export function rankedTitle(
	ranked: readonly MemberRow[],
	rows: readonly CampaignRow[],
	whole: number | null,
	scope: Scope
): string {
	const { indicator, language } = scope;
	const finding = firstFinding(ranked, whole, scope);
	const outside = rows.find(({ key }) => key === noCampaign)?.value(indicator) ?? null;
	if (!outside || whole === null) return finding;
	const [part, all] = [outside, whole].map((value) => inSentence(value, indicator, language));
	return m.campaigns_ranked_title({ finding, outside: part ?? '', whole: all ?? '' });
}

/** The numbers of that sentence, in its order. */
export function campaignsFigures(
	rows: readonly CampaignRow[],
	chosen: string | null,
	indicator: Indicator,
	shown: readonly Indicator[],
	scope: Scope,
	yearly: Scope | null = null
): SentenceFigure[] {
	const { language, place } = scope;
	const figure = (row: CampaignRow, one: Indicator): SentenceFigure => ({
		text: inSentence(row.value(one), one, language),
		explain: () => campaignQuestion((one === honours && yearly) || scope, row, one)
	});
	const own = rows.find(({ key }) => key === chosen && key !== noCampaign);
	if (own)
		return shown
			.filter((one) => own.value(one))
			.slice(0, 5)
			.map((one) => figure(own, one));
	const campaigns = rows.filter(({ key }) => key !== noCampaign);
	const counted = (some: readonly CampaignRow[]): SentenceFigure => ({
		text: String(some.length),
		explain: () =>
			countQuestion(
				[place.name, m.campaigns_nav(), shownPeriod(scope)].join(' · '),
				some.map((row) => ({
					label: row.name,
					value: inSentence(row.value(indicator), indicator, language),
					question: row.value(indicator) === null ? null : campaignQuestion(scope, row, indicator)
				}))
			)
	});
	const begun = counted(campaigns.filter(({ kinds }) => kinds > 0));
	const all = counted(campaigns);
	const [first] = campaigns
		.filter((row) => row.value(indicator) !== null)
		.toSorted((a, b) => (b.value(indicator) ?? 0) - (a.value(indicator) ?? 0));
	const outside = rows.find(({ key }) => key === noCampaign);
	const total = rows.reduce((sum, row) => sum + (row.value(indicator) ?? 0), 0);
	const value = outside?.value(indicator) ?? null;
	return [
		...(language === 'zh' ? [all, begun] : [begun, all]),
		...(first ? [figure(first, indicator)] : []),
		...(outside && value !== null && total > 0
			? [
					{
						text: formatShare(value / total),
						explain: () =>
							shareQuestion(
								{ question: campaignQuestion(scope, outside, indicator), value },
								{ question: null, value: total },
								scope
							)
					}
				]
			: [])
	];
}
