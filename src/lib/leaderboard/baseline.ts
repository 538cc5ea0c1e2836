import type { Board, BoardContext } from './board.ts';
import type { Finding, MovementCode } from './codes.ts';
import { canonical } from './fingerprint.ts';
import type { BoardRules } from './rules.ts';

/** An earlier board with the name that a page gives it, such as a period or a release. */
export interface Baseline {
	readonly name: string;
	readonly board: Board;
}

/** What the movement of a group is measured against, or why there is none. */
export interface BoardMovement {
	/** Name of the baseline; null where there is no movement. */
	readonly baseline: string | null;
	readonly reason: Finding<MovementCode> | null;
}

/** What decides places; titles, tiers, names and freezes do not. */
const deciding = [
	'kind',
	'entity',
	'measure',
	'groupBy',
	'chain',
	'minimumDenominator',
	'points',
	'medals',
	'awards',
	'team',
	'combined',
	'progress',
	'eligibility'
] as const satisfies readonly (keyof BoardRules)[];

/** The deciding rules in which two boards differ. */
export function differingRules(left: BoardRules, right: BoardRules): string[] {
	return deciding.filter((name) => canonical(unlabelled(left[name])) !== canonical(unlabelled(right[name])));
}

/** Ranks by key that a group may be compared with; null with the reason where it may not. */
export function baselineOf(
	rules: BoardRules,
	group: string,
	{ baseline, eligibleSet }: BoardContext
): { ranks: ReadonlyMap<string, number | null> | null; about: BoardMovement } {
	const none = (code: MovementCode, details: Record<string, string> = {}) => ({
		ranks: null,
		about: { baseline: null, reason: { code, details } }
	});
	if (!baseline) return none('BASELINE_NONE');
	const { name, board } = baseline;
	const differ = differingRules(rules, board.rules);
	if (differ.length > 0) return none('BASELINE_RULES', { baseline: name, rules: differ.join(', ') });
	if ((eligibleSet ?? '') !== (board.context.eligibleSet ?? '')) return none('BASELINE_SET', { baseline: name });
	const before = board.groups.find(({ key }) => key === group);
	if (!before) return none('BASELINE_GROUP', { baseline: name });
	const { reported, expected } = before.completeness;
	return {
		ranks: new Map(before.rows.map(({ entry, rank }) => [entry.key, rank])),
		about: {
			baseline: name,
			reason: before.provisional
				? {
						code: 'BASELINE_PROVISIONAL',
						details: { baseline: name, reported: String(reported), expected: String(expected) }
					}
				: null
		}
	};
}

/** What a field is called decides nothing. */
function unlabelled(rule: unknown): unknown {
	return rule === undefined
		? null
		: JSON.parse(JSON.stringify(rule, (key, value) => (key === 'label' ? undefined : value)));
}
