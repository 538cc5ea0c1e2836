/** What the engine found, as a code with what a sentence about it needs; the words are in messages/…/leaderboards.json. */
export interface Finding<Code extends string = string> {
	readonly code: Code;
	readonly details: Readonly<Record<string, string>>;
}

/** Why a row has no rank. */
export const reasonCodes = [
	'GUEST',
	'ABSENT',
	'CANCELLED',
	'NOT_REPORTED',
	'NO_VALUE',
	'NO_DENOMINATOR',
	'BELOW_MINIMUM',
	'NO_BASE',
	'SMALL_BASE',
	'TEAM_INCOMPLETE',
	'PART_MISSING',
	'KEY_REPEATED',
	'FROZEN'
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** Why a board has no movement, or what stands between it and its baseline. */
export const movementCodes = [
	'BASELINE_NONE',
	'BASELINE_RULES',
	'BASELINE_SET',
	'BASELINE_GROUP',
	'BASELINE_PROVISIONAL'
] as const;
export type MovementCode = (typeof movementCodes)[number];

/** The rule that makes a published rank another one than the computed one. */
export const publishedCodes = [
	'PUBLISHED_UNRANKED',
	'PUBLISHED_GUESTS_COUNTED',
	'PUBLISHED_CHAIN_CUT',
	'PUBLISHED_DENSE',
	'PUBLISHED_SEQUENTIAL',
	'PUBLISHED_LOW_SHARED',
	'PUBLISHED_ACROSS_GROUPS',
	'PUBLISHED_REVERSED',
	'PUBLISHED_ROUNDED',
	'PUBLISHED_UNEXPLAINED'
] as const;
export type PublishedCode = (typeof publishedCodes)[number];

/** What is wrong with, or to be known about, a board as a whole. */
export const boardCodes = [
	'ENTRY_REPEATED',
	'TIER_DECISION_STALE',
	'TIER_TIE_OPEN',
	'FREEZE_TIME_MISSING',
	'FREEZE_RULES_CHANGED',
	'PART_NOT_STANDARDISABLE',
	'AWARD_UNKNOWN',
	'OWNER_MISSING',
	'ALL_SMALL_BASE',
	'ALL_BELOW_MINIMUM'
] as const;
export type BoardCode = (typeof boardCodes)[number];

/** What is wrong with a rules file. */
export const ruleCodes = [
	'RULE_NOT_OBJECT',
	'RULE_MISSING',
	'RULE_TYPE',
	'RULE_UNKNOWN',
	'RULE_CHOICE',
	'RULE_NUMBER',
	'RULE_EMPTY',
	'RULE_REPEATED',
	'RULE_CONFLICT'
] as const;
export type RuleCode = (typeof ruleCodes)[number];

/** What explains a row. */
export const explanationCodes = [
	'FIRST_OF',
	'ABOVE_BY',
	'BELOW_BY',
	'TIED_ON_ALL',
	'LAST_OF',
	'NEEDS_TO_LEVEL',
	'NEEDS_MORE_OF_BASE',
	'LOSES_PLACE_AFTER',
	'TIER_HELD',
	'TIER_WITHIN',
	'TIER_NEXT',
	'TIER_NEXT_WITHIN',
	'TIER_OPEN',
	'NOT_RANKED',
	'WOULD_STAND'
] as const;
export type ExplanationCode = (typeof explanationCodes)[number];
