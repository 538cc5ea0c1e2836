import type { BoardCode, Finding } from './codes.ts';
import { combine } from './combined.ts';
import type { Entry } from './entry.ts';
import { reasonOf, type Derived, type DerivedGroup } from './group-rows.ts';
import { progressOf } from './progress.ts';
import type { BoardRules } from './rules.ts';
import { tally, withPoints } from './tally.ts';
import { teamsOf } from './team.ts';

/**
 * Entries as the board ranks them: awards counted and weighted, members added up to teams, parts combined to an index,
 * improvements worked out. Each group for itself, so that nothing of one moves another; by key, those without rows left out.
 */
export function derive(
	rules: BoardRules,
	entries: readonly Entry[],
	problems: Finding<BoardCode>[]
): readonly DerivedGroup[] {
	const groups = [...Map.groupBy(entries, ({ group }) => group ?? '')].map(([key, some]) => ({
		key,
		derived: withoutRepeats(ofGroup(rules, some, problems), key, problems)
	}));
	return groups.filter(({ derived }) => derived.length > 0).sort((a, b) => (a.key < b.key ? -1 : 1));
}

function ofGroup(rules: BoardRules, entries: readonly Entry[], problems: Finding<BoardCode>[]): Derived[] {
	if (rules.team) return teamsOf(rules, rules.team, entries);
	if (rules.combined) return combine(rules, rules.combined, entries, problems);
	if (rules.progress) {
		const { progress } = rules;
		return entries.map((entry) => progressOf(rules, progress, entry));
	}
	const awarded = (rules.points || rules.medals) && entries.some(({ award }) => award !== undefined);
	const counted = awarded ? tally(rules, entries, problems) : entries;
	return (rules.points ? counted.map((entry) => withPoints(rules.points ?? {}, entry)) : counted).map((entry) => ({
		entry,
		reason: reasonOf(rules, entry),
		parts: null
	}));
}

/** Keys that ascend, as those of a register do, repeat nothing: looking at them is much quicker than remembering them. */
function isAscending(derived: readonly Derived[]): boolean {
	for (let at = 1; at < derived.length; at++)
		if ((derived[at - 1] as Derived).entry.key >= (derived[at] as Derived).entry.key) return false;
	return true;
}

/** Two rows of one key: nobody can tell which holds, so neither has a rank, whichever came first. */
function withoutRepeats(derived: Derived[], group: string, problems: Finding<BoardCode>[]): Derived[] {
	if (isAscending(derived) || new Set(derived.map(({ entry }) => entry.key)).size === derived.length) return derived;
	const seen = new Set<string>();
	const repeated = new Set<string>();
	for (const { entry } of derived) (seen.has(entry.key) ? repeated : seen).add(entry.key);
	for (const key of [...repeated].sort()) problems.push({ code: 'ENTRY_REPEATED', details: { key, group } });
	return derived.map((row) =>
		repeated.has(row.entry.key) ? { ...row, reason: { code: 'KEY_REPEATED', details: { key: row.entry.key } } } : row
	);
}
