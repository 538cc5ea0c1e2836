import { placeQuestion } from '#lib/views/trace-question.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import type { ReleaseLists } from '#lib/state/release-lists.ts';
import { guardedChange } from '#lib/views/change.ts';
import { figureOf, type Figure } from '#lib/views/figure.ts';
import type { MemberRow } from '#lib/views/member-rows.ts';
import type { Scope } from '#lib/views/scope.ts';
import type { SpannedFigure } from '#lib/views/spans.ts';
import type { BriefingFacts, Measured } from '#lib/views/briefing/facts.ts';
import { surroundingsOf } from '#lib/views/briefing/surroundings.ts';
import { fixtureScope, known } from '../fixture.ts';

/** A figure as a query answers it; complete unless told. */
export function figure(value: number | null, told: Partial<Figure> = {}): Figure {
	return { ...figureOf({ indicator: 'x', value, numerator: value, complete: true }), ...told };
}

/** An indicator at the page's place, now and then; `then` null is missing. */
export function measured(
	indicator: Indicator,
	now: Figure | null,
	then: SpannedFigure | null,
	scope: Scope,
	told: Partial<Measured> = {}
): Measured {
	return {
		indicator,
		question: placeQuestion(scope, indicator),
		now,
		base: then,
		...guardedChange(indicator, now, then, scope.spans),
		qualifier: null,
		provisional: now?.value != null && now.complete === false,
		trail: [],
		standing: null,
		above: null,
		share: null,
		...told
	};
}

/** A part with a figure now and then. */
export function part(
	key: string,
	now: number | null,
	then: number | null,
	scope: Scope,
	indicator = known('participations')
): MemberRow {
	const [figureNow, figureThen] = [now, then].map((value) => (value === null ? null : figure(value)));
	return {
		...{ key, name: `${key}区`, short: key, expected: true, figure: figureNow ?? null, value: now, base: then },
		...guardedChange(indicator, figureNow ?? null, figureThen ?? null, scope.spans),
		provisional: false
	};
}

/** Facts of the fixture's home in 2026Q2 with nothing known but what is told. */
export function factsByHand(
	lists: ReleaseLists,
	told: (scope: Scope) => Partial<BriefingFacts>,
	filters = {}
): BriefingFacts {
	const scope = fixtureScope(lists, filters);
	return {
		scope,
		language: scope.language,
		surroundings: surroundingsOf(scope, null),
		lead: measured(known('participations'), null, null, scope),
		...{ main: [], rates: [], parts: [], peers: [], partRates: null, industries: [], targets: [], coverage: null },
		...{ reports: null, blanks: [], differences: { totals: 0, sources: 0 }, baseless: false },
		...told(scope)
	};
}
