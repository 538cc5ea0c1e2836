import { unionSystems } from '#lib/dimensions/union-system.ts';
import type { Filters } from '#lib/filters/filters.ts';
import type { Bilingual } from '#lib/format/language.ts';
import { countedKinds, registerMembers, type RegisterName } from './fixed-members.ts';
import type { FixedDimension, Indicator } from './indicator.ts';
import { isWhole, type By, type Selection } from './selection.ts';

/** Whether an indicator can obey a selection; if not, why. */
export type Applicability = { readonly ok: true } | { readonly ok: false; readonly reason: Bilingual };

/** What a release says about its registers: the campaigns that the rows of each name. */
export type KnownCampaigns = ReadonlyMap<string, ReadonlySet<string>>;

type Facet = 'ownership' | 'union_system' | 'level' | 'skill_level' | 'kind' | 'campaign';

const titles: Readonly<Record<Facet, Bilingual>> = {
	ownership: { zh: '所有制', en: 'ownership' },
	union_system: { zh: '产业工会', en: 'industrial union' },
	level: { zh: '级别', en: 'level' },
	skill_level: { zh: '技能等级', en: 'skill level' },
	kind: { zh: '种类', en: 'kind' },
	campaign: { zh: '主题', en: 'campaign' }
};

const registerTitles: Readonly<Record<RegisterName, Bilingual>> = {
	competitions: { zh: '竞赛台账', en: 'competition register' },
	results: { zh: '成绩册', en: 'result register' },
	studios: { zh: '工作室和工匠学院台账', en: 'studio and academy register' },
	innovations: { zh: '创新成果台账', en: 'innovation register' },
	trainings: { zh: '培训台账', en: 'training register' },
	honours: { zh: '荣誉台账', en: 'honour register' }
};

/**
 * Whether an indicator can be filtered and split as asked. Reported totals know neither union system nor level, kind
 * and campaign; an indicator that is defined by one of them cannot be narrowed by it again; a kind or level of another
 * register, and a campaign that this one does not name (`campaigns`, where the release is known), has no rows here.
 */
export function applicable(
	indicator: Indicator,
	asked: Partial<Selection> | Filters,
	by: readonly By[] = [],
	campaigns?: KnownCampaigns
): Applicability {
	for (const [facet, code] of facetsOf(asked, by)) {
		const title = titles[facet];
		if (isFixed(indicator, facet)) {
			return no(
				`本指标已按${title.zh}限定，不能再按${title.zh}筛选或分列。`,
				`This indicator is itself defined by ${title.en}, so it cannot be filtered or split by it.`
			);
		}
		if (facet === 'level' && 'competitionLevel' in asked && !hasCompetitionLevel(indicator)) {
			return no(
				'竞赛级别只适用于竞赛和成绩指标。',
				'The level of competitions applies to competitions and results only.'
			);
		}
		if (facet !== 'ownership' && lacks(indicator, facet)) {
			return no(
				`汇总填报数不分${title.zh}，本指标不能按${title.zh}筛选或分列。`,
				`Reported totals are not broken down by ${title.en}, so this indicator cannot be filtered or split by it.`
			);
		}
		const stranger = facet === 'ownership' ? null : strangerTo(indicator, facet, code, campaigns);
		if (stranger) return stranger;
	}
	return { ok: true };
}

/**
 * A share of the workforce obeys filters on level, kind and campaign: they pick the items that are counted, not the
 * workers. The union system divides the workers too, and their number is not known by it.
 */
function lacks(indicator: Indicator, facet: Facet): boolean {
	if (indicator.numerator.source === 'cell') return true;
	return facet === 'union_system' && indicator.denominator?.source === 'cell';
}

/** Studios and honours have levels of their own, which filters on competition levels do not mean. */
function hasCompetitionLevel({ source, numerator }: Indicator): boolean {
	return numerator.source === 'cell' || source === 'competitions' || source === 'results';
}

function isFixed(indicator: Indicator, facet: Facet): boolean {
	return [indicator.numerator, indicator.denominator].some((measure) => measure?.only?.[facet as FixedDimension]);
}

/** Why the rows of a register hold none of what is asked for; null where they may. A split asks for no code. */
function strangerTo(
	{ numerator }: Indicator,
	facet: Exclude<Facet, 'ownership'>,
	code: string | null,
	campaigns: KnownCampaigns | undefined
): Applicability | null {
	const name = numerator.id.split('.')[0] as RegisterName;
	const [register, title] = [registerTitles[name], titles[facet]];
	const codes = codesOf(name, facet, campaigns);
	if (codes?.length === 0 && facet !== 'campaign') {
		return no(
			`${register.zh}不登记${title.zh}，本指标不能按${title.zh}筛选或分列。`,
			`The ${register.en} does not record a ${title.en}, so this indicator cannot be filtered or split by it.`
		);
	}
	const counted = facet !== 'kind' || code === null || (countedKinds[numerator.id]?.(code) ?? true);
	if (code === null || code === 'all' || (counted && (codes === null || codes.includes(code)))) return null;
	return no(
		`所选${title.zh}不在本指标的来源（${register.zh}）中，没有可统计的记录。请取消该筛选或另选${title.zh}。`,
		`The chosen ${title.en} is none that this indicator counts in the ${register.en}, so there is nothing to count. Remove the filter or choose another ${title.en}.`
	);
}

/** The codes of a register; null where they are not known beforehand. */
function codesOf(
	name: RegisterName,
	facet: Exclude<Facet, 'ownership'>,
	campaigns: KnownCampaigns | undefined
): readonly string[] | null {
	if (facet === 'union_system') return unionSystems.map(({ code }) => code);
	if (facet === 'campaign') return campaigns ? [...(campaigns.get(name) ?? [])] : null;
	return registerMembers[name][facet];
}

function facetsOf(asked: Partial<Selection> | Filters, by: readonly By[]): [Facet, string | null][] {
	const selection = asked as Partial<Selection>;
	const level = 'competitionLevel' in asked ? asked.competitionLevel : selection.level;
	const { ownership } = asked;
	const narrowed = typeof ownership === 'string' ? ownership !== 'all' : !!ownership && !isWhole(ownership);
	const chosen: Readonly<Record<Facet, string | null>> = {
		ownership: narrowed ? 'some' : null,
		union_system: asked.unionSystem || null,
		level: level || null,
		skill_level: selection.skillLevel || null,
		kind: asked.kind || null,
		campaign: asked.campaign || null
	};
	return (Object.keys(chosen) as Facet[])
		.filter((facet) => chosen[facet] !== null || by.includes(facet))
		.map((facet) => [facet, chosen[facet]]);
}

function no(zh: string, en: string): Applicability {
	return { ok: false, reason: { zh, en } };
}
