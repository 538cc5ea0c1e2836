import { allocate } from './allocate.ts';
import { divisionSplitter, ownershipMeasures, ownershipSplitter, placeSplitter } from './breakdowns.ts';
import { quarters, yearOf } from './calendar.ts';
import { sumFigures, summaryMeasures, type Figures } from './measures.ts';
import type { Place } from './places.ts';
import { nationalUnits } from './reporting-units.ts';
import { manufacturingDivisions, ownershipShares, sections } from './sections.ts';
import { allMeasures, divisionMeasures, formats, summaryYears } from './summary-columns.ts';
import { summaryFile, type SummaryLine } from './summary-table.ts';
import type { TableFile } from './table-files.ts';

/** Figures of a unit by its prefectures. */
export function prefectureTable(seed: string, unit: Place, totals: readonly Figures[]): TableFile {
	const split = placeSplitter(seed, unit.name, unit.children);
	const sizes = unit.children.map((child) => child.size);
	const rows = quarters.flatMap((quarter, at): SummaryLine[] => {
		const parts = split(totals[at]!);
		const studios = allocate(totals[at]!.studios!, sizes);
		const academies = allocate(totals[at]!.academies!, sizes);
		return unit.children.map((child, index) => ({
			quarter,
			region: child.name,
			figures: { ...parts[index]!, studios: studios[index]!, academies: academies[index]! }
		}));
	});
	// One prefecture missed one quarter: the province’s own figure stands, its parts are known to be incomplete.
	const kept = rows.filter((row) => !(row.region === '宿迁市' && row.quarter === '2024Q2'));
	const format = unit.name === '浙江省' ? 'gb18030' : 'utf8-bom';
	return summaryFile(
		{
			name: `汇总/分市/${unit.name}各市州汇总表`,
			format,
			title: `${unit.name}各市州劳动和技能竞赛汇总表`,
			period: '统计时期',
			region: '地区',
			measures: allMeasures
		},
		kept
	);
}

/** Figures of manufacturing by division: the country by quarter, its units by year. */
export function divisionTables(seed: string, model: readonly (readonly (readonly Figures[])[])[]): TableFile[] {
	const manufacturing = sections.findIndex((section) => section.code === 'C');
	const national = quarters.map(() => manufacturingDivisions.map(() => [] as Figures[]));
	const yearly: SummaryLine[] = [];
	nationalUnits.forEach((unit, index) => {
		if (model[0]![index]![manufacturing]!.workers_total === 0) return;
		const split = divisionSplitter(seed, unit.name);
		const byQuarter = quarters.map((_, at) => split(model[at]![index]![manufacturing]!));
		// The country's divisions come from the industrial unions: also of units that are late with their own returns.
		byQuarter.forEach((parts, at) => parts.forEach((part, division) => national[at]![division]!.push(part)));
		for (const year of [2023, 2024, 2025]) {
			const own = quarters.map((code, at) => ({ code, at })).filter(({ code }) => yearOf(code) === year);
			manufacturingDivisions.forEach((division, column) => {
				const parts = own.map(({ at }) => byQuarter[at]![column]!);
				const figures = sumFigures(parts);
				// Stocks stand at the end of the year.
				for (const { name, kind } of summaryMeasures) if (kind === 'stock') figures[name] = parts.at(-1)![name]!;
				yearly.push({
					quarter: own.at(-1)!.code,
					period: `${year}年`,
					region: unit.name,
					industry: division.code,
					figures
				});
			});
		}
	});
	const quarterly = quarters.flatMap((quarter, at) =>
		manufacturingDivisions.map((division, column) => ({
			quarter,
			region: '全国',
			industry: division.name,
			figures: sumFigures(national[at]![column]!)
		}))
	);
	return [
		summaryFile(
			{
				name: '汇总/制造业分大类季度情况',
				format: 'gb18030',
				title: '制造业分大类劳动和技能竞赛情况',
				period: '统计时期',
				region: '地区',
				industry: '所属行业',
				measures: divisionMeasures
			},
			quarterly
		),
		summaryFile(
			{
				name: '汇总/2023-2025年制造业分地区分大类年度情况',
				format: 'utf8-bom',
				title: '制造业分地区分大类劳动和技能竞赛年度情况',
				period: '年份',
				region: '地区',
				industry: '行业代码',
				measures: divisionMeasures
			},
			yearly
		)
	];
}

/** Figures of the units by ownership. */
export function ownershipTables(
	seed: string,
	totals: readonly (readonly Figures[])[],
	lines: (
		wanted: (quarter: string) => boolean,
		each: (unit: Place, index: number, quarter: number) => SummaryLine[]
	) => SummaryLine[]
): TableFile[] {
	const splitters = nationalUnits.map((unit) => ownershipSplitter(seed, unit.name));
	return summaryYears.map((year) =>
		summaryFile(
			{
				name: `汇总/${year}年分地区分企业类型竞赛情况`,
				format: formats[year]!,
				title: `${year}年分地区分企业类型劳动和技能竞赛情况`,
				period: '统计时期',
				region: '地区',
				ownership: '企业类型',
				measures: ownershipMeasures
			},
			lines(
				(quarter) => yearOf(quarter) === year,
				(unit, index, at) =>
					splitters[index]!(totals[at]![index]!).map((figures, kind) => ({
						quarter: quarters[at]!,
						region: unit.name,
						ownership: ownershipShares[kind]!.name,
						figures
					}))
			)
		)
	);
}
