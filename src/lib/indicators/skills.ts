import { declareGroup } from './declare.ts';
import { degreeTraining } from './fixed-members.ts';
import { cell, register } from './measures.ts';

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
		definition: ['取证人数占参训人数的比重。', 'People certified as a share of the people in training.'],
		formula: ['取证人数 ÷ 参训人数 × 100%', 'People certified ÷ people in training × 100'],
		numerator: register('trainings.certified'),
		denominator: register('trainings.enrolled'),
		scale: 100,
		unit: ['%', '%'],
		source: 'trainings'
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
		numerator: register('trainings.enrolled', { kind: degreeTraining }),
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
		definition: ['“求学圆梦”行动平均每名参训职工的补助。', 'Subsidy for every person in degree studies (求学圆梦).'],
		formula: ['求学圆梦补助 ÷ 求学圆梦人数', 'Subsidy for degree studies ÷ people in degree studies'],
		numerator: register('trainings.subsidy', { kind: degreeTraining }),
		denominator: register('trainings.enrolled', { kind: degreeTraining }),
		unit: ['元/人', 'yuan per person'],
		digits: 0,
		direction: 'neutral',
		source: 'trainings'
	}
]);
