import type { Bilingual } from '#lib/format/language.ts';

/** A figure that is worked out from any indicator's values rather than asked of the release. */
export interface Derived {
	readonly id: string;
	readonly title: Bilingual;
	readonly definition: Bilingual;
	readonly formula: Bilingual;
}

/** Comparisons, targets, balance and completeness, for the dictionary. */
export const derivedFigures: readonly Derived[] = [
	{
		id: 'change',
		title: { zh: '同比、环比', en: 'Change' },
		definition: {
			zh: '与上年同期或上一时期相比的变化；任一方缺数则不比较，任一方未报齐则为暂定。',
			en: 'Against the same period last year or the previous period; nothing where either is missing, provisional where either is incomplete.'
		},
		formula: {
			zh: '（本期 − 基期）÷ |基期| × 100%；比率为百分点之差',
			en: '(value − base) ÷ |base| × 100; for ratios the difference in percentage points'
		}
	},
	{
		id: 'year_to_date',
		title: { zh: '年初至今累计', en: 'Year to date' },
		definition: {
			zh: '年初到本期各期合计；时点数取本期末，比率由累计后的分子、分母计算。',
			en: 'All periods from the beginning of the year; stocks as they stand, ratios from both sides added up.'
		},
		formula: { zh: '年内各期之和', en: 'Sum over the periods of the year so far' }
	},
	{
		id: 'completion',
		title: { zh: '目标完成率', en: 'Target completion' },
		definition: {
			zh: '自起始年至今的完成数占目标值的比重。',
			en: 'What has been reached since the first year, as a share of the target.'
		},
		formula: { zh: '完成数 ÷ 目标值 × 100%', en: 'Reached ÷ target × 100' }
	},
	{
		id: 'pace',
		title: { zh: '目标进度差', en: 'Pace towards a target' },
		definition: {
			zh: '完成率与时间进度之差；为正表示快于时间进度。',
			en: 'Completion less the share of time that has passed; above 0 is ahead of time.'
		},
		formula: { zh: '目标完成率 − 已过时间 ÷ 目标期限', en: 'Completion − time passed ÷ time given' }
	},
	{
		id: 'max_min',
		title: { zh: '极值比', en: 'Largest to smallest' },
		definition: {
			zh: '各地区（行业）中最大值与最小值之比，反映平衡程度；越接近 1 越平衡。',
			en: 'The largest value over the smallest among regions or industries; the nearer to 1, the more balanced.'
		},
		formula: { zh: '最大值 ÷ 最小值', en: 'Largest ÷ smallest' }
	},
	{
		id: 'variation',
		title: { zh: '变异系数', en: 'Coefficient of variation' },
		definition: {
			zh: '各地区（行业）数值的标准差与平均数之比，反映平衡程度；越小越平衡。',
			en: 'Standard deviation over mean among regions or industries; the smaller, the more balanced.'
		},
		formula: { zh: '总体标准差 ÷ 算术平均数', en: 'Population standard deviation ÷ arithmetic mean' }
	},
	{
		id: 'completeness',
		title: { zh: '报送完整率', en: 'Completeness' },
		definition: {
			zh: '已报数的下级单位占应报单位的比重；不满则数值为暂定。',
			en: 'Parts that have reported, of those that should; below full, figures are provisional.'
		},
		formula: { zh: '已报单位数 ÷ 应报单位数', en: 'Parts reported ÷ parts expected' }
	}
];
