import type { RuleProblem } from '#lib/leaderboard/json-reader.ts';
import type { RulesJson } from './rule-draft.ts';

/** What the parts of the form work with. */
export interface RuleForm {
	readonly json: RulesJson;
	readonly problems: readonly RuleProblem[];
	/** Puts a value at a path such as `tiers[0].count`; undefined takes it out. */
	readonly set: (path: string, value: unknown) => void;
	/** Fields that may decide, with what they are called. */
	readonly fields: readonly { readonly value: string; readonly label: string }[];
}
