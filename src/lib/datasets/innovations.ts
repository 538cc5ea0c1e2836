import type { Dataset } from './dataset.ts';
import { innovationKinds } from './code-lists.ts';
import { field, idField, registerDimensions } from './fields.ts';

/** 创新成果: one row a suggestion, innovation or invention. */
export const innovations: Dataset = {
	name: 'innovations',
	title: { zh: '创新成果', en: 'Innovations' },
	description: {
		zh: '一项成果一行。有采纳、实施日期即为已采纳、已实施。',
		en: 'One row per result. A date of adoption or implementation means that it was adopted or implemented.'
	},
	fields: [
		idField('innovation_id', '成果编号', 'Innovation id', 'CX-0001', '编号 建议编号 项目编号 成果代码 成果ID'),
		field('kind', '类别', 'Kind', 'code', '合理化建议', '成果类别 成果类型 类型 项目类别 项目类型', {
			required: true,
			codes: innovationKinds
		}),
		field('title', '名称', 'Title', 'text', '示例成果', '成果名称 项目名称 建议名称 标题 题目'),
		field(
			'proposer_unit',
			'申报单位',
			'Proposed by',
			'text',
			'示例单位',
			'提出单位 完成单位 提案单位 推荐单位 申报部门'
		),
		...registerDimensions,
		field('submitted', '提出时间', 'Submitted', 'date', '2024-03-12', '提出日期 申报时间 申报日期 提交时间 提交日期'),
		field('adopted', '采纳时间', 'Adopted', 'date', '2024-04-02', '采纳日期 采纳'),
		field('implemented', '实施时间', 'Implemented', 'date', '2024-06-20', '实施日期 实施 应用时间 投用时间'),
		field(
			'economic_benefit',
			'经济效益',
			'Economic benefit',
			'decimal',
			'86000',
			'创造经济效益 产生经济效益 创效 年经济效益',
			{ unit: 'yuan' }
		),
		field('award', '奖项', 'Award', 'text', '示例奖', '获奖 获奖情况 获奖等级 奖励')
	],
	rules: [
		{ lesser: 'submitted', greater: 'adopted' },
		{ lesser: 'adopted', greater: 'implemented' },
		{ lesser: 'submitted', greater: 'implemented' }
	]
};
