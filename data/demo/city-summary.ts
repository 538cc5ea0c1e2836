import { allocate } from './allocate.ts';
import { divisionSplitter, ownershipMeasures, ownershipSplitter, placeSplitter } from './breakdowns.ts';
import { numberOf, printedQuarter, quarters, yearOf } from './calendar.ts';
import { countryModel, unitTotal } from './country-model.ts';
import { sumFigures, type Figures } from './measures.ts';
import type { Place } from './places.ts';
import { nationalUnits } from './reporting-units.ts';
import { manufacturingDivisions, ownershipShares, sections } from './sections.ts';
import { countStudios, type Studio } from './studios.ts';
import { allMeasures, divisionMeasures, formats, industryMeasures, summaryYears } from './summary-columns.ts';
import { summaryFile, type SummaryLine } from './summary-table.ts';
import type { FileFormat, TableFile } from './table-files.ts';

/** As in the national tables, but the city keeps 2025 in workbooks. */
const cityFormats: Readonly<Record<number, FileFormat>> = { ...formats, 2025: 'xlsx' };

/** A home below the country: what its summary tables are made of and how its office words them. */
export interface City {
	/** One of the units that report to the country. */
	readonly name: string;
	readonly places: readonly Place[];
	/** 区县, 市州: between 各 and 汇总表, and behind 分. */
	readonly noun: string;
	/** Header of the column of places. */
	readonly regionHeader: string;
	/** 全市, 全省: how a row for the whole is labelled. */
	readonly whole: string;
	/** These have not reported the third quarter of 2026 yet. */
	readonly late: readonly string[];
	readonly lateNote: string;
	/** Whether its parts report only the figures by section that are looked at most; the whole then has a table of its own. */
	readonly brief?: boolean;
}

/** What the balance of regions and sections is judged by. */
const briefMeasures: readonly string[] = [
	...['units_total', 'units_competing', 'workers_total', 'participations', 'participants'],
	...['suggestions_implemented', 'skilled_workers', 'high_skilled']
];

const reported = (city: City, place: string, quarter: string): boolean =>
	quarter !== '2026Q3' || !city.late.includes(place);

/** The summary tables of a city or province: its own total and its parts; what the country reports for it, to the last person. */
export function citySummary(seed: string, city: City, studios: readonly Studio[]): TableFile[] {
	const unit = nationalUnits.findIndex(({ name }) => name === city.name);
	const bySection = countryModel(seed).map((units) => units[unit]!);
	const split = placeSplitter(seed, city.name, city.places);
	/** `cells[quarter][section][district]` */
	const cells = bySection.map((rows) => rows.map(split));
	const registered = countStudios(studios, (studio) => studio.site.unit.name);
	const districts = cells.map((rows, quarter) =>
		city.places.map((district, index): Figures => ({
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
		...districtTables(city, whole, districts),
		...summaryYears.map((year) => industryTable(city, year, bySection, cells)),
		...(city.brief ? [wholeByIndustry(city, bySection)] : []),
		divisionTable(seed, city, bySection),
		...ownershipTables(seed, city, districts),
		...city.places.flatMap((place, index) =>
			place.children.length > 0
				? [
						partsTable(
							seed,
							place,
							districts.map((row) => row[index]!)
						)
					]
				: []
		)
	];
}

const quartersOf = (year: number): { quarter: string; at: number }[] =>
	quarters.map((quarter, at) => ({ quarter, at })).filter(({ quarter }) => yearOf(quarter) === year);

function districtTables(
	city: City,
	whole: readonly Figures[],
	districts: readonly (readonly Figures[])[]
): TableFile[] {
	return summaryYears.flatMap((year) => {
		// 2024 was kept in one file a quarter, with the quarter in the title only.
		const groups = year === 2024 ? quartersOf(year).map((one) => [one]) : [quartersOf(year)];
		return groups.map((group) => {
			const single = group.length === 1;
			const span = single ? printedQuarter(group[0]!.quarter) : `${year}年`;
			const missing = group.some(({ quarter }) => quarter === '2026Q3');
			return summaryFile(
				{
					name: `汇总/${span}各${city.noun}汇总表`,
					format: year === 2024 ? 'gb18030' : year === 2025 ? 'xlsx' : 'utf8-bom',
					title: `${city.name}${span}各${city.noun}劳动和技能竞赛汇总表`,
					...(single ? {} : { period: '统计时期' }),
					region: city.regionHeader,
					measures: allMeasures,
					inTenThousands: year === 2023,
					grouped: year === 2024,
					notes: missing ? [city.lateNote] : []
				},
				group.flatMap(({ quarter, at }) => [
					...(quarter === '2026Q3'
						? []
						: [{ quarter, region: year === 2023 ? '合计' : city.whole, figures: whole[at]! }]),
					...city.places.flatMap((district, index) =>
						reported(city, district.name, quarter)
							? [{ quarter, region: district.name, figures: districts[at]![index]! }]
							: []
					)
				])
			);
		});
	});
}

function industryTable(
	city: City,
	year: number,
	whole: readonly (readonly Figures[])[],
	cells: readonly (readonly (readonly Figures[])[])[]
): TableFile {
	return summaryFile(
		{
			name: `汇总/${year}年分${city.noun}分行业竞赛情况`,
			format: cityFormats[year]!,
			title: `${city.name}${year}年分${city.noun}分行业劳动和技能竞赛情况`,
			period: '统计时期',
			region: city.regionHeader,
			industry: '所属行业',
			measures: city.brief ? briefMeasures : industryMeasures
		},
		quartersOf(year).flatMap(({ quarter, at }) =>
			sections.flatMap((section, column): SummaryLine[] => [
				...(city.brief || (numberOf(quarter) === 3 && year === 2026)
					? []
					: [{ quarter, region: city.name, industry: section.name, figures: whole[at]![column]! }]),
				...city.places.flatMap((district, index) =>
					reported(city, district.name, quarter)
						? [{ quarter, region: district.name, industry: section.name, figures: cells[at]![column]![index]! }]
						: []
				)
			])
		)
	);
}

/** The whole by section with every figure, where the parts report fewer. */
function wholeByIndustry(city: City, whole: readonly (readonly Figures[])[]): TableFile {
	return summaryFile(
		{
			name: `汇总/${city.whole}分行业竞赛情况`,
			format: 'gb18030',
			title: `${city.name}分行业劳动和技能竞赛情况`,
			period: '统计时期',
			region: '地区',
			industry: '行业代码',
			measures: industryMeasures
		},
		quarters.flatMap((quarter, at) =>
			quarter === '2026Q3'
				? []
				: sections.map((section, column) => ({
						quarter,
						region: city.name,
						industry: section.code,
						figures: whole[at]![column]!
					}))
		)
	);
}

function divisionTable(seed: string, city: City, whole: readonly (readonly Figures[])[]): TableFile {
	const split = divisionSplitter(seed, city.name);
	const manufacturing = sections.findIndex((section) => section.code === 'C');
	const lines = quarters.flatMap((quarter, at) =>
		split(whole[at]![manufacturing]!).map((figures, index) => ({
			quarter,
			region: city.name,
			industry: manufacturingDivisions[index]!.code,
			figures
		}))
	);
	return summaryFile(
		{
			name: '汇总/制造业分大类季度情况',
			format: 'gb18030',
			title: `${city.name}制造业分大类劳动和技能竞赛情况`,
			period: '统计时期',
			region: '地区',
			industry: '行业代码',
			measures: divisionMeasures
		},
		lines.filter((line) => line.quarter !== '2026Q3')
	);
}

function ownershipTables(seed: string, city: City, districts: readonly (readonly Figures[])[]): TableFile[] {
	const splitters = city.places.map((district) => ownershipSplitter(seed, district.name));
	return summaryYears.map((year) =>
		summaryFile(
			{
				name: `汇总/${year}年分${city.noun}分企业类型竞赛情况`,
				format: year === 2025 ? 'utf8-bom' : cityFormats[year]!,
				title: `${city.name}${year}年分${city.noun}分企业类型劳动和技能竞赛情况`,
				period: '统计时期',
				region: city.regionHeader,
				ownership: '企业类型',
				measures: ownershipMeasures
			},
			quartersOf(year).flatMap(({ quarter, at }) =>
				city.places.flatMap((district, index) =>
					reported(city, district.name, quarter)
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

/** What the parts of one place report of themselves: its towns, its counties. */
function partsTable(seed: string, place: Place, totals: readonly Figures[]): TableFile {
	const split = placeSplitter(seed, place.name, place.children);
	const sizes = place.children.map(({ size }) => size);
	return summaryFile(
		{
			name: `汇总/${place.name}所属各单位汇总表`,
			format: 'utf8-bom',
			title: `${place.name}所属各单位劳动和技能竞赛汇总表`,
			period: '统计时期',
			region: '地区',
			measures: allMeasures
		},
		quarters.flatMap((quarter, at) => {
			const [studios, academies] = [totals[at]!.studios!, totals[at]!.academies!].map((sum) => allocate(sum, sizes));
			return split(totals[at]!).map((figures, index) => ({
				quarter,
				region: place.children[index]!.name,
				figures: { ...figures, studios: studios![index]!, academies: academies![index]! }
			}));
		})
	);
}
