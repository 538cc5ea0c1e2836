import type { HeatmapCell, HeatmapLabel } from '#lib/charts/heatmap.ts';
import type { Column } from '#lib/components/table.ts';
import { formatExact, formatNumber, formatShare } from '#lib/format/number.ts';
import { coverageGaps, type CoverageGaps } from '#lib/indicators/coverage-gaps.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { Figures } from '../figure.ts';
import { matrixColumns } from '../matrix-columns.ts';
import { industryName } from '../narrowing-names.ts';
import { shortSection } from '../section-names.ts';
import type { Scope } from '../scope.ts';
import { figureOver } from '../spans.ts';
import { cellQuestion } from '../trace-question.ts';
import { bare, inTable } from '../words.ts';
import { keyMark, marked, type KeyIndustries } from './key-industries.ts';
import { sectionCodes } from '../sections.ts';

/** A cell with nothing. */
export interface Gap {
	readonly key: string;
	readonly region: string;
	readonly industry: string;
	readonly regionName: string;
	readonly industryName: string;
	readonly why: 'missing' | 'zero';
	/** Whether the industry is a key one. */
	readonly important: boolean;
	/** Who works there; null where that is not known. */
	readonly workers: number | null;
	/** A region without a single entry stands once, for all its sections. */
	readonly whole: boolean;
}

/** The table of regions and sections, and what is empty in it, those with the most workers first. */
export interface Coverage {
	readonly rows: readonly HeatmapLabel[];
	readonly columns: readonly HeatmapLabel[];
	readonly cells: readonly HeatmapCell[];
	/** One a cell, and one for each region that has nothing at all. */
	readonly gaps: readonly Gap[];
	/** Empty cells of key industries, and the regions that have nothing at all. */
	readonly important: number;
	readonly silent: readonly string[];
	readonly found: CoverageGaps;
}

/**
 * Coverage of the cells in which somebody works: where workers are reported by section, a section of which nobody
 * reports any and that has no figure is no gap. Null where no cell has a figure.
 */
export function coverageOf(
	scope: Scope,
	figures: Figures,
	workers: Indicator | null,
	key: KeyIndustries
): Coverage | null {
	const { lists, language, filters, place, indicator, spans } = scope;
	const value = (region: string, industry: string, one: Indicator = indicator) =>
		figureOver(figures, { region, industry }, spans.current, one)?.value ?? null;
	const staff = (region: string, industry: string) => (workers ? value(region, industry, workers) : null);
	const all = sectionCodes(scope);
	const members = scope.members.filter(
		(member) => member.expected || all.some((code) => value(member.key, code) !== null)
	);
	const staffed = members.some((member) => all.some((code) => (staff(member.key, code) ?? 0) > 0));
	const sections = all.filter((code) =>
		members.some((member) =>
			staffed
				? (staff(member.key, code) ?? 0) > 0 || value(member.key, code) !== null
				: value(member.key, code) !== null
		)
	);
	const cells = members.flatMap((member) =>
		sections.map((industry) => ({ region: member.key, industry, value: value(member.key, industry) }))
	);
	if (cells.every((cell) => cell.value === null)) return null;
	const found = coverageGaps(
		members.map((member) => member.key),
		sections,
		cells
	);
	const names = new Map(members.map((member) => [member.key, member.short]));
	const name = (region: string) => names.get(region) ?? region;
	const silent = new Set(found.emptyRegions);
	const partial = found.gaps.filter(({ region }) => !silent.has(region));
	const gaps = partial.map(({ region, industry, why }): Gap => ({
		key: `${region}|${industry}`,
		region,
		industry,
		regionName: name(region),
		industryName: industryName(industry, lists, language),
		why,
		important: key.codes.has(industry),
		workers: staff(region, industry),
		whole: false
	}));
	const wholes = found.emptyRegions.map((region): Gap => ({
		...{ key: region, region, industry: '', regionName: name(region), whole: true, important: false, workers: null },
		industryName: m.balance_gap_all({ count: sections.length }),
		why: cells.some((cell) => cell.region === region && cell.value === 0) ? 'zero' : 'missing'
	}));
	return {
		rows: members.map((member) => ({ key: member.key, name: member.short, selected: member.key === place.key })),
		columns: sections.map((code) => ({
			key: code,
			name: marked(shortSection(code, lists, language), code, key),
			selected: code === filters.industry
		})),
		cells: cells.map((cell) => ({
			row: cell.region,
			column: cell.industry,
			value: cell.value,
			label: bare(cell.value, indicator, language)
		})),
		gaps: [...wholes, ...gaps.toSorted((a, b) => (b.workers ?? -1) - (a.workers ?? -1))],
		important: found.gaps.filter(({ industry }) => key.codes.has(industry)).length,
		silent: found.emptyRegions.map(name),
		found
	};
}

/** What is empty, in a sentence: how many of all, how many of key industries, who has nothing, where most people work. */
export function coverageFinding({ found, gaps, important, silent }: Coverage, scope: Scope): string {
	const { language, memberWords } = scope;
	const cells = { noun: memberWords.many, total: formatExact(found.total), share: formatShare(found.share) };
	if (found.gaps.length === 0) return m.balance_coverage_full(cells);
	const count = formatExact(found.gaps.length);
	const largest = gaps.find(({ workers }) => (workers ?? 0) > 0);
	const names = silent.slice(0, 4).join(m.name_joint());
	return [
		important > 0
			? m.balance_coverage_key({ ...cells, count, important: formatExact(important) })
			: m.balance_coverage_some({ ...cells, count }),
		silent.length > 4
			? m.balance_coverage_silent_more({ names, count: silent.length })
			: silent.length > 0 && m.balance_coverage_silent({ names }),
		largest &&
			m.balance_coverage_largest({
				...{ region: largest.regionName, industry: largest.industryName },
				workers: formatNumber(largest.workers, language)
			})
	]
		.filter((part) => !!part)
		.join('');
}

/** The table of the matrix: a row a region, how many of its sections are empty, then the sections. */
export function coverageColumns(coverage: Coverage, scope: Scope): Column<HeatmapLabel>[] {
	const empty = Map.groupBy(coverage.found.gaps, ({ region }) => region);
	return matrixColumns(coverage, (row) => empty.get(row.key)?.map(({ industry }) => industry) ?? [], {
		row: scope.memberWords.column,
		explain: (region, industry) => cellQuestion(scope, region, industry),
		gaps: m.balance_gaps(),
		value: (value) => (value === null ? m.state_missing() : inTable(value, scope.indicator, scope.language))
	});
}

/** The list of gaps: where, whether it is a key industry, not reported or 0, and how many work there. */
export function gapColumns(scope: Scope, workers: Indicator | null): Column<Gap>[] {
	return [
		{ key: 'region', title: scope.memberWords.column, kind: 'pinyin', value: (gap) => gap.regionName },
		{
			key: 'industry',
			title: m.column_industry(),
			kind: 'pinyin',
			value: (gap) => gap.industryName,
			text: (gap) => (gap.important ? `${keyMark}${gap.industryName}` : gap.industryName)
		},
		{
			key: 'why',
			title: m.balance_gap_why(),
			kind: 'text',
			value: (gap) => (gap.why === 'missing' ? m.state_missing() : m.balance_gap_zero())
		},
		{
			key: 'workers',
			title: m.balance_gap_workers(),
			kind: 'number',
			value: (gap) => gap.workers,
			text: (gap) => formatExact(gap.workers),
			explain: (gap) => (gap.whole || !workers ? null : cellQuestion(scope, gap.region, gap.industry, workers))
		}
	];
}
