import type { Dataset } from './dataset.ts';
import { competitionKinds } from './code-lists.ts';
import { field, idField, registerDimensions } from './fields.ts';

/** 竞赛台账: one row a competition. */
export const competitions: Dataset = {
	name: 'competitions',
	title: { zh: '竞赛台账', en: 'Competitions' },
	description: { zh: '一项竞赛一行。', en: 'One row per competition.' },
	fields: [
		idField('competition_id', '竞赛编号', 'Competition id', 'JS2024-001', '竞赛代码 编号 竞赛ID 赛事编号'),
		field('name', '竞赛名称', 'Name', 'text', '示例市焊工技能竞赛', '名称 竞赛项目 赛事名称 竞赛项目名称 大赛名称', {
			required: true
		}),
		field('kind', '竞赛类别', 'Kind', 'code', '技能竞赛', '类别 竞赛类型 类型 竞赛种类', { codes: competitionKinds }),
		field('level', '级别', 'Level', 'competition_level', '省一类', '竞赛级别 竞赛等级 竞赛层级 层级 赛事级别', {
			required: true
		}),
		field('occupation', '工种', 'Occupation', 'text', '焊工', '竞赛工种 职业 职业工种 职业(工种) 赛项工种'),
		field(
			'start_date',
			'开始日期',
			'Start',
			'date',
			'2024-05-10',
			'开始时间 开赛日期 开赛时间 竞赛开始时间 起始日期 举办时间 举办日期 竞赛时间'
		),
		field('end_date', '结束日期', 'End', 'date', '2024-05-12', '结束时间 竞赛结束时间 截止日期 终止日期'),
		field('host', '主办', 'Host', 'text', '示例市总工会', '主办单位 主办方 承办单位 举办单位'),
		...registerDimensions,
		field('units', '参赛单位', 'Units', 'integer', '36', '参赛单位数 参赛队数 参赛企业数 参赛单位个数', {
			unit: 'unit'
		}),
		field('participants', '参赛职工', 'Participants', 'integer', '420', '参赛人数 参赛职工人数 参赛选手数 参赛职工数', {
			unit: 'person'
		}),
		field('participations', '参赛人次', 'Participations', 'integer', '650', '参赛职工人次 参与人次 参赛总人次', {
			unit: 'person-time'
		}),
		field(
			'promoted',
			'晋升等级人次',
			'Promotions',
			'integer',
			'18',
			'晋级人次 晋升技能等级人次 晋升等级人数 晋升人次 晋升技术等级人次',
			{ unit: 'person-time' }
		),
		field('budget', '经费', 'Budget', 'decimal', '150000', '竞赛经费 经费投入 经费预算 预算 投入经费 活动经费', {
			unit: 'yuan'
		})
	],
	rules: [
		{ lesser: 'start_date', greater: 'end_date' },
		{ lesser: 'participants', greater: 'participations' },
		{ lesser: 'promoted', greater: 'participations' }
	]
};
