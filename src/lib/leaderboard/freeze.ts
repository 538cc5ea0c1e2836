import { makeBoard, type Board, type BoardContext } from './board.ts';
import type { Entry, EntryState } from './entry.ts';
import type { BoardRules } from './rules.ts';

/** A frozen board: what viewers see and what staff see. */
export interface FrozenBoards {
	/** 已封榜: nothing that came at the freeze or later. */
	readonly public: Board;
	readonly staff: Board;
	/** Keys of the entries of which viewers do not see the latest. */
	readonly hidden: readonly string[];
}

/** What a freeze needs beside the entries as they are now. */
export interface FreezeInput {
	readonly context?: BoardContext;
	/** The rules of the version that the freeze names, where the board's rules have changed since. */
	readonly pinned?: BoardRules;
	/** For a freeze at a release: its entries and context. */
	readonly release?: { readonly entries: readonly Entry[]; readonly context: BoardContext };
}

/**
 * Both orders of a frozen board. The public one is made from what was known strictly before the freeze and by the rules of
 * that time, so that neither a later value nor later point weights show through anywhere. Without a freeze both are alike.
 */
export function freezeBoards(rules: BoardRules, entries: readonly Entry[], input: FreezeInput = {}): FrozenBoards {
	const context = input.context ?? {};
	const staff = makeBoard(rules, entries, context);
	const { freeze } = rules;
	if (!freeze) return { public: staff, staff, hidden: [] };
	const pinned = input.pinned?.version === freeze.version ? input.pinned : rules;
	const before = freeze.at === undefined ? (input.release?.entries ?? []) : entriesBefore(entries, freeze.at);
	const held = input.release?.context ?? context;
	// The freeze is part of the rules that viewers see under, whichever version they are of.
	const shown = makeBoard({ ...pinned, freeze }, before.map(withoutPublished), held);
	const changed =
		pinned.version === freeze.version
			? []
			: [
					{
						code: 'FREEZE_RULES_CHANGED',
						details: { frozen: String(freeze.version), now: String(rules.version) }
					} as const
				];
	const timeless = freeze.at === undefined ? [] : entries.filter(({ at, earlier }) => !at && !earlier?.length);
	const missing =
		timeless.length === 0
			? []
			: [{ code: 'FREEZE_TIME_MISSING', details: { entries: String(timeless.length) } } as const];
	const problems = [...shown.problems, ...changed, ...missing];
	return { public: { ...shown, problems }, staff, hidden: hiddenKeys(entries, before) };
}

/**
 * Entries as they were strictly before a time. One that has nothing from before, or does not say when it came, is shown
 * without a value: a time that nobody knows may be a later one.
 */
export function entriesBefore(entries: readonly Entry[], at: string): Entry[] {
	const limit = Date.parse(at);
	if (!Number.isFinite(limit)) throw new RangeError(`Not a time: ${JSON.stringify(at)}`);
	const isBefore = (state: EntryState) => state.at !== undefined && Date.parse(state.at) < limit;
	return entries.map((entry) => {
		if (isBefore(entry)) return entry;
		const { values: _values, denominator: _denominator, award, at: _at, earlier = [], ...identity } = entry;
		const state = earlier.findLast(isBefore);
		if (state) return { ...identity, ...state, earlier: earlier.filter(isBefore) };
		// The standing may be of later as well: nobody is cancelled on a board that stood still before.
		return {
			...identity,
			standing: 'eligible',
			values: {},
			...(award === undefined ? {} : { award: null }),
			frozen: true
		};
	});
}

/** A published rank is that of the final list, whenever the file came. */
function withoutPublished(entry: Entry): Entry {
	return entry.publishedRank == null ? entry : { ...entry, publishedRank: null };
}

function hiddenKeys(entries: readonly Entry[], before: readonly Entry[]): string[] {
	const shown = new Set(before);
	return [...new Set(entries.filter((entry) => !shown.has(entry)).map(({ key }) => key))];
}
