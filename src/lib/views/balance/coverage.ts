import type { HeatmapCell, HeatmapLabel } from '#lib/charts/heatmap.ts';
import type { Column } from '#lib/components/table.ts';
import { formatExact, formatNumber, formatShare } from '#lib/format/number.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { m } from '#lib/messages/generated/messages.js';
import { countedPairs, type CountedPairs } from '../counted-pairs.ts';
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
	/** unknown: of a region that does not count, see `countedPairs`. */
	readonly why: 'missing' | 'zero' | 'unknown';
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
	/** One a cell that counts, and one for each region that has nothing at all or does not count. */
	readonly gaps: readonly Gap[];
	/** Empty cells of key industries, and the regions that have nothing at all. */
	readonly important: number;
	readonly silent: readonly string[];
	/** Those who have not told who works where, and do not count. */
	readonly uncounted: readonly string[];
	readonly found: CountedPairs;
}

/**
 * Coverage of the pairs that count by `countedPairs`; `staff` are the workers of all members together. Null where no cell
 * has a figure.
 */
export function coverageOf(
	scope: Scope,
	figures: Figures,
	workers: Indicator | null,
	key: KeyIndustries,
	staff: Figures | null = null
): Coverage | null {
	const { lists, language, filters, place, indicator, spans } = scope;
	const value = (region: string, industry: string, one: Indicator = indicator) =>
		figureOver(figures, { region, industry }, spans.current, one)?.value ?? null;
	const working = (region: string, industry: string) => (workers ? value(region, industry, workers) : null);
	const together = (industry: string) =>
		(workers && staff && figureOver(staff, { industry }, spans.current, workers)?.value) ?? null;
	const all = sectionCodes(scope);
	const members = scope.members.filter(
		(member) => member.expected || all.some((code) => value(member.key, code) !== null)
	);
	const regions = members.map((member) => member.key);
	const found = countedPairs({ regions, industries: all, value, workers: working, together });
	const sections = found.industries;
	const cells = members.flatMap((member) =>
		sections.map((industry) => ({ region: member.key, industry, value: value(member.key, industry) }))
	);
	if (cells.every((cell) => cell.value === null)) return null;
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
		workers: working(region, industry),
		whole: false
	}));
	const unknown = members.filter(({ key, expected }) => expected && found.unknown.includes(key));
	const wholes = [...found.emptyRegions, ...unknown.map(({ key }) => key)].map((region): Gap => ({
		...{ key: region, region, industry: '', regionName: name(region), whole: true, important: false, workers: null },
		industryName: found.unknown.includes(region)
			? m.balance_gap_any()
			: m.balance_gap_all({ count: sections.filter((industry) => found.counts(region, industry)).length }),
		why: found.unknown.includes(region)
			? 'unknown'
			: cells.some((cell) => cell.region === region && cell.value === 0)
				? 'zero'
				: 'missing'
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
			blank: cell.value === null && !found.unknown.includes(cell.region) && !found.counts(cell.region, cell.industry),
			label: bare(cell.value, indicator, language)
		})),
		gaps: [...wholes, ...gaps.toSorted((a, b) => (b.workers ?? -1) - (a.workers ?? -1))],
		important: found.gaps.filter(({ industry }) => key.codes.has(industry)).length,
		silent: found.emptyRegions.map(name),
		uncounted: unknown.map(({ short }) => short),
		found
	};
}

/** What is empty, in a sentence: how many of all, how many of key industries, who has nothing, where most people work. */
export function coverageFinding({ found, gaps, important, silent, uncounted }: Coverage, scope: Scope): string {
	const { language, memberWords } = scope;
	const cells = { noun: memberWords.many, total: formatExact(found.total), share: formatShare(found.share) };
	const left = uncountedText(uncounted);
	if (found.gaps.length === 0) return m.balance_coverage_full(cells) + left;
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
			}),
		left
	]
		.filter((part) => !!part)
		.join('');
}

/** Who does not count, by name; empty where all do. */
function uncountedText(uncounted: readonly string[]): string {
	const names = uncounted.slice(0, 4).join(m.name_joint());
	if (uncounted.length > 4) return m.balance_coverage_left_more({ names, count: uncounted.length });
	return uncounted.length > 0 ? m.balance_coverage_left({ names }) : '';
}

/** The table of the matrix: a row a region, how many of its sections are empty, then the sections. */
export function coverageColumns(coverage: Coverage, scope: Scope): Column<HeatmapLabel>[] {
	return matrixColumns(coverage, (row) => coverage.found.gapsOf(row.key), {
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
			value: (gap) =>
				({ missing: m.state_missing, zero: m.balance_gap_zero, unknown: m.balance_gap_unknown })[gap.why]()
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
