import type { Language } from '#lib/format/language.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { exactly, titleWithUnit, withUnit } from '../words.ts';
import type { HighlightFigures } from './highlight-figures.ts';

/** A main figure that is another one now. */
export interface ChangedFigure {
	readonly id: string;
	readonly title: string;
	/** As printed; to the last digit where both would print alike. */
	readonly before: string;
	readonly after: string;
}

/** The main figures that differ between two releases. A figure that came or went differs, too. */
export function changedFigures(
	indicators: readonly Indicator[],
	then: HighlightFigures,
	now: HighlightFigures,
	language: Language
): ChangedFigure[] {
	return indicators.flatMap((indicator) => {
		const [old, current] = [then.values[indicator.id] ?? null, now.values[indicator.id] ?? null];
		if (old === current) return [];
		const rounded = [old, current].map((value) => withUnit(value, indicator, language));
		const exact = indicator.kind !== 'ratio' && rounded[0] === rounded[1];
		const [before = '', after = ''] = exact ? [exactly(old), exactly(current)] : rounded;
		// A ratio may differ where nobody can see it.
		return before === after ? [] : [{ id: indicator.id, title: titleWithUnit(indicator, language), before, after }];
	});
}
