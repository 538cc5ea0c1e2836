import { declareGroup } from './declare.ts';
import { cell, provincial, register, weighted } from './measures.ts';

/** Innovation studios and craftsman academies, and what they give. */
export const platforms = declareGroup('platforms', [
	{
		id: 'studios',
		title: ['创新工作室数', 'Innovation studios'],
		short: ['创新工作室', 'Studios'],
		definition: [
			'截至报告期末已命名的劳模、工匠、职工和班组创新工作室数，含工作室联盟和实训基地，不含工匠学院，按台账逐个计数。',
			'Model-worker, craftsman, worker and team innovation studios named by the end of the period, alliances and training bases included, academies not; counted one by one in the register.'
		],
		numerator: register('studios.count'),
		unit: ['个', 'studios'],
		source: 'studios'
	},
	{
		id: 'academies',
		title: ['工匠学院数', 'Craftsman academies'],
		short: ['工匠学院', 'Academies'],
		definition: [
			'截至报告期末已命名的工匠学院数，按台账逐个计数。',
			'Craftsman academies named by the end of the period, counted one by one in the register.'
		],
		numerator: register('studios.academies'),
		unit: ['所', 'academies'],
		source: 'studios'
	},
	{
		id: 'studios_reported',
		title: ['创新工作室数（汇总表）', 'Innovation studios (summary return)'],
		short: ['汇总表工作室', 'Studios reported'],
		definition: [
			'各地汇总表填报的期末工作室数；与台账计数的差异列入数据质量。',
			'Studios at the end of the period as the summary returns state them; differences from the register are data-quality findings.'
		],
		numerator: cell('studios'),
		unit: ['个', 'studios'],
		source: 'summary'
	},
	{
		id: 'academies_reported',
		title: ['工匠学院数（汇总表）', 'Craftsman academies (summary return)'],
		short: ['汇总表学院', 'Academies reported'],
		definition: [
			'各地汇总表填报的期末工匠学院数；与台账计数的差异列入数据质量。',
			'Academies at the end of the period as the summary returns state them; differences from the register are data-quality findings.'
		],
		numerator: cell('academies'),
		unit: ['所', 'academies'],
		source: 'summary'
	},
	{
		id: 'studios_per_10k',
		title: ['每万名职工创新工作室数', 'Innovation studios per 10,000 workers'],
		short: ['万人工作室', 'Studios/10k'],
		definition: ['平均每一万名职工拥有的创新工作室数。', 'Innovation studios for every 10,000 workers.'],
		formula: ['创新工作室数 ÷ 职工人数 × 10000', 'Studios ÷ workers × 10,000'],
		numerator: register('studios.count'),
		denominator: cell('workers_total'),
		scale: 10_000,
		unit: ['个/万人', 'per 10,000 workers'],
		digits: 2,
		source: 'studios'
	},
	{
		id: 'studios_provincial_share',
		title: ['省级及以上工作室占比', 'Share of studios at province level or above'],
		short: ['省级以上占比', 'Provincial share'],
		definition: [
			'国家级和省级命名的创新工作室占全部创新工作室的比重。',
			'Studios named at national or provincial level as a share of all studios.'
		],
		formula: ['省级及以上工作室数 ÷ 创新工作室数 × 100%', 'Studios at province level or above ÷ studios × 100'],
		numerator: provincial('studios.count'),
		denominator: register('studios.count'),
		scale: 100,
		unit: ['%', '%'],
		source: 'studios'
	},
	{
		id: 'transfer_rate',
		title: ['专利成果转化率', 'Transfer rate of patents'],
		short: ['转化率', 'Transfer rate'],
		definition: [
			'工作室转化成果数占工作室专利数的比重。',
			'Results transferred into practice as a share of the studios’ patents.'
		],
		formula: ['转化成果数 ÷ 工作室专利数 × 100%', 'Results transferred ÷ studios’ patents × 100'],
		numerator: register('studios.transferred'),
		denominator: register('studios.patents'),
		scale: 100,
		unit: ['%', '%'],
		source: 'studios'
	},
	{
		id: 'benefit_per_studio',
		title: ['每个工作室经济效益', 'Economic benefit per studio'],
		short: ['单室效益', 'Benefit per studio'],
		definition: [
			'平均每个创新工作室和工匠学院产生的经济效益，两者同列一本台账。',
			'Economic benefit for every studio and academy; one register holds both.'
		],
		formula: [
			'台账经济效益 ÷（创新工作室数 + 工匠学院数）',
			'Economic benefit in the register ÷ (studios + academies)'
		],
		numerator: register('studios.economic_benefit'),
		denominator: weighted('studios.platforms', [
			{ measure: 'studios.count', weight: 1 },
			{ measure: 'studios.academies', weight: 1 }
		]),
		unit: ['元/个', 'yuan per studio'],
		digits: 0,
		source: 'studios'
	},
	{
		id: 'subsidy_efficiency',
		title: ['补助资金产出比', 'Benefit per yuan of subsidy'],
		short: ['补助产出比', 'Benefit/subsidy'],
		definition: ['每一元补助资金对应的工作室经济效益。', 'Studios’ economic benefit for every yuan of subsidy.'],
		formula: ['工作室经济效益 ÷ 补助资金', 'Studios’ economic benefit ÷ subsidy'],
		numerator: register('studios.economic_benefit'),
		denominator: register('studios.subsidy'),
		unit: ['元/元', 'yuan per yuan'],
		source: 'studios'
	}
]);
