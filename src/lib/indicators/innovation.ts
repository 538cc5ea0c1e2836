import { declareGroup, type Declaration } from './declare.ts';
import { cell, register } from './measures.ts';

const perTenThousand = {
	denominator: cell('workers_total'),
	scale: 10_000,
	unit: ['件/万人', 'per 10,000 workers'],
	digits: 2,
	source: 'summary'
} as const satisfies Partial<Declaration>;

/** What workers propose and invent, and what comes of it. */
export const innovation = declareGroup('innovation', [
	{
		id: 'suggestions',
		title: ['合理化建议数', 'Suggestions'],
		short: ['合理化建议', 'Suggestions'],
		definition: ['报告期内职工提出的合理化建议件数。', 'Rationalisation suggestions that workers made in the period.'],
		numerator: cell('suggestions'),
		unit: ['件', 'items'],
		source: 'summary'
	},
	{
		id: 'suggestions_adopted',
		title: ['合理化建议采纳数', 'Suggestions adopted'],
		short: ['建议采纳', 'Adopted'],
		definition: ['报告期内采纳的合理化建议件数。', 'Suggestions adopted in the period.'],
		numerator: cell('suggestions_adopted'),
		unit: ['件', 'items'],
		source: 'summary'
	},
	{
		id: 'suggestions_implemented',
		title: ['合理化建议实施数', 'Suggestions implemented'],
		short: ['建议实施', 'Implemented'],
		definition: ['报告期内实施的合理化建议件数。', 'Suggestions put into practice in the period.'],
		numerator: cell('suggestions_implemented'),
		unit: ['件', 'items'],
		source: 'summary'
	},
	{
		id: 'adoption_rate',
		title: ['合理化建议采纳率', 'Adoption rate of suggestions'],
		short: ['建议采纳率', 'Adoption rate'],
		definition: ['采纳数占提出数的比重。', 'Suggestions adopted as a share of those made.'],
		formula: ['合理化建议采纳数 ÷ 合理化建议数 × 100%', 'Suggestions adopted ÷ suggestions × 100'],
		numerator: cell('suggestions_adopted'),
		denominator: cell('suggestions'),
		scale: 100,
		unit: ['%', '%'],
		source: 'summary'
	},
	{
		id: 'implementation_rate',
		title: ['合理化建议实施率', 'Implementation rate of suggestions'],
		short: ['建议实施率', 'Implementation'],
		definition: ['实施数占采纳数的比重。', 'Suggestions implemented as a share of those adopted.'],
		formula: ['合理化建议实施数 ÷ 合理化建议采纳数 × 100%', 'Suggestions implemented ÷ suggestions adopted × 100'],
		numerator: cell('suggestions_implemented'),
		denominator: cell('suggestions_adopted'),
		scale: 100,
		unit: ['%', '%'],
		source: 'summary'
	},
	{
		id: 'tech_innovations',
		title: ['技术革新项数', 'Technical innovations'],
		short: ['技术革新', 'Innovations'],
		definition: ['报告期内职工完成的技术革新项数。', 'Technical innovations that workers completed in the period.'],
		numerator: cell('tech_innovations'),
		unit: ['项', 'items'],
		source: 'summary'
	},
	{
		id: 'inventions',
		title: ['发明创造项数', 'Inventions'],
		short: ['发明创造', 'Inventions'],
		definition: ['报告期内职工完成的发明创造项数。', 'Inventions that workers completed in the period.'],
		numerator: cell('inventions'),
		unit: ['项', 'items'],
		source: 'summary'
	},
	{
		id: 'patents',
		title: ['获得专利数', 'Patents'],
		short: ['专利', 'Patents'],
		definition: ['报告期内职工获得授权的国家专利件数。', 'Patents granted to workers in the period.'],
		numerator: cell('patents'),
		unit: ['件', 'items'],
		source: 'summary'
	},
	{
		id: 'methods',
		title: ['先进操作法', 'Advanced working methods'],
		short: ['先进操作法', 'Methods'],
		definition: ['报告期内总结推广的先进操作法项数。', 'Advanced working methods written up and spread in the period.'],
		numerator: cell('methods'),
		unit: ['项', 'items'],
		source: 'summary'
	},
	{
		id: 'five_small',
		title: ['五小成果数', 'Five-small achievements'],
		short: ['五小成果', 'Five-small'],
		definition: [
			'报告期内小发明、小创造、小革新、小设计、小建议成果项数。',
			'Small inventions, creations, innovations, designs and suggestions of the period.'
		],
		numerator: cell('five_small'),
		unit: ['项', 'items'],
		source: 'summary'
	},
	{
		id: 'suggestions_per_10k',
		title: ['每万名职工合理化建议数', 'Suggestions per 10,000 workers'],
		short: ['万人建议数', 'Suggestions/10k'],
		definition: ['平均每一万名职工提出的合理化建议件数。', 'Suggestions for every 10,000 workers.'],
		formula: ['合理化建议数 ÷ 职工人数 × 10000', 'Suggestions ÷ workers × 10,000'],
		numerator: cell('suggestions'),
		...perTenThousand
	},
	{
		id: 'inventions_per_10k',
		title: ['每万名职工发明创造项数', 'Inventions per 10,000 workers'],
		short: ['万人发明数', 'Inventions/10k'],
		definition: ['平均每一万名职工完成的发明创造项数。', 'Inventions for every 10,000 workers.'],
		formula: ['发明创造项数 ÷ 职工人数 × 10000', 'Inventions ÷ workers × 10,000'],
		numerator: cell('inventions'),
		...perTenThousand,
		unit: ['项/万人', 'per 10,000 workers']
	},
	{
		id: 'innovations_per_10k',
		title: ['每万名职工技术革新项数', 'Technical innovations per 10,000 workers'],
		short: ['万人革新数', 'Innovations/10k'],
		definition: ['平均每一万名职工完成的技术革新项数。', 'Technical innovations for every 10,000 workers.'],
		formula: ['技术革新项数 ÷ 职工人数 × 10000', 'Technical innovations ÷ workers × 10,000'],
		numerator: cell('tech_innovations'),
		...perTenThousand,
		unit: ['项/万人', 'per 10,000 workers']
	},
	{
		id: 'patents_per_10k',
		title: ['每万名职工专利数', 'Patents per 10,000 workers'],
		short: ['万人专利数', 'Patents/10k'],
		definition: ['平均每一万名职工获得的专利件数。', 'Patents for every 10,000 workers.'],
		formula: ['获得专利数 ÷ 职工人数 × 10000', 'Patents ÷ workers × 10,000'],
		numerator: cell('patents'),
		...perTenThousand
	},
	{
		id: 'economic_benefit',
		title: ['创新经济效益', 'Economic benefit of innovation'],
		short: ['经济效益', 'Benefit'],
		definition: [
			'报告期内职工创新成果实施产生的经济效益。',
			'Economic benefit of workers’ innovations put into practice in the period.'
		],
		numerator: cell('economic_benefit'),
		unit: ['元', 'yuan'],
		source: 'summary'
	},
	{
		id: 'innovations_registered',
		title: ['创新成果登记数', 'Innovations registered'],
		short: ['登记成果', 'Registered'],
		definition: [
			'创新成果台账在报告期内提出的成果数；可按成果种类分列。',
			'Items of the innovation register that were submitted in the period; can be split by kind.'
		],
		numerator: register('innovations.count'),
		unit: ['项', 'items'],
		source: 'innovations'
	},
	{
		id: 'innovations_adopted',
		title: ['创新成果采纳数（台账）', 'Innovations adopted (register)'],
		short: ['台账采纳', 'Adopted (register)'],
		definition: [
			'报告期内提出的成果中已采纳的项数，按提出时间归期。',
			'Of the items submitted in the period, those adopted since; counted in the period of submission.'
		],
		numerator: register('innovations.adopted'),
		unit: ['项', 'items'],
		source: 'innovations'
	},
	{
		id: 'innovation_adoption_rate',
		title: ['创新成果采纳率（台账）', 'Adoption rate of innovations (register)'],
		short: ['台账采纳率', 'Adoption (register)'],
		definition: [
			'创新成果台账中已采纳成果占登记成果的比重；所报表格没有采纳时间一列的不计。',
			'Items adopted as a share of the items in the innovation register; files without a column of the day of adoption do not count.'
		],
		formula: [
			'台账已采纳成果数 ÷ 有采纳情况的登记成果数 × 100%',
			'Items adopted ÷ items registered in files that tell adoption × 100'
		],
		numerator: register('innovations.adopted'),
		denominator: register('innovations.adopted_known'),
		scale: 100,
		unit: ['%', '%'],
		source: 'innovations'
	},
	{
		id: 'innovations_implemented',
		title: ['创新成果实施数（台账）', 'Innovations implemented (register)'],
		short: ['台账实施', 'Implemented (register)'],
		definition: [
			'报告期内提出的成果中已实施的项数，按提出时间归期；与汇总表合理化建议实施数的差异列入数据质量。',
			'Of the items submitted in the period, those implemented since; counted in the period of submission. Differences from the summary return are data-quality findings.'
		],
		numerator: register('innovations.implemented'),
		unit: ['项', 'items'],
		source: 'innovations'
	},
	{
		id: 'conversion_rate',
		title: ['创新成果转化率', 'Conversion rate of innovations'],
		short: ['成果转化率', 'Conversion rate'],
		definition: [
			'创新成果台账中已实施成果占登记成果的比重；所报表格没有实施时间一列的不计。',
			'Items put into practice as a share of the items in the innovation register; files without a column of the day of implementation do not count.'
		],
		formula: [
			'台账已实施成果数 ÷ 有实施情况的登记成果数 × 100%',
			'Items implemented ÷ items registered in files that tell implementation × 100'
		],
		numerator: register('innovations.implemented'),
		denominator: register('innovations.implemented_known'),
		scale: 100,
		unit: ['%', '%'],
		source: 'innovations'
	},
	{
		id: 'innovation_benefit',
		title: ['创新成果经济效益（台账）', 'Economic benefit (innovation register)'],
		short: ['台账效益', 'Benefit (register)'],
		definition: [
			'创新成果台账登记的经济效益合计。',
			'Sum of the economic benefit recorded in the innovation register.'
		],
		numerator: register('innovations.economic_benefit'),
		unit: ['元', 'yuan'],
		source: 'innovations'
	},
	{
		id: 'benefit_per_item',
		title: ['每项实施成果经济效益', 'Economic benefit per implemented item'],
		short: ['单项效益', 'Benefit per item'],
		definition: [
			'创新成果台账中平均每项已实施并填报了效益的成果产生的经济效益。',
			'Economic benefit for every implemented item of the innovation register that states one.'
		],
		formula: [
			'已实施成果的经济效益 ÷ 已实施并填报了效益的成果数',
			'Benefit of implemented items ÷ implemented items that state a benefit'
		],
		numerator: register('innovations.implemented_benefit'),
		denominator: register('innovations.implemented_valued'),
		unit: ['元/项', 'yuan per item'],
		digits: 0,
		source: 'innovations'
	}
]);
