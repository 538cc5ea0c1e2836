import { summaryMeasures as kinds } from '#lib/indicators/measures.ts';

/** The figures of a summary report, in declared order. */
export const summaryMeasures: readonly string[] = Object.keys(kinds);

/** How a figure of a summary report goes over time: added up, or that of the last period. */
export function summaryKind(measure: string): 'flow' | 'stock' {
	return kinds[measure as keyof typeof kinds] ?? 'flow';
}

/** The measure of a metric: its indicator and, where it has one, its basis. */
export function metricMeasure(indicator: string, basis: string | null): string {
	return `metric:${indicator}${basis === null || basis === '' ? '' : `@${basis}`}`;
}
