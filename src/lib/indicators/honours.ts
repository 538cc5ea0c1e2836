import { declareGroup } from './declare.ts';
import { among, cell, register, weighted } from './measures.ts';

/** Honours given to people and to collectives; by kind through the kind filter. */
export const honours = declareGroup('honours', [
	{
		id: 'honours',
		title: ['荣誉数', 'Honours'],
		definition: [
			'报告期内命名表彰的个人和集体荣誉数；可按荣誉种类分列。',
			'Honours given to people and collectives in the period; can be split by kind of honour.'
		],
		numerator: register('honours.count'),
		unit: ['项', 'honours'],
		source: 'honours'
	},
	{
		id: 'honours_per_10k',
		title: ['每万名职工荣誉数', 'Honours per 10,000 workers'],
		short: ['万人荣誉数', 'Honours/10k'],
		definition: [
			'平均每一万名职工获得的荣誉数；没有报职工人数的单位，其荣誉也不计入。',
			'Honours for every 10,000 workers; honours of units that have not reported their workers are not counted.'
		],
		formula: ['荣誉数 ÷ 职工人数 × 10000', 'Honours ÷ workers × 10,000'],
		numerator: among(register('honours.count'), 'workers_total'),
		denominator: cell('workers_total'),
		scale: 10_000,
		unit: ['项/万人', 'per 10,000 workers'],
		digits: 2,
		source: 'honours'
	},
	{
		id: 'honours_people',
		title: ['个人荣誉数', 'Honours of people'],
		short: ['个人荣誉', 'People'],
		definition: ['荣誉台账中授予个人的荣誉数。', 'Honours of the register that went to people.'],
		numerator: register('honours.people'),
		unit: ['项', 'honours'],
		source: 'honours'
	},
	{
		id: 'honours_groups',
		title: ['集体荣誉数', 'Honours of groups'],
		short: ['集体荣誉', 'Groups'],
		definition: ['荣誉台账中授予集体的荣誉数。', 'Honours of the register that went to groups.'],
		numerator: register('honours.groups'),
		unit: ['项', 'honours'],
		source: 'honours'
	},
	{
		id: 'honours_women_share',
		title: ['荣誉获得者女性占比', 'Women’s share of honours'],
		short: ['女性占比', 'Women’s share'],
		definition: [
			'写明性别的荣誉中授予女性的比重；未写明性别的不计入。',
			'Honours that went to women as a share of those whose recipient’s gender is recorded; others are left out.'
		],
		formula: ['授予女性的荣誉数 ÷ 写明性别的荣誉数 × 100%', 'Honours of women ÷ honours with a recorded gender × 100'],
		numerator: register('honours.women'),
		denominator: register('honours.women_known'),
		scale: 100,
		unit: ['%', '%'],
		direction: 'neutral',
		source: 'honours'
	},
	{
		id: 'honours_front_line_share',
		title: ['荣誉获得者一线职工占比', 'Front-line workers’ share of honours'],
		short: ['一线职工占比', 'Front-line share'],
		definition: [
			'写明是否一线职工的荣誉中授予一线职工的比重；未写明的不计入。',
			'Honours that went to front-line workers as a share of those where it is recorded; others are left out.'
		],
		formula: [
			'授予一线职工的荣誉数 ÷ 写明是否一线的荣誉数 × 100%',
			'Honours of front-line workers ÷ honours where it is recorded × 100'
		],
		numerator: register('honours.front_line'),
		denominator: register('honours.front_line_known'),
		scale: 100,
		unit: ['%', '%'],
		source: 'honours'
	}
]);

/** What an award counts in medal points: 金 5, 银 3, 铜 2, 优胜 1 (declared by the product, not by any office). */
export const medalWeights = { gold: 5, silver: 3, bronze: 2, merit: 1 } as const;

// Where entries are known, so are the medals: none is then 0. Hence the entries, with weight 0.
const known = { measure: 'results.entries', weight: 0 };
const [gold, silver, bronze] = ['results.gold', 'results.silver', 'results.bronze'] as const;

/** What entrants won, by the region, industry, system and organisation that they stood for. */
export const results = declareGroup('results', [
	{
		id: 'entries',
		title: ['参赛成绩数', 'Result entries'],
		short: ['成绩数', 'Entries'],
		definition: ['成绩册中的成绩条数。', 'Entries in the result register.'],
		numerator: register('results.entries'),
		unit: ['条', 'entries'],
		direction: 'neutral',
		source: 'results'
	},
	{
		id: 'medals_gold',
		title: ['金牌（一等奖）数', 'Gold medals (first prizes)'],
		short: ['金牌', 'Gold'],
		definition: ['成绩册中的金牌和一等奖数。', 'Gold medals and first prizes in the result register.'],
		numerator: weighted('results.medals_gold', [{ measure: gold, weight: 1 }, known]),
		unit: ['枚', 'medals'],
		source: 'results'
	},
	{
		id: 'medals_silver',
		title: ['银牌（二等奖）数', 'Silver medals (second prizes)'],
		short: ['银牌', 'Silver'],
		definition: ['成绩册中的银牌和二等奖数。', 'Silver medals and second prizes in the result register.'],
		numerator: weighted('results.medals_silver', [{ measure: silver, weight: 1 }, known]),
		unit: ['枚', 'medals'],
		source: 'results'
	},
	{
		id: 'medals_bronze',
		title: ['铜牌（三等奖）数', 'Bronze medals (third prizes)'],
		short: ['铜牌', 'Bronze'],
		definition: ['成绩册中的铜牌和三等奖数。', 'Bronze medals and third prizes in the result register.'],
		numerator: weighted('results.medals_bronze', [{ measure: bronze, weight: 1 }, known]),
		unit: ['枚', 'medals'],
		source: 'results'
	},
	{
		id: 'merits',
		title: ['优胜奖数', 'Merit awards'],
		short: ['优胜', 'Merit'],
		definition: [
			'成绩册中金、银、铜牌（一、二、三等奖）以外的奖项数。',
			'Awards other than medals and first to third prizes.'
		],
		formula: ['全部奖项 − 金牌 − 银牌 − 铜牌', 'All awards − gold − silver − bronze'],
		numerator: weighted('results.merits', [
			{ measure: 'results.awards', weight: 1 },
			...[gold, silver, bronze].map((measure) => ({ measure, weight: -1 })),
			known
		]),
		unit: ['个', 'awards'],
		source: 'results'
	},
	{
		id: 'medals',
		title: ['奖牌数', 'Medals'],
		definition: ['金、银、铜牌（一、二、三等奖）合计。', 'Gold, silver and bronze medals (first to third prizes).'],
		formula: ['金牌 + 银牌 + 铜牌', 'Gold + silver + bronze'],
		numerator: weighted('results.medals', [
			...[gold, silver, bronze].map((measure) => ({ measure, weight: 1 })),
			known
		]),
		unit: ['枚', 'medals'],
		source: 'results'
	},
	{
		id: 'medal_points',
		title: ['奖牌积分', 'Medal points'],
		definition: [
			'按固定权重计算的奖牌积分：金 5、银 3、铜 2、优胜 1。',
			'Medals in declared weights: gold 5, silver 3, bronze 2, merit 1.'
		],
		formula: ['金牌 × 5 + 银牌 × 3 + 铜牌 × 2 + 优胜 × 1', 'Gold × 5 + silver × 3 + bronze × 2 + merit × 1'],
		// The register counts all awards, medals among them: what is no medal is merit, so each medal gets its weight less
		// that of merit.
		numerator: weighted('results.medal_points', [
			{ measure: gold, weight: medalWeights.gold - medalWeights.merit },
			{ measure: silver, weight: medalWeights.silver - medalWeights.merit },
			{ measure: bronze, weight: medalWeights.bronze - medalWeights.merit },
			{ measure: 'results.awards', weight: medalWeights.merit },
			known
		]),
		unit: ['分', 'points'],
		source: 'results'
	}
]);
