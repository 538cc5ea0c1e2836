import type { Board, BoardContext } from '#lib/leaderboard/board.ts';
import type { Entry } from '#lib/leaderboard/entry.ts';
import { freezeBoards, type FreezeInput, type FrozenBoards } from '#lib/leaderboard/freeze.ts';
import { readRules } from '#lib/leaderboard/read-rules.ts';
import type { BoardRules } from '#lib/leaderboard/rules.ts';
import { readKept, type KeptPlace } from '#lib/state/kept-boards.ts';
import type { FieldUnits } from './board-figures.ts';

/** All that a page about a board works with, once its entries are there. */
export interface BoardMaterial {
	readonly place: KeptPlace;
	/** The rules as the release's profile publishes them. */
	readonly published: BoardRules;
	/** The draft of this browser; null where there is none that can be used. */
	readonly draft: BoardRules | null;
	/** What the public sees while the draft freezes the board. */
	readonly frozen: FrozenEntries | null;
	readonly entries: readonly Entry[];
	readonly context: BoardContext;
	readonly units: FieldUnits;
	/** The period of the figures; empty where the board knows no time. */
	readonly period: string;
	/** What the page's filters leave of the release, in words; empty where the board takes no notice of them. */
	readonly filters: string;
	/** What rules call the board in the page's language, a competition by its name. */
	readonly titleUnder: (rules: BoardRules) => string;
	/** The board under any rules, with its movement. */
	readonly make: (rules: BoardRules) => Board;
}

/** What a freeze holds: the rules of that moment, and at a release the entries, which a later release does not know any more. */
export interface FrozenEntries {
	/** '' for a freeze at a time: entries say themselves when they came. */
	readonly release: string;
	readonly entries: readonly Entry[];
	readonly context: BoardContext;
	readonly rules: BoardRules;
	/** ISO time at which somebody froze it. */
	readonly since: string;
}

/** The rules that hold here: the draft's, else the published ones. */
export function rulesInUse({ draft, published }: BoardMaterial): BoardRules {
	return draft ?? published;
}

/** The draft of a board's rules that this browser keeps; null where it has none, or one that no longer reads. */
export function keptDraft(storage: Storage | undefined, place: KeptPlace): BoardRules | null {
	const kept = readKept(storage, 'rules', place);
	const { rules } = readRules(kept);
	return rules?.id === place.board ? rules : null;
}

/** What was kept when the board was frozen; null where nothing was. */
export function keptFrozen(storage: Storage | undefined, place: KeptPlace): FrozenEntries | null {
	const kept = readKept(storage, 'frozen', place) as Partial<FrozenEntries> | null;
	if (typeof kept?.release !== 'string' || !Array.isArray(kept.entries) || !kept.context) return null;
	const { rules } = readRules(kept.rules);
	const { release, entries, context, since = '' } = kept;
	return rules && { release, entries, context, rules, since };
}

/** Both orders of a board under rules that may freeze it. */
export function bothBoards(material: BoardMaterial, rules: BoardRules): FrozenBoards {
	const { entries, context, published, frozen } = material;
	const input: FreezeInput = { context, pinned: frozen?.rules ?? published, ...heldAt(material, rules) };
	return freezeBoards(rules, entries, input);
}

/** The entries that a freeze at a release holds: those kept then, or the open release's where it is that very one. */
export function heldAt({ frozen, entries, context }: BoardMaterial, rules: BoardRules): Pick<FreezeInput, 'release'> {
	const release = rules.freeze?.release;
	if (release === undefined) return {};
	if (frozen?.release === release) return { release: frozen };
	return context.release === release ? { release: { entries, context } } : {};
}
