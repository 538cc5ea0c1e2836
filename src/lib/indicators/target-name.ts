import { nameKey, withoutRemark } from '#lib/dimensions/name-key.ts';
import { indicators } from './index.ts';

/** A figure that a release or a profile knows by name: a row of `metric`, or a declaration that nothing was reported for. */
export interface NamedMetric {
	/** `metric:NAME` or `metric:NAME@BASIS`. */
	readonly measure: string;
	readonly indicator: string;
	readonly title_zh: string | null;
	readonly title_en: string | null;
}

/** What plans call indicators beyond their titles. */
const otherNames: Readonly<Record<string, string>> = {
	units_competing: '参赛单位数 竞赛单位数 开展竞赛企业数',
	participants: '参赛职工 参赛职工数 参赛人数',
	participation_rate: '参赛率 职工参赛率',
	coverage: '覆盖率 竞赛覆盖面',
	competitions_held: '竞赛场次 竞赛项数 竞赛数 举办竞赛数 举办竞赛场次 职工劳动和技能竞赛场次 劳动和技能竞赛场次',
	competition_budget: '竞赛经费支出 竞赛投入',
	promoted: '晋升等级人次 晋级人次',
	suggestions: '合理化建议 合理化建议件数',
	suggestions_adopted: '采纳合理化建议 建议采纳数',
	suggestions_implemented: '实施合理化建议 建议实施数',
	tech_innovations: '技术革新 技术革新数',
	inventions: '发明创造 发明创造数',
	patents: '专利 专利数 职工专利数',
	five_small: '五小成果 五小',
	economic_benefit: '经济效益 创造经济效益',
	studios: '工作室 工作室数 创新工作室 职工创新工作室 职工创新工作室数 劳模工匠创新工作室 劳模和工匠人才创新工作室',
	academies: '工匠学院 学院数',
	trainees: '培训职工 培训职工人次',
	certified: '取证 新增取证人数',
	high_skilled: '高技能人才 高技能人才总量',
	high_skilled_share: '高技能人才占技能人才比重 高技能人才比重 高技能人才占比',
	degree_students: '求学圆梦 求学圆梦职工数',
	honours: '荣誉 表彰数'
};

let names: ReadonlyMap<string, string> | null = null;

function indicatorNames(): ReadonlyMap<string, string> {
	if (names) return names;
	const known = new Map<string, string>();
	const add = (text: string, id: string) => {
		if (!known.has(nameKey(text))) known.set(nameKey(text), id);
	};
	for (const { id, title } of indicators) for (const text of [id, title.zh, title.en]) add(text, id);
	for (const [id, texts] of Object.entries(otherNames)) for (const text of texts.split(' ')) add(text, id);
	for (const { id, short } of indicators) for (const text of [short.zh, short.en]) add(text, id);
	return (names = known);
}

/**
 * The id of what a target aims at, by the name that the target gives: a figure that is reported under that name, else
 * an indicator by its id, title or another name of it, else a figure that is only declared. Null for a name that
 * nothing bears. Of figures on several bases the first is taken.
 */
export function targetIndicator(
	name: string,
	reported: readonly NamedMetric[],
	declared: readonly NamedMetric[] = []
): string | null {
	const key = nameKey(name);
	const keys = [key, withoutRemark(key)];
	const known = indicatorNames();
	return bearer(reported, keys) ?? known.get(key) ?? known.get(withoutRemark(key)) ?? bearer(declared, keys) ?? null;
}

/** Which metric of a list bears a name, by its place. Lists are those of a release: pages ask them for every figure. */
const bearers = new WeakMap<readonly NamedMetric[], ReadonlyMap<string, number>>();

/** The measure of the first metric that bears one of these names. */
function bearer(metrics: readonly NamedMetric[], keys: readonly string[]): string | null {
	let places = bearers.get(metrics);
	if (!places) {
		const made = new Map<string, number>();
		for (const [place, { measure, indicator, title_zh, title_en }] of metrics.entries()) {
			for (const text of [measure, indicator, title_zh, title_en]) {
				if (text !== null && !made.has(nameKey(text))) made.set(nameKey(text), place);
			}
		}
		bearers.set(metrics, (places = made));
	}
	const found = keys.flatMap((key) => places.get(key) ?? []);
	return metrics[Math.min(...found)]?.measure ?? null;
}
