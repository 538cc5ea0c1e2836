import type { Indicator } from '#lib/indicators/indicator.ts';
import type { Column } from '#lib/components/table.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { Scope } from '../scope.ts';
import { columnText, titleWithUnit } from '../words.ts';
import { campaignQuestion } from './questions.ts';
import type { CampaignRow } from './rows.ts';

/** Campaigns down, what they have moved across. */
export function campaignColumns(
	rows: readonly CampaignRow[],
	indicators: readonly Indicator[],
	scope: Scope
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
			return {
				key: indicator.id,
				title: titleWithUnit(indicator, language),
				kind: 'number',
				value: (row) => row.value(indicator),
				text: (row) => shown(row.value(indicator)),
				explain: (row) => campaignQuestion(scope, row, indicator)
			};
		})
	];
}
