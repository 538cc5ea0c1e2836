import type { Row } from '#lib/engine/connector.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { figuresQuery } from '#lib/indicators/lookup.ts';
import type { Query } from '#lib/query/query.ts';
import { figuresOf, type Figures } from '../figure.ts';
import { memberSet } from '../members.ts';
import { nowAndThen } from '../questions.ts';
import type { Scope } from '../scope.ts';

/** What is not entered under any campaign. */
export const noCampaign = 'all';

/** The figures of each campaign, by its code. */
export type CampaignFigures = ReadonlyMap<string, Figures>;

/** Indicators of registers by campaign at the page's place, now and then: one statement for all registers. */
export function byCampaignQuery(scope: Scope, indicators: readonly Indicator[]): Query<CampaignFigures> {
	const { campaign: _, ...narrowing } = scope.narrowing;
	const selection = { ...narrowing, region: [memberSet(scope.place)], period: nowAndThen(scope) };
	const { sql, read } = figuresQuery(indicators, ['campaign'], selection);
	return {
		sql,
		parse: (rows: Row[]) =>
			new Map(
				[...Map.groupBy(read(rows), ({ campaign }) => String(campaign ?? noCampaign))].map(
					([campaign, own]) => [campaign, figuresOf(own)] as const
				)
			)
	};
}
