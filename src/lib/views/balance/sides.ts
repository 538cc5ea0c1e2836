import type { Language } from '#lib/format/language.ts';
import type { Indicator, Measure } from '#lib/indicators/indicator.ts';
import { indicators } from '#lib/indicators/index.ts';
import { m } from '#lib/messages/generated/messages.js';
import { titleInSentence } from '../words.ts';

/** What the two sides of a ratio are called: 职工人数 (weight) and 参赛职工 (amount); in small letters in English. */
export interface Sides {
	readonly weight: string;
	readonly amount: string;
}

/** What a measure is called: by the indicator that shows just that; null where none does. */
function nameOf(measure: Measure, language: Language): string | null {
	const plain = indicators.find(
		({ numerator, denominator, scale }) =>
			!denominator &&
			scale === 1 &&
			numerator.id === measure.id &&
			JSON.stringify(numerator.only) === JSON.stringify(measure.only)
	);
	return plain ? titleInSentence(plain.short[language], language) : null;
}

/** The sides of a weighted curve by the measures of its indicator; without an indicator of theirs, as what they are. */
export function sidesOf(indicator: Indicator, language: Language): Sides {
	const { numerator, denominator } = indicator;
	return {
		weight: (denominator && nameOf(denominator, language)) ?? m.balance_denominator(),
		amount: nameOf(numerator, language) ?? m.balance_numerator()
	};
}
