import { indicatorById } from '#lib/indicators/index.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';

function declared(...ids: readonly string[]): readonly Indicator[] {
	return ids.map((id) => {
		const indicator = indicatorById(id);
		if (!indicator) throw new Error(`No indicator “${id}” is declared.`);
		return indicator;
	});
}

/** 提出 → 采纳 → 实施, as the returns report them. */
export const steps = declared('suggestions', 'suggestions_adopted', 'suggestions_implemented');

/** What comes of ideas, each by its own measure: never added up. */
export const outcomes = declared('tech_innovations', 'inventions', 'patents', 'five_small');

/** 创新经济效益. */
export const benefits = declared('economic_benefit');

/** Each per 10,000 workers. */
export const densities = declared(
	'suggestions_per_10k',
	'innovations_per_10k',
	'inventions_per_10k',
	'patents_per_10k'
);

/** What the register counts by kind: registered, adopted, implemented, the two as shares, and what it brought. */
export const registered = declared(
	'innovations_registered',
	'innovations_adopted',
	'innovations_implemented',
	'innovation_adoption_rate',
	'conversion_rate',
	'innovation_benefit',
	'benefit_per_item'
);
