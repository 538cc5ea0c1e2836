import { allocate } from './allocate.ts';
import { divisionSplitter, ownershipMeasures, ownershipSplitter, placeSplitter } from './breakdowns.ts';
import { numberOf, printedQuarter, quarters, yearOf } from './calendar.ts';
import { countryModel, unitTotal } from './country-model.ts';
import { sumFigures, summaryMeasures, type Figures } from './measures.ts';
import { spacedName, type Place } from './places.ts';
import { hasReported, nationalUnits, unitReportedByParts } from './reporting-units.ts';
import { manufacturingDivisions, ownershipShares, sections } from './sections.ts';
import { countStudios, type Studio } from './studios.ts';
import { summaryFile, type SummaryLayout, type SummaryLine } from './summary-table.ts';
import type { FileFormat, TableFile } from './table-files.ts';

const allMeasures = [...summaryMeasures.map((measure) => measure.name), 'studios', 'academies'];
const industryMeasures = allMeasures.filter(
	(name) => !['inventions', 'methods', 'five_small', 'studios', 'academies'].includes(name)
);
const divisionMeasures = [
	'units_total',
	'units_competing',
	'workers_total',
	'participants',
	'participations',
	'economic_benefit'
];
const formats: Record<number, FileFormat> = { 2023: 'gb18030', 2024: 'utf8-bom', 2025: 'gb18030', 2026: 'utf8-bom' };
const years = [2023, 2024, 2025, 2026];

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
	for (const year of years) {
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

function prefectureTable(seed: string, unit: Place, totals: readonly Figures[]): TableFile {
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

function divisionTables(seed: string, model: readonly (readonly (readonly Figures[])[])[]): TableFile[] {
	const manufacturing = sections.findIndex((section) => section.code === 'C');
	const national = quarters.map(() => manufacturingDivisions.map(() => [] as Figures[]));
	const yearly: SummaryLine[] = [];
	nationalUnits.forEach((unit, index) => {
		if (model[0]![index]![manufacturing]!.workers_total! === 0) return;
		const split = divisionSplitter(seed, unit.name);
		const byQuarter = quarters.map((_, at) => split(model[at]![index]![manufacturing]!));
		byQuarter.forEach((parts, at) => {
			if (hasReported(unit.name, quarters[at]!)) parts.forEach((part, division) => national[at]![division]!.push(part));
		});
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

function ownershipTables(
	seed: string,
	totals: readonly (readonly Figures[])[],
	lines: (
		wanted: (quarter: string) => boolean,
		each: (unit: Place, index: number, quarter: number) => SummaryLine[]
	) => SummaryLine[]
): TableFile[] {
	const splitters = nationalUnits.map((unit) => ownershipSplitter(seed, unit.name));
	return years.map((year) =>
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
