import { m } from '#lib/messages/generated/messages.js';
import type { Completeness } from './member-rows.ts';
import { narrowingNames } from './narrowing-names.ts';
import { shownPeriod } from './panel-facts.ts';
import type { Scope } from './scope.ts';
import { guardedChange } from './change.ts';
import type { Figure } from './figure.ts';
import { changeClauses, comparisonWord, inSentence, sentence } from './words.ts';

/** The place of the page and what it is narrowed to: 全国, 全国制造业, 江苏 · 私营. */
export function whereOf(scope: Scope): string {
	return [scope.place.name, ...narrowingNames(scope)].join(m.where_joint());
}

/**
 * The sentence that opens a page: 2026年三季度，全国参赛人次 1,480万人次，同比 +8.2%，31/33 个省份已报。 A figure that is not there is said
 * to be missing; without a comparison or a count of reports, their clauses are left out.
 */
export function leadSentence(
	scope: Scope,
	now: Figure | null,
	base: Figure | null,
	completeness: Completeness | null,
	regionNoun: string = scope.reportingWords.many
): string {
	const { indicator, language, filters } = scope;
	const period = shownPeriod(scope);
	const subject = { place: whereOf(scope), indicator: indicator.title[language] };
	const value = now?.value ?? null;
	const guarded = guardedChange(indicator, now, base, scope.spans);
	return sentence(
		period,
		value === null
			? m.lead_missing(subject)
			: m.lead_value({ ...subject, value: inSentence(value, indicator, language) }),
		...changeClauses(guarded, now, comparisonWord(filters.comparison), indicator, language),
		completeness &&
			completeness.expected > 1 &&
			m.lead_reported({ reported: completeness.reported, expected: completeness.expected, noun: regionNoun })
	);
}
