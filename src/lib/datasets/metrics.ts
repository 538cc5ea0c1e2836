import type { Dataset } from './dataset.ts';
import { asRequiredKey, field, period, region } from './fields.ts';

/** 指标值表: any other figure that a union reports. */
export const metrics: Dataset = {
	name: 'metrics',
	title: { zh: '指标值表', en: 'Figures' },
	description: {
		zh: '一个指标在一个地区、一个时期的值一行。口径不同的同名指标分开。',
		en: 'One row per indicator, region and period. The same indicator on different bases is kept apart.'
	},
	fields: [
		field(
			'indicator',
			'指标',
			'Indicator',
			'text',
			'工会户外劳动者服务站点',
			'指标名称 项目 统计指标 指标项 项目名称',
			{ key: true, required: true }
		),
		asRequiredKey(region),
		asRequiredKey(period),
		field('basis', '口径', 'Basis', 'text', '时点', '统计口径 口径说明 指标口径', { key: true }),
		field('value', '数值', 'Value', 'decimal', '131000', '值 指标值 数据 数量 统计值 完成值', {
			required: true,
			unit: 'other'
		}),
		field('unit', '单位', 'Unit', 'text', '个', '计量单位 数值单位'),
		field('source', '来源', 'Source', 'text', '示例报告', '数据来源 出处 资料来源 来源文件')
	],
	rules: []
};
