import { m } from '#lib/messages/generated/messages.js';
import { regionWords } from '#lib/state/region-words.svelte.ts';
import type { FilterName } from './filter-options.ts';

const titles: Record<FilterName, () => string> = {
	profile: m.filter_part_profile,
	period: m.filter_part_period,
	comparison: m.filter_part_comparison,
	region: () => regionWords().column,
	level: () => m.filter_part_level({ ...regionWords() }),
	industry: m.filter_part_industry,
	unionSystem: m.filter_part_union_system,
	ownership: m.filter_part_ownership,
	competitionLevel: m.filter_part_competition_level,
	kind: m.filter_part_kind,
	campaign: m.filter_part_campaign,
	indicator: m.filter_part_indicator
};

/** The name of a part of the filter sentence, in the page's language. */
export function partTitle(name: FilterName): string {
	return titles[name]();
}
