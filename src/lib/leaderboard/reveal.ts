import { makeBoard, type BoardContext, type BoardGroup, type BoardRow } from './board.ts';
import { canonical } from './fingerprint.ts';
import type { Entry, EntryState } from './entry.ts';
import type { BoardRules } from './rules.ts';

/** What a ceremony reveals, worked out once: it never changes while states come and go. */
export interface RevealPlan {
	readonly rules: BoardRules;
	readonly context: BoardContext;
	readonly group: string;
	/** Entries as the audience knows them before, by key. */
	readonly before: ReadonlyMap<string, Entry>;
	/** For each entry with something hidden: its states, one after the other; the last is the final one. */
	readonly hidden: ReadonlyMap<string, readonly Entry[]>;
	readonly final: BoardGroup;
	/**
	 * `board`: the lowest row of the board as it stands, re-ranked after each item (a frozen contest); `final`: places from the
	 * last up, nothing of a hidden row is shown (an award ceremony).
	 */
	readonly order: 'board' | 'final';
	/** How each tier stops: row by row, once it is complete, or not at all. Complete where left out. */
	readonly stops: Readonly<Record<string, 'each' | 'together' | 'none'>>;
}

/** What a plan is made from. */
export interface RevealInput {
	readonly before: readonly Entry[];
	readonly after: readonly Entry[];
	readonly group?: string;
	readonly context?: BoardContext;
	readonly order?: RevealPlan['order'];
	readonly stops?: RevealPlan['stops'];
}

/**
 * Prepares a reveal. Entries that differ before and after are hidden; where the final entry has earlier states that the
 * audience does not know, each is revealed apart, as in a contest problem by problem.
 */
export function planReveal(rules: BoardRules, input: RevealInput): RevealPlan {
	const { before, after, group = '', context = {} } = input;
	const order = input.order ?? (rules.freeze ? 'board' : 'final');
	const inGroup = (entry: Entry) => (entry.group ?? '') === group;
	const known = new Map(before.filter(inGroup).map((entry) => [entry.key, entry]));
	const final = groupOf(rules, after.filter(inGroup), group, context);
	const hidden = new Map(
		after.filter(inGroup).flatMap((entry) => {
			const states = statesAfter(known.get(entry.key), entry);
			// In an award ceremony every row is news, whatever was known of it.
			return states.length > 0 || order === 'final' ? [[entry.key, states.length > 0 ? states : [entry]] as const] : [];
		})
	);
	const there = new Set(after.filter(inGroup).map(({ key }) => key));
	for (const key of known.keys()) if (!there.has(key)) known.delete(key);
	// What is not hidden is shown as it ends; the order is the final entries', so that it says nothing of itself.
	for (const entry of after.filter(inGroup))
		if (!hidden.has(entry.key)) known.set(entry.key, entry);
		else if (!known.has(entry.key)) known.set(entry.key, unknown(entry));
	return { rules, context, group, before: known, hidden, final, order, stops: input.stops ?? {} };
}

function unknown({ values: _values, award, denominator: _denominator, at: _at, ...identity }: Entry): Entry {
	return {
		...identity,
		standing: 'eligible',
		values: {},
		...(award === undefined ? {} : { award: null }),
		frozen: true
	};
}

/** The states of an entry that come after the one already known; none where the two are the same. */
function statesAfter(known: Entry | undefined, entry: Entry): Entry[] {
	const { earlier = [], ...last } = entry;
	const stateOf = ({ values, denominator, award, standing }: EntryState) =>
		canonical({ values, denominator, award, standing });
	if (known && !known.frozen && stateOf(known) === stateOf(last)) return [];
	const seen = known?.frozen ? -1 : earlier.findLastIndex((state) => known && stateOf(state) === stateOf(known));
	const news = earlier.slice(seen + 1).map((state): Entry => {
		const { values: _values, denominator: _denominator, award: _award, at: _at, ...identity } = last;
		return { ...identity, ...state };
	});
	return [...news, entry];
}

function groupOf(rules: BoardRules, entries: readonly Entry[], group: string, context: BoardContext): BoardGroup {
	const board = makeBoard(rules, entries, context);
	const found = board.groups.find(({ key }) => key === group);
	if (!found) throw new RangeError(`The board has no group ${JSON.stringify(group)}`);
	return found;
}

/** The board after so many items: `log` names an entry for each of its states that is out. */
export function stageOf(plan: RevealPlan, log: readonly string[]): BoardGroup {
	const out = countsOf(log);
	const entries = [...plan.before].map(([key, entry]) => plan.hidden.get(key)?.[(out.get(key) ?? 0) - 1] ?? entry);
	return groupOf(plan.rules, entries, plan.group, plan.context);
}

/** How many items of each entry are out. */
export function countsOf(log: readonly string[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const key of log) counts.set(key, (counts.get(key) ?? 0) + 1);
	return counts;
}

/** Items in all. */
export function itemsOf(plan: RevealPlan): number {
	return [...plan.hidden.values()].reduce((total, states) => total + states.length, 0);
}

/** Entries that still have something hidden. */
export function hiddenAfter(plan: RevealPlan, log: readonly string[]): Set<string> {
	const out = countsOf(log);
	return new Set([...plan.hidden].filter(([key, states]) => (out.get(key) ?? 0) < states.length).map(([key]) => key));
}

/** The entry whose item comes next: the lowest row with something hidden; null where all is out. */
export function nextOf(plan: RevealPlan, log: readonly string[], stage: BoardGroup): string | null {
	const hidden = hiddenAfter(plan, log);
	if (hidden.size === 0) return null;
	const rows = plan.order === 'final' ? plan.final.rows : stage.rows;
	const lowest = rows.findLast((row) => ownedBy(plan, row).some((key) => hidden.has(key)));
	return lowest ? (ownedBy(plan, lowest).find((key) => hidden.has(key)) ?? null) : ([...hidden][0] ?? null);
}

/** The entries behind a row: itself, or on boards of teams and awards all those that count for it. */
export function ownedBy(plan: RevealPlan, { entry }: BoardRow): string[] {
	if (plan.before.has(entry.key)) return [entry.key];
	return [...plan.before.values()].filter(({ team }) => team === entry.key).map(({ key }) => key);
}

/** Rows that nothing can move any more: nothing hidden on them or below them, and in their final place. */
export function settledAfter(plan: RevealPlan, log: readonly string[], stage: BoardGroup): Set<string> {
	const hidden = hiddenAfter(plan, log);
	const isHidden = (row: BoardRow) => ownedBy(plan, row).some((key) => hidden.has(key));
	if (plan.order === 'final')
		return new Set(plan.final.rows.filter((row) => !isHidden(row)).map(({ entry }) => entry.key));
	const from = stage.rows.findLastIndex(isHidden) + 1;
	const places = new Map(plan.final.rows.map(({ entry, rank }) => [entry.key, rank]));
	const still = stage.rows.slice(from).filter(({ entry, rank }) => places.get(entry.key) === rank);
	return new Set(still.map(({ entry }) => entry.key));
}
