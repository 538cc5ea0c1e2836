import type { Finding, ReasonCode } from './codes.ts';
import type { CombinedShare } from './combined.ts';
import { compareKeys, type Entry } from './entry.ts';
import { compareExact, known, type Exact } from './exact.ts';
import { canonical } from './fingerprint.ts';
import type { RankRules } from './rank.ts';
import type { BoardRules } from './rules.ts';

/** An entry as the rules see it: its values worked out, and why it has no rank if it has none. */
export interface Derived {
	readonly entry: Entry;
	readonly reason: Finding<ReasonCode> | null;
	/** What a combined index is made of. */
	readonly parts: readonly CombinedShare[] | null;
}

/** One group's rows, before they are ranked. */
export interface DerivedGroup {
	/** '' where the board has no groups. */
	readonly key: string;
	readonly derived: readonly Derived[];
}

/** A row with its rank. */
export interface Placed extends Derived {
	readonly rank: number | null;
}

/** The rules of the plain ranking that a board's rules come to. */
export function rankRulesOf(rules: BoardRules, chain = rules.chain): RankRules<Derived> {
	const first = rules.chain[0]?.field;
	return {
		chain: chain.map(({ field, direction }) => ({
			id: field,
			direction,
			value: ({ entry, reason }: Derived) =>
				// Whoever takes part has a first value that was looked at already.
				field === first && (reason === null || reason.code === 'GUEST')
					? (entry.values[field] ?? null)
					: known(entry.values[field])
		})),
		standing: ({ reason }) => (reason === null ? 'eligible' : reason.code === 'GUEST' ? 'guest' : 'unranked'),
		order: (a, b) =>
			weightOf(a) - weightOf(b) || compareKeys(a.entry.key, b.entry.key) || compareRepeats(a.entry, b.entry)
	};
}

/** Rows that repeat a key stand in an order of their content: which came first decides nothing. */
function compareRepeats(a: Entry, b: Entry): number {
	return compareKeys(canonical(a), canonical(b));
}

/** Rows without a rank stand last by their reasons: those nearest to a rank first, the absent and cancelled at the end. */
const last: readonly ReasonCode[] = ['NOT_REPORTED', 'ABSENT', 'CANCELLED'];

function weightOf({ reason }: Derived): number {
	return reason === null ? 0 : last.indexOf(reason.code) + 1;
}

/** Why an entry has no rank; null where it has one. `found` is what working out its value came upon. */
export function reasonOf(
	rules: BoardRules,
	entry: Entry,
	found: Finding<ReasonCode> | null = null
): Finding<ReasonCode> | null {
	if (entry.standing === 'absent') return finding('ABSENT');
	if (entry.standing === 'cancelled') return finding('CANCELLED');
	if (entry.standing === 'not-reported') return finding('NOT_REPORTED');
	if (entry.frozen) return finding('FROZEN');
	if (found !== null) return found;
	const field = rules.chain[0]?.field ?? '';
	const raw = entry.values[field] ?? null;
	if (rules.kind === 'rate' || rules.minimumDenominator !== undefined) {
		const denominator = known(denominatorOf(entry, raw));
		if (denominator === null || compareExact(denominator, 0) === 0) return finding('NO_DENOMINATOR', { field });
		const minimum = rules.minimumDenominator;
		if (minimum !== undefined && compareExact(denominator, minimum) < 0)
			return finding('BELOW_MINIMUM', { denominator: textOf(denominator), minimum });
	}
	if (known(raw) === null) return finding('NO_VALUE', { field });
	return entry.standing === 'guest' ? finding('GUEST') : null;
}

function finding(code: ReasonCode, details: Readonly<Record<string, string>> = {}): Finding<ReasonCode> {
	return { code, details };
}

function denominatorOf(entry: Entry, value: Exact | null): Exact | null {
	if (entry.denominator !== undefined) return entry.denominator;
	return typeof value === 'object' && value !== null ? value.denominator : null;
}

/** A value as plain text: a decimal as it is, a ratio as `numerator/denominator`. */
export function textOf(value: Exact): string {
	return typeof value === 'object' ? `${value.numerator}/${value.denominator}` : String(value);
}
