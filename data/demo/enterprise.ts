import { enterpriseModel } from './enterprise-model.ts';
import { enterpriseSummary } from './enterprise-summary.ts';
import { enterpriseGroup, enterpriseSites } from './enterprise-units.ts';
import { ownMetricFiles, type OwnFigure } from './own-figures.ts';
import type { RegisterContext } from './register-context.ts';
import { registerFiles } from './register-files.ts';
import { makeStudios } from './studios.ts';
import type { TableFile } from './table-files.ts';
import { themeRules } from './themes.ts';

const context: Omit<RegisterContext, 'sites' | 'siteWeights'> = {
	profile: 'enterprise',
	prefix: 'JT',
	regionHeader: '所属单位',
	campaigns: [],
	themes: [
		...themeRules('岗位练兵', '竞赛 劳动竞赛 0.5; 培训 岗位练兵|网上练兵|师带徒 4; 荣誉 能手 2'),
		...themeRules('技能比武', '竞赛 技能竞赛 4; 培训 技能培训 2; 荣誉 标兵|能手|地方工匠 2'),
		...themeRules(
			'创新攻关',
			'创新 技术革新|技术协作|发明创造|科技攻关 4; 工作室 劳模工作室|工匠工作室|联盟 3; 荣誉 五一劳动奖章|大国工匠 1'
		),
		...themeRules('安全生产', '竞赛 安康杯 4; 创新 小建议|合理化建议 1; 培训 云课堂 1; 荣誉 工人先锋号 1'),
		...themeRules(
			'降本增效',
			'竞赛 劳动竞赛 3; 创新 合理化建议|小发明|小创造|小革新|小设计 3; 工作室 职工工作室|班组工作室 3'
		)
	],
	studioFiles: 2,
	entrantsFromAll: true,
	resultsOfAllYears: true,
	crowd: 0.06,
	trainingWeights: [30, 34, 12, 14, 4, 6],
	levelWeights: {
		competitions: [0.2, 0.6, 2, 3, 5, 0, 89.2],
		honours: { 国家级: 3, 省级: 12, 市级: 20, 企业级: 65 },
		studios: [1, 8, 14, 0, 77]
	},
	sizes: {
		competitions: 280,
		results: 4_000,
		studios: [
			[2019, 18],
			[2020, 16],
			[2021, 20],
			[2022, 22],
			[2023, 14],
			[2024, 16],
			[2025, 14],
			[2026, 8]
		],
		academies: [
			[2021, 1],
			[2024, 1]
		],
		innovations: 1_800,
		trainings: 500,
		honours: 700
	}
};

const spending: readonly OwnFigure[] = [
	{ name: '竞赛经费预算', unit: '万元', perWorker: 0.021, growth: 1.05, spread: 0.2 },
	{ name: '竞赛经费支出', unit: '万元', of: '竞赛经费预算', between: [74, 97] },
	{ name: '经费使用效率', unit: '%', part: '竞赛经费支出', of: '竞赛经费预算' },
	{ name: '职工教育经费支出', unit: '万元', perWorker: 0.14, growth: 1.04, spread: 0.2 },
	{ name: '实训基地', unit: '个', perWorker: 0.0025, growth: 1.08, spread: 0.3 },
	{ name: '岗位练兵覆盖率', unit: '%', between: [62, 98], whole: true }
];

/** All exports of the enterprise: by company, workshop and team where the others have regions. */
export function enterpriseFiles(seed: string): TableFile[] {
	const group = enterpriseGroup(seed);
	const own: RegisterContext = { ...context, ...enterpriseSites(group) };
	const studios = makeStudios(seed, own);
	return [
		...enterpriseSummary(group, enterpriseModel(seed, group, studios)),
		...registerFiles(seed, own, studios),
		...ownMetricFiles(seed, 'enterprise', {
			units: group.children,
			whole: group.name,
			regionHeader: '所属公司',
			figures: spending
		})
	];
}
