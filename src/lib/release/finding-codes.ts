import type { Bilingual } from '#lib/format/language.ts';

/** What a build can find out about its own data, beyond what the import of a single file can. */
export type FindingCode =
	| 'TOTAL_MISMATCH'
	| 'REGIONS_MISSING'
	| 'SOURCES_DIFFER'
	| 'KEY_DUPLICATE'
	| 'PERIOD_CUMULATIVE'
	| 'CODE_UNKNOWN'
	| 'TARGET_UNKNOWN';

/** What each finding means. `finding.expected` and `actual` are explained here too. */
export const findingTexts: Readonly<Record<FindingCode, Bilingual>> = {
	TOTAL_MISMATCH: {
		zh: '上报的合计与各部分之和不一致（应为：合计；实为：各部分之和）',
		en: 'A reported total is not the sum of its parts (expected: the total; actual: the sum)'
	},
	REGIONS_MISSING: {
		zh: '应报单位没有全部上报（应为：应报数；实为：已报数）',
		en: 'Not all who should report did (expected: should; actual: did)'
	},
	SOURCES_DIFFER: {
		zh: '汇总表与台账不一致（应为：汇总表；实为：台账）',
		en: 'Summary reports and registers differ (expected: summary; actual: register)'
	},
	KEY_DUPLICATE: {
		zh: '同一指标被多个文件上报且数值不同，以后一个文件为准（应为：采用值；实为：被替换值）',
		en: 'Several files report the same cell differently; the later file counts (expected: kept; actual: replaced)'
	},
	PERIOD_CUMULATIVE: {
		zh: '累计数缺少之前的时期，无法换算为当期数',
		en: 'A year-to-date figure cannot be made current: the periods before it are not there'
	},
	CODE_UNKNOWN: {
		zh: '代码不在当前配置的代码表中，未计入任何汇总',
		en: 'A code that this profile does not have: kept, but in no sum'
	},
	TARGET_UNKNOWN: {
		zh: '目标所指的指标不存在：目标保留，但算不出完成情况；请改用口径页上的指标名称，或在方案的 metrics.csv 中声明',
		en: 'A target names an indicator that there is none of: it is kept, but what has been reached cannot be told. Use a name of the dictionary page, or declare it in metrics.csv of the profile'
	}
};
