import { declareGroup, eightLevels } from './declare.ts';
import { degreeTraining } from './fixed-members.ts';
import { cell, narrowed, register } from './measures.ts';

const ofDegrees = { kind: degreeTraining };

/** Training and what it leads to. */
export const skills = declareGroup('skills', [
	{
		id: 'trainees',
		title: ['培训人次', 'Training attendances'],
		definition: [
			'报告期内工会组织的技能培训、岗位练兵等的人次。',
			'Attendances at skills training and on-the-job practice that unions organised in the period.'
		],
		numerator: cell('trainees'),
		unit: ['人次', 'attendances'],
		source: 'summary'
	},
	{
		id: 'trainings_held',
		title: ['培训期数', 'Trainings held'],
		definition: [
			'培训台账登记的培训、练兵和求学项目数；可按种类和技能等级分列。',
			'Courses, drills and degree programmes in the training register; can be split by kind and skill level.'
		],
		numerator: register('trainings.count'),
		unit: ['期', 'trainings'],
		source: 'trainings'
	},
	{
		id: 'training_attendances',
		title: ['培训人次（培训台账）', 'Training attendances (register)'],
		short: ['台账培训人次', 'Register attendances'],
		definition: [
			'培训台账登记的人次合计；与汇总表培训人次的差异列入数据质量。',
			'Sum of the attendances in the training register; differences from the summary return are data-quality findings.'
		],
		numerator: register('trainings.attendances'),
		unit: ['人次', 'attendances'],
		source: 'trainings'
	},
	{
		id: 'enrolled',
		title: ['参训人数', 'People in training'],
		definition: ['培训台账登记的参训人数。', 'People enrolled according to the training register.'],
		numerator: register('trainings.enrolled'),
		unit: ['人', 'people'],
		source: 'trainings'
	},
	{
		id: 'certified',
		title: ['取证人数', 'People certified'],
		definition: [
			'培训台账登记的取得职业技能等级证书的人数。',
			'People who obtained a skill certificate according to the training register.'
		],
		numerator: register('trainings.certified'),
		unit: ['人', 'people'],
		source: 'trainings'
	},
	{
		id: 'certification_rate',
		title: ['取证率', 'Certification rate'],
		definition: [
			'取证人数占发证培训参训人数的比重。发证培训指填报了取证人数的技能培训和岗位练兵，以及有人取证的其他培训；求学圆梦、师带徒、网上练兵、云课堂等不发证的培训不计入，未填取证人数的培训也不计入。',
			'People certified as a share of the people in trainings that certify: skills training and workplace drills that state how many were certified, and any other training that certified somebody. Degree studies, mentoring, online drills and classes, which give no certificate, are left out, as are trainings that do not state it.'
		],
		formula: ['取证人数 ÷ 发证培训参训人数 × 100%', 'People certified ÷ people in certifying trainings × 100'],
		numerator: register('trainings.certified'),
		denominator: register('trainings.certifying_enrolled'),
		scale: 100,
		unit: ['%', '%'],
		source: 'trainings'
	},
	{
		id: 'high_certified',
		title: ['高级工及以上取证人数', 'People certified as senior worker or above'],
		short: ['高技能取证', 'Senior certificates'],
		definition: [
			'培训台账中技能等级为高级工及以上的取证人数。',
			'People certified at the level of senior worker or above according to the training register.'
		],
		numerator: register('trainings.certified_high'),
		unit: ['人', 'people'],
		source: 'trainings'
	},
	{
		id: 'high_certified_share',
		title: ['高级工及以上取证占比', 'Share of certificates at senior level or above'],
		short: ['高技能取证占比', 'Senior share'],
		definition: [
			'高级工及以上取证人数占写明技能等级的取证人数的比重。',
			'Certificates at senior level or above as a share of those whose level is recorded.'
		],
		formula: [
			'高级工及以上取证人数 ÷ 写明技能等级的取证人数 × 100%',
			'People certified at senior level or above ÷ people certified at a recorded level × 100'
		],
		numerator: register('trainings.certified_high'),
		denominator: register('trainings.certified_graded'),
		scale: 100,
		unit: ['%', '%'],
		source: 'trainings'
	},
	{
		id: 'training_subsidy',
		title: ['培训补助经费', 'Training subsidy'],
		short: ['培训补助', 'Training subsidy'],
		definition: ['培训台账登记的补助经费合计。', 'Sum of the subsidies in the training register.'],
		numerator: register('trainings.subsidy'),
		unit: ['元', 'yuan'],
		direction: 'neutral',
		source: 'trainings'
	},
	{
		id: 'cost_per_certificate',
		title: ['每证补助成本', 'Subsidy per certificate'],
		short: ['每证成本', 'Cost per certificate'],
		definition: [
			'发证培训平均每本证书的补助经费；发证培训的范围同取证率，求学圆梦、师带徒等不发证的培训不计入。没有填补助的培训不计入。',
			'Subsidy for every certificate over the trainings that certify, the same as those of the certification rate; degree studies, mentoring and others without certificates are left out. So are trainings that do not state a subsidy.'
		],
		formula: [
			'发证培训补助 ÷ 填有补助的发证培训的取证人数',
			'Subsidy of certifying trainings ÷ people certified by those of them that state one'
		],
		numerator: register('trainings.certificate_subsidy'),
		denominator: register('trainings.subsidised_certified'),
		unit: ['元/证', 'yuan per certificate'],
		digits: 0,
		direction: 'lower',
		source: 'trainings'
	},
	{
		id: 'promoted_entrants',
		title: ['成绩册晋升等级人次', 'Promotions in the result register'],
		short: ['成绩册晋级', 'Entrants promoted'],
		definition: [
			'成绩册中写明晋升技能等级的成绩条数；可按晋升到的技能等级分列。与竞赛台账的晋升人次分别统计。',
			'Entries of the result register that led to a higher skill level; can be split by the level reached. Counted apart from the promotions of the competition register.'
		],
		numerator: register('results.promoted'),
		unit: ['人次', 'promotions'],
		source: 'results',
		breaks: eightLevels
	},
	{
		id: 'skilled_workers',
		title: ['技能人才数', 'Skilled workers'],
		short: ['技能人才', 'Skilled workers'],
		definition: ['报告期末技能人才人数。', 'Skilled workers at the end of the period.'],
		numerator: cell('skilled_workers'),
		unit: ['人', 'people'],
		direction: 'higher',
		source: 'summary'
	},
	{
		id: 'high_skilled',
		title: ['高技能人才数', 'Highly skilled workers'],
		short: ['高技能人才', 'Highly skilled'],
		definition: [
			'报告期末取得高级工及以上职业技能等级的人数。',
			'Workers with a skill level of senior worker or above at the end of the period.'
		],
		numerator: cell('high_skilled'),
		unit: ['人', 'people'],
		source: 'summary'
	},
	{
		id: 'high_skilled_share',
		title: ['高技能人才占比', 'Share of highly skilled workers'],
		short: ['高技能占比', 'Highly skilled share'],
		definition: ['高技能人才占技能人才的比重。', 'Highly skilled workers as a share of all skilled workers.'],
		formula: ['高技能人才数 ÷ 技能人才数 × 100%', 'Highly skilled workers ÷ skilled workers × 100'],
		numerator: cell('high_skilled'),
		denominator: cell('skilled_workers'),
		scale: 100,
		unit: ['%', '%'],
		source: 'summary',
		document: [
			'中共中央办公厅、国务院办公厅《关于加强新时代高技能人才队伍建设的意见》（2022-10）',
			'Opinions of the General Offices of the CPC Central Committee and the State Council on strengthening the highly skilled workforce (October 2022)'
		]
	},
	{
		id: 'degree_students',
		title: ['求学圆梦人数', 'People in degree studies'],
		short: ['求学圆梦', 'Degree studies'],
		definition: [
			'培训台账中“求学圆梦”行动的参训人数。',
			'People enrolled in degree studies (求学圆梦) according to the training register.'
		],
		numerator: narrowed('trainings.enrolled', ofDegrees, {
			sum: 'trainings.degree_enrolled',
			entries: 'trainings.degree_count'
		}),
		unit: ['人', 'people'],
		source: 'trainings'
	},
	{
		id: 'degrees',
		title: ['学历提升人数', 'People who gained a degree'],
		short: ['学历提升', 'Degrees'],
		definition: ['培训台账登记的学历提升人数。', 'People who gained a degree according to the training register.'],
		numerator: register('trainings.degrees'),
		unit: ['人', 'people'],
		source: 'trainings'
	},
	{
		id: 'subsidy_per_degree_student',
		title: ['求学圆梦人均补助', 'Subsidy per degree student'],
		short: ['人均补助', 'Subsidy per head'],
		definition: [
			'“求学圆梦”行动平均每名参训职工的补助；没有同时填报补助和人数的不计。',
			'Subsidy for every person in degree studies (求学圆梦); entries that do not state both do not count.'
		],
		formula: [
			'求学圆梦补助 ÷ 求学圆梦人数（均只计两项都填的）',
			'Subsidy for degree studies ÷ people in degree studies, of entries that state both'
		],
		numerator: narrowed('trainings.subsidy_by_enrolled', ofDegrees, {
			sum: 'trainings.degree_subsidy_by_enrolled',
			entries: 'trainings.degree_count'
		}),
		denominator: narrowed('trainings.enrolled_for_subsidy', ofDegrees, {
			sum: 'trainings.degree_enrolled_for_subsidy',
			entries: 'trainings.degree_count'
		}),
		unit: ['元/人', 'yuan per person'],
		digits: 0,
		direction: 'neutral',
		source: 'trainings'
	}
]);
