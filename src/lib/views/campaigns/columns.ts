import type { Indicator } from '#lib/indicators/indicator.ts';
import type { Column } from '#lib/components/table.ts';
import { m } from '#lib/messages/generated/messages.js';
import { shownPeriod } from '../panel-facts.ts';
import type { Scope } from '../scope.ts';
import { columnText, titleWithUnit } from '../words.ts';
import { honours } from './measured.ts';
import { campaignQuestion } from './questions.ts';
import type { CampaignRow } from './rows.ts';

/**
 * Campaigns down, what they have moved across. `yearly`: the scope of the year whose honours are shown; null where it is
 * the page's.
 */
export function campaignColumns(
	rows: readonly CampaignRow[],
	indicators: readonly Indicator[],
	scope: Scope,
	yearly: Scope | null = null
): Column<CampaignRow>[] {
	const { language } = scope;
	return [
		{ key: 'name', title: m.campaigns_campaign(), kind: 'pinyin', value: (row) => row.name },
		...indicators.map((indicator): Column<CampaignRow> => {
			const shown = columnText(
				rows.map((row) => row.value(indicator)),
				indicator,
				language
			);
			const year = indicator === honours ? yearly : null;
			const title = titleWithUnit(indicator, language);
			return {
				key: indicator.id,
				title: year ? m.campaigns_of_year({ title, year: shownPeriod(year) }) : title,
				kind: 'number',
				value: (row) => row.value(indicator),
				text: (row) => shown(row.value(indicator)),
				explain: (row) => campaignQuestion(year ?? scope, row, indicator)
			};
		})
	];
}
