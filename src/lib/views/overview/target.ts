import type { Indicator } from '#lib/indicators/indicator.ts';
import type { Figures } from '../figure.ts';
import type { Scope } from '../scope.ts';
import type { StatedTarget as Target } from '../target-pace.ts';

/** How far a target is: the value that counts towards it and its share of the target, 1 when reached. */
export interface Progress {
	readonly target: Target;
	readonly value: number;
	readonly share: number;
}

/** The target that holds for an indicator at the page's place and year: the one that ends first. */
export function targetFor(targets: readonly Target[], indicator: Indicator, scope: Scope): Target | null {
	const year = Number(scope.filters.period.slice(0, 4));
	const names = new Set([indicator.id, indicator.title.zh, indicator.id.replace(/^metric:/, '')]);
	const holding = targets.filter(
		(target) =>
			names.has(target.indicator) &&
			target.region === scope.place.key &&
			target.endYear >= year &&
			(target.startYear ?? 0) <= year &&
			target.direction !== 'at-most' &&
			target.target > 0
	);
	return holding.toSorted((a, b) => a.endYear - b.endYear)[0] ?? null;
}

/** The years whose flows count towards a target, up to the page's year. Stocks and ratios are measured as they stand. */
export function targetYears(target: Target, indicator: Indicator, scope: Scope): string[] {
	if (indicator.kind !== 'flow') return [];
	const last = Number(scope.filters.period.slice(0, 4));
	const first = Math.max(target.startYear ?? target.endYear, last - 30);
	return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => String(first + index));
}

/** How far a target is; null without a value. Flows count from the target's first year on. */
export function progressOf(target: Target, indicator: Indicator, scope: Scope, figures: Figures): Progress | null {
	const at = (period: string) => figures.value({ indicator: indicator.id, region: scope.place.key, period });
	const periods = indicator.kind === 'flow' ? targetYears(target, indicator, scope) : [scope.filters.period];
	const values = periods.map(at).filter((value) => value !== null);
	if (values.length === 0) return null;
	const value = values.reduce((sum, part) => sum + part, 0);
	return { target, value, share: value / target.target };
}
