import type { Bilingual } from '#lib/format/language.ts';
import { lightRule } from './target.ts';

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
			zh: '与上年同期或上一时期相比的变化；任一方缺数则不比较。报送未齐时按同口径比较：只算两期都报齐的单位，合计数上它们须占任一期的一半以上。不能按同口径比较而报送程度相差 10 个百分点以上的，以及时期长度或口径不同的，不作比较并说明原因；报送未齐、分母变化超过 30% 的比率加以注明。',
			en: 'Against the same period last year or the previous period; nothing where either is missing. Where reports are missing, it is like for like: of those alone who reported in full both times, who must have at least half of either sum. Withheld, with the reason, where that cannot be done and the sides differ by more than 10 points in who reported, or where they differ in length or definition; ratios are marked where reports are missing or the denominator changed by more than 30 %.'
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
		id: 'cumulative',
		title: { zh: '历年累计', en: 'Cumulative' },
		definition: {
			zh: '截至本期同类各期合计；时点数取本期末，比率由累计后的分子、分母计算。',
			en: 'All periods of the same length so far; stocks as they stand, ratios from both sides added up.'
		},
		formula: { zh: '有数以来各期之和', en: 'Sum over the periods since the first figure' }
	},
	{
		id: 'share_of_total',
		title: { zh: '占比', en: 'Share of total' },
		definition: {
			zh: '部分占总数的比重，只用于可相加的指标。',
			en: 'A part as a share of the total, of figures that add up only.'
		},
		formula: { zh: '部分 ÷ 总数 × 100%', en: 'Part ÷ total × 100' }
	},
	{
		id: 'completion',
		title: { zh: '目标完成率', en: 'Target completion' },
		definition: {
			zh: '自起始年至今的完成数（时点数取期末值，比率取年初至今）占目标值的比重；上限目标的时期数为已用比重，时点数和比率取目标值与实际值之比。',
			en: 'What has been reached since the first year (stocks as they stand, ratios of the year to date) as a share of the target; of a ceiling, the share used, for stocks and ratios the target over the value.'
		},
		formula: { zh: '完成数 ÷ 目标值 × 100%', en: 'Reached ÷ target × 100' }
	},
	{
		id: 'way',
		title: { zh: '已走完路程', en: 'Share of the way' },
		definition: {
			zh: '从起点到目标已走完的比重，与时间进度相减得进度差。时期数从 0 起，年内累计的比率（分子为时期数、分母为时点数）每年从 0 起，两者等于完成率；时点数和其他比率从起始年上一年末的数起，该数没有的不计算。',
			en: 'How much of the way from its start to the target is done; less the share of time it is the pace. Flows start at 0, and ratios that add up within the year (a flow over a stock) start each year at 0: of both it is the completion. Stocks and other ratios start where they stood at the end of the year before the first; where that is not known it is not told.'
		},
		formula: { zh: '（实际 − 起点）÷（目标 − 起点）× 100%', en: '(Actual − start) ÷ (target − start) × 100' }
	},
	{
		id: 'pace',
		title: { zh: '目标进度差', en: 'Pace towards a target' },
		definition: {
			zh: '已走完路程与时间进度之差；为正表示快于时间进度。时间进度按起止日期间的天数计算，年内累计的比率按当年天数；没有已走完路程的没有进度差，不评快慢。',
			en: 'Share of the way less the share of days that have passed, of ratios that add up within the year the days of that year; above 0 is ahead of time. Without a share of the way there is no pace, and it is not rated.'
		},
		formula: { zh: '已走完路程 − 已过天数 ÷ 目标期限天数', en: 'Share of the way − days passed ÷ days given' }
	},
	{
		id: 'forecast',
		title: { zh: '按现进度预测', en: 'Forecast at the present pace' },
		definition: {
			zh: '照起始以来的平均进度，到目标期末的数值；时间过去不足 5% 时不预测，时点数和比率须知道起点值；年内累计的比率推到当年年末。',
			en: 'The value on the last day if it goes on as it has on average since the start; none before 5 % of the time, and of stocks and ratios only with a value at the start. Ratios that add up within the year are told for the end of the running year.'
		},
		formula: {
			zh: '完成数 ÷ 时间进度；起点值 +（现值 − 起点值）÷ 时间进度',
			en: 'Reached ÷ share of time; start + (value − start) ÷ share of time'
		}
	},
	{
		id: 'light',
		title: { zh: '目标亮灯', en: 'Light of a target' },
		definition: lightRule,
		formula: { zh: '按进度差和预测值判定', en: 'From pace and forecast' }
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
		id: 'gini',
		title: { zh: '基尼系数', en: 'Gini coefficient' },
		definition: {
			zh: '各地区（行业）分布的集中程度，0 为完全均等；比率按分母加权，缺数的不计入并注明个数。',
			en: 'How unequally a figure is spread among regions or industries, 0 when all are equal; ratios are weighted by their denominator, missing ones are left out and counted.'
		},
		formula: {
			zh: '1 − 2 × 洛伦兹曲线下面积 = 1 − Σ（xᵢ − xᵢ₋₁）（yᵢ + yᵢ₋₁）',
			en: '1 − 2 × area under the Lorenz curve = 1 − Σ (xᵢ − xᵢ₋₁)(yᵢ + yᵢ₋₁)'
		}
	},
	{
		id: 'drift',
		title: { zh: '偏离变化', en: 'Drift' },
		definition: {
			zh: '从首期到末期与平均数的距离（以标准差计）的变化；为正表示偏离扩大，超过 0.25 个标准差的列出；末期没有数的不计。',
			en: 'How the distance from the mean, in standard deviations, changed from the first to the last period; above 0 is away from it, moves past 0.25 are named; who has no figure at the last does not count.'
		},
		formula: {
			zh: '|z末| − |z首|，z =（x − 平均数）÷ 标准差',
			en: '|z last| − |z first|, z = (x − mean) ÷ standard deviation'
		}
	},
	{
		id: 'coverage_gaps',
		title: { zh: '覆盖空白', en: 'Coverage gaps' },
		definition: {
			zh: '地区与行业交叉表中有职工而没有数值的格；未报与报 0 分别注明，没有分行业职工数的整行不计。',
			en: 'Cells of the table of regions and industries in which somebody works, with nothing in them; not reported and reported as 0 are told apart, and rows whose workers by industry are not known do not count.'
		},
		formula: { zh: '有数的格 ÷ 有职工的格 × 100%', en: 'Cells with a value ÷ cells with workers × 100' }
	},
	{
		id: 'funnel',
		title: { zh: '逐级转化率', en: 'Step rates' },
		definition: {
			zh: '合理化建议、采纳、实施逐级的比重，由合计数计算；后一环节多于前一环节的照列并注明。',
			en: 'Suggestions, adopted, implemented: each as a share of the step before, from sums; a later step greater than an earlier one is kept and marked.'
		},
		formula: { zh: '本环节 ÷ 上一环节 × 100%', en: 'Step ÷ step before × 100' }
	},
	{
		id: 'completeness',
		title: { zh: '报送完整率', en: 'Completeness' },
		definition: {
			zh: '已报数的下级单位占应报单位的比重；不满则数值为暂定。',
			en: 'Parts that have reported, of those that should; below full, figures are provisional.'
		},
		formula: { zh: '已报单位数 ÷ 应报单位数', en: 'Parts reported ÷ parts expected' }
	},
	{
		id: 'blank_share',
		title: { zh: '空缺率', en: 'Blank share' },
		definition: {
			zh: '已上报单位的应填指标中未填的比重；整表未报的不计入，另列为未报。',
			en: 'Blank cells among those that the reporting units owe; a unit that sent nothing is missing rather than blank.'
		},
		formula: { zh: '1 − 已填格 ÷ 应填格', en: '1 − cells filled ÷ cells owed' }
	},
	{
		id: 'total_differences',
		title: { zh: '合计差异', en: 'Differences of totals' },
		definition: {
			zh: '上报合计与各部分之和、汇总表与台账超出允许误差的差异个数。',
			en: 'Stated totals that differ from the sum of their parts, and summaries from registers, beyond rounding.'
		},
		formula: { zh: '|合计 − 各部分之和| 超出四舍五入误差的个数', en: 'Count of |total − sum| beyond rounding' }
	},
	{
		id: 'late_reports',
		title: { zh: '迟报天数', en: 'Days late' },
		definition: {
			zh: '收到报表的日期（北京时间）晚于截止日的天数；截止日为时期结束后 15 天，可另定。',
			en: 'Days by which a report came after it was due, by Beijing time; due 15 days after the end of the period unless set otherwise.'
		},
		formula: { zh: '收到日期 − 截止日，不足 0 的按 0', en: 'Day received − day due, at least 0' }
	}
];
