import type { Indicator } from '#lib/indicators/indicator.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { Figures } from '../figure.ts';
import { leadSentence } from '../lead.ts';
import { completenessOf, memberRows, rankRows, type MemberRow } from '../member-rows.ts';
import type { Scope } from '../scope.ts';
import { leadFigures } from '../sentence-figures.ts';
import { comparedFigures, figureOver } from '../spans.ts';
import { titleInSentence } from '../words.ts';
import { sharedWhole } from './queries.ts';
import { regionsColumns } from './regions-table.ts';

/** What the page asked for, and what the release answered. */
export interface RegionsAnswers {
	readonly scope: Scope;
	/** The indicators of the table, the page's own among them. */
	readonly shown: readonly Indicator[];
	readonly regions: Figures;
	/** Of home and of the place that the page is about. */
	readonly whole: Figures;
}

/** Everything that the page draws, from its answers alone. `href` leads to a region's own page, by its key. */
export function regionsDrawn({ scope, shown, regions, whole }: RegionsAnswers, href: (key: string) => string) {
	const { indicator, language, memberWords } = scope;
	const rows = memberRows(scope.members, 'region', regions, scope);
	const ranks = rankRows(rows, indicator);
	const reporting = memberRows(scope.reporting, 'region', regions, scope);
	const completeness = completenessOf(reporting, indicator);
	/** The place that the page is about is not always among the regions compared: groups, home. */
	const own = rows.find((row) => row.key === scope.place.key) ?? null;
	const { now, base } = saidOf(own, own ? regions : whole, scope);
	const ranked = ranks.filter((row) => row.rank !== null).length;
	/** Units that owe no report and gave none stand on the map only. */
	const listed = ranks.filter((row) => row.value !== null || row.expected);
	return {
		rows,
		own,
		completeness,
		sum: completeSum(whole, scope),
		rankingTitle:
			ranked > 0
				? m.regions_ranking_title({
						indicator: titleInSentence(indicator.short[language], language),
						count: ranked,
						...memberWords
					})
				: undefined,
		/** The rows of the table, in their order. */
		listed,
		tableTitle: m.regions_table_title({ count: listed.length, indicators: shown.length, ...memberWords }),
		columns: regionsColumns(scope, regions, shown, href, listed),
		sentence: leadSentence(scope, now, base, own ? null : completeness),
		figures: leadFigures(scope, now, base, !own && completeness ? reporting : null)
	};
}

/** The figure that the sentence says, and what it is compared with. */
function saidOf(own: MemberRow | null, figures: Figures, { place, spans, indicator }: Scope) {
	const { now, base } = comparedFigures(figures, { region: place.key }, spans, indicator);
	return { now: own ? own.figure : now, base };
}

/** Shares are of what is compared, and only once that is complete. */
function completeSum(whole: Figures, scope: Scope): number | null {
	const all = figureOver(whole, { region: sharedWhole(scope).key }, scope.spans.current, scope.indicator);
	return all && all.complete !== false ? all.value : null;
}
