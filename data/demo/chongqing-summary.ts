import { divisionSplitter, ownershipMeasures, ownershipSplitter, placeSplitter } from './breakdowns.ts';
import { numberOf, printedQuarter, quarters, yearOf } from './calendar.ts';
import { countryModel, unitTotal } from './country-model.ts';
import { sumFigures, type Figures } from './measures.ts';
import { chongqingDistricts } from './places.ts';
import { nationalUnits } from './reporting-units.ts';
import { manufacturingDivisions, ownershipShares, sections } from './sections.ts';
import { countStudios, type Studio } from './studios.ts';
import { allMeasures, divisionMeasures, formats, industryMeasures, summaryYears } from './summary-columns.ts';
import { summaryFile, type SummaryLine } from './summary-table.ts';
import type { FileFormat, TableFile } from './table-files.ts';

/** As in the national tables, but the city keeps 2025 in workbooks. */
const cityFormats: Readonly<Record<number, FileFormat>> = { ...formats, 2025: 'xlsx' };

/** These have not reported the third quarter of 2026 yet. */
const late: readonly string[] = ['城口县', '酉阳土家族苗族自治县'];
const reported = (district: string, quarter: string): boolean => quarter !== '2026Q3' || !late.includes(district);

/** The summary tables of 重庆: the city’s own total and its districts; what the country reports for it, to the last person. */
export function chongqingSummary(seed: string, studios: readonly Studio[]): TableFile[] {
	const city = nationalUnits.findIndex((unit) => unit.name === '重庆市');
	const bySection = countryModel(seed).map((units) => units[city]!);
	const split = placeSplitter(seed, '重庆市', chongqingDistricts);
	/** `cells[quarter][section][district]` */
	const cells = bySection.map((rows) => rows.map(split));
	const registered = countStudios(studios, (studio) => studio.site.name);
	const districts = cells.map((rows, quarter) =>
		chongqingDistricts.map((district, index): Figures => ({
			...sumFigures(rows.map((parts) => parts[index]!)),
			studios: registered.get(district.name)?.studios[quarter] ?? 0,
			academies: registered.get(district.name)?.academies[quarter] ?? 0
		}))
	);
	const whole = bySection.map((rows, quarter): Figures => ({
		...unitTotal(rows),
		studios: districts[quarter]!.reduce((sum, figures) => sum + figures.studios!, 0),
		academies: districts[quarter]!.reduce((sum, figures) => sum + figures.academies!, 0)
	}));
	return [
		...districtTables(whole, districts),
		...summaryYears.map((year) => industryTable(year, bySection, cells)),
		divisionTable(seed, bySection),
		...ownershipTables(seed, districts)
	];
}

const quartersOf = (year: number): { quarter: string; at: number }[] =>
	quarters.map((quarter, at) => ({ quarter, at })).filter(({ quarter }) => yearOf(quarter) === year);

function districtTables(whole: readonly Figures[], districts: readonly (readonly Figures[])[]): TableFile[] {
	return summaryYears.flatMap((year) => {
		// 2024 was kept in one file a quarter, with the quarter in the title only.
		const groups = year === 2024 ? quartersOf(year).map((one) => [one]) : [quartersOf(year)];
		return groups.map((group) => {
			const single = group.length === 1;
			const span = single ? printedQuarter(group[0]!.quarter) : `${year}年`;
			const missing = group.some(({ quarter }) => quarter === '2026Q3');
			return summaryFile(
				{
					name: `汇总/${span}各区县汇总表`,
					format: year === 2024 ? 'gb18030' : year === 2025 ? 'xlsx' : 'utf8-bom',
					title: `重庆市${span}各区县劳动和技能竞赛汇总表`,
					...(single ? {} : { period: '统计时期' }),
					region: '所属区县',
					measures: allMeasures,
					inTenThousands: year === 2023,
					grouped: year === 2024,
					notes: missing ? ['注：城口县、酉阳县2026年三季度尚未报送，暂不汇总全市数。'] : []
				},
				group.flatMap(({ quarter, at }) => [
					...(quarter === '2026Q3' ? [] : [{ quarter, region: year === 2023 ? '合计' : '全市', figures: whole[at]! }]),
					...chongqingDistricts.flatMap((district, index) =>
						reported(district.name, quarter)
							? [{ quarter, region: district.name, figures: districts[at]![index]! }]
							: []
					)
				])
			);
		});
	});
}

function industryTable(
	year: number,
	city: readonly (readonly Figures[])[],
	cells: readonly (readonly (readonly Figures[])[])[]
): TableFile {
	return summaryFile(
		{
			name: `汇总/${year}年分区县分行业竞赛情况`,
			format: cityFormats[year]!,
			title: `重庆市${year}年分区县分行业劳动和技能竞赛情况`,
			period: '统计时期',
			region: '所属区县',
			industry: '所属行业',
			measures: industryMeasures
		},
		quartersOf(year).flatMap(({ quarter, at }) =>
			sections.flatMap((section, column): SummaryLine[] => [
				...(numberOf(quarter) === 3 && year === 2026
					? []
					: [{ quarter, region: '重庆市', industry: section.name, figures: city[at]![column]! }]),
				...chongqingDistricts.flatMap((district, index) =>
					reported(district.name, quarter)
						? [{ quarter, region: district.name, industry: section.name, figures: cells[at]![column]![index]! }]
						: []
				)
			])
		)
	);
}

function divisionTable(seed: string, city: readonly (readonly Figures[])[]): TableFile {
	const split = divisionSplitter(seed, '重庆市');
	const manufacturing = sections.findIndex((section) => section.code === 'C');
	const lines = quarters.flatMap((quarter, at) =>
		split(city[at]![manufacturing]!).map((figures, index) => ({
			quarter,
			region: '重庆市',
			industry: manufacturingDivisions[index]!.code,
			figures
		}))
	);
	return summaryFile(
		{
			name: '汇总/制造业分大类季度情况',
			format: 'gb18030',
			title: '重庆市制造业分大类劳动和技能竞赛情况',
			period: '统计时期',
			region: '地区',
			industry: '行业代码',
			measures: divisionMeasures
		},
		lines.filter((line) => line.quarter !== '2026Q3')
	);
}

function ownershipTables(seed: string, districts: readonly (readonly Figures[])[]): TableFile[] {
	const splitters = chongqingDistricts.map((district) => ownershipSplitter(seed, district.name));
	return summaryYears.map((year) =>
		summaryFile(
			{
				name: `汇总/${year}年分区县分企业类型竞赛情况`,
				format: year === 2025 ? 'utf8-bom' : cityFormats[year]!,
				title: `重庆市${year}年分区县分企业类型劳动和技能竞赛情况`,
				period: '统计时期',
				region: '所属区县',
				ownership: '企业类型',
				measures: ownershipMeasures
			},
			quartersOf(year).flatMap(({ quarter, at }) =>
				chongqingDistricts.flatMap((district, index) =>
					reported(district.name, quarter)
						? splitters[index]!(districts[at]![index]!).map((figures, kind) => ({
								quarter,
								region: district.name,
								ownership: ownershipShares[kind]!.name,
								figures
							}))
						: []
				)
			)
		)
	);
}
