import type { Indicator } from '#lib/indicators/indicator.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { Figures } from '../figure.ts';
import { whereOf } from '../lead.ts';
import { memberRows } from '../member-rows.ts';
import { shownPeriod } from '../panel-facts.ts';
import type { Scope } from '../scope.ts';
import type { SentenceFigure } from '#lib/components/sentence-figures.ts';
import { placeFigures } from '../sentence-figures.ts';
import { changeClauses, comparisonWord, inSentence, sentence, withUnit } from '../words.ts';
import { given, shares, toGroups, toPeople } from './measured.ts';

/**
 * The sentence of the page: 2026年，重庆市获得荣誉 412 项，同比 +8.2%，其中个人 310 项，集体 102 项，写明性别的获得者中女性占 33.7%，写明是否
 * 一线的获得者中一线职工占 72.2%。 What is not there is left out.
 */
export function honoursSentence(scope: Scope, figures: Figures): string {
	const { language, filters } = scope;
	const at = (indicator: Indicator) => memberRows([scope.place], 'region', figures, scope, indicator)[0];
	const all = at(given);
	const [people, groups] = [at(toPeople)?.value ?? null, at(toGroups)?.value ?? null];
	const against = comparisonWord(filters.comparison);
	const said = [m.honours_lead_women, m.honours_lead_front_line];
	return sentence(
		shownPeriod(scope),
		all?.value == null
			? m.honours_lead_none({ place: whereOf(scope) })
			: m.honours_lead({ place: whereOf(scope), value: inSentence(all.value, given, language) }),
		...(all ? changeClauses(all, all.figure, against, given, language) : []),
		people !== null && m.honours_lead_people({ value: withUnit(people, toPeople, language) }),
		groups !== null && m.honours_lead_groups({ value: withUnit(groups, toGroups, language) }),
		...shares.map((share, index) => {
			const value = at(share)?.value ?? null;
			return value !== null && said[index]?.({ share: withUnit(value, share, language) });
		})
	);
}

/** The numbers of that sentence, in its order. */
export function honoursFigures(scope: Scope, figures: Figures): SentenceFigure[] {
	const { language } = scope;
	return placeFigures(
		scope,
		[given, toPeople, toGroups, ...shares].map((indicator) => {
			const row = memberRows([scope.place], 'region', figures, scope, indicator)[0];
			/* Only of the first it is said how it moved. */
			const said = row && (indicator === given ? row : { ...row, change: null });
			const print = indicator === given ? inSentence : withUnit;
			return { indicator, row: said, text: print(row?.value ?? null, indicator, language) };
		})
	);
}
