import { dateAfter, dayOfYear, printedQuarter, quarters } from './calendar.ts';
import { occupationsOf } from './occupations.ts';
import { createRandom, type Random } from './random.ts';
import { organisation, type RegisterContext } from './register-context.ts';
import type { Cell } from './table-files.ts';
import { themeOf } from './themes.ts';

const yearWeights = [24, 25.5, 28, 22.5];
const years = [2023, 2024, 2025, 2026];
const padded = (number: number, width = 5): string => String(number).padStart(width, '0');

const someDay = (random: Random, year: number): string => dayOfYear(year, random.integer(0, year === 2026 ? 270 : 360));

/** The register of innovations. */
export const innovationHeaders = [
	'成果编号',
	'类别',
	'名称',
	'申报单位',
	'地区',
	'行业代码',
	'产业工会',
	'提出时间',
	'采纳时间',
	'实施时间',
	'经济效益（万元）',
	'奖项'
] as const;

const innovationKinds = [
	'合理化建议',
	'技术革新',
	'技术协作',
	'发明创造',
	'科技攻关',
	'小发明',
	'小创造',
	'小革新',
	'小设计',
	'小建议'
];

/** Rows of the register of innovations: not adopted, adopted, or adopted and implemented, in that order of dates. */
export function makeInnovations(seed: string, context: RegisterContext): Cell[][] {
	const random = createRandom(`${seed}/${context.profile}/innovations`);
	const themes = createRandom(`${seed}/${context.profile}/innovations/themes`);
	return Array.from({ length: context.sizes.innovations }, (_, index) => {
		const site = random.pick(context.sites, context.siteWeights);
		const { section, system, unit } = organisation(random, site);
		const submitted = someDay(random, random.pick(years, yearWeights));
		const adopted = random.chance(0.62) ? dateAfter(submitted, random.integer(5, 70)) : null;
		const implemented = adopted && random.chance(0.7) ? dateAfter(adopted, random.integer(3, 90)) : null;
		const last = '2026-09-30';
		const known = (date: string | null) => (date !== null && date <= last ? date : null);
		const kind = random.pick(innovationKinds, [30, 24, 6, 5, 4, 6, 5, 9, 6, 5]);
		return [
			`${context.prefix}C${padded(index + 1)}`,
			kind,
			`示例成果${padded(index + 1)}`,
			unit,
			site.name,
			section.code,
			system,
			submitted,
			known(adopted),
			known(implemented),
			known(implemented) ? Math.round(1800 * random.around(0.9)) / 100 : null,
			known(implemented) && random.chance(0.12) ? random.pick(['一等奖', '二等奖', '三等奖'], [1, 2, 4]) : null,
			...(context.themes ? [themeOf(themes, context, 'innovations', kind)] : [])
		];
	});
}

/** The register of training. */
export const trainingHeaders = [
	'培训编号',
	'培训类别',
	'工种',
	'技能等级',
	'地区',
	'所属行业',
	'产业工会',
	'主题',
	'季度',
	'人数',
	'人次',
	'取证人数',
	'学历提升',
	'补助经费（元）'
] as const;

const trainingKinds = ['技能培训', '岗位练兵', '网上练兵', '师带徒', '求学圆梦', '云课堂'];
const skillLevels = ['学徒工', '初级工', '中级工', '高级工', '技师', '高级技师', '特级技师', '首席技师'];

/** Rows of the register of training. */
export function makeTrainings(seed: string, context: RegisterContext): Cell[][] {
	const random = createRandom(`${seed}/${context.profile}/trainings`);
	return Array.from({ length: context.sizes.trainings }, (_, index) => {
		const site = random.pick(context.sites, context.siteWeights);
		const { section, system } = organisation(random, site);
		const kind = random.pick(trainingKinds, context.trainingWeights);
		const enrolled = Math.max(
			6,
			Math.round(
				(kind === '师带徒' ? 12 : kind.includes('网上') || kind === '云课堂' ? 900 : 110) *
					(context.crowd ?? 1) *
					random.around(0.6)
			)
		);
		const degree = kind === '求学圆梦';
		const graded = kind === '技能培训' || kind === '岗位练兵';
		return [
			`${context.prefix}T${padded(index + 1)}`,
			kind,
			random.pick(occupationsOf(section.code)),
			graded ? random.pick(skillLevels, [4, 20, 30, 28, 11, 5, 1.5, 0.5]) : null,
			site.name,
			section.name,
			system,
			themeOf(random, context, 'trainings', kind),
			printedQuarter(random.pick(quarters)),
			enrolled,
			Math.round(enrolled * (1 + 1.6 * random.next())),
			graded ? Math.floor(enrolled * (0.35 + 0.5 * random.next())) : null,
			degree ? Math.floor(enrolled * (0.5 + 0.4 * random.next())) : null,
			degree ? enrolled * random.integer(6, 15) * 100 : random.chance(0.4) ? enrolled * random.integer(1, 6) * 50 : null
		];
	});
}

/** The register of honours. */
export const honourHeaders = [
	'荣誉编号',
	'荣誉名称',
	'级别',
	'年度',
	'获奖对象',
	'对象类型',
	'地区',
	'所属行业',
	'产业工会',
	'单位名称',
	'数量',
	'性别',
	'是否一线职工'
] as const;

const honours = [
	'全国劳模',
	'五一劳动奖状',
	'五一劳动奖章',
	'五一巾帼',
	'工人先锋号',
	'大国工匠',
	'最美职工',
	'地方工匠',
	'标兵',
	'能手'
];

/** Rows of the register of honours; the recipients are invented. */
export function makeHonours(seed: string, context: RegisterContext): Cell[][] {
	const random = createRandom(`${seed}/${context.profile}/honours`);
	const persons = createRandom(`${seed}/${context.profile}/honours/persons`);
	const levels = context.levelWeights?.honours ?? { 国家级: 12, 省级: 48, 市级: 40 };
	return Array.from({ length: context.sizes.honours }, (_, index) => {
		const site = random.pick(context.sites, context.siteWeights);
		const { section, system, unit } = organisation(random, site);
		const honour = random.pick(honours, [3, 8, 18, 6, 14, 0.5, 2, 16, 14, 18.5]);
		const group = honour === '五一劳动奖状' || honour === '工人先锋号' || (honour === '五一巾帼' && random.chance(0.5));
		const national = honour === '全国劳模' || honour === '大国工匠';
		return [
			`${context.prefix}H${padded(index + 1)}`,
			honour,
			national ? '国家级' : random.pick(Object.keys(levels), Object.values(levels)),
			random.pick(years, yearWeights),
			group ? `示例集体${padded(index + 1)}` : `示例职工${padded(index + 1)}`,
			group ? '集体' : '个人',
			site.name,
			section.code,
			system,
			unit,
			1,
			...personal(persons, honour, group),
			...(context.themes ? [themeOf(persons, context, 'honours', honour)] : [])
		];
	});
}

/** Woman or man, and whether at the front line; of groups neither is said, and of one in eight people nobody noted it. */
function personal(random: Random, honour: string, group: boolean): Cell[] {
	const known = random.chance(0.88);
	const woman = honour === '五一巾帼' || random.chance(0.31);
	const frontLine = random.chance(honour === '大国工匠' || honour === '能手' ? 0.9 : 0.66);
	return group || !known ? [null, null] : [woman ? '女' : '男', frontLine ? '是' : '否'];
}
