import { declareGroup, eightLevels, type Pair } from './declare.ts';
import { cell, nonPublicCell, register, statedWith } from './measures.ts';

const congressReport: Pair = [
	'汇总表填报口径；全国年均数见中国工会十八大报告（2023-10）',
	'Reporting rules of the summary return; national yearly averages in the report to the 18th National Congress of Chinese trade unions (October 2023)'
];

/** Who competes: units, people, participations and how many rise through it. */
export const participation = declareGroup('participation', [
	{
		id: 'units_total',
		title: ['建会单位数', 'Units with a union'],
		definition: ['报告期末已建立工会的单位数。', 'Units that have a union at the end of the period.'],
		numerator: cell('units_total'),
		unit: ['家', 'units'],
		direction: 'neutral',
		source: 'summary'
	},
	{
		id: 'units_competing',
		title: ['开展竞赛单位数', 'Units holding competitions'],
		short: ['开展竞赛单位', 'Units competing'],
		definition: [
			'报告期内开展劳动和技能竞赛的单位数。年内每个单位只计一次，计入首次开展的时期，因此各季度相加等于全年。',
			'Units that held labour or skills competitions. Within a year each unit is counted once, in the period in which it first did, so the quarters add up to the year.'
		],
		numerator: cell('units_competing'),
		unit: ['家', 'units'],
		source: 'summary',
		document: congressReport
	},
	{
		id: 'coverage',
		title: ['竞赛覆盖率', 'Competition coverage'],
		definition: ['开展竞赛单位数占期末建会单位数的比重。', 'Share of the units with a union that held competitions.'],
		formula: ['开展竞赛单位数 ÷ 建会单位数 × 100%', 'Units holding competitions ÷ units with a union × 100'],
		numerator: cell('units_competing'),
		denominator: cell('units_total'),
		scale: 100,
		unit: ['%', '%'],
		source: 'summary'
	},
	{
		id: 'nonpublic_coverage',
		title: ['非公有制单位竞赛覆盖率', 'Competition coverage of non-public units'],
		short: ['非公覆盖率', 'Non-public coverage'],
		definition: [
			'私营、港澳台商、外商和个体单位中开展竞赛单位数占建会单位数的比重。',
			'Share of private, Hong Kong, Macao and Taiwan funded, foreign funded and individually owned units with a union that held competitions.'
		],
		formula: [
			'非公有制开展竞赛单位数 ÷ 非公有制建会单位数 × 100%',
			'Non-public units holding competitions ÷ non-public units with a union × 100'
		],
		numerator: nonPublicCell('units_competing'),
		denominator: nonPublicCell('units_total'),
		scale: 100,
		unit: ['%', '%'],
		source: 'summary'
	},
	{
		id: 'workers_total',
		title: ['职工人数', 'Workers'],
		definition: ['报告期末建会单位的职工人数。', 'Workers of the units with a union at the end of the period.'],
		numerator: cell('workers_total'),
		unit: ['人', 'people'],
		direction: 'neutral',
		source: 'summary'
	},
	{
		id: 'participants',
		title: ['参赛职工人数', 'Workers taking part'],
		short: ['参赛职工', 'Participants'],
		definition: [
			'报告期内参加竞赛的职工人数（人，不是人次）。年内每人只计一次，计入首次参赛的时期，因此各季度相加等于全年。',
			'People who took part in competitions, not participations. Within a year each person is counted once, in the period of first participation, so the quarters add up to the year.'
		],
		numerator: cell('participants'),
		unit: ['人', 'people'],
		source: 'summary'
	},
	{
		id: 'participation_rate',
		title: ['职工参与率', 'Participation rate'],
		definition: [
			'参赛职工人数占期末职工人数的比重，按人计算，不按人次计算。',
			'Share of the workers who took part, by people, never by participations.'
		],
		formula: ['参赛职工人数 ÷ 职工人数 × 100%', 'Workers taking part ÷ workers × 100'],
		numerator: cell('participants'),
		denominator: cell('workers_total'),
		scale: 100,
		unit: ['%', '%'],
		source: 'summary'
	},
	{
		id: 'participations',
		title: ['参赛人次', 'Participations'],
		definition: [
			'报告期内职工参加竞赛的人次；一人参加两项竞赛计两人次。',
			'Participations of workers in competitions; one person in two competitions makes two.'
		],
		numerator: cell('participations'),
		unit: ['人次', 'participations'],
		source: 'summary',
		document: congressReport
	},
	{
		id: 'participations_per_head',
		title: ['人均参赛频次', 'Participations per participant'],
		short: ['人均参赛', 'Per participant'],
		definition: ['参赛职工平均每人参赛的次数。', 'How often each participant took part on average.'],
		formula: ['参赛人次 ÷ 参赛职工人数', 'Participations ÷ workers taking part'],
		numerator: cell('participations'),
		denominator: cell('participants'),
		unit: ['次/人', 'per person'],
		digits: 2,
		source: 'summary'
	},
	{
		id: 'competitions_held',
		title: ['举办竞赛项数', 'Competitions held'],
		short: ['竞赛项数', 'Competitions'],
		definition: ['竞赛台账中在报告期内开始的竞赛项数。', 'Competitions in the register that began in the period.'],
		numerator: register('competitions.count'),
		unit: ['项', 'competitions'],
		source: 'competitions'
	},
	{
		id: 'competition_units',
		title: ['参赛单位数（竞赛台账）', 'Units taking part (competition register)'],
		short: ['台账参赛单位', 'Units in register'],
		definition: [
			'竞赛台账各项竞赛参赛单位数之和；一家单位参加两项竞赛计两次，与汇总表的开展竞赛单位数口径不同。',
			'Sum of the units of each competition in the register; a unit in two competitions counts twice, unlike the summary return’s units holding competitions.'
		],
		numerator: register('competitions.units'),
		unit: ['家次', 'unit entries'],
		source: 'competitions'
	},
	{
		id: 'competition_participants',
		title: ['参赛职工（竞赛台账）', 'Participants (competition register)'],
		short: ['台账参赛职工', 'Register participants'],
		definition: [
			'竞赛台账各项竞赛参赛职工数之和；与汇总表参赛职工人数的差异列入数据质量。',
			'Sum of the participants of each competition in the register; differences from the summary return are data-quality findings.'
		],
		numerator: register('competitions.participants'),
		unit: ['人', 'people'],
		source: 'competitions'
	},
	{
		id: 'competition_participations',
		title: ['参赛人次（竞赛台账）', 'Participations (competition register)'],
		short: ['台账参赛人次', 'Register participations'],
		definition: [
			'竞赛台账各项竞赛参赛人次之和；与汇总表参赛人次的差异列入数据质量。',
			'Sum of the participations of each competition in the register; differences from the summary return are data-quality findings.'
		],
		numerator: register('competitions.participations'),
		unit: ['人次', 'participations'],
		source: 'competitions'
	},
	{
		id: 'competition_budget',
		title: ['竞赛经费', 'Competition budget'],
		definition: ['竞赛台账登记的经费合计。', 'Sum of the budgets recorded in the competition register.'],
		numerator: register('competitions.budget'),
		unit: ['元', 'yuan'],
		direction: 'neutral',
		source: 'competitions'
	},
	{
		id: 'budget_per_participation',
		title: ['每参赛人次经费', 'Budget per participation'],
		short: ['人次经费', 'Budget each'],
		definition: [
			'平均每参赛人次使用的竞赛经费，仅按竞赛台账中两项都填的竞赛计算。',
			'Competition budget spent per participation, from those competitions of the register alone that state both.'
		],
		formula: ['竞赛经费 ÷ 台账参赛人次', 'Budget ÷ participations in the register'],
		numerator: statedWith('competitions.budget', 'participations'),
		denominator: statedWith('competitions.participations', 'budget'),
		unit: ['元/人次', 'yuan each'],
		direction: 'lower',
		source: 'competitions'
	},
	{
		id: 'promoted',
		title: ['晋升技能等级人次', 'Promotions to a higher skill level'],
		short: ['晋级人次', 'Promotions'],
		definition: ['通过竞赛晋升职业技能等级的人次。', 'Promotions to a higher skill level that competitions brought.'],
		numerator: register('competitions.promoted'),
		unit: ['人次', 'promotions'],
		source: 'competitions',
		breaks: eightLevels,
		document: [
			'人力资源社会保障部《关于健全完善新时代技能人才职业技能等级制度的意见（试行）》（2022）',
			'Opinions of the Ministry of Human Resources and Social Security on the system of vocational skill levels (trial, 2022)'
		]
	},
	{
		id: 'promotion_rate',
		title: ['晋级率', 'Promotion rate'],
		definition: [
			'晋升技能等级人次占竞赛台账参赛人次的比重；只算两项都填的竞赛。',
			'Promotions as a share of the participations in the competition register, over the competitions that state both.'
		],
		formula: ['晋升技能等级人次 ÷ 台账参赛人次 × 100%', 'Promotions ÷ participations in the register × 100'],
		numerator: statedWith('competitions.promoted', 'participations'),
		denominator: statedWith('competitions.participations', 'promoted'),
		scale: 100,
		unit: ['%', '%'],
		digits: 2,
		source: 'competitions',
		breaks: eightLevels
	}
]);
