import type { YearStart } from '#lib/dimensions/period.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import type { Figures } from '../figure.ts';
import { leadSentence } from '../lead.ts';
import { completenessOf, memberRows } from '../member-rows.ts';
import type { Scope } from '../scope.ts';
import { leadFigures } from '../sentence-figures.ts';
import { namedIndustries, sectionCodes } from '../sections.ts';
import { comparedFigures } from '../spans.ts';
import type { StatedTarget } from '../target-pace.ts';
import { trendDrawn } from '../trend-drawn.ts';
import { tileOf } from './tiles.ts';

/** The answers of the overview and what they were asked for. */
interface OverviewAnswers {
	readonly scope: Scope;
	readonly shown: readonly Indicator[];
	readonly targets: readonly StatedTarget[];
	readonly yearStart: YearStart;
	readonly place: Figures;
	readonly regions: Figures;
	readonly industries: Figures;
}

/** Everything that the overview draws, from its answers alone. */
export function overviewOf({ scope, shown, targets, yearStart, place, regions, industries }: OverviewAnswers) {
	const at = { region: scope.place.key };
	const { now, base } = comparedFigures(place, at, scope.spans, scope.indicator);
	const reporting = memberRows(scope.reporting, 'region', regions, scope);
	const completeness = completenessOf(reporting, scope.indicator);
	const home = scope.place.key === scope.home.key;
	return {
		tiles: shown.map((indicator) => tileOf(indicator, scope, place, targets, yearStart)),
		trend: trendDrawn(place, scope),
		regionRows: memberRows(scope.members, 'region', regions, scope),
		industryRows: memberRows(namedIndustries(sectionCodes(scope), scope), 'industry', industries, scope),
		whole: now && now.complete !== false ? now.value : null,
		completeness,
		sentence: leadSentence(scope, now, base, home ? completeness : null),
		figures: leadFigures(scope, now, base, home && completeness ? reporting : null)
	};
}
