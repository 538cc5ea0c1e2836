import { formatNumber } from '#lib/format/number.ts';
import type { Language } from '#lib/format/language.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { bare, withUnit } from '../words.ts';

/** From so much on, an amount a studio is read in 万: yuan to the last digit say nothing more. */
const long = 10_000;

/** What a studio brings forth, at a mark: 119.1万, 4.58. Columns print all digits, so that they line up. */
export function outputText(value: number | null, indicator: Indicator, language: Language): string {
	return value !== null && value >= long ? formatNumber(value, language) : bare(value, indicator, language);
}

/** The same in a sentence: 119.1万元/个. */
export function outputWithUnit(value: number | null, indicator: Indicator, language: Language): string {
	return value !== null && value >= long
		? formatNumber(value, language, { unit: indicator.unit })
		: withUnit(value, indicator, language);
}

/** Beside its title, which says in English what a studio it is counted of; yuan are said. */
export function outputInTitle(value: number | null, indicator: Indicator, language: Language): string {
	if (language === 'zh') return outputWithUnit(value, indicator, language);
	const text = outputText(value, indicator, language);
	return indicator.unit.zh.startsWith('元') ? `${text} yuan` : text;
}
