import type { HeatmapCell, HeatmapLabel } from '#lib/charts/heatmap.ts';
import type { Column } from '#lib/components/table.ts';
import { formatExact, formatNumber } from '#lib/format/number.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { m } from '#lib/messages/generated/messages.js';
import { countedPairs } from '../counted-pairs.ts';
import type { Figures } from '../figure.ts';
import { matrixColumns } from '../matrix-columns.ts';
import type { MemberRow } from '../member-rows.ts';
import { industryName } from '../narrowing-names.ts';
import { shortSection } from '../section-names.ts';
import type { Scope } from '../scope.ts';
import { sectionCodes } from '../sections.ts';
import { figureOver } from '../spans.ts';
import { cellQuestion } from '../trace-question.ts';
import { studioStock } from './measured.ts';

/** Where there are studios and where there are none, by region and section. */
export interface Coverage {
	readonly rows: readonly HeatmapLabel[];
	readonly columns: readonly HeatmapLabel[];
	readonly cells: readonly HeatmapCell[];
	/** Sections without a single studio at the place, with their workers where these are known. */
	readonly without: readonly { readonly code: string; readonly name: string; readonly workers: number | null }[];
	readonly covered: number;
	readonly total: number;
	/** The regions with the most empty cells, the emptiest first. */
	readonly emptiest: readonly { readonly name: string; readonly gaps: number }[];
	/** The empty sections of a region; null where it has not told who works where and does not count. */
	readonly gapsOf: (region: string) => readonly string[] | null;
	/** Those who do not count. */
	readonly uncounted: readonly string[];
}

/**
 * Coverage of the pairs that count by `countedPairs`. `matrix` has studios and workers by region and section, `sections`
 * the workers of all regions together.
 */
export function coverageOf(
	scope: Scope,
	matrix: Figures,
	workers: Indicator | null,
	sections: readonly MemberRow[]
): Coverage {
	const { lists, language, filters, place } = scope;
	const worked = new Map(sections.map((row) => [row.key, row.value]));
	const value = (one: Indicator, region: string, industry: string) =>
		figureOver(matrix, { region, industry }, scope.spans.current, one)?.value ?? null;
	// A register has no figure for what it does not list; a figure of 0 means the same.
	const count = (region: string, industry: string) => value(studioStock, region, industry) || null;
	const members = scope.members.filter(
		(member) => member.expected || lists.industries.some(({ code }) => count(member.key, code))
	);
	const gaps = countedPairs({
		regions: members.map(({ key }) => key),
		industries: sectionCodes(scope),
		value: count,
		workers: (region, industry) => workers && value(workers, region, industry),
		together: (industry) => worked.get(industry) ?? null
	});
	const shown = gaps.industries;
	return {
		rows: members.map(({ key, short }) => ({ key, name: short, selected: key === place.key })),
		columns: shown.map((code) => ({
			key: code,
			name: shortSection(code, lists, language),
			selected: code === filters.industry
		})),
		cells: members.flatMap(({ key: region }) =>
			shown.map((industry) => {
				const found = count(region, industry);
				const place = { row: region, column: industry };
				if (found !== null) return { ...place, value: found, blank: false, label: formatNumber(found, language) };
				// A hatch is for what was not reported; where people work and the register lists no studio, there is none.
				if (gaps.counts(region, industry)) return { ...place, value: 0, none: true, label: m.studios_coverage_zero() };
				return { ...place, value: null, blank: !gaps.unknown.includes(region), label: '' };
			})
		),
		without: gaps.emptyIndustries.map((code) => ({
			code,
			name: industryName(code, lists, language),
			workers: worked.get(code) ?? null
		})),
		covered: gaps.covered,
		total: gaps.total,
		emptiest: members
			.map(({ key, short }) => ({ name: short, gaps: gaps.gapsOf(key)?.length ?? 0 }))
			.filter((member) => member.gaps > 0)
			.toSorted((a, b) => b.gaps - a.gaps)
			.slice(0, 5),
		gapsOf: gaps.gapsOf,
		uncounted: members.filter(({ key, expected }) => expected && gaps.unknown.includes(key)).map(({ short }) => short)
	};
}

/** What the picture shows: the industries without one by name, or how much is covered where each has some. */
export function coverageFinding({ without, covered, total, columns }: Coverage, noun: string): string {
	const cells = { noun, covered: formatExact(covered), total: formatExact(total) };
	if (without.length === 0) return m.studios_coverage_all({ count: columns.length, ...cells });
	const names = without
		.slice(0, 3)
		.map(({ name }) => name)
		.join(m.name_joint());
	return without.length > 3
		? m.studios_coverage_more({ names, count: without.length, ...cells })
		: m.studios_coverage_some({ names, ...cells });
}

/** What is said of the coverage around its picture. */
export interface CoverageWords {
	readonly title: string;
	/** The industries without a studio, with their workers; empty where none is known. */
	readonly staffed: string;
	/** The regions with the most empty cells; empty where there is none. */
	readonly emptiest: string;
	/** Who does not count; empty where all do. */
	readonly uncounted: string;
}

/** The title of the picture and the names under it. */
export function coverageWords(coverage: Coverage, { language, memberWords }: Scope): CoverageWords {
	return {
		title: coverageFinding(coverage, memberWords.many),
		staffed: coverage.without
			.filter(({ workers }) => workers !== null && workers > 0)
			.map(({ name, workers }) => m.studios_coverage_workers({ name, workers: formatNumber(workers, language) }))
			.join(m.name_joint()),
		emptiest: coverage.emptiest
			.map(({ name, gaps }) => m.studios_coverage_gap({ name, count: gaps }))
			.join(m.name_joint()),
		uncounted: coverage.uncounted.join(m.name_joint())
	};
}

/** The table view: a row a region, how many sections have none, then the sections. */
export function coverageColumns(coverage: Coverage, scope: Scope): Column<HeatmapLabel>[] {
	return matrixColumns(coverage, ({ key }) => coverage.gapsOf(key), {
		row: scope.memberWords.column,
		explain: (region, industry) => cellQuestion(scope, region, industry, studioStock),
		gaps: m.studios_coverage_gaps(),
		value: (value) =>
			value === null ? m.studios_coverage_untold() : value === 0 ? m.studios_none() : formatExact(value)
	});
}
