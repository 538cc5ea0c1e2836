import type { Language } from '#lib/format/language.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { bare } from '../../words.ts';

/** A figure as it stands in a narrow place of a wall: 1.234M for 1.234 million. Everything else is printed as on pages. */
export function wallLabel(value: number | null, indicator: Indicator, language: Language): string {
	return briefScale(bare(value, indicator, language));
}

/** A printed figure with the letter of its scale: 1.234M. */
export function briefScale(figure: string): string {
	return figure.replace(' million', 'M').replace(' billion', 'B');
}

/** The same to three digits: 12.3万, 187K. Ratios keep the digits that they are stated with. */
export function shortLabel(value: number | null, indicator: Indicator, language: Language): string {
	if (value === null || indicator.kind === 'ratio') return wallLabel(value, indicator, language);
	return wallLabel(Number(value.toPrecision(3)), indicator, language).replace(/^(−?\d{3}),000$/, '$1K');
}
