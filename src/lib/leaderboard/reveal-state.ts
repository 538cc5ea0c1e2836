import type { BoardGroup, BoardRow } from './board.ts';
import { hiddenAfter, itemsOf, nextOf, ownedBy, settledAfter, stageOf, type RevealPlan } from './reveal.ts';

/** A halt for the applause. */
export interface RevealStop {
	readonly tier: string;
	/** Rows whose tier is now certain, from the lowest place up. */
	readonly keys: readonly string[];
}

/** Where a ceremony is. A value: the same state shows the same on every window. */
export interface RevealState {
	/** Entries revealed so far, in order; an entry with several items is there several times. */
	readonly log: readonly string[];
	readonly mode: 'paused' | 'auto';
	/** Halts that are due, the first on the screen. */
	readonly stops: readonly RevealStop[];
	/** The audience's screen is black. */
	readonly blank: boolean;
}

/** What a key, a remote or the clock may ask for. `tick` is the clock of `auto`. */
export type RevealEvent =
	| { readonly type: 'step' | 'tick' | 'auto' | 'pause' | 'back' | 'blank' | 'end' | 'restart' }
	| { readonly type: 'pick'; readonly key: string };

/** Nothing is out yet. */
export const revealStart: RevealState = { log: [], mode: 'paused', stops: [], blank: false };

/**
 * The state after an event. A step wakes a black screen, or ends a halt, or reveals the next item; the clock does the last
 * alone, and waits at a halt. Back takes the last item in again and pauses. What an event cannot do changes nothing.
 */
export function advance(plan: RevealPlan, state: RevealState, event: RevealEvent): RevealState {
	switch (event.type) {
		case 'restart':
			return revealStart;
		case 'blank':
			return { ...state, blank: !state.blank };
		case 'auto':
			return { ...state, mode: 'auto', blank: false };
		case 'pause':
			return { ...state, mode: 'paused' };
		case 'back':
			return { log: state.log.slice(0, -1), mode: 'paused', stops: [], blank: false };
		case 'end':
			return { log: finish(plan, state.log), mode: 'paused', stops: [], blank: false };
		case 'pick':
			return hiddenAfter(plan, state.log).has(event.key) ? reveal(plan, state, event.key) : state;
		case 'tick':
			if (state.mode !== 'auto' || state.blank || state.stops.length > 0) return state;
			return revealNext(plan, state);
		case 'step':
			if (state.blank) return { ...state, blank: false };
			if (state.stops.length > 0) return { ...state, stops: state.stops.slice(1) };
			return revealNext(plan, state);
	}
}

function revealNext(plan: RevealPlan, state: RevealState): RevealState {
	const key = nextOf(plan, state.log, stageOf(plan, state.log));
	return key === null ? { ...state, mode: 'paused' } : reveal(plan, state, key);
}

function reveal(plan: RevealPlan, state: RevealState, key: string): RevealState {
	const log = [...state.log, key];
	const [before, after] = [stageOf(plan, state.log), stageOf(plan, log)];
	const stops = stopsBetween(plan, settledAfter(plan, state.log, before), settledAfter(plan, log, after), state.log);
	return { ...state, log, stops };
}

/** Tiers that became certain, from the lowest up. */
function stopsBetween(
	plan: RevealPlan,
	before: ReadonlySet<string>,
	after: ReadonlySet<string>,
	log: readonly string[]
): RevealStop[] {
	// Rows that nothing is hidden of may stand settled from the start; they are news when the first item is out.
	const told = log.length === 0 ? new Set<string>() : before;
	const rows = plan.final.rows.toReversed().filter(({ tier }) => tier !== null);
	const tiers = [...Map.groupBy(rows, ({ tier }) => tier as string)];
	return tiers.flatMap(([tier, holders]): RevealStop[] => {
		const how = plan.stops[tier] ?? 'together';
		const keys = holders.map(({ entry }) => entry.key);
		const news = keys.filter((key) => after.has(key) && !told.has(key));
		if (how === 'none' || news.length === 0) return [];
		if (how === 'each') return news.map((key) => ({ tier, keys: [key] }));
		return keys.every((key) => after.has(key)) ? [{ tier, keys }] : [];
	});
}

function finish(plan: RevealPlan, log: readonly string[]): string[] {
	const out = new Map<string, number>();
	for (const key of log) out.set(key, (out.get(key) ?? 0) + 1);
	const rest = plan.final.rows.toReversed().flatMap((row) => ownedBy(plan, row));
	return [
		...log,
		...rest.flatMap((key) => Array<string>((plan.hidden.get(key)?.length ?? 0) - (out.get(key) ?? 0)).fill(key))
	];
}

/** A row on the stage. `row` null: an award ceremony's row of which nothing may be shown yet. */
export interface StageRow {
	readonly key: string | null;
	readonly row: BoardRow | null;
	/** Something of it is still to come. */
	readonly hidden: boolean;
}

/** What the windows show. */
export interface RevealView {
	readonly rows: readonly StageRow[];
	readonly done: number;
	readonly items: number;
	/** The row that the last item was of, with its positions (0-based) before and after; null at the start. */
	readonly moved: { readonly key: string; readonly from: number; readonly to: number } | null;
	readonly stop: RevealStop | null;
	readonly blank: boolean;
	/** For the presenter alone: the row that comes next, as it will stand in the end; null where all is out. */
	readonly next: { readonly key: string; readonly final: BoardRow | null } | null;
}

/** The stage at a state. */
export function viewOf(plan: RevealPlan, state: RevealState): RevealView {
	const stage = stageOf(plan, state.log);
	const hidden = hiddenAfter(plan, state.log);
	const last = state.log.at(-1);
	const row = last === undefined ? null : rowOf(plan, stage, last);
	const before = row && stageOf(plan, state.log.slice(0, -1));
	const at = (group: BoardGroup, key: string) => group.rows.findIndex(({ entry }) => entry.key === key);
	const key = nextOf(plan, state.log, stage);
	const isHidden = (each: BoardRow) => ownedBy(plan, each).some((owned) => hidden.has(owned));
	const place = (group: BoardGroup, of: string) => at(plan.order === 'final' ? plan.final : group, of);
	const shown = plan.order === 'final' ? plan.final.rows : stage.rows;
	const unseen = plan.order === 'final';
	return {
		rows: shown.map((each) => ({
			key: unseen && isHidden(each) ? null : each.entry.key,
			row: unseen && isHidden(each) ? null : each,
			hidden: isHidden(each)
		})),
		done: state.log.length,
		items: itemsOf(plan),
		moved:
			row && before
				? { key: row.entry.key, from: place(before, row.entry.key), to: place(stage, row.entry.key) }
				: null,
		stop: state.stops[0] ?? null,
		blank: state.blank,
		next: key === null ? null : { key, final: rowOf(plan, plan.final, key) }
	};
}

function rowOf(plan: RevealPlan, group: BoardGroup, key: string): BoardRow | null {
	return group.rows.find((row) => row.entry.key === key || ownedBy(plan, row).includes(key)) ?? null;
}
