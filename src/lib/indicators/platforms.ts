import { declareGroup } from './declare.ts';
import { provincialLevels } from './fixed-members.ts';
import { among, cell, narrowed, register, stating, statedWith } from './measures.ts';

/** One register holds both. */
const platformsInAll = ['studios.count', 'studios.academies'] as const;

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
		id: 'studio_members',
		title: ['工作室成员数', 'Studio members'],
		short: ['工作室成员', 'Studio members'],
		definition: [
			'截至报告期末工作室和工匠学院台账登记的成员数。',
			'Members that the studio and academy register records up to the end of the period.'
		],
		numerator: register('studios.members'),
		unit: ['人', 'people'],
		source: 'studios'
	},
	{
		id: 'studio_projects',
		title: ['工作室创新项目数', 'Studio projects'],
		short: ['工作室项目', 'Studio projects'],
		definition: [
			'截至报告期末已命名的工作室和工匠学院登记的创新项目数。',
			'Projects recorded for the studios and academies named by the end of the period.'
		],
		numerator: register('studios.projects'),
		unit: ['项', 'projects'],
		source: 'studios'
	},
	{
		id: 'studio_patents',
		title: ['工作室专利数', 'Studio patents'],
		short: ['工作室专利', 'Studio patents'],
		definition: [
			'截至报告期末已命名的工作室和工匠学院登记的专利数，不同于汇总表的获得专利数。',
			'Patents recorded for the studios and academies named by the end of the period; not the patents of the summary return.'
		],
		numerator: register('studios.patents'),
		unit: ['件', 'patents'],
		source: 'studios'
	},
	{
		id: 'studio_transferred',
		title: ['工作室转化成果数', 'Studio results put to use'],
		short: ['工作室转化', 'Put to use'],
		definition: [
			'截至报告期末已命名的工作室和工匠学院登记的转化成果数。',
			'Results put to use by the studios and academies named by the end of the period.'
		],
		numerator: register('studios.transferred'),
		unit: ['项', 'results'],
		source: 'studios'
	},
	{
		id: 'studio_benefit',
		title: ['工作室经济效益', 'Economic benefit of studios'],
		short: ['工作室效益', 'Studio benefit'],
		definition: [
			'截至报告期末已命名的工作室和工匠学院登记的经济效益合计，不同于汇总表的创新经济效益。',
			'Economic benefit recorded for the studios and academies named by the end of the period; not that of the summary return.'
		],
		numerator: register('studios.economic_benefit'),
		unit: ['元', 'yuan'],
		source: 'studios'
	},
	{
		id: 'studio_trained',
		title: ['工作室培训人次', 'Attendances at studios'],
		short: ['工作室培训', 'Studio training'],
		definition: [
			'截至报告期末已命名的工作室和工匠学院登记的培训人次。',
			'Training attendances recorded for the studios and academies named by the end of the period.'
		],
		numerator: register('studios.trained'),
		unit: ['人次', 'attendances'],
		source: 'studios'
	},
	{
		id: 'studio_subsidy',
		title: ['工作室补助资金', 'Subsidy of studios'],
		short: ['工作室补助', 'Studio subsidy'],
		definition: [
			'截至报告期末已命名的工作室和工匠学院登记的补助资金合计。',
			'Subsidy recorded for the studios and academies named by the end of the period.'
		],
		numerator: register('studios.subsidy'),
		unit: ['元', 'yuan'],
		direction: 'neutral',
		source: 'studios'
	},
	{
		id: 'studios_per_10k',
		title: ['每万名职工创新工作室数', 'Innovation studios per 10,000 workers'],
		short: ['万人工作室', 'Studios/10k'],
		definition: [
			'平均每一万名职工拥有的创新工作室数；没有报职工人数的单位，其工作室也不计入。',
			'Innovation studios for every 10,000 workers; studios of units that have not reported their workers are not counted.'
		],
		formula: ['创新工作室数 ÷ 职工人数 × 10000', 'Studios ÷ workers × 10,000'],
		numerator: among(register('studios.count'), 'workers_total'),
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
			'国家级和省级命名的创新工作室占写明命名级别的创新工作室的比重。',
			'Studios named at national or provincial level as a share of the studios whose level is stated.'
		],
		formula: [
			'省级及以上工作室数 ÷ 写明级别的工作室数 × 100%',
			'Studios at province level or above ÷ studios whose level is stated × 100'
		],
		numerator: narrowed('studios.count', { level: provincialLevels }, { sum: 'studios.provincial' }),
		denominator: stating('level', 'studios.count'),
		scale: 100,
		unit: ['%', '%'],
		source: 'studios'
	},
	{
		id: 'transfer_rate',
		title: ['专利成果转化率', 'Transfer rate of patents'],
		short: ['转化率', 'Transfer rate'],
		definition: [
			'工作室转化成果数占工作室专利数的比重；只算两项都填的工作室。',
			'Results transferred into practice as a share of the patents, over the studios that state both.'
		],
		formula: ['转化成果数 ÷ 工作室专利数 × 100%', 'Results transferred ÷ studios’ patents × 100'],
		numerator: statedWith('studios.transferred', 'patents'),
		denominator: statedWith('studios.patents', 'transferred'),
		scale: 100,
		unit: ['%', '%'],
		source: 'studios'
	},
	{
		id: 'benefit_per_studio',
		title: ['每个工作室经济效益', 'Economic benefit per studio'],
		short: ['单室效益', 'Benefit per studio'],
		definition: [
			'平均每个创新工作室和工匠学院产生的经济效益，两者同列一本台账；没有填报的不计。',
			'Economic benefit for every studio and academy that states it; one register holds both.'
		],
		formula: [
			'台账经济效益 ÷ 填报了经济效益的工作室和工匠学院数',
			'Economic benefit in the register ÷ studios and academies that state it'
		],
		numerator: register('studios.economic_benefit'),
		denominator: stating('economic_benefit', ...platformsInAll),
		unit: ['元/个', 'yuan per studio'],
		digits: 0,
		source: 'studios'
	},
	{
		id: 'projects_per_studio',
		title: ['每个工作室创新项目数', 'Projects per studio'],
		short: ['单室项目', 'Projects/studio'],
		definition: [
			'平均每个创新工作室和工匠学院的创新项目数，两者同列一本台账；没有填报的不计。',
			'Projects for every studio and academy that states them; one register holds both.'
		],
		formula: [
			'台账创新项目数 ÷ 填报了项目数的工作室和工匠学院数',
			'Projects in the register ÷ studios and academies that state them'
		],
		numerator: register('studios.projects'),
		denominator: stating('projects', ...platformsInAll),
		unit: ['项/个', 'projects per studio'],
		digits: 2,
		source: 'studios'
	},
	{
		id: 'patents_per_studio',
		title: ['每个工作室专利数', 'Patents per studio'],
		short: ['单室专利', 'Patents/studio'],
		definition: [
			'平均每个创新工作室和工匠学院的专利数，两者同列一本台账；没有填报的不计。',
			'Patents for every studio and academy that states them; one register holds both.'
		],
		formula: [
			'台账专利数 ÷ 填报了专利数的工作室和工匠学院数',
			'Patents in the register ÷ studios and academies that state them'
		],
		numerator: register('studios.patents'),
		denominator: stating('patents', ...platformsInAll),
		unit: ['件/个', 'patents per studio'],
		digits: 2,
		source: 'studios'
	},
	{
		id: 'trained_per_studio',
		title: ['每个工作室培训人次', 'Training attendances per studio'],
		short: ['单室培训', 'Training/studio'],
		definition: [
			'平均每个创新工作室和工匠学院的培训人次，两者同列一本台账；没有填报的不计。',
			'Training attendances for every studio and academy that states them; one register holds both.'
		],
		formula: [
			'台账培训人次 ÷ 填报了培训人次的工作室和工匠学院数',
			'Training attendances in the register ÷ studios and academies that state them'
		],
		numerator: register('studios.trained'),
		denominator: stating('trained', ...platformsInAll),
		unit: ['人次/个', 'attendances per studio'],
		digits: 1,
		source: 'studios'
	},
	{
		id: 'subsidy_efficiency',
		title: ['补助资金产出比', 'Benefit per yuan of subsidy'],
		short: ['补助产出比', 'Benefit/subsidy'],
		definition: [
			'每一元补助资金对应的工作室经济效益；只算两项都填的工作室。',
			'Economic benefit for every yuan of subsidy, over the studios that state both.'
		],
		formula: ['工作室经济效益 ÷ 补助资金', 'Studios’ economic benefit ÷ subsidy'],
		numerator: statedWith('studios.economic_benefit', 'subsidy'),
		denominator: statedWith('studios.subsidy', 'economic_benefit'),
		unit: ['元/元', 'yuan per yuan'],
		source: 'studios'
	}
]);
