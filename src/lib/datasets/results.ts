import type { Dataset } from './dataset.ts';
import { awards, resultStatuses } from './code-lists.ts';
import { asKey, field, idField, registerDimensions } from './fields.ts';

/** 成绩册: one row an entry of a competition. */
export const results: Dataset = {
	name: 'results',
	title: { zh: '成绩册', en: 'Results' },
	description: {
		zh: '一名选手（代表队）在一个赛项中的成绩一行。公布名次只作比对。',
		en: 'One row per entrant and event. The published rank is kept and compared, never trusted.'
	},
	fields: [
		idField('competition_id', '竞赛编号', 'Competition id', 'JS2024-001', '竞赛代码 竞赛ID 赛事编号'),
		asKey(field('event', '赛项', 'Event', 'text', '焊工（职工组）', '竞赛项目 比赛项目 赛项名称 项目 组别 赛项工种')),
		idField(
			'entrant_id',
			'选手编号',
			'Entrant id',
			'017',
			'参赛编号 参赛号 准考证号 赛位号 考号 选手号 队伍编号 参赛证号'
		),
		field('entrant', '选手', 'Entrant', 'text', '示例选手', '选手姓名 姓名 参赛选手 参赛队员 选手/代表队', {
			personal: true
		}),
		field('team', '代表队', 'Team', 'text', '示例代表队', '代表队名称 参赛队 队伍名称 参赛队伍 队名'),
		...registerDimensions,
		field('theory', '理论成绩', 'Theory', 'decimal', '86.5', '理论 理论分 理论得分 理论考试成绩 理论知识', {
			unit: 'score'
		}),
		field(
			'practical',
			'实操成绩',
			'Practical',
			'decimal',
			'91.25',
			'实操 实操分 实操得分 技能成绩 操作成绩 实际操作 实操考核成绩 操作技能',
			{ unit: 'score' }
		),
		field('total', '总成绩', 'Total', 'decimal', '89.83', '总分 综合成绩 合计得分 总得分 最终成绩 成绩', {
			unit: 'score'
		}),
		field('time', '用时', 'Time', 'decimal', '5285', '完成时间 比赛用时 操作用时 耗时', { unit: 'second' }),
		field('rank_published', '名次', 'Published rank', 'integer', '1', '排名 公布名次 总排名 竞赛名次', {
			unit: 'count'
		}),
		field('award', '奖项', 'Award', 'code', '一等奖', '获奖 获奖等级 奖励等级 获奖情况 奖次', { codes: awards }),
		field(
			'level_promoted',
			'晋升等级',
			'Level promoted to',
			'skill_level',
			'高级工',
			'晋升技能等级 晋升职业等级 晋升技术等级 晋级'
		),
		field('status', '状态', 'Status', 'code', '正式', '选手状态 参赛状态 成绩状态 备注状态', { codes: resultStatuses })
	],
	rules: []
};
