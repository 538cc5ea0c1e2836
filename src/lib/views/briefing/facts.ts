import type { Language } from '#lib/format/language.ts';
import { shareOfTotal } from '#lib/indicators/compare.ts';
import type { CoverageGaps } from '#lib/indicators/coverage-gaps.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import type { FigureQuestion } from '#lib/state/tracing.svelte.ts';
import { guardedChange, type GuardedChange } from '../change.ts';
import { countedPairs } from '../counted-pairs.ts';
import type { Figure } from '../figure.ts';
import {
	completenessOf,
	memberRows,
	rankRows,
	type Completeness,
	type MemberRow,
	type RankedRow
} from '../member-rows.ts';
import { industryName } from '../narrowing-names.ts';
import { shortSection } from '../section-names.ts';
import type { Scope } from '../scope.ts';
import { comparedFigures, figureOver, type SpannedFigure } from '../spans.ts';
import { targetRows, type TargetRow } from '../target-rows.ts';
import { placeQuestion } from '../trace-question.ts';
import {
	allIndustries,
	coverageIndustries,
	coverageScope,
	workers,
	type Answers,
	type Asked,
	type Differences
} from './queries.ts';
import type { Surroundings } from './surroundings.ts';

/** Where a place stands among its peers in one indicator. */
export interface Standing {
	readonly rank: number;
	readonly tied: boolean;
	/** How many peers have a figure. */
	readonly ranked: number;
	/** Peers are missing or provisional, so the rank may change. */
	readonly provisional: boolean;
	/** All peers in order, the place among them. */
	readonly among?: readonly RankedRow[];
}

/** An indicator at the page's place: now, then, over time, among peers and against the region above. */
export interface Measured extends GuardedChange {
	readonly indicator: Indicator;
	/** How the figure came about. */
	readonly question: FigureQuestion;
	readonly now: SpannedFigure | null;
	readonly base: SpannedFigure | null;
	/** `>`, `≈` …; null: exactly. */
	readonly qualifier: string | null;
	/** Known, but not all that it is made of has been reported. */
	readonly provisional: boolean;
	/** The periods of the trend up to the page's own. */
	readonly trail: readonly { readonly period: string; readonly figure: Figure | null }[];
	/** Null without peers or a figure. */
	readonly standing: Standing | null;
	/** The same of the region above, or of all industries; null where there is none. */
	readonly above: SpannedFigure | null;
	/** Share of the whole above, 0–1: of complete wholes that add up. */
	readonly share: number | null;
}

/** Pairs of parts and industries in which something is registered, and which have none. */
export interface Coverage extends CoverageGaps {
	readonly indicator: Indicator;
	/** Names by code. */
	readonly names: ReadonlyMap<string, string>;
	/** Parts that have not told who works where, and do not count. */
	readonly uncounted: readonly string[];
	/** How many parts and industries have pairs that count. */
	readonly regions: number;
	readonly industries: number;
}

/** Everything that the sentences of a briefing are made of. Whatever is not known is null or empty, never 0. */
export interface BriefingFacts {
	readonly scope: Scope;
	readonly language: Language;
	readonly surroundings: Surroundings;
	readonly lead: Measured;
	/** The main indicators, the lead apart. */
	readonly main: readonly Measured[];
	readonly rates: readonly Measured[];
	/** The parts of the place that owe a report or have a figure, by the lead. */
	readonly parts: readonly MemberRow[];
	/** The place and its siblings by the lead; none at home. */
	readonly peers: readonly MemberRow[];
	/** The parts by the first main indicator in per cent; empty without one. */
	readonly partRates: { readonly indicator: Indicator; readonly rows: readonly MemberRow[] } | null;
	readonly industries: readonly MemberRow[];
	/** Null where the page is narrowed to an industry: targets are of whole places. */
	readonly targets: readonly TargetRow[] | null;
	readonly coverage: Coverage | null;
	/** Null for a lead from a register, of which no report is owed, and without parts. */
	readonly reports: Completeness | null;
	/** Parts that have reported the lead but not all other reported main figures. */
	readonly blanks: readonly { readonly row: MemberRow; readonly missing: readonly Indicator[] }[];
	/** Null within an industry. */
	readonly differences: Differences | null;
	/** No main indicator has a figure to be compared with: said once instead of in every sentence. */
	readonly baseless: boolean;
}

/** Works out the facts of a briefing from the answers of a release; null without an indicator. */
export function factsOf(answers: Asked & Answers): BriefingFacts | null {
	const { scope, surroundings, main, rates, aims, targets, yearStart } = answers;
	const [first, ...others] = main.map((indicator) => measuredOf(indicator, answers));
	if (!first) return null;
	const { lists, language, filters } = scope;
	const rowsOf = (indicator: Indicator) => partRows(indicator, answers);
	const parts = rowsOf(first.indicator);
	const rate = [first, ...others].find(({ indicator }) => indicator.unit.en === '%')?.indicator ?? null;
	const reports = parts.length > 1 && !filters.industry ? completenessOf(parts, first.indicator) : null;
	const reported = [first, ...others].filter(({ indicator, now }) => indicator.numerator.source === 'cell' && now);
	const byReported = reported.map(({ indicator }) => ({ indicator, rows: rowsOf(indicator) }));
	return {
		scope,
		language,
		surroundings,
		lead: first,
		main: others,
		rates: rates.map((indicator) => measuredOf(indicator, answers)).filter(({ now }) => now?.value != null),
		parts,
		peers: memberRows(surroundings.peers, 'region', answers.regions, scope, first.indicator),
		partRates: rate && { indicator: rate, rows: rowsOf(rate) },
		industries: memberRows(
			surroundings.industries.map((code) => {
				const name = industryName(code, lists, language);
				return { key: code, name, short: shortSection(code, lists, language) };
			}),
			'industry',
			answers.industries,
			scope,
			first.indicator
		),
		targets: filters.industry ? null : targetRows(aims, targets, filters.period, language, yearStart),
		coverage: coverageOf(answers),
		reports,
		blanks: reports ? blanksOf(parts, byReported) : [],
		differences: answers.differences,
		baseless: [first, ...others].every(({ base }) => base?.value == null)
	};
}

function measuredOf(indicator: Indicator, answers: Asked & Answers): Measured {
	const { scope, place, surroundings, industries, regions, qualifiers } = answers;
	const { spans, filters } = scope;
	const at = { region: scope.place.key };
	const { now, base } = comparedFigures(place, at, spans, indicator);
	const byIndustry = surroundings.industryPeers.length > 0;
	const above = byIndustry
		? figureOver(industries, { industry: allIndustries }, spans.current, indicator)
		: surroundings.above &&
			[regions, answers.above].reduce<SpannedFigure | null>(
				(found, figures) =>
					found ??
					(figures && figureOver(figures, { region: surroundings.above?.key ?? '' }, spans.current, indicator)),
				null
			);
	const upTo = spans.trail.slice(0, spans.trail.indexOf(filters.period) + 1);
	return {
		indicator,
		question: placeQuestion(scope, indicator),
		now,
		base,
		...guardedChange(indicator, now, base, spans),
		qualifier: qualifiers?.get(indicator.id) ?? null,
		provisional: now?.value != null && now.complete === false,
		trail: upTo.map((period) => ({ period, figure: place.at({ ...at, indicator: indicator.id, period }) })),
		standing: standingOf(indicator, answers),
		above,
		share: above?.complete === false ? null : shareOfTotal(indicator, now?.value ?? null, above?.value ?? null)
	};
}

function standingOf(
	indicator: Indicator,
	{ scope, surroundings, regions, industries }: Asked & Answers
): Standing | null {
	const { peers, industryPeers } = surroundings;
	const byIndustry = industryPeers.length > 0;
	const named = byIndustry
		? industryPeers.map((key) => {
				const name = industryName(key, scope.lists, scope.language);
				return { key, name, short: name };
			})
		: peers;
	const rows = memberRows(
		named,
		byIndustry ? 'industry' : 'region',
		byIndustry ? industries : regions,
		scope,
		indicator
	);
	const ranked: readonly RankedRow[] = rankRows(rows, indicator);
	const own = ranked.find(({ key }) => key === (byIndustry ? scope.filters.industry : scope.place.key));
	if (!own || own.rank === null) return null;
	const owed = indicator.numerator.source === 'cell' && !scope.filters.industry;
	return {
		rank: own.rank,
		tied: own.tied,
		ranked: ranked.filter(({ rank }) => rank !== null).length,
		provisional: ranked.some((row) => row.provisional || (owed && row.expected && row.value === null)),
		among: ranked
	};
}

/** A part that owes nothing and has nothing is no part of a briefing. */
function partRows(indicator: Indicator, { scope, surroundings, regions }: Asked & Answers): MemberRow[] {
	const rows = memberRows(surroundings.parts, 'region', regions, scope, indicator);
	return rows.filter((row) => row.expected || row.value !== null);
}

function blanksOf(
	parts: readonly MemberRow[],
	reported: readonly { readonly indicator: Indicator; readonly rows: readonly MemberRow[] }[]
): BriefingFacts['blanks'] {
	return parts
		.filter((row) => row.value !== null && row.expected)
		.flatMap((row) => {
			const missing = reported
				.filter(({ rows }) => rows.find(({ key }) => key === row.key)?.value === null)
				.map(({ indicator }) => indicator);
			return missing.length === 0 ? [] : [{ row, missing }];
		});
}

/** Coverage of the pairs that count by `countedPairs`. */
function coverageOf(answers: Asked & Answers): Coverage | null {
	const { scope, surroundings, coverage: indicator, matrix } = answers;
	if (!indicator || !matrix) return null;
	const { spans, lists, language } = scope;
	const asked = coverageIndustries(scope, surroundings);
	const valueIn = (one: Indicator) => (region: string, industry: string) =>
		figureOver(matrix, { region, industry }, spans.current, one)?.value ?? null;
	const value = valueIn(indicator);
	// Who owes no report has no gaps.
	const members = coverageScope(scope, surroundings).members.filter(
		({ key, expected }) => expected || asked.some((code) => value(key, code) !== null)
	);
	const pairs = countedPairs({
		regions: members.map(({ key }) => key),
		industries: asked,
		value,
		workers: valueIn(workers),
		together: (industry) => figureOver(answers.industries, { industry }, spans.current, workers)?.value ?? null
	});
	const counted = members.filter(({ key }) => asked.some((code) => pairs.counts(key, code)));
	const industries = asked.filter((code) => members.some(({ key }) => pairs.counts(key, code)));
	if (pairs.covered === 0 && members.every(({ key }) => asked.every((code) => value(key, code) === null))) return null;
	const named = ({ name, short }: { readonly name: string; readonly short: string }) =>
		language === 'en' ? short : name;
	return {
		...pairs,
		indicator,
		names: new Map([
			...members.map((one): [string, string] => [one.key, named(one)]),
			...industries.map((code): [string, string] => [code, industryName(code, lists, language)])
		]),
		uncounted: members.filter(({ key, expected }) => expected && pairs.unknown.includes(key)).map(named),
		regions: counted.length,
		industries: industries.length
	};
}
