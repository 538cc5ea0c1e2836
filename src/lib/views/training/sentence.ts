import type { Indicator } from '#lib/indicators/indicator.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { Figures } from '../figure.ts';
import { whereOf } from '../lead.ts';
import { memberRows, type Completeness, type MemberRow } from '../member-rows.ts';
import { shownPeriod } from '../panel-facts.ts';
import type { Scope } from '../scope.ts';
import type { SentenceFigure } from '#lib/components/sentence-figures.ts';
import { placeFigures, reportedFigures } from '../sentence-figures.ts';
import { changeClauses, comparisonWord, inSentence, sentence, withUnit } from '../words.ts';
import { attendances, certificationRate, certified, highSkilled, trainees } from './measured.ts';

/**
 * The sentence of the page: 2026年三季度，重庆市培训职工 12.3万人次，同比 +8.2%，取证 7,430 人，取证率 58.9%，高技能人才占比 31.7%，37/38 个区县已报。
 * The returns' figure comes first, the register's where there is none; what is not there is left out.
 */
export function trainingSentence(
	scope: Scope,
	figures: Figures,
	completeness: Completeness | null,
	noun: string = scope.reportingWords.many
): string {
	const { language, filters } = scope;
	const at = (indicator: Indicator) => memberRows([scope.place], 'region', figures, scope, indicator)[0];
	const reported = at(trainees);
	const main = reported?.value == null ? attendances : trainees;
	const row = main === trainees ? reported : at(attendances);
	const [people, rate, share] = [certified, certificationRate, highSkilled].map((one) => at(one)?.value ?? null);
	const against = comparisonWord(filters.comparison);
	/* Beside the figure of the returns it is said that this one is the register's. */
	const certifiedClause = main === trainees ? m.training_lead_certified_register : m.training_lead_certified;
	return sentence(
		shownPeriod(scope),
		row?.value == null
			? m.training_lead_none({ place: whereOf(scope) })
			: m.training_lead({ place: whereOf(scope), value: inSentence(row.value, main, language) }),
		...(row ? changeClauses(row, row.figure, against, main, language) : []),
		people != null && certifiedClause({ value: inSentence(people, certified, language) }),
		rate != null && m.training_lead_rate({ value: withUnit(rate, certificationRate, language) }),
		share != null && m.training_lead_skilled({ value: withUnit(share, highSkilled, language) }),
		main === trainees &&
			completeness &&
			completeness.expected > 1 &&
			m.lead_reported({ reported: completeness.reported, expected: completeness.expected, noun })
	);
}

/** The numbers of that sentence, in its order; `reporting` are those whose reports it counts. */
export function trainingFigures(
	scope: Scope,
	figures: Figures,
	reporting: readonly MemberRow[] | null
): SentenceFigure[] {
	const { language } = scope;
	const at = (indicator: Indicator) => memberRows([scope.place], 'region', figures, scope, indicator)[0];
	const main = at(trainees)?.value == null ? attendances : trainees;
	return [
		...placeFigures(
			scope,
			[main, certified, certificationRate, highSkilled].map((indicator) => {
				const row = at(indicator);
				/* Only of the first it is said how it moved. */
				const said = row && (indicator === main ? row : { ...row, change: null });
				const print = indicator === main || indicator === certified ? inSentence : withUnit;
				return { indicator, row: said, text: print(row?.value ?? null, indicator, language) };
			})
		),
		...(main === trainees && reporting ? reportedFigures(reporting, trainees, scope) : [])
	];
}
