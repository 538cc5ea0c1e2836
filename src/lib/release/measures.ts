import { datasets } from '#lib/datasets/index.ts';
import type { IndicatorKind } from '#lib/indicators/indicator.ts';

/** Levels at the end of a period: taken from the last part of a period, never summed over time. */
const stocks = new Set(['units_total', 'workers_total', 'studios', 'academies', 'skilled_workers', 'high_skilled']);

/** The figures of a summary report, in declared order: the number columns of its dataset. */
export const summaryMeasures: readonly string[] = datasets.summary.fields
	.filter((field) => field.type === 'integer' || field.type === 'decimal')
	.map((field) => field.name);

/** How a figure of a summary report adds up over time. */
export function summaryKind(measure: string): IndicatorKind {
	return stocks.has(measure) ? 'stock' : 'flow';
}

/** The measure of a metric: its indicator and, where it has one, its basis. */
export function metricMeasure(indicator: string, basis: string | null): string {
	return `metric:${indicator}${basis === null || basis === '' ? '' : `@${basis}`}`;
}
