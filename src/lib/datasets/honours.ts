import type { Dataset } from './dataset.ts';
import { genders, honourKinds, namingLevels, recipientTypes, yesOrNo } from './code-lists.ts';
import { field, idField, registerDimensions } from './fields.ts';

/** 荣誉: one row an honour given. The year of the honour is its period, so `年度` is the year here. */
export const honours: Dataset = {
	name: 'honours',
	title: { zh: '荣誉台账', en: 'Honours' },
	description: { zh: '一项荣誉授予一行。', en: 'One row per honour given.' },
	fields: [
		idField('honour_id', '荣誉编号', 'Honour id', 'RY-0001', '编号 证书编号 荣誉代码 荣誉ID'),
		field('honour', '荣誉名称', 'Honour', 'code', '五一劳动奖章', '荣誉 称号 荣誉称号 荣誉类别 表彰名称 奖项', {
			required: true,
			codes: honourKinds
		}),
		field('level', '级别', 'Level', 'code', '省级', '荣誉级别 授予级别 表彰级别 等级', { codes: namingLevels }),
		field('year', '年度', 'Year', 'year', '2024', '年份 授予年度 表彰年度 授予年份 获奖年份 获奖年度 年', {
			required: true
		}),
		field(
			'recipient',
			'获奖对象',
			'Recipient',
			'text',
			'示例职工',
			'获得者 姓名 获奖者 获奖人 获奖单位 荣誉获得者 受表彰对象',
			{ personal: true }
		),
		field('recipient_type', '对象类型', 'Recipient type', 'code', '个人', '个人/集体 类型 获奖类型 对象类别', {
			codes: recipientTypes
		}),
		field('gender', '性别', 'Gender', 'code', '女', '获奖者性别 获得者性别', { codes: genders }),
		field(
			'front_line',
			'一线职工',
			'Front-line worker',
			'code',
			'是',
			'是否一线 是否一线职工 是否为一线职工 一线 生产一线 是否生产一线 一线工人',
			{ codes: yesOrNo }
		),
		...registerDimensions.map((shared) =>
			shared.name === 'period'
				? { ...shared, aliases: shared.aliases.filter((alias) => !/^(?:年份|年度|年)$/.test(alias)) }
				: shared
		),
		field('count', '数量', 'Count', 'integer', '1', '个数 人数 名额 数目', { unit: 'count' })
	],
	rules: []
};
