import type { Indicator } from './indicator.ts';
import { honours, results } from './honours.ts';
import { innovation } from './innovation.ts';
import { participation } from './participation.ts';
import { platforms } from './platforms.ts';
import { skills } from './skills.ts';

export { applicable, type Applicability } from './applicable.ts';
export { indicatorQuery, type By, type MemberSet, type Selection } from './compile.ts';
export { metricIndicator, unitTitle, type MetricRow } from './metric.ts';
export type { Indicator, IndicatorGroup, IndicatorKind, Measure, SeriesBreak } from './indicator.ts';

/** Every indicator that the product knows without metrics, in the order in which lists show them. */
export const indicators: readonly Indicator[] = [
	...participation,
	...innovation,
	...platforms,
	...skills,
	...honours,
	...results
];

const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));

/** An indicator by its id; undefined for metrics, which only their release knows. */
export function indicatorById(id: string): Indicator | undefined {
	return byId.get(id);
}
