import type { Language } from '#lib/format/language.ts';
import type { Board } from '#lib/leaderboard/board.ts';
import type { RuleProblem } from '#lib/leaderboard/json-reader.ts';
import type { BoardEntity, BoardKind, BoardRules, ChainStep, Tier } from '#lib/leaderboard/rules.ts';
import { m } from '#lib/messages/generated/messages.js';
import { regionWords } from '#lib/state/region-words.svelte.ts';
import { boardValue, shownDecimal, type FieldUnits } from './board-figures.ts';
import { headWithUnit } from './words.ts';

const fieldNames: Readonly<Record<string, () => string>> = {
	value: m.rules_field_value,
	gold: m.rules_field_gold,
	silver: m.rules_field_silver,
	bronze: m.rules_field_bronze,
	merit: m.rules_field_merit,
	points: m.rules_field_points,
	index: m.rules_field_index,
	improvement: m.rules_field_improvement,
	team: m.rules_field_team,
	members: m.rules_field_members,
	total: m.rules_field_total,
	time: m.rules_field_time,
	practical: m.rules_field_practical,
	theory: m.rules_field_theory
};

const kinds: Readonly<Record<BoardKind, () => string>> = {
	measure: m.rules_kind_measure,
	rate: m.rules_kind_rate,
	medals: m.rules_kind_medals,
	points: m.rules_kind_points,
	results: m.rules_kind_results,
	combined: m.rules_kind_combined,
	progress: m.rules_kind_progress
};

const entities: Readonly<Record<BoardEntity, () => string>> = {
	region: () => regionWords().many,
	group: m.rules_entity_group,
	industry: m.rules_entity_industry,
	system: m.rules_entity_system,
	organisation: m.rules_entity_organisation,
	studio: m.rules_entity_studio,
	team: m.rules_entity_team,
	person: m.rules_entity_person
};

const cutWays: Readonly<Record<Tier['cut'], () => string>> = {
	'all-up': m.rules_cut_all_up,
	'all-down': m.rules_cut_all_down,
	'by-hand': m.rules_cut_by_hand
};

/** What kind of board it is. */
export const kindTitle = (kind: BoardKind): string => kinds[kind]();
/** Who stands on it. */
export const entityTitle = (entity: BoardEntity): string => entities[entity]();
/** What becomes of a tie across a cut. */
export const cutTitle = (cut: Tier['cut']): string => cutWays[cut]();

/** What a field of a board is called: as the rules, the indicator, or everybody calls it; else by its own name. */
export function fieldTitle(
	rules: Pick<BoardRules, 'chain'>,
	units: FieldUnits,
	field: string,
	language: Language
): string {
	const label = rules.chain.find((step) => step.field === field)?.label?.[language];
	const place = /^place(\d+)$/.exec(field)?.[1];
	if (label) return label;
	if (place) return m.rules_field_place({ place });
	return (
		units[field]?.title?.[language] ?? (Object.hasOwn(fieldNames, field) ? fieldNames[field]?.() : undefined) ?? field
	);
}

/**
 * The same with its unit in brackets, where it has one and does not say it. Percent signs and times stand at the values
 * themselves, except where values are bare numbers, as in a workbook.
 */
export function fieldHeading(
	rules: Pick<BoardRules, 'chain'>,
	units: FieldUnits,
	field: string,
	language: Language,
	values: 'written' | 'bare' = 'written'
): string {
	const [title, unit] = [fieldTitle(rules, units, field, language), units[field]?.unit[language] ?? ''];
	if (values === 'written' && (/^[%‰]/.test(unit) || units[field]?.as === 'duration')) return title;
	return headWithUnit(title, unit);
}

/** A step of the chain: 总成绩 ↓. */
export function stepText(rules: BoardRules, units: FieldUnits, step: ChainStep, language: Language): string {
	return `${fieldTitle(rules, units, step.field, language)} ${step.direction === 'ascending' ? '↑' : '↓'}`;
}

/** How many places a tier has: 3 个, 10%（向下取整）. */
export function quotaText({ count, percent, rounding }: Tier): string {
	if (count !== undefined) return m.rules_quota_count({ count });
	const how = { down: m.rules_round_down, up: m.rules_round_up, nearest: m.rules_round_nearest }[rounding]();
	return m.rules_quota_percent({ percent: percent ?? '0', how });
}

/** The margin within which a tier is shared, in the unit of the first criterion: between percentages there are points. */
export function marginText(rules: BoardRules, units: FieldUnits, margin: string, language: Language): string {
	const unit = units[rules.chain[0]?.field ?? ''];
	const decimal = unit?.unit.en === '%' ? shownDecimal(unit, margin) : null;
	const amount = decimal === null ? boardValue(unit, margin, language) : m.change_points({ amount: decimal });
	return m.rules_margin_text({ margin: amount });
}

/** The fingerprint in short, with the release that it belongs to. */
export function fingerprintText({ fingerprint, context }: Board): string {
	return m.reveal_fingerprint({ fingerprint: fingerprint.slice(0, 12), release: context.release ?? '—' });
}

const needed: Readonly<Record<string, () => string>> = {
	text: m.rules_needed_text,
	number: m.rules_needed_number,
	object: m.rules_needed_object,
	list: m.rules_needed_list,
	texts: m.rules_needed_texts,
	time: m.rules_needed_time
};

/** A problem of rules in a sentence. `label`: what the form calls the place; else the path in the file says where. */
export function problemText({ code, details }: RuleProblem, label?: string): string {
	const path = label ?? details['path'] ?? '';
	const want = details['needed'] ?? '';
	switch (code) {
		case 'RULE_NOT_OBJECT':
			return m.leaderboards_rule_not_object();
		case 'RULE_MISSING':
			return m.leaderboards_rule_missing({ path });
		case 'RULE_TYPE':
			return m.leaderboards_rule_type({ path, needed: needed[want]?.() ?? want });
		case 'RULE_UNKNOWN':
			return m.leaderboards_rule_unknown({ path });
		case 'RULE_CHOICE':
			return m.leaderboards_rule_choice({ path, found: details['found'] ?? '', allowed: details['allowed'] ?? '' });
		case 'RULE_NUMBER':
			return m.leaderboards_rule_number({ path, needed: want });
		case 'RULE_EMPTY':
			return m.leaderboards_rule_empty({ path });
		case 'RULE_REPEATED':
			return m.leaderboards_rule_repeated({ path, name: details['name'] ?? '' });
		case 'RULE_CONFLICT':
			return m.leaderboards_rule_conflict({ path, other: details['other'] ?? '' });
	}
}
