import type { Indicator } from '#lib/indicators/indicator.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { Figures } from '../figure.ts';
import { firstFinding } from '../findings.ts';
import { leadSentence } from '../lead.ts';
import { memberRows, rankRows, type MemberRow } from '../member-rows.ts';
import type { Scope } from '../scope.ts';
import { leadFigures } from '../sentence-figures.ts';
import { comparedFigures } from '../spans.ts';
import { trendDrawn } from '../trend-drawn.ts';
import { inSentence, titleInSentence } from '../words.ts';
import { indicatorColumns, indicatorRows } from './region-profile.ts';
import type { Relatives } from './relatives.ts';

/** What a region's page asked for, and what the release answered. */
export interface RegionAnswers extends Relatives {
	readonly scope: Scope;
	/** The indicators of the table. */
	readonly indicators: readonly Indicator[];
	/** Every indicator of the region, the one above it and its peers. */
	readonly profile: Figures;
	/** The page's indicator over time. */
	readonly trail: Figures;
	/** The page's indicator of the parts; null where there are none. */
	readonly below: Figures | null;
}

/** Everything that a region's page draws, from its answers alone. */
export function regionDrawn({ scope, parent, peers, parts, indicators, profile, trail, below }: RegionAnswers) {
	const at = { region: scope.place.key };
	const { now, base } = comparedFigures(trail, at, scope.spans, scope.indicator);
	const whole = now && now.complete !== false ? now.value : null;
	const peerRows = memberRows(peers, 'region', profile, scope);
	const partRows = below ? memberRows(parts, 'region', below, scope) : [];
	return {
		/** The rows of the table: an indicator each. */
		rows: indicatorRows(scope, profile, indicators, parent, peers),
		columns: indicatorColumns(scope, parent),
		trend: trendDrawn(trail, scope),
		peerRows,
		peersTitle: standingFinding(peerRows, scope) ?? firstFinding(peerRows, null, scope),
		partRows,
		partsTitle: firstFinding(partRows, whole, scope),
		hasParts: partRows.some((row) => row.value !== null),
		/** The region's own figure, for the shares of its parts; null unless it is complete. */
		whole,
		sentence: leadSentence(scope, now, base, null, ''),
		figures: leadFigures(scope, now, base)
	};
}

/** Where the region stands among its peers, which its own page says rather than who is first; null without a rank. */
function standingFinding(
	rows: readonly MemberRow[],
	{ place, indicator, language, memberWords }: Scope
): string | null {
	const ranked = rankRows(rows, indicator).filter(({ rank }) => rank !== null);
	const own = ranked.find(({ key }) => key === place.key);
	if (!own?.rank || ranked.length < 2) return null;
	return m.region_standing({
		name: own.short,
		indicator: titleInSentence(indicator.short[language], language),
		value: inSentence(own.value, indicator, language),
		rank: own.rank,
		count: ranked.length,
		...memberWords
	});
}
