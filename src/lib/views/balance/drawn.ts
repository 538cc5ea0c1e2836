import type { Profile } from '#lib/dimensions/profile.ts';
import { indicatorById } from '#lib/indicators/index.ts';
import type { Figures } from '../figure.ts';
import { keptBy } from '../kept.ts';
import { memberRows, type Named } from '../member-rows.ts';
import type { Scope } from '../scope.ts';
import { sectionsOf } from '../sections.ts';
import { wholeScope } from '../whole-scope.ts';
import { coverageOf } from './coverage.ts';
import { keyIndustriesOf, marked } from './key-industries.ts';
import { spreadOf, type Spread } from './spread.ts';
import { driftItems } from './pictures.ts';
import { balanceFigures } from './questions.ts';
import { balanceSentence } from './words.ts';

/** What the marks of key industries and the sizes of gaps go by; null only if it were not declared. */
export const workers = indicatorById('workers_total') ?? null;

/** What the page is about: one period, compared with nothing, whatever is filtered elsewhere. The same for the same scope. */
export const balanceScope: (asked: Scope) => Scope = keptBy((asked) => {
	const scope = wholeScope(asked);
	const { ownership } = scope.narrowing;
	const { period } = scope.filters;
	return {
		...scope,
		filters: { ...scope.filters, unionSystem: null, campaign: null, comparison: 'none' },
		narrowing: ownership ? { ownership } : {},
		spans: { ...scope.spans, current: [period], base: [] }
	};
});

/** What the page asked for, and what the release answered. */
export interface BalanceAnswers {
	readonly scope: Scope;
	/** Whether the indicator can be split by industry. */
	readonly byIndustry: boolean;
	/** The period that now is compared with. */
	readonly against: string | null;
	readonly profile: Profile | null;
	readonly regions: Figures;
	readonly industries: Figures | null;
	readonly cells: Figures | null;
	readonly staff: Figures | null;
}

/** A spread of which nothing is known. */
export const noSpread = (dimension: Spread['dimension']): Spread => ({
	...{ dimension, periods: [], now: null, first: null, comparison: null, drifts: [], undrawn: 0 }
});

/** Everything that the page draws, from its answers alone. */
export function balanceDrawn({ scope, against, profile, regions, industries, cells, staff }: BalanceAnswers) {
	const plain = sectionsOf(scope);
	const keyIndustries = keyIndustriesOf(
		profile,
		staff && workers ? memberRows(plain, 'industry', staff, scope, workers) : []
	);
	const sections = plain.map((one): Named => ({
		...one,
		name: marked(one.name, one.key, keyIndustries),
		short: marked(one.short, one.key, keyIndustries)
	}));
	const byRegion = spreadOf(scope, 'region', scope.members, regions, against);
	const bySection = industries ? spreadOf(scope, 'industry', sections, industries, against) : noSpread('industry');
	const regionNames = new Map(scope.members.map(({ key, short }) => [key, short]));
	return {
		keyIndustries,
		byRegion,
		bySection,
		regionNames,
		sectionNames: new Map(sections.map(({ key, short }) => [key, short])),
		coverage: cells ? coverageOf(scope, cells, workers, keyIndustries, staff) : null,
		sentence: balanceSentence(scope, byRegion, bySection),
		figures: balanceFigures(scope, byRegion, bySection, driftItems(byRegion, regionNames, scope.filters.period))
	};
}
