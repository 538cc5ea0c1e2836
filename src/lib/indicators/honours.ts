import { declareGroup } from './declare.ts';
import { cell, register, weighted } from './measures.ts';

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
		definition: ['平均每一万名职工获得的荣誉数。', 'Honours for every 10,000 workers.'],
		formula: ['荣誉数 ÷ 职工人数 × 10000', 'Honours ÷ workers × 10,000'],
		numerator: register('honours.count'),
		denominator: cell('workers_total'),
		scale: 10_000,
		unit: ['项/万人', 'per 10,000 workers'],
		digits: 2,
		source: 'honours'
	}
]);

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
		// The register counts all awards, medals among them: what is no medal is merit, so each medal gets its weight less 1.
		numerator: weighted('results.medal_points', [
			{ measure: gold, weight: 4 },
			{ measure: silver, weight: 2 },
			{ measure: bronze, weight: 1 },
			{ measure: 'results.awards', weight: 1 },
			known
		]),
		unit: ['分', 'points'],
		source: 'results'
	}
]);
