import type { Profile } from '#lib/dimensions/profile.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import type { Scope } from '../scope.ts';
import type { StatedTarget } from '../target-pace.ts';
import { aimsOf, aimsWithin } from '../target-aims.ts';
import type { Asked } from './queries.ts';
import { surroundingsOf } from './surroundings.ts';
import { mostRates } from './thresholds.ts';

/** Rates per 10,000 workers in the order in which they are told. */
const ratesPer10k = [
	'suggestions_per_10k',
	'innovations_per_10k',
	'inventions_per_10k',
	'patents_per_10k',
	'studios_per_10k',
	'honours_per_10k'
];

/** What coverage is judged by: the register of competitions, else the units that report competitions. */
const coverageBy = ['competitions_held', 'units_competing'];

/** What a briefing asks about a scope. `known` are the indicators that the release has figures of. */
export function askedOf(
	scope: Scope,
	profile: Profile | null,
	highlights: readonly Indicator[],
	known: readonly Indicator[],
	targets: readonly StatedTarget[]
): Asked {
	const { lists, language, place, home, indicator } = scope;
	const main = [indicator, ...highlights.filter(({ id }) => id !== indicator.id)];
	const find = (id: string) => known.find((one) => one.id === id);
	return {
		scope,
		surroundings: surroundingsOf(scope, profile),
		main,
		rates: ratesPer10k
			.flatMap((id) => find(id) ?? [])
			.filter((rate) => !main.includes(rate))
			.slice(0, mostRates),
		coverage: coverageBy.map(find).find((one) => one !== undefined) ?? null,
		aims: aimsWithin(aimsOf(targets, known, lists, language), place, home, lists),
		yearStart: profile?.yearStart ?? 'calendar'
	};
}
