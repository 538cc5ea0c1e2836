import type { Dataset } from './dataset.ts';
import { trainingKinds } from './code-lists.ts';
import { field, idField, registerDimensions } from './fields.ts';

/** 培训: one row a course, drill or programme. */
export const trainings: Dataset = {
	name: 'trainings',
	title: { zh: '培训台账', en: 'Trainings' },
	description: { zh: '一期培训、练兵或求学项目一行。', en: 'One row per course, drill or degree programme.' },
	fields: [
		idField('training_id', '培训编号', 'Training id', 'PX-0001', '编号 班次编号 项目编号 培训班编号 培训ID'),
		field('kind', '培训类别', 'Kind', 'code', '技能培训', '类别 培训类型 类型 培训形式 项目类别', {
			required: true,
			codes: trainingKinds
		}),
		field('occupation', '工种', 'Occupation', 'text', '钳工', '培训工种 职业 职业工种 职业(工种)'),
		field(
			'skill_level',
			'技能等级',
			'Skill level',
			'skill_level',
			'高级工',
			'等级 培训等级 职业技能等级 职业等级 技术等级'
		),
		...registerDimensions,
		field('enrolled', '人数', 'Enrolled', 'integer', '120', '参训人数 培训人数 参加人数 报名人数 学员人数', {
			unit: 'person'
		}),
		field('attendances', '人次', 'Attendances', 'integer', '260', '培训人次 参训人次 参加人次', {
			unit: 'person-time'
		}),
		field('certified', '取证人数', 'Certified', 'integer', '85', '取证 获证人数 取得证书人数 取证数 发证人数', {
			unit: 'person'
		}),
		field('degrees', '学历提升', 'Degrees', 'integer', '12', '学历提升人数 提升学历人数 取得学历人数', {
			unit: 'person'
		}),
		field('subsidy', '补助经费', 'Subsidy', 'decimal', '36000', '补助 补贴 培训补贴 补助资金 资助经费 补贴金额', {
			unit: 'yuan'
		})
	],
	rules: [
		{ lesser: 'enrolled', greater: 'attendances' },
		{ lesser: 'certified', greater: 'enrolled' },
		{ lesser: 'degrees', greater: 'enrolled' }
	]
};
