import type { Dataset } from './dataset.ts';
import { targetDirections } from './code-lists.ts';
import { asRequiredKey, field, region } from './fields.ts';

/** 目标: what is to be reached by a year. */
export const targets: Dataset = {
	name: 'targets',
	title: { zh: '目标表', en: 'Targets' },
	description: { zh: '一个指标在一个地区到一个年份的目标一行。', en: 'One row per indicator, region and final year.' },
	fields: [
		field('indicator', '指标', 'Indicator', 'text', '参赛人次', '指标名称 项目 目标指标 目标项目 项目名称', {
			key: true,
			required: true
		}),
		asRequiredKey(region),
		field('start_year', '起始年', 'First year', 'year', '2023', '开始年 起始年份 开始年份 起始年度 基期'),
		field('end_year', '目标年', 'Final year', 'year', '2027', '目标年份 完成年 截止年 目标年度 结束年 完成年份', {
			key: true,
			required: true
		}),
		field('target', '目标值', 'Target', 'decimal', '60000000', '目标 目标数 任务数 计划数 目标数值', {
			required: true,
			unit: 'other'
		}),
		field('unit', '单位', 'Unit', 'text', '人次', '计量单位 目标单位'),
		field('direction', '方向', 'Direction', 'code', '≥', '目标方向 比较方式 要求', { codes: targetDirections }),
		field('source', '来源', 'Source', 'text', '示例规划', '数据来源 出处 资料来源 依据 来源文件')
	],
	rules: [{ lesser: 'start_year', greater: 'end_year' }]
};
