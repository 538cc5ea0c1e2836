import type { TrendLine } from '#lib/charts/trend-line.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import type { Figures } from './figure.ts';
import { trendFinding } from './findings.ts';
import { trendOf } from './pictures.ts';
import type { Scope } from './scope.ts';

/** What a trend shows: lines over periods, and the title that says it. */
export interface TrendDrawn extends ReturnType<typeof trendOf> {
	readonly title: string;
}

/** Whether the last figure of a line is not final: what a title says of it may change. The comparison does not count. */
export function endsProvisional(lines: readonly TrendLine[]): boolean {
	return lines.some(({ role, values, provisional }) => {
		const last = values.findLastIndex((value) => value !== null);
		return role !== 'comparison' && provisional?.[last] === true;
	});
}

/** An indicator over time at the scope's place; `title` where the page knows better than the usual finding. */
export function trendDrawn(
	figures: Figures,
	scope: Scope,
	indicator: Indicator = scope.indicator,
	title: string = trendFinding(figures, scope, indicator)
): TrendDrawn {
	return { title, ...trendOf(figures, scope, indicator) };
}
