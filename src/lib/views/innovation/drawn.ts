import type { FunnelRow } from '#lib/charts/funnel-rows.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import type { Figures } from '../figure.ts';
import { firstFinding } from '../findings.ts';
import { completenessOf, memberRows } from '../member-rows.ts';
import type { Scope } from '../scope.ts';
import { sectionsOf } from '../sections.ts';
import { trendDrawn } from '../trend-drawn.ts';
import { about } from '../whole-scope.ts';
import { conversionFinding, conversions, picturedConversions } from './conversion.ts';
import { steps } from './measured.ts';
import { funnelFinding, memberFunnels, picturedFunnels, type MemberFunnel } from './member-funnels.ts';
import { ownFunnel } from './own-funnel.ts';
import { innovationFigures, innovationSentence } from './sentence.ts';

/** What the page asked for, and what the release answered. */
export interface InnovationAnswers {
	readonly scope: Scope;
	/** The indicator of the map; null where the release has none. */
	readonly density: Indicator | null;
	/** Those of `outcomes` that the release has. */
	readonly brought: readonly Indicator[];
	/** What it earns; null where the release does not say. */
	readonly benefit: Indicator | null;
	/** Everything over the periods at the place. */
	readonly place: Figures;
	readonly regions: Figures;
	readonly industries: Figures;
	/** `registered` by kind; null without a register. */
	readonly kinds: Figures | null;
}

/** The funnels of all regions, or of all industries; their order is not told. */
export interface Funnels {
	readonly rows: readonly MemberFunnel[];
	readonly title: string;
	/** The rows of the picture by key. */
	readonly pictured: ReadonlyMap<string, FunnelRow>;
}

/** No funnels, as long as there is no answer. */
export const noFunnels = (): Funnels => ({ rows: [], title: funnelFinding([]), pictured: new Map() });

/** Everything that the page draws, from its answers alone; which kind is chosen is not among them. */
export function innovationDrawn(answers: InnovationAnswers) {
	const { scope, density, brought, place, regions, industries, kinds } = answers;
	const [own = null] = memberFunnels([scope.place], (region) => ({ region }), place, scope, steps);
	const byRegion = memberFunnels(scope.members, (region) => ({ region }), regions, scope, steps);
	const byIndustry = memberFunnels(sectionsOf(scope), (industry) => ({ industry }), industries, scope, steps);
	const densityScope = density && about(scope, density);
	const [first] = steps;
	const reporting = first ? memberRows(scope.reporting, 'region', regions, scope, first) : [];
	const completeness = first ? completenessOf(reporting, first) : null;
	const counted = scope.place.key === scope.home.key ? completeness : null;
	const kindRows = kinds ? conversions(kinds, scope) : [];
	return {
		own: own && ownFunnel(own, scope),
		funnelsByRegion: funnelsOf(byRegion, scope.place.key, scope),
		funnelsByIndustry: funnelsOf(byIndustry, scope.filters.industry, scope),
		densityRows: densityScope ? memberRows(densityScope.members, 'region', regions, densityScope) : [],
		/** By the indicator's id. */
		outcomes: new Map(brought.map((outcome) => [outcome.id, trendDrawn(place, scope, outcome)])),
		benefits: benefitsOf(answers),
		completeness,
		kindRows,
		kindsTitle: conversionFinding(kindRows),
		kindsPictured: picturedConversions(kindRows),
		sentence: own && innovationSentence(scope, place, own, counted),
		figures: own ? innovationFigures(scope, place, own, counted ? reporting : null) : []
	};
}

function funnelsOf(rows: readonly MemberFunnel[], selected: string | null, scope: Scope): Funnels {
	const drawn = picturedFunnels(rows, selected, steps[0] ?? scope.indicator, scope);
	return { rows, title: funnelFinding(rows), pictured: new Map(drawn.map((row) => [row.key, row])) };
}

/** What it earns over time and by industry; `whole`: what the industries are shares of, null where that is not certain. */
function benefitsOf({ scope: asked, benefit, place, industries }: InnovationAnswers) {
	if (!benefit) return null;
	const scope = about(asked, benefit);
	const rows = memberRows(sectionsOf(asked), 'industry', industries, scope);
	const all = scope.filters.industry ? null : memberRows([scope.place], 'region', place, scope)[0];
	const whole = all && !all.provisional ? all.value : null;
	return { rows, whole, trend: trendDrawn(place, scope), rowsTitle: firstFinding(rows, whole, scope) };
}
