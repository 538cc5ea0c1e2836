import type {
	BoardCode,
	ExplanationCode,
	Finding,
	MovementCode,
	PublishedCode,
	ReasonCode
} from '#lib/leaderboard/codes.ts';
import { m } from '#lib/messages/generated/messages.js';

type Code = BoardCode | ExplanationCode | MovementCode | PublishedCode | ReasonCode;
type Say = (details: never) => string;

const sentences: Readonly<Record<Code, Say>> = {
	GUEST: m.leaderboards_guest,
	ABSENT: m.leaderboards_absent,
	CANCELLED: m.leaderboards_cancelled,
	NOT_REPORTED: m.leaderboards_not_reported,
	NO_VALUE: m.leaderboards_no_value,
	NO_DENOMINATOR: m.leaderboards_no_denominator,
	BELOW_MINIMUM: m.leaderboards_below_minimum,
	NO_BASE: m.leaderboards_no_base,
	SMALL_BASE: m.leaderboards_small_base,
	TEAM_INCOMPLETE: m.leaderboards_team_incomplete,
	PART_MISSING: m.leaderboards_part_missing,
	KEY_REPEATED: m.leaderboards_key_repeated,
	FROZEN: m.leaderboards_frozen,
	BASELINE_NONE: m.leaderboards_baseline_none,
	BASELINE_RULES: m.leaderboards_baseline_rules,
	BASELINE_SET: m.leaderboards_baseline_set,
	BASELINE_GROUP: m.leaderboards_baseline_group,
	BASELINE_PROVISIONAL: m.leaderboards_baseline_provisional,
	PUBLISHED_UNRANKED: m.leaderboards_published_unranked,
	PUBLISHED_GUESTS_COUNTED: m.leaderboards_published_guests_counted,
	PUBLISHED_CHAIN_CUT: m.leaderboards_published_chain_cut,
	PUBLISHED_DENSE: m.leaderboards_published_dense,
	PUBLISHED_SEQUENTIAL: m.leaderboards_published_sequential,
	PUBLISHED_LOW_SHARED: m.leaderboards_published_low_shared,
	PUBLISHED_ACROSS_GROUPS: m.leaderboards_published_across_groups,
	PUBLISHED_REVERSED: m.leaderboards_published_reversed,
	PUBLISHED_ROUNDED: m.leaderboards_published_rounded,
	PUBLISHED_UNEXPLAINED: m.leaderboards_published_unexplained,
	ENTRY_REPEATED: m.leaderboards_entry_repeated,
	TIER_DECISION_STALE: m.leaderboards_tier_decision_stale,
	TIER_TIE_OPEN: m.leaderboards_tier_tie_open,
	FREEZE_TIME_MISSING: m.leaderboards_freeze_time_missing,
	FREEZE_RULES_CHANGED: m.leaderboards_freeze_rules_changed,
	PART_NOT_STANDARDISABLE: m.leaderboards_part_not_standardisable,
	AWARD_UNKNOWN: m.leaderboards_award_unknown,
	OWNER_MISSING: m.leaderboards_owner_missing,
	ALL_SMALL_BASE: m.leaderboards_all_small_base,
	ALL_BELOW_MINIMUM: m.leaderboards_all_below_minimum,
	FIRST_OF: m.leaderboards_first_of,
	ABOVE_BY: m.leaderboards_above_by,
	BELOW_BY: m.leaderboards_below_by,
	TIED_ON_ALL: m.leaderboards_tied_on_all,
	LAST_OF: m.leaderboards_last_of,
	NEEDS_TO_LEVEL: m.leaderboards_needs_to_level,
	NEEDS_MORE_OF_BASE: m.leaderboards_needs_more_of_base,
	LOSES_PLACE_AFTER: m.leaderboards_loses_place_after,
	TIER_HELD: m.leaderboards_tier_held,
	TIER_WITHIN: m.leaderboards_tier_within,
	TIER_NEXT: m.leaderboards_tier_next,
	TIER_NEXT_WITHIN: m.leaderboards_tier_next_within,
	TIER_OPEN: m.leaderboards_tier_open,
	NOT_RANKED: m.leaderboards_not_ranked,
	WOULD_STAND: m.leaderboards_would_stand
};

/** A finding of the engine in a sentence. */
export function findingText({ code, details }: Finding<Code>): string {
	return sentences[code](details as never);
}
