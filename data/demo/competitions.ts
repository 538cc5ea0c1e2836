import { dateAfter, dayOfYear } from './calendar.ts';
import { occupationsOf } from './occupations.ts';
import { createRandom } from './random.ts';
import { organisation, type RegisterContext, type Site } from './register-context.ts';
import { themeOf } from './themes.ts';
import type { Cell } from './table-files.ts';

/** One competition, as far as its results need to know it. */
export interface Competition {
	readonly id: string;
	readonly year: number;
	readonly site: Site;
	readonly section: string;
	readonly sectionName: string;
	readonly level: string;
	readonly kind: string;
	readonly occupation: string;
	readonly participants: number;
	readonly promoted: number;
	readonly row: readonly Cell[];
}

/** Headers of the register; the region is written as a name. */
export const competitionHeaders = [
	'竞赛编号',
	'竞赛名称',
	'竞赛类别',
	'级别',
	'工种',
	'开始日期',
	'结束日期',
	'主办',
	'地区',
	'所属行业',
	'产业工会',
	'企业类型',
	'主题',
	'参赛单位',
	'参赛职工',
	'参赛人次',
	'晋升等级人次',
	'经费（万元）'
] as const;

/** Level: how many there are, mean number of people. */
const levels: readonly [name: string, weight: number, people: number][] = [
	['国家一类', 0.3, 900],
	['国家二类', 1, 520],
	['省一类', 5, 380],
	['省二类', 8.5, 300],
	['市级', 30, 260],
	['县区级', 25, 190],
	['企业级', 30.2, 320]
];
const levelNames = levels.map(([name]) => name);
const levelWeights = levels.map(([, weight]) => weight);
const yearWeights = [25.5, 26.5, 28, 20];

/** The register of competitions of a profile. */
export function makeCompetitions(seed: string, context: RegisterContext): Competition[] {
	const random = createRandom(`${seed}/${context.profile}/competitions`);
	const competitions: Competition[] = [];
	for (let number = 1; number <= context.sizes.competitions; number++) {
		const year = random.pick([2023, 2024, 2025, 2026], yearWeights);
		const start = dayOfYear(year, startDay(random.next(), year));
		const site = random.pick(context.sites, context.siteWeights);
		const { section, system, ownership, unit } = organisation(random, site);
		const level = random.pick(levelNames, context.levelWeights?.competitions ?? levelWeights);
		const people = levels.find(([name]) => name === level)![2];
		const kind = random.pick(['技能竞赛', '劳动竞赛', '安康杯'], level.startsWith('国家') ? [90, 10, 0] : [58, 33, 9]);
		const occupation = random.pick(occupationsOf(section.code));
		const participants = Math.max(
			8,
			Math.round(people * (context.crowd ?? 1) * random.around(0.6) * (kind === '技能竞赛' ? 1 : 2.2))
		);
		const units = Math.max(2, Math.round(participants / (6 + 14 * random.next())));
		const promoted = kind === '技能竞赛' ? Math.floor(participants * 0.12 * random.next()) : 0;
		const id = `${context.prefix}${year}-${String(number).padStart(5, '0')}`;
		const subject =
			kind === '技能竞赛' ? `${occupation}技能竞赛` : kind === '劳动竞赛' ? `${section.name}劳动竞赛` : '“安康杯”竞赛';
		const longDistance = random.next();
		competitions.push({
			id,
			year,
			site,
			section: section.code,
			sectionName: section.name,
			level,
			kind,
			occupation,
			participants,
			promoted,
			row: [
				id,
				`${year}年${site.name}${subject}（示例${number}）`,
				kind,
				level,
				occupation,
				start,
				dateAfter(start, kind === '劳动竞赛' ? 20 + Math.round(60 * longDistance) : Math.round(4 * longDistance)),
				unit,
				site.name,
				section.name,
				system,
				ownership,
				themeOf(random, context, 'competitions', kind),
				units,
				participants,
				Math.round(participants * (1 + 0.8 * random.next())),
				promoted,
				random.chance(0.85) ? Math.round(participants * 3.2 * random.around(0.4)) / 100 : null
			]
		});
	}
	return competitions;
}

/** Most begin between April and October; in 2026 until the end of September. */
function startDay(at: number, year: number): number {
	const last = year === 2026 ? 268 : 350;
	const hump = at < 0.12 ? (at / 0.12) * 0.24 : 0.24 + ((at - 0.12) / 0.88) * 0.76;
	return Math.floor(hump * last);
}
