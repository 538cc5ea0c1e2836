import type { BoardContext, BoardRow } from '#lib/leaderboard/board.ts';
import type { Entry } from '#lib/leaderboard/entry.ts';
import { canonical } from '#lib/leaderboard/fingerprint.ts';
import { hiddenAfter, ownedBy, planReveal, type RevealPlan } from '#lib/leaderboard/reveal.ts';
import {
	advance,
	revealStart,
	viewOf,
	type RevealEvent,
	type RevealState,
	type RevealView
} from '#lib/leaderboard/reveal-state.ts';
import type { BoardRules } from '#lib/leaderboard/rules.ts';
import { sha256Plain } from '#lib/format/sha256.ts';
import type { FieldUnits } from '../board-figures.ts';
import type { RevealConfig } from './config.ts';

/** All that a ceremony is made from; a value that windows hand each other. */
export interface Scene {
	readonly rules: BoardRules;
	readonly context: BoardContext;
	/** Entries as the audience knows them; none where nothing was public before. */
	readonly before: readonly Entry[];
	readonly after: readonly Entry[];
	readonly config: RevealConfig;
	readonly units: FieldUnits;
}

/** A ceremony that can be conducted. */
export interface Ceremony {
	readonly scene: Scene;
	readonly plan: RevealPlan;
	/** Where it begins: what is not to be revealed row by row is out already. */
	readonly start: RevealState;
	/** Rows on the stage, from the top; all where the order is the board's. */
	readonly shown: number;
	/** Of everything that decides what the log means: another one, another ceremony. */
	readonly id: string;
}

/** Prepares a ceremony. Throws a RangeError where the board has no such group. */
export function prepare(scene: Scene): Ceremony {
	const { rules, context, before, after, config } = scene;
	const { group, order, stops } = config;
	const plan = planReveal(rules, { before, after, group, context, order, stops });
	const rows = plan.final.rows;
	const isCalled = ({ rank, reason }: BoardRow) =>
		rank === null ? reason?.code === 'GUEST' : config.places === null || rank <= config.places;
	const last = order === 'final' ? rows.findLastIndex((row) => row.rank !== null && isCalled(row)) : rows.length - 1;
	const below = rows
		.slice(last + 1)
		.toReversed()
		.flatMap((row) => itemsOfRow(plan, row));
	// On boards of teams an entry without one stands on no row: there is nothing of it to reveal.
	const owned = new Set(rows.flatMap((row) => ownedBy(plan, row)));
	const nobodys = [...plan.hidden].flatMap(([key, states]) => (owned.has(key) ? [] : states.map(() => key)));
	const log = [...nobodys, ...below];
	const id = sha256Plain(
		new TextEncoder().encode(canonical({ rules, before, after, group, order, places: config.places }))
	);
	return { scene, plan, start: { ...revealStart, log }, shown: last + 1, id };
}

/** The items of a row: one of each of its entries, or several. */
export function itemsOfRow(plan: RevealPlan, row: BoardRow): string[] {
	return ownedBy(plan, row).flatMap((key) => (plan.hidden.get(key) ?? []).map(() => key));
}

/**
 * The state after an event; nothing goes back behind the start. Where places are revealed from the last up, a step is a row:
 * a team's members come out together, since nothing shows before the last of them.
 */
export function conduct(ceremony: Ceremony, state: RevealState, event: RevealEvent): RevealState {
	const { plan, start } = ceremony;
	if (event.type === 'restart') return start;
	if (event.type === 'back') return takenBack(ceremony, state);
	const next = advance(plan, state, event);
	return plan.order === 'final' && next.log.length > state.log.length ? wholeRow(plan, next) : next;
}

function wholeRow(plan: RevealPlan, state: RevealState): RevealState {
	const items = rowItems(plan, state.log.at(-1) ?? '');
	let next = state;
	for (const key of new Set(items))
		while (hiddenAfter(plan, next.log).has(key)) next = advance(plan, next, { type: 'pick', key });
	return next;
}

function takenBack({ plan, start }: Ceremony, state: RevealState): RevealState {
	if (state.log.length <= start.log.length) return { ...start, log: state.log };
	const items = new Set(plan.order === 'final' ? rowItems(plan, state.log.at(-1) ?? '') : []);
	let next = advance(plan, state, { type: 'back' });
	while (next.log.length > start.log.length && items.has(next.log.at(-1) ?? ''))
		next = advance(plan, next, { type: 'back' });
	return next;
}

function rowItems(plan: RevealPlan, key: string): string[] {
	const row = plan.final.rows.find((each) => ownedBy(plan, each).includes(key));
	return row ? itemsOfRow(plan, row) : [];
}

/** What the windows show, with counts of what the audience is to see: rows of a list, items of a board that moves. */
export function stageView({ plan, start, shown }: Ceremony, state: RevealState): RevealView {
	const view = viewOf(plan, state);
	const rows = view.rows.slice(0, shown);
	const skipped = start.log.length;
	const moved = view.done === skipped ? null : view.moved;
	if (plan.order === 'board') return { ...view, rows, done: view.done - skipped, items: view.items - skipped, moved };
	const items = plan.final.rows.slice(0, shown).filter((row) => itemsOfRow(plan, row).length > 0).length;
	return { ...view, rows, done: items - rows.filter(({ hidden }) => hidden).length, items, moved };
}

/** A ceremony under way, as it is kept through a reload. */
export interface KeptCeremony {
	readonly id: string;
	readonly state: RevealState;
	/** Milliseconds since 1970. */
	readonly startedAt: number;
}

/** Where a ceremony was; null where nothing was kept, or of another one. It comes back paused. */
export function resume(ceremony: Ceremony, kept: unknown): KeptCeremony | null {
	const found = kept as Partial<KeptCeremony> | null;
	const state = found?.state as Partial<RevealState> | undefined;
	if (found?.id !== ceremony.id || typeof found.startedAt !== 'number' || !state) return null;
	const { log, stops, blank } = state;
	if (!isTexts(log) || !Array.isArray(stops)) return null;
	const counts = new Map<string, number>();
	for (const key of log) counts.set(key, (counts.get(key) ?? 0) + 1);
	const known = [...counts].every(([key, count]) => count <= (ceremony.plan.hidden.get(key)?.length ?? 0));
	const halts = stops.every(({ tier, keys }) => typeof tier === 'string' && isTexts(keys));
	if (!known || !halts || log.length < ceremony.start.log.length) return null;
	return { id: ceremony.id, startedAt: found.startedAt, state: { log, stops, blank: blank === true, mode: 'paused' } };
}

function isTexts(value: unknown): value is readonly string[] {
	return Array.isArray(value) && value.every((each) => typeof each === 'string');
}
