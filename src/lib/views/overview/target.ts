import type { YearStart } from '#lib/dimensions/period.ts';
import { lightTitles } from '#lib/indicators/target.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { targetIndicator } from '#lib/indicators/target-name.ts';
import type { Figures } from '../figure.ts';
import type { Scope } from '../scope.ts';
import { askedPeriods, followTarget } from '../target-follow.ts';
import type { StatedTarget, TargetPace } from '../target-pace.ts';

/** The target that holds for an indicator at the page's place and year, by any name of it: the one that ends first. */
export function targetFor(targets: readonly StatedTarget[], indicator: Indicator, scope: Scope): StatedTarget | null {
	const year = Number(scope.filters.period.slice(0, 4));
	const holding = targets.filter(
		(target) =>
			target.region === scope.place.key &&
			target.endYear >= year &&
			(target.startYear ?? 0) <= year &&
			target.direction !== 'at-most' &&
			target.target > 0 &&
			targetIndicator(target.indicator, scope.lists.metrics) === indicator.id
	);
	return holding.toSorted((a, b) => a.endYear - b.endYear)[0] ?? null;
}

/** Every period whose figure a target may need. */
export function targetPeriodsOf(
	target: StatedTarget,
	indicator: Indicator,
	scope: Scope,
	yearStart: YearStart
): readonly string[] {
	return [...new Set(askedPeriods(target, indicator, scope.filters.period, yearStart))];
}

/** How far a target is, by the rule of the targets' own page; null without a value. */
export function progressOf(
	target: StatedTarget,
	indicator: Indicator,
	scope: Scope,
	figures: Figures,
	yearStart: YearStart
): TargetPace | null {
	const { pace } = followTarget(
		target,
		indicator,
		scope.filters.period,
		(period) => figures.at({ indicator: indicator.id, region: scope.place.key, period }),
		yearStart
	);
	return pace.value === null ? null : pace;
}

/** The light of a target in a word: 正常, 偏慢, 滞后; empty where none can be given. */
export function lightWord({ light }: TargetPace, scope: Scope): string {
	return light === 'none' ? '' : lightTitles[light][scope.language];
}
