import type { IndicatorGroup } from '#lib/indicators/indicator.ts';
import { m } from '#lib/messages/generated/messages.js';

const titles: Readonly<Record<IndicatorGroup, () => string>> = {
	participation: m.group_participation,
	innovation: m.group_innovation,
	platforms: m.group_platforms,
	skills: m.group_skills,
	honours: m.group_honours,
	results: m.group_results,
	metrics: m.group_metrics
};

/** The groups in the order in which lists show them. */
export const indicatorGroups = Object.keys(titles) as IndicatorGroup[];

/** The name of a group of indicators. */
export function indicatorGroupTitle(group: IndicatorGroup): string {
	return titles[group]();
}
