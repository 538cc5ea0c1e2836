import type { Dataset } from './dataset.ts';
import { namingLevels, studioKinds, studioModes } from './code-lists.ts';
import { field, idField, registerDimensions } from './fields.ts';

/** 工作室和工匠学院台账: one row a studio, academy, alliance or training base. */
export const studios: Dataset = {
	name: 'studios',
	title: { zh: '工作室和工匠学院台账', en: 'Studios and academies' },
	description: {
		zh: '一个工作室、联盟、学院或基地一行。',
		en: 'One row per studio, alliance, academy or training base.'
	},
	fields: [
		idField('studio_id', '工作室编号', 'Studio id', 'GZS-0001', '编号 学院编号 平台编号 工作室代码 工作室ID'),
		field('kind', '类别', 'Kind', 'code', '劳模工作室', '工作室类别 工作室类型 类型 平台类型 种类', {
			required: true,
			codes: studioKinds
		}),
		field('name', '名称', 'Name', 'text', '示例创新工作室', '工作室名称 学院名称 平台名称 工匠学院名称', {
			required: true
		}),
		field('leader', '领衔人', 'Leader', 'text', '示例领衔人', '领军人 领衔人姓名 带头人 负责人 领办人', {
			personal: true
		}),
		field('level', '级别', 'Level', 'code', '省级', '工作室级别 命名级别 等级 层级', { codes: namingLevels }),
		field(
			'founded',
			'命名时间',
			'Named on',
			'date',
			'2021-04-28',
			'命名日期 创建时间 成立时间 成立日期 创建日期 挂牌时间 认定时间'
		),
		...registerDimensions,
		field('members', '成员数', 'Members', 'integer', '15', '成员 成员人数 团队人数 工作室成员数', { unit: 'person' }),
		field('projects', '创新项目', 'Projects', 'integer', '8', '项目数 创新项目数 攻关项目 攻关项目数 创新成果数', {
			unit: 'item'
		}),
		field('patents', '专利', 'Patents', 'integer', '3', '专利数 获得专利 授权专利 获得专利数', { unit: 'item' }),
		field(
			'transferred',
			'成果转化',
			'Results put to use',
			'integer',
			'2',
			'转化 转化数 成果转化数 转化成果 转化成果数',
			{ unit: 'item' }
		),
		field('economic_benefit', '经济效益', 'Economic benefit', 'decimal', '3200000', '创造经济效益 产生经济效益 创效', {
			unit: 'yuan'
		}),
		field('trained', '培训人次', 'Training attendances', 'integer', '240', '培训职工人次 带培人次 培养人次 培训', {
			unit: 'person-time'
		}),
		field('subsidy', '补助经费', 'Subsidy', 'decimal', '50000', '补助 资助经费 补助资金 扶持资金 补贴 经费补助', {
			unit: 'yuan'
		}),
		field('mode', '活动方式', 'Mode', 'code', '线下', '方式 活动形式 线上/线下 运行方式', { codes: studioModes })
	],
	rules: []
};
