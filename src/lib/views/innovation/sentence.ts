import { periodTitle } from '#lib/dimensions/period.ts';
import { formatShare } from '#lib/format/number.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { Figures } from '../figure.ts';
import { whereOf } from '../lead.ts';
import { memberRows, type Completeness, type MemberRow } from '../member-rows.ts';
import type { Scope } from '../scope.ts';
import type { SentenceFigure } from '#lib/components/sentence-figures.ts';
import { shareQuestion } from '../derived-question.ts';
import { placeFigures, reportedFigures } from '../sentence-figures.ts';
import { placeQuestion } from '../trace-question.ts';
import { changeClauses, comparisonWord, inSentence, sentence, withUnit } from '../words.ts';
import { benefits, steps } from './measured.ts';
import { funnelValue, type MemberFunnel } from './member-funnels.ts';

/**
 * The sentence of the page: 2026年三季度，全国职工提出合理化建议 312.4万件，同比 +8.2%，采纳率 61.2%，实施率 78.3%，创造经济效益 45.6亿元，31/33 个省份已报。
 * What is not there is left out; without suggestions, that is said.
 */
export function innovationSentence(
	scope: Scope,
	figures: Figures,
	own: MemberFunnel,
	completeness: Completeness | null,
	noun: string = scope.reportingWords.many
): string {
	const { language, filters } = scope;
	const at = (indicator: Indicator | undefined) =>
		indicator && memberRows([scope.place], 'region', figures, scope, indicator)[0];
	const [first] = steps;
	const suggestions = at(first);
	const benefit = at(benefits[0]);
	const [adoption, implementation] = [funnelValue(own, 'adoption'), funnelValue(own, 'implementation')];
	const against = comparisonWord(filters.comparison);
	const title = periodTitle(filters.period, language);
	return sentence(
		filters.comparison === 'ytd' && scope.spans.current[0] !== filters.period
			? m.period_to_date({ period: title })
			: title,
		suggestions?.value == null || !first
			? m.innovation_lead_none({ place: whereOf(scope) })
			: m.innovation_lead({ place: whereOf(scope), value: inSentence(suggestions.value, first, language) }),
		...(first && suggestions ? changeClauses(suggestions, suggestions.figure, against, first, language) : []),
		adoption === null ? null : m.innovation_rate_adoption({ rate: formatShare(adoption) }),
		implementation === null ? null : m.innovation_rate_implementation({ rate: formatShare(implementation) }),
		benefit?.value != null && benefits[0]
			? m.innovation_lead_benefit({ value: withUnit(benefit.value, benefits[0], language) })
			: null,
		completeness &&
			completeness.expected > 1 &&
			m.lead_reported({ reported: completeness.reported, expected: completeness.expected, noun })
	);
}

/** The numbers of that sentence, in its order; `reporting` are those whose reports it counts. */
export function innovationFigures(
	scope: Scope,
	figures: Figures,
	own: MemberFunnel,
	reporting: readonly MemberRow[] | null
): SentenceFigure[] {
	const { language } = scope;
	const said = (indicator: Indicator | undefined, print: typeof withUnit, moved: boolean): SentenceFigure[] => {
		const row = indicator && memberRows([scope.place], 'region', figures, scope, indicator)[0];
		if (!row) return [];
		const text = print(row.value, indicator, language);
		return placeFigures(scope, [{ indicator, row: moved ? row : { ...row, change: null }, text }]);
	};
	const rates = (['adoption', 'implementation'] as const).flatMap((order, before): SentenceFigure[] => {
		const rate = funnelValue(own, order);
		const [part, whole] = [steps[before + 1], steps[before]];
		if (rate === null || !part || !whole) return [];
		const input = (indicator: Indicator, step: number) => ({
			question: placeQuestion(scope, indicator),
			value: own.steps[step]?.value ?? null
		});
		return [
			{
				text: formatShare(rate),
				explain: () => shareQuestion(input(part, before + 1), input(whole, before), scope, 'step')
			}
		];
	});
	const [first] = steps;
	return [
		...said(first, inSentence, true),
		...rates,
		...said(benefits[0], withUnit, false),
		...(first && reporting ? reportedFigures(reporting, first, scope) : [])
	];
}
