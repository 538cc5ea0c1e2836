import { printedQuarter, quarters, yearOf } from './calendar.ts';
import { unitsAt, type EnterpriseModel } from './enterprise-model.ts';
import { unitsOf, type EnterpriseUnit } from './enterprise-units.ts';
import type { Figures } from './measures.ts';
import { ownershipMeasures } from './breakdowns.ts';
import { allMeasures, divisionMeasures, industryMeasures, summaryYears } from './summary-columns.ts';
import { summaryFile, type SummaryLine } from './summary-table.ts';
import type { TableFile } from './table-files.ts';

/** This company has not reported the third quarter of 2026 yet. */
const lateCompany = 'JT10';
const reported = (unit: EnterpriseUnit, quarter: string): boolean =>
	quarter !== '2026Q3' || !unit.code.startsWith(lateCompany);

/** The summary tables of the group: companies with the group's total, workshops and teams by company, and by industry. */
export function enterpriseSummary(group: EnterpriseUnit, model: EnterpriseModel): TableFile[] {
	return [
		...companyTables(group, model),
		...group.children.map((company, index) => partsTable(company, model, index)),
		...industryTables(group, model)
	];
}

const indexed = quarters.map((quarter, at) => ({ quarter, at }));

function lines(units: readonly EnterpriseUnit[], model: EnterpriseModel, quarter: string, at: number): SummaryLine[] {
	return units
		.filter((unit) => reported(unit, quarter))
		.map((unit) => ({ quarter, region: unit.name, figures: model.get(unit.code)![at]! }));
}

/** One file a year, in 2024 one a quarter with the quarter in the title only; the group’s total stands above. */
function companyTables(group: EnterpriseUnit, model: EnterpriseModel): TableFile[] {
	return summaryYears.flatMap((year) => {
		const own = indexed.filter(({ quarter }) => yearOf(quarter) === year);
		const spans = year === 2024 ? own.map((one) => [one]) : [own];
		return spans.map((span) => {
			const single = span.length === 1;
			const words = single ? printedQuarter(span[0]!.quarter) : `${year}年`;
			const late = span.some(({ quarter }) => quarter === '2026Q3');
			return summaryFile(
				{
					name: `汇总/${words}各公司汇总表`,
					format: year === 2024 ? 'gb18030' : year === 2025 ? 'xlsx' : 'utf8-bom',
					title: `${group.name}${words}各公司劳动和技能竞赛汇总表`,
					...(single ? {} : { period: '统计时期' }),
					region: '填报单位',
					measures: allMeasures,
					grouped: year === 2024,
					notes: late ? ['注：示例数字科技公司2026年三季度尚未报送，暂不汇总集团数。'] : []
				},
				span.flatMap(({ quarter, at }) => [
					...(quarter === '2026Q3' ? [] : [{ quarter, region: '合计', figures: model.get(group.code)![at]! }]),
					...lines(group.children, model, quarter, at)
				])
			);
		});
	});
}

/** What a company’s workshops and teams report: every level in one column, by name or by code. */
function partsTable(company: EnterpriseUnit, model: EnterpriseModel, index: number): TableFile {
	const units = unitsOf(company).slice(1);
	const coded = index % 3 === 1;
	return summaryFile(
		{
			name: `汇总/车间班组/${company.name}车间班组汇总表`,
			format: index % 2 === 0 ? 'utf8-bom' : 'gb18030',
			title: `${company.name}车间班组劳动和技能竞赛汇总表`,
			period: '统计时期',
			region: coded ? '单位' : '车间',
			// Studios belong to companies as well, whose own are no sum of their workshops'.
			measures: allMeasures.filter((name) => name !== 'studios' && name !== 'academies')
		},
		indexed
			.flatMap(({ quarter, at }) => lines(units, model, quarter, at))
			.map((line) => (coded ? { ...line, region: units.find(({ name }) => name === line.region)!.code } : line))
	);
}

/** What each company does in its main trade: sections by quarter, divisions of manufacturing, and ownership. */
function industryTables(group: EnterpriseUnit, model: EnterpriseModel): TableFile[] {
	const table = (name: string, code: (company: EnterpriseUnit) => string | null, measures: readonly string[]) =>
		summaryFile(
			{
				name: `汇总/${name}`,
				format: 'gb18030',
				title: `${group.name}${name}`,
				period: '统计时期',
				region: '所属公司',
				industry: '行业代码',
				measures
			},
			indexed.flatMap(({ quarter, at }) =>
				unitsAt(group, 1).flatMap((company) => {
					const industry = code(company);
					const figures: Figures = model.get(company.code)![at]!;
					return industry && reported(company, quarter) ? [{ quarter, region: company.name, industry, figures }] : [];
				})
			)
		);
	return [
		table('各公司分行业竞赛情况', ({ trades }) => Object.keys(trades ?? {})[0] ?? null, industryMeasures),
		table('制造业各公司分大类竞赛情况', ({ division }) => division, divisionMeasures),
		summaryFile(
			{
				name: '汇总/各公司分企业类型竞赛情况',
				format: 'utf8-bom',
				title: `${group.name}各公司分企业类型竞赛情况`,
				period: '统计时期',
				region: '所属公司',
				ownership: '企业类型',
				measures: ownershipMeasures
			},
			indexed.flatMap(({ quarter, at }) =>
				lines(group.children, model, quarter, at).map((line) => ({ ...line, ownership: '国有企业' }))
			)
		)
	];
}
