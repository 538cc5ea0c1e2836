import { allocate } from './allocate.ts';
import { createRandom } from './random.ts';
import type { Place } from './places.ts';
import type { Cell, TableFile } from './table-files.ts';

/** A figure that unions report beside the nine registers: name, unit, basis, total by year. */
interface OtherFigure {
	readonly name: string;
	readonly unit: string;
	readonly basis: string;
	readonly totals: Readonly<Record<number, number>>;
}

const figures: readonly OtherFigure[] = [
	{
		name: '工会户外劳动者服务站点',
		unit: '个',
		basis: '时点',
		totals: { 2023: 131_000, 2024: 158_000, 2025: 183_000 }
	},
	{
		name: '新增新就业形态劳动者会员',
		unit: '人',
		basis: '当年',
		totals: { 2023: 4_120_000, 2024: 3_650_000, 2025: 3_310_000 }
	},
	{ name: '两节送温暖筹集资金', unit: '万元', basis: '当年', totals: { 2023: 438_000, 2024: 452_000, 2025: 460_000 } }
];

/** Metric tables: one with a line a figure, and one as wide as offices like it. */
export function metricFiles(seed: string, profile: string, units: readonly Place[], share: number): TableFile[] {
	const random = createRandom(`${seed}/${profile}/metrics`);
	const sizes = units.map((unit) => unit.size);
	const values = (figure: OtherFigure, year: number) =>
		allocate(
			Math.round(figure.totals[year]! * share),
			sizes.map((size) => size * random.around(0.25))
		);
	const long: Cell[][] = [];
	for (const figure of figures) {
		for (const year of [2023, 2024]) {
			values(figure, year).forEach((value, index) =>
				long.push([
					figure.name,
					units[index]!.name,
					`${figure.basis === '时点' ? '截至' : ''}${year}年`,
					value,
					figure.unit,
					figure.basis,
					'示例数据'
				])
			);
		}
	}
	const wide = figures.map((figure) => values(figure, 2025));
	return [
		{
			name: '其他指标/其他指标（2023-2024）',
			format: 'utf8-bom',
			rows: [['指标', '地区', '统计时期', '数值', '单位', '口径', '来源'], ...long]
		},
		{
			name: '其他指标/2025年服务职工指标',
			format: 'gb18030',
			rows: [
				['2025年服务职工有关指标（示例数据）'],
				['地区', ...figures.map((figure) => `${figure.name}（${figure.unit}）`)],
				...units.map((unit, index) => [unit.name, ...wide.map((column) => column[index]!)])
			]
		}
	];
}

const targetHeaders = ['指标', '地区', '起始年', '目标年', '目标值', '单位', '方向', '来源'];

/** Targets of the demo: what the profile has set itself; published ones are in data/real. */
export function targetFile(profile: 'national' | 'chongqing'): TableFile {
	const rows: Cell[][] =
		profile === 'national'
			? [
					['开展竞赛单位数', '全国', 2026, 2026, '60万', '家', '≥', '示例目标'],
					['参赛人次', '全国', 2026, 2026, '6000万', '人次', '≥', '示例目标'],
					['竞赛覆盖率', '全国', 2023, 2026, 25, '%', '≥', '示例目标'],
					['工作室', '全国', 2021, 2026, '8.2万', '个', '≥', '示例目标'],
					['工匠学院', '全国', 2021, 2026, 380, '家', '≥', '示例目标'],
					['高技能人才占比', '全国', 2021, 2026, 33, '%', '≥', '示例目标']
				]
			: [
					['竞赛场次', '重庆市', 2023, 2027, 50, '场', '≥', '重庆市 2023–2027 年竞赛规划'],
					['高技能人才占比', '重庆市', 2023, 2027, 35, '%', '≥', '示例目标'],
					['竞赛覆盖率', '重庆市', 2023, 2027, 25, '%', '≥', '示例目标'],
					['工作室', '重庆市', 2023, 2027, 2500, '个', '≥', '示例目标']
				];
	return { name: '目标/工作目标', format: 'utf8-bom', rows: [['工作目标（示例数据）'], targetHeaders, ...rows] };
}
