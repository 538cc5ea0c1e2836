import { gansuPrefectures, shanghaiDistricts } from './city-places.ts';
import { chongqingDistricts } from './places.ts';
import { sitesOf, type RegisterContext } from './register-context.ts';
import { nationalUnits } from './reporting-units.ts';
import { themeRules } from './themes.ts';

/** Published: 8 万 studios (2023) and 360 academies. What is founded later keeps the sum within one per cent. */
export const national: RegisterContext = {
	profile: 'national',
	prefix: 'GJ',
	...sitesOf(nationalUnits),
	campaigns: ['当好主人翁 建功新时代', '建功十四五 奋进新征程'],
	studioFiles: 4,
	entrantsFromAll: false,
	trainingWeights: [34, 26, 12, 14, 5, 9],
	sizes: {
		competitions: 21_000,
		results: 205_000,
		studios: byYear(2014, [
			...[3_200, 4_100, 5_600, 7_300, 8_800, 10_200, 10_900],
			...[11_700, 17_350, 250, 350, 420, 400]
		]),
		academies: byYear(2019, [62, 71, 88, 136, 1, 1, 2, 2]),
		innovations: 14_000,
		trainings: 9_000,
		honours: 7_000
	}
};

/** 重庆: 求学圆梦 weighs more than elsewhere. */
export const chongqing: RegisterContext = {
	profile: 'chongqing',
	prefix: 'CQ',
	...sitesOf(chongqingDistricts),
	campaigns: ['巴渝工匠', '求学圆梦行动', '劳模工匠助企行'],
	studioFiles: 2,
	entrantsFromAll: true,
	trainingWeights: [30, 25, 10, 12, 14, 9],
	sizes: {
		competitions: 1_450,
		results: 26_000,
		studios: byYear(2016, [140, 180, 220, 260, 260, 300, 320, 90, 110, 120, 80]),
		academies: byYear(2019, [4, 4, 5, 4, 2, 2, 1]),
		innovations: 3_600,
		trainings: 2_400,
		honours: 1_500
	}
};

/** 上海: 引领区竞赛 goes through all registers. */
export const shanghai: RegisterContext = {
	profile: 'shanghai',
	prefix: 'SH',
	...sitesOf(shanghaiDistricts),
	campaigns: [],
	themes: [
		...themeRules(
			'引领区竞赛',
			'竞赛 * 4; 创新 技术革新|科技攻关|发明创造 2; 工作室 劳模工作室|联盟 2; 荣誉 五一劳动奖章|工人先锋号 2'
		),
		...themeRules('五大新城建功竞赛', '竞赛 劳动竞赛 2; 创新 技术协作 1; 荣誉 五一劳动奖状 1'),
		...themeRules(
			'上海工匠',
			'竞赛 技能竞赛 1; 工作室 工匠工作室|工匠学院|实训基地 3; 培训 师带徒 2; 荣誉 地方工匠|大国工匠 3'
		),
		...themeRules('职工技能提升', '竞赛 技能竞赛 1; 培训 * 3; 荣誉 标兵|能手 3'),
		...themeRules(
			'一线职工“五小”',
			'创新 小发明|小创造|小革新|小设计|小建议|合理化建议 3; 工作室 职工工作室|班组工作室 2; 竞赛 劳动竞赛 0.6'
		)
	],
	studioFiles: 2,
	entrantsFromAll: true,
	resultsOfAllYears: true,
	trainingWeights: [34, 22, 14, 12, 8, 10],
	sizes: {
		competitions: 1_250,
		results: 9_000,
		studios: byYear(2015, [120, 150, 170, 190, 210, 220, 240, 250, 110, 120, 130, 70]),
		academies: byYear(2019, [3, 5, 5, 4, 2, 2, 2, 1]),
		innovations: 3_000,
		trainings: 2_000,
		honours: 1_600
	}
};

/** 甘肃: what each of the ten campaigns takes. */
export const gansu: RegisterContext = {
	profile: 'gansu',
	prefix: 'GS',
	...sitesOf(gansuPrefectures),
	campaigns: [],
	themes: [
		...themeRules('思想引领', '竞赛 劳动竞赛 0.4; 培训 云课堂|网上练兵 1; 荣誉 最美职工 3'),
		...themeRules('建功立业', '竞赛 劳动竞赛 3; 荣誉 五一劳动奖状|工人先锋号 3; 创新 技术协作 1'),
		...themeRules('技能提升', '竞赛 技能竞赛 3; 培训 技能培训|岗位练兵|网上练兵|求学圆梦 3; 荣誉 能手 3'),
		...themeRules(
			'职工创新',
			'竞赛 劳动竞赛 0.5; 创新 合理化建议|技术革新|技术协作|发明创造|科技攻关 3; 工作室 职工工作室 3; 荣誉 工人先锋号 0.6'
		),
		...themeRules(
			'劳模创新',
			'创新 技术革新|科技攻关 1; 工作室 劳模工作室|联盟 3; 培训 师带徒 0.8; 荣誉 五一劳动奖章 0.8'
		),
		...themeRules('班组创新', '竞赛 劳动竞赛 0.6; 创新 小发明|小创造|小革新|小设计|小建议 3; 工作室 班组工作室 3'),
		...themeRules(
			'陇原工匠',
			'竞赛 技能竞赛 1; 工作室 工匠工作室|工匠学院|实训基地 3; 培训 师带徒 1; 荣誉 地方工匠|大国工匠 3'
		),
		...themeRules('精准扶贫', '竞赛 劳动竞赛 0.3; 培训 技能培训|求学圆梦 0.8; 创新 合理化建议 0.2'),
		...themeRules('劳模引领', '培训 师带徒 2; 工作室 劳模工作室 0.6; 荣誉 全国劳模|五一劳动奖章|五一巾帼|标兵 3'),
		...themeRules('健康幸福', '竞赛 安康杯 3; 培训 云课堂 0.6; 创新 小建议 0.4; 荣誉 最美职工 0.5')
	],
	studioFiles: 2,
	entrantsFromAll: true,
	resultsOfAllYears: true,
	trainingWeights: [40, 24, 8, 14, 6, 8],
	sizes: {
		competitions: 900,
		results: 7_500,
		studios: byYear(2016, [40, 55, 70, 85, 90, 100, 110, 55, 65, 70, 45]),
		academies: byYear(2020, [2, 3, 3, 1, 1, 1]),
		innovations: 2_200,
		trainings: 1_800,
		honours: 1_200
	}
};

/** What was founded in each year from the first on. */
function byYear(first: number, counts: readonly number[]): [number, number][] {
	return counts.map((count, index) => [first + index, count]);
}
