import { numberOf, printedQuarter, quarters, yearOf } from './calendar.ts';
import { countryModel, unitTotal } from './country-model.ts';
import { sumFigures, type Figures } from './measures.ts';
import { spacedName, type Place } from './places.ts';
import { hasReported, nationalUnits, unitReportedByParts } from './reporting-units.ts';
import { divisionTables, ownershipTables, prefectureTable } from './national-breakdowns.ts';
import { sections } from './sections.ts';
import { countStudios, type Studio } from './studios.ts';
import { allMeasures, formats, industryMeasures, summaryYears } from './summary-columns.ts';
import { summaryFile, type SummaryLayout, type SummaryLine } from './summary-table.ts';
import type { TableFile } from './table-files.ts';

/** Where the register and the report of a unit differ: a finding, not an error. */
const miscounted: Record<string, number> = { 甘肃省: 3, 广西壮族自治区: -2 };

/** All summary tables of the country: provinces, some prefectures, sections, divisions and ownership by quarter. */
export function nationalSummary(seed: string, studios: readonly Studio[]): TableFile[] {
	const model = countryModel(seed);
	const registered = countStudios(studios, (studio) => studio.site.unit.name);
	const totals = model.map((units, quarter) =>
		units.map((rows, unit): Figures => {
			const name = nationalUnits[unit]!.name;
			const count = registered.get(name);
			return {
				...unitTotal(rows),
				studios: (count?.studios[quarter] ?? 0) + (miscounted[name] ?? 0),
				academies: count?.academies[quarter] ?? 0
			};
		})
	);
	const lines = <T>(
		wanted: (quarter: string) => boolean,
		each: (unit: Place, index: number, quarter: number) => T[]
	): T[] =>
		quarters.flatMap((quarter, at) =>
			wanted(quarter)
				? nationalUnits.flatMap((unit, index) => (hasReported(unit.name, quarter) ? each(unit, index, at) : []))
				: []
		);

	const files = provinceTables(totals);
	for (const unit of nationalUnits) {
		if (unit.children.length > 0)
			files.push(
				prefectureTable(
					seed,
					unit,
					totals.map((row) => row[nationalUnits.indexOf(unit)]!)
				)
			);
	}
	for (const year of summaryYears) {
		const coded = year === 2024 || year === 2026;
		files.push(
			summaryFile(
				{
					name: `汇总/${year}年分地区分行业竞赛情况`,
					format: formats[year]!,
					title: `${year}年分地区分行业劳动和技能竞赛情况`,
					period: '统计时期',
					region: '地区',
					industry: coded ? '行业代码' : '所属行业',
					measures: industryMeasures
				},
				lines(
					(quarter) => yearOf(quarter) === year,
					(unit, index, at) =>
						sections
							.map((section, column) => ({
								quarter: quarters[at]!,
								region: unit.name,
								industry: coded ? section.code : section.name,
								figures: model[at]![index]![column]!
							}))
							.filter((line) => line.figures.workers_total! > 0)
				)
			)
		);
	}
	files.push(...divisionTables(seed, model), ...ownershipTables(seed, totals, lines));
	return files;
}

function provinceTables(totals: readonly (readonly Figures[])[]): TableFile[] {
	const own = (at: number): SummaryLine[] =>
		nationalUnits.flatMap((unit, index) =>
			hasReported(unit.name, quarters[at]!) && !(unit.name === unitReportedByParts && yearOf(quarters[at]!) === 2026)
				? [
						{
							quarter: quarters[at]!,
							region: yearOf(quarters[at]!) === 2023 ? spacedName(unit.name) : unit.name,
							figures: totals[at]![index]!
						}
					]
				: []
		);
	const all = (at: number): SummaryLine => {
		const figures = totals[at]!;
		const sum = { ...sumFigures(figures), studios: 0, academies: 0 };
		for (const row of figures) {
			sum.studios += row.studios!;
			sum.academies += row.academies!;
		}
		return { quarter: quarters[at]!, region: '全国', figures: sum };
	};
	const table = (
		layout: Omit<SummaryLayout, 'measures' | 'region'>,
		wanted: (quarter: string) => boolean,
		withTotal = true
	) =>
		summaryFile(
			{ ...layout, region: '地区', measures: allMeasures },
			quarters.flatMap((quarter, at) => (wanted(quarter) ? [...(withTotal ? [all(at)] : []), ...own(at)] : []))
		);
	const files = [
		table(
			{
				name: '汇总/2023年各地区季度汇总表',
				format: 'utf8-bom',
				title: '2023年各地区劳动和技能竞赛季度汇总表',
				period: '季度',
				inTenThousands: true
			},
			(quarter) => yearOf(quarter) === 2023
		),
		table(
			{
				name: '汇总/2025年各地区季度汇总表',
				format: 'xlsx',
				title: '2025年各地区劳动和技能竞赛季度汇总表',
				period: '统计时期'
			},
			(quarter) => yearOf(quarter) === 2025
		)
	];
	for (const quarter of quarters.filter((code) => yearOf(code) === 2024)) {
		files.push(
			table(
				{
					name: `汇总/${printedQuarter(quarter)}各地区汇总表`,
					format: 'gb18030',
					title: `${printedQuarter(quarter)}各地区劳动和技能竞赛汇总表`,
					grouped: true
				},
				(code) => code === quarter
			)
		);
	}
	for (const quarter of quarters.filter((code) => yearOf(code) === 2026)) {
		const last = numberOf(quarter) === 3;
		const notes = [
			`注：四川省由各市州分别填报，见四川省各市州汇总表。`,
			...(last ? ['注：贵州省、青海省本季度尚未报送，暂不汇总全国数。'] : [])
		];
		files.push(
			table(
				{
					name: `汇总/${printedQuarter(quarter)}各地区汇总表`,
					format: 'utf8-bom',
					title: `${printedQuarter(quarter)}各地区劳动和技能竞赛汇总表`,
					period: '统计时期',
					notes
				},
				(code) => code === quarter,
				!last
			)
		);
	}
	return files;
}
