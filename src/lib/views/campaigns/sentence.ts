import { formatShare } from '#lib/format/number.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { m } from '#lib/messages/generated/messages.js';
import { shownPeriod } from '../panel-facts.ts';
import type { Scope } from '../scope.ts';
import { sentence, titleInSentence, inSentence } from '../words.ts';
import type { CampaignRow } from './rows.ts';
import { noCampaign } from './queries.ts';

/**
 * The sentence that opens the page: how many campaigns have entries, which has the most of the chosen kind, and how much
 * is entered under none. With a campaign chosen, what it has moved instead.
 */
export function campaignsSentence(
	rows: readonly CampaignRow[],
	chosen: string | null,
	indicator: Indicator,
	shown: readonly Indicator[],
	scope: Scope
): string {
	const { language, place } = scope;
	const own = rows.find(({ key }) => key === chosen && key !== noCampaign);
	const period = shownPeriod(scope);
	if (own) {
		const facts = shown.flatMap((one) => {
			const value = own.value(one);
			return value
				? [
						m.campaigns_fact({
							title: titleInSentence(one.short[language], language),
							value: inSentence(value, one, language)
						})
					]
				: [];
		});
		if (facts.length === 0) return sentence(period, m.campaigns_lead_nothing({ place: place.name, name: own.name }));
		return sentence(period, m.campaigns_lead_own({ place: place.name, name: own.name }), ...facts.slice(0, 5));
	}
	const campaigns = rows.filter(({ key }) => key !== noCampaign);
	const begun = campaigns.filter(({ kinds }) => kinds > 0);
	const [first] = campaigns
		.flatMap((row) => {
			const value = row.value(indicator);
			return value === null ? [] : [{ ...row, value }];
		})
		.toSorted((a, b) => b.value - a.value);
	const outside = rows.find(({ key }) => key === noCampaign)?.value(indicator) ?? null;
	const total = rows.reduce((sum, row) => sum + (row.value(indicator) ?? 0), 0);
	const title = titleInSentence(indicator.short[language], language);
	return sentence(
		period,
		m.campaigns_lead({ place: place.name, begun: begun.length, count: campaigns.length }),
		first && m.campaigns_lead_first({ name: first.name, title, value: inSentence(first.value, indicator, language) }),
		outside !== null && total > 0 && m.campaigns_lead_outside({ title, share: formatShare(outside / total) })
	);
}
