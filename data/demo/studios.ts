import { dayOfYear, quarterOfDate, quarters } from './calendar.ts';
import { createRandom } from './random.ts';
import { organisation, type RegisterContext, type Site } from './register-context.ts';
import type { Cell } from './table-files.ts';
import { themeOf } from './themes.ts';

/** One studio or academy, as far as other tables need to know it. */
export interface Studio {
	readonly site: Site;
	readonly section: string;
	readonly academy: boolean;
	/** First quarter of the demo data in which it exists. */
	readonly since: string;
	readonly row: readonly Cell[];
}

/** Headers of the register. */
export const studioHeaders = [
	'编号',
	'类别',
	'名称',
	'领衔人',
	'级别',
	'命名时间',
	'区划',
	'国民经济行业',
	'产业工会',
	'单位性质',
	'单位名称',
	'成员数',
	'创新项目',
	'专利',
	'成果转化',
	'经济效益（万元）',
	'培训人次',
	'补助经费（元）',
	'活动方式'
] as const;

const kinds = ['劳模工作室', '工匠工作室', '职工工作室', '班组工作室', '联盟', '实训基地'];
const kindWeights = [30, 22, 36, 11.6, 0.2, 0.2];
const levels = ['国家级', '省级', '市级', '县区级', '企业级'];
const levelWeights = [0.5, 9, 31, 24, 35.5];
const modes = ['线下', '线上线下结合', '线上'];

/** All studios and academies of a profile, in the order of their founding years. */
export function makeStudios(seed: string, context: RegisterContext): Studio[] {
	const random = createRandom(`${seed}/${context.profile}/studios`);
	const themes = createRandom(`${seed}/${context.profile}/studios/themes`);
	const ownLevels = context.levelWeights?.studios;
	const studios: Studio[] = [];
	let leader = 0;
	const add = (year: number, academy: boolean) => {
		// Until the end of September in the last year: the register was exported then.
		const founded = dayOfYear(year, random.integer(0, year === 2026 ? 270 : 364));
		const site = random.pick(context.sites, context.siteWeights);
		const { section, system, ownership, unit } = organisation(random, site);
		const kind = academy ? '工匠学院' : random.pick(kinds, kindWeights);
		const level = academy
			? random.pick(levels, ownLevels ?? [3, 30, 50, 0, 17])
			: random.pick(levels, ownLevels ?? levelWeights);
		const weight = random.around(0.7);
		const patents = Math.floor(weight * 2.4 * (section.code === 'C' || section.code === 'I' ? 1.6 : 0.6));
		const number = studios.length + 1;
		studios.push({
			site,
			section: section.code,
			academy,
			since: year < 2023 ? quarters[0]! : quarterOfDate(founded),
			row: [
				`${context.prefix}S${String(number).padStart(6, '0')}`,
				kind,
				academy ? `示例工匠学院${String(number).padStart(5, '0')}` : `示例创新工作室${String(number).padStart(5, '0')}`,
				academy ? null : `示例领衔人${String(++leader).padStart(5, '0')}`,
				level,
				founded,
				site.code || site.name,
				section.code,
				system,
				ownership,
				unit,
				Math.round(6 + weight * 9),
				Math.floor(weight * 4),
				patents,
				Math.floor(patents * random.next()),
				Math.round(weight * weight * 4200 * random.around(0.5)) / 100,
				academy ? Math.round(weight * 2400) : Math.round(weight * 130),
				random.chance(0.35) ? random.integer(1, 20) * 5000 : null,
				random.pick(modes, [70, 22, 8]),
				...(context.themes ? [themeOf(themes, context, 'studios', kind)] : [])
			]
		});
	};
	for (const [year, count] of context.sizes.studios) for (let made = 0; made < count; made++) add(year, false);
	for (const [year, count] of context.sizes.academies) for (let made = 0; made < count; made++) add(year, true);
	return studios;
}

/** How many studios and academies a unit has at the end of each quarter. */
export function countStudios(
	studios: readonly Studio[],
	keyOf: (studio: Studio) => string
): Map<string, { studios: number[]; academies: number[] }> {
	const counts = new Map<string, { studios: number[]; academies: number[] }>();
	for (const studio of studios) {
		const key = keyOf(studio);
		let entry = counts.get(key);
		if (!entry) counts.set(key, (entry = { studios: quarters.map(() => 0), academies: quarters.map(() => 0) }));
		const list = studio.academy ? entry.academies : entry.studios;
		for (let index = quarters.indexOf(studio.since); index < quarters.length; index++) list[index]!++;
	}
	return counts;
}
