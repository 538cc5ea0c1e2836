import type { Filters } from '#lib/filters/filters.ts';
import type { Bilingual } from '#lib/format/language.ts';
import type { FixedDimension, Indicator } from './indicator.ts';
import { isWhole, type By, type Selection } from './selection.ts';

/** Whether an indicator can obey a selection; if not, why. */
export type Applicability = { readonly ok: true } | { readonly ok: false; readonly reason: Bilingual };

type Facet = 'ownership' | 'union_system' | 'level' | 'kind' | 'campaign';

const titles: Readonly<Record<Facet, Bilingual>> = {
	ownership: { zh: '所有制', en: 'ownership' },
	union_system: { zh: '产业工会', en: 'industrial union' },
	level: { zh: '级别', en: 'level' },
	kind: { zh: '种类', en: 'kind' },
	campaign: { zh: '主题', en: 'campaign' }
};

/**
 * Whether an indicator can be filtered and split as asked. Reported totals know neither union system nor level, kind
 * and campaign; an indicator that is defined by one of them cannot be narrowed by it again.
 */
export function applicable(
	indicator: Indicator,
	asked: Partial<Selection> | Filters,
	by: readonly By[] = []
): Applicability {
	for (const facet of facetsOf(asked, by)) {
		if (isFixed(indicator, facet)) {
			return no(
				`本指标已按${titles[facet].zh}限定，不能再按${titles[facet].zh}筛选或分列。`,
				`This indicator is itself defined by ${titles[facet].en}, so it cannot be filtered or split by it.`
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
				`汇总填报数不分${titles[facet].zh}，本指标不能按${titles[facet].zh}筛选或分列。`,
				`Reported totals are not broken down by ${titles[facet].en}, so this indicator cannot be filtered or split by it.`
			);
		}
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

function facetsOf(asked: Partial<Selection> | Filters, by: readonly By[]): Facet[] {
	const level = 'competitionLevel' in asked ? asked.competitionLevel : (asked as Partial<Selection>).level;
	const { ownership } = asked;
	const narrowed = typeof ownership === 'string' ? ownership !== 'all' : !!ownership && !isWhole(ownership);
	const chosen: Readonly<Record<Facet, boolean>> = {
		ownership: narrowed,
		union_system: !!asked.unionSystem,
		level: !!level,
		kind: !!asked.kind,
		campaign: !!asked.campaign
	};
	return (Object.keys(chosen) as Facet[]).filter((facet) => chosen[facet] || by.includes(facet));
}

function no(zh: string, en: string): Applicability {
	return { ok: false, reason: { zh, en } };
}
