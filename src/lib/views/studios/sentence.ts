import { periodTitle } from '#lib/dimensions/period.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { Figures } from '../figure.ts';
import { whereOf } from '../lead.ts';
import { memberRows } from '../member-rows.ts';
import type { Scope } from '../scope.ts';
import type { SentenceFigure } from '#lib/components/sentence-figures.ts';
import { placeFigures } from '../sentence-figures.ts';
import { bare, changeClauses, comparisonWord, inSentence, sentence } from '../words.ts';
import { density, provincialShare } from './measured.ts';

/**
 * The sentence of the page: 截至2026年三季度，全国有创新工作室 8.012万个，同比 +8.2%，工匠学院 812 所，每万名职工 2.31 个，省级及以上占 9.5%。
 * What is not known is left out.
 */
export function studiosSentence(scope: Scope, figures: Figures, stock: Indicator, academies: Indicator): string {
	const { language, filters } = scope;
	const at = (indicator: Indicator) => memberRows([scope.place], 'region', figures, scope, indicator)[0];
	const [studios, schools, dense, high] = [at(stock), at(academies), at(density), at(provincialShare)];
	const against = comparisonWord(filters.comparison);
	return sentence(
		m.studios_lead_until({ period: periodTitle(filters.period, language) }),
		studios?.value == null
			? m.studios_lead_none({ place: whereOf(scope) })
			: m.studios_lead({ place: whereOf(scope), value: inSentence(studios.value, stock, language) }),
		...(studios ? changeClauses(studios, studios.figure, against, stock, language) : []),
		schools?.value == null ? null : m.studios_lead_academies({ value: inSentence(schools.value, academies, language) }),
		dense?.value == null ? null : densityClause(bare(dense.value, density, language), dense.provisional),
		high?.value == null ? null : m.studios_lead_provincial({ share: bare(high.value, provincialShare, language) })
	);
}

/** Studios are all in the register while workers are reported: of fewer workers they come to more. */
const densityClause = (value: string, open: boolean) =>
	open ? m.studios_lead_density_open({ value }) : m.studios_lead_density({ value });

/** The numbers of that sentence, in its order. */
export function studiosFigures(
	scope: Scope,
	figures: Figures,
	stock: Indicator,
	academies: Indicator
): SentenceFigure[] {
	const { language } = scope;
	return placeFigures(
		scope,
		[stock, academies, density, provincialShare].map((indicator) => {
			const row = memberRows([scope.place], 'region', figures, scope, indicator)[0];
			/* Only of the first it is said how it moved. */
			const said = row && (indicator === stock ? row : { ...row, change: null });
			const print = indicator === stock || indicator === academies ? inSentence : bare;
			return { indicator, row: said, text: print(row?.value ?? null, indicator, language) };
		})
	);
}
