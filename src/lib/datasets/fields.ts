import type { Field, FieldType } from './dataset.ts';

type Extras = Partial<Pick<Field, 'unit' | 'required' | 'key' | 'codes' | 'personal' | 'description'>>;

/** A field in one line: name, Chinese and English title, type, example, other headers separated by blanks. */
export function field(
	name: string,
	zh: string,
	en: string,
	type: FieldType,
	example: string,
	aliases = '',
	extras: Extras = {}
): Field {
	return { name, title: { zh, en }, aliases: aliases.split(' ').filter(Boolean), type, example, ...extras };
}

const key: Extras = { key: true, required: true };

/** The region that a row is about, by code or name. */
export const region = field(
	'region',
	'地区',
	'Region',
	'region',
	'重庆市',
	'区划代码 行政区划代码 行政区划 区划 地区代码 地区名称 所属地区 所在地区 所属区县 区县 区县名称 省份 省市 省(区、市) 所属省份 所在省份 市州 地市 城市 省级工会 填报地区'
);

/** The period that a row is about. */
export const period = field(
	'period',
	'统计时期',
	'Period',
	'period',
	'2024年三季度',
	'年份 年度 季度 月份 月 时期 期间 报告期 统计期 统计时间 统计年度 统计周期 时间 年 所属年度 所属时期'
);

/** Industry by GB/T 4754-2017. */
export const industry = field(
	'industry',
	'所属行业',
	'Industry',
	'industry',
	'制造业',
	'行业 行业代码 行业名称 行业门类 行业大类 行业类别 国民经济行业 国民经济行业代码 国民经济行业分类 行业分类'
);

/** Ownership or registration type. */
export const ownership = field(
	'ownership',
	'企业类型',
	'Ownership',
	'ownership',
	'私营',
	'登记注册类型 注册类型 单位性质 企业性质 所有制 所有制类型 单位类型 经济类型'
);

/** The national industrial union that a row belongs to. */
export const unionSystem = field(
	'union_system',
	'产业工会',
	'Industrial union',
	'union_system',
	'教科文卫体',
	'系统 所属系统 工会系统 产业系统 所属产业工会 所属产业 产业 全国产业工会'
);

/** The organisation that reports or is meant. */
export const orgUnit = field(
	'org_unit',
	'单位名称',
	'Organisation',
	'text',
	'示例单位',
	'填报单位 所在单位 所属单位 单位 工作单位 企业名称 统一社会信用代码 报送单位'
);

/** Campaign or theme. */
export const campaign = field(
	'campaign',
	'主题',
	'Campaign',
	'text',
	'当好主人翁 建功新时代',
	'行动 活动主题 竞赛主题 主题活动 专项行动'
);

/** The dimensions that all registers share. */
export const registerDimensions: readonly Field[] = [
	region,
	industry,
	unionSystem,
	orgUnit,
	ownership,
	campaign,
	period
];

/** A shared field as part of a key. */
export function asKey(shared: Field): Field {
	return { ...shared, key: true };
}

/** A shared field that no row may lack. */
export function asRequiredKey(shared: Field): Field {
	return { ...shared, ...key };
}

/** The field that tells the rows of a register apart. */
export function idField(name: string, zh: string, en: string, example: string, aliases: string): Field {
	return field(name, zh, en, 'id', example, aliases, key);
}
