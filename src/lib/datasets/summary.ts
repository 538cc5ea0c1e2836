import type { Dataset, Field, Unit } from './dataset.ts';
import { asKey, asRequiredKey, field, industry, ownership, period, region } from './fields.ts';

const count = (name: string, zh: string, en: string, unit: Unit, example: string, aliases: string): Field =>
	field(name, zh, en, 'integer', example, aliases, { unit });

/** 汇总表: the figures that unions report upwards, by period, region, industry and ownership. */
export const summary: Dataset = {
	name: 'summary',
	title: { zh: '汇总表', en: 'Summary report' },
	description: {
		zh: '按时期、地区、行业、企业类型逐级上报的汇总数。空格表示未报，不是 0。',
		en: 'Figures reported upwards by period, region, industry and ownership. Blank means not reported, not 0.'
	},
	fields: [
		asRequiredKey(period),
		asRequiredKey(region),
		asKey(industry),
		asKey(ownership),
		count(
			'units_total',
			'建会单位数',
			'Units with a union',
			'unit',
			'12000',
			'建会单位 建立工会单位数 已建会单位数 单位总数 建会企业数 建会数 基层工会数'
		),
		count(
			'units_competing',
			'开展竞赛单位数',
			'Units holding competitions',
			'unit',
			'3600',
			'开展竞赛单位 开展劳动竞赛单位数 参赛单位数 参赛单位 竞赛单位数 开展竞赛企业数 开展劳动和技能竞赛单位数'
		),
		count(
			'workers_total',
			'职工人数',
			'Workers',
			'person',
			'850000',
			'职工总数 职工数 在岗职工人数 全部职工人数 从业人员数 职工总人数'
		),
		count(
			'participants',
			'参赛职工',
			'Participants',
			'person',
			'210000',
			'参赛职工人数 参赛人数 参赛职工数 参加竞赛职工人数 参与竞赛职工人数 参加竞赛人数'
		),
		count(
			'participations',
			'参赛人次',
			'Participations',
			'person-time',
			'320000',
			'参赛职工人次 参与竞赛人次 参加竞赛人次 参加竞赛职工人次 参赛总人次'
		),
		count(
			'suggestions',
			'合理化建议',
			'Suggestions',
			'item',
			'5200',
			'合理化建议数 提出合理化建议 提出合理化建议数 合理化建议件数 提出建议数 建议数 提出'
		),
		count(
			'suggestions_adopted',
			'采纳',
			'Suggestions adopted',
			'item',
			'3100',
			'采纳数 合理化建议采纳数 采纳合理化建议 采纳建议数 已采纳 采纳件数'
		),
		count(
			'suggestions_implemented',
			'实施',
			'Suggestions implemented',
			'item',
			'2400',
			'实施数 合理化建议实施数 实施合理化建议 实施建议数 已实施 实施件数'
		),
		count(
			'tech_innovations',
			'技术革新',
			'Technical innovations',
			'item',
			'860',
			'技术革新数 技术革新项目 技术革新项目数 技术革新项数 技术革新成果'
		),
		count(
			'inventions',
			'发明创造',
			'Inventions',
			'item',
			'120',
			'发明创造数 发明创造项目 发明创造项目数 发明创造项数 发明创造成果'
		),
		count(
			'patents',
			'专利',
			'Patents',
			'item',
			'310',
			'专利数 获得专利 获得专利数 国家专利 获国家专利数 授权专利 专利授权数'
		),
		count(
			'methods',
			'先进操作法',
			'Advanced working methods',
			'item',
			'45',
			'先进操作法数 先进操作法项目 推广先进操作法 先进操作法项数'
		),
		count(
			'five_small',
			'五小成果',
			'Five-small results',
			'item',
			'980',
			'五小 “五小”成果 五小成果数 “五小” 五小活动成果 五小项目'
		),
		field(
			'economic_benefit',
			'经济效益',
			'Economic benefit',
			'decimal',
			'12800000',
			'经济效益额 创造经济效益 产生经济效益 创经济效益 创效',
			{ unit: 'yuan' }
		),
		count(
			'studios',
			'工作室',
			'Studios',
			'studio',
			'260',
			'工作室数 创新工作室 创新工作室数 劳模创新工作室数 劳模和工匠人才创新工作室 劳模和工匠人才创新工作室数 职工创新工作室数'
		),
		count('academies', '工匠学院', 'Craftsman academies', 'studio', '3', '工匠学院数 学院数'),
		count(
			'trainees',
			'培训人次',
			'Training attendances',
			'person-time',
			'96000',
			'培训职工人次 技能培训人次 参加培训人次 职工培训人次'
		),
		count(
			'skilled_workers',
			'技能人才',
			'Skilled workers',
			'person',
			'310000',
			'技能人才数 技能人才总数 技能人才总量 技能人才人数 技能劳动者'
		),
		count(
			'high_skilled',
			'高技能人才',
			'Highly skilled workers',
			'person',
			'98000',
			'高技能人才数 高技能人才总数 高技能人才总量 高技能人才人数'
		)
	],
	rules: [
		{ lesser: 'units_competing', greater: 'units_total' },
		{ lesser: 'participants', greater: 'workers_total' },
		{ lesser: 'participants', greater: 'participations' },
		{ lesser: 'suggestions_adopted', greater: 'suggestions' },
		{ lesser: 'suggestions_implemented', greater: 'suggestions_adopted' },
		{ lesser: 'suggestions_implemented', greater: 'suggestions' },
		{ lesser: 'high_skilled', greater: 'skilled_workers' }
	]
};
