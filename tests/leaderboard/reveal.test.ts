import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeBoard } from '#lib/leaderboard/board.ts';
import type { Entry } from '#lib/leaderboard/entry.ts';
import { freezeBoards, entriesBefore } from '#lib/leaderboard/freeze.ts';
import { itemsOf, planReveal, stageOf, type RevealPlan } from '#lib/leaderboard/reveal.ts';
import { advance, revealStart, viewOf, type RevealEvent, type RevealState } from '#lib/leaderboard/reveal-state.ts';
import { entry, places, rulesOf } from './boards.ts';

const tiers = [
	{ id: 'first', count: 1, cut: 'all-up' },
	{ id: 'second', count: 2, cut: 'all-up' }
];
const after = [entry('a', 5), entry('b', 4), entry('c', 3), entry('d', 2), entry('x', null, { standing: 'absent' })];

function run(plan: RevealPlan, ...types: (RevealEvent['type'] | RevealEvent)[]): RevealState {
	return types.reduce(
		(state, event) => advance(plan, state, typeof event === 'string' ? ({ type: event } as RevealEvent) : event),
		revealStart
	);
}

const shown = (plan: RevealPlan, state: RevealState) =>
	viewOf(plan, state).rows.map(({ row, hidden }) =>
		row ? `${row.entry.key} ${row.rank ?? '-'}${hidden ? '?' : ''}` : '?'
	);

describe('an award ceremony', () => {
	const plan = planReveal(rulesOf({ tiers }), { before: [], after });
	test('from the last place up, at its final place, and nothing of a hidden row is there', () => {
		expect(shown(plan, revealStart)).toEqual(['?', '?', '?', '?', '?']);
		const state = run(plan, 'step', 'step');
		expect(shown(plan, state)).toEqual(['?', '?', '?', 'd 4', 'x -']);
		const view = viewOf(plan, state);
		expect([view.done, view.items, view.next?.key, view.next?.final?.rank]).toEqual([2, 5, 'c', 3]);
		expect(JSON.stringify(view.rows.slice(0, 3))).toBe(
			JSON.stringify(Array.from({ length: 3 }, () => ({ key: null, row: null, hidden: true })))
		);
	});
	test('halts at a tier once it is complete; a step ends the halt', () => {
		const halted = run(plan, 'step', 'step', 'step', 'step');
		expect(halted.stops).toEqual([{ tier: 'second', keys: ['c', 'b'] }]);
		const on = advance(plan, halted, { type: 'step' });
		expect([on.log.length, on.stops]).toEqual([4, []]);
		expect(run(plan, 'step', 'step', 'step', 'step', 'step', 'step').stops).toEqual([{ tier: 'first', keys: ['a'] }]);
	});
	test('row by row, or not at all, where the config says so', () => {
		const each = planReveal(rulesOf({ tiers }), { before: [], after, stops: { second: 'each', first: 'none' } });
		expect(run(each, 'step', 'step', 'step').stops).toEqual([{ tier: 'second', keys: ['c'] }]);
		expect(run(each, 'step', 'step', 'step', 'step', 'step', 'step', 'step').stops).toEqual([]);
	});
	test('auto waits at a halt; pause, back, black screen, end and restart', () => {
		const auto = run(plan, 'auto', 'tick', 'tick', 'tick', 'tick', 'tick', 'tick');
		expect([auto.log.length, auto.stops.length, auto.mode]).toEqual([4, 1, 'auto']);
		expect(run(plan, 'tick').log).toEqual([]);
		expect(run(plan, 'auto', 'tick', 'pause', 'tick').log).toEqual(['x']);
		expect(run(plan, 'step', 'step', 'back')).toEqual({ ...run(plan, 'step'), stops: [] });
		expect(run(plan, 'back')).toEqual(revealStart);
		expect(run(plan, 'step', 'blank', 'step').log).toEqual(['x']);
		expect(run(plan, 'auto', 'blank', 'tick').log).toEqual([]);
		expect(shown(plan, run(plan, 'step', 'end'))).toEqual(['a 1', 'b 2', 'c 3', 'd 4', 'x -']);
		expect(run(plan, 'step', 'restart')).toEqual(revealStart);
		expect(run(plan, 'end', 'step', 'pick').log).toHaveLength(5);
		expect(run(plan, 'auto', 'tick', 'tick', 'tick', 'tick', 'step', 'tick', 'step', 'tick').mode).toBe('paused');
	});
});

describe('a frozen contest', () => {
	const rules = rulesOf({ tiers, freeze: { at: '2026-05-01T12:00:00Z' } });
	const early = (value: number) => [{ values: { value }, standing: 'eligible' as const, at: '2026-05-01T11:00:00Z' }];
	const late = { at: '2026-05-01T13:00:00Z' };
	const entries = [
		entry('a', 5, { at: '2026-05-01T10:00:00Z' }),
		entry('b', 4, { at: '2026-05-01T10:00:00Z' }),
		// c had 1, then 3 and in the end 6: two items.
		entry('c', 6, {
			...late,
			earlier: [...early(1), { values: { value: 3 }, standing: 'eligible', at: '2026-05-01T12:30:00Z' }]
		}),
		entry('d', 2, { ...late, earlier: early(2) }),
		entry('e', 2, { ...late, earlier: early(0) })
	];
	const before = entriesBefore(entries, '2026-05-01T12:00:00Z');
	const plan = planReveal(rules, { before, after: entries });
	test('the lowest row with something hidden, re-ranked after each item', () => {
		expect(itemsOf(plan)).toBe(3);
		expect(shown(plan, revealStart)).toEqual(['a 1', 'b 2', 'd 3', 'c 4?', 'e 5?']);
		const first = run(plan, 'step');
		expect(shown(plan, first)).toEqual(['a 1', 'b 2', 'd 3', 'e 3', 'c 5?']);
		expect(viewOf(plan, first).moved).toEqual({ key: 'e', from: 4, to: 3 });
		expect(shown(plan, run(plan, 'step', 'step'))).toEqual(['a 1', 'b 2', 'c 3?', 'd 4', 'e 4']);
		expect(shown(plan, run(plan, 'step', 'step', 'step'))).toEqual(['c 1', 'a 2', 'b 3', 'd 4', 'e 4']);
	});
	test('tiers are certain when nothing below can move any more', () => {
		expect(run(plan, 'step', 'step').stops).toEqual([]);
		expect(run(plan, 'step', 'step', 'step').stops).toEqual([
			{ tier: 'second', keys: ['b', 'a'] },
			{ tier: 'first', keys: ['c'] }
		]);
	});
	test('starts as the public board and ends as the final one', () => {
		const boards = freezeBoards(rules, entries);
		expect(places({ ...boards.public, groups: [stageOf(plan, [])] })).toEqual(places(boards.public));
		expect(stageOf(plan, run(plan, 'end').log)).toEqual(boards.staff.groups[0]);
	});
});

describe('a medal table, award by award', () => {
	const rules = rulesOf({ kind: 'medals', entity: 'team', medals: ['gold', 'silver'], tiers });
	const won = (key: string, team: string, award: string | null) => entry(key, null, { values: {}, team, award });
	const entries = [
		won('1', '甲', 'gold'),
		won('2', '甲', null),
		won('3', '乙', 'gold'),
		won('4', '乙', 'silver'),
		won('5', '丙', null)
	];
	test('items are entries, rows are teams; the lowest team goes on, and the end is the final table', () => {
		const plan = planReveal(rules, { before: [], after: entries, order: 'board' });
		expect(itemsOf(plan)).toBe(5);
		expect(places({ ...makeBoard(rules, []), groups: [stageOf(plan, [])] })).toEqual([
			'丙 - FROZEN',
			'乙 - FROZEN',
			'甲 - FROZEN'
		]);
		let state = revealStart;
		const rows: string[][] = [];
		while (viewOf(plan, state).next) {
			state = advance(plan, { ...state, stops: [] }, { type: 'step' });
			rows.push(
				viewOf(plan, state).rows.map(
					({ row }) => `${row?.entry.key} ${row?.entry.values.gold}${row?.entry.values.silver}`
				)
			);
		}
		expect(rows[0]).toEqual(['甲 10', '丙 00', '乙 00']);
		expect(rows.at(-1)).toEqual(['乙 11', '甲 10', '丙 00']);
		expect(stageOf(plan, state.log)).toEqual(makeBoard(rules, entries).groups[0]);
	});
	test('as a ceremony, a team is out once all of its entries are', () => {
		const plan = planReveal(rules, { before: [], after: entries });
		expect(shown(plan, run(plan, 'step'))).toEqual(['?', '?', '丙 3']);
		expect(shown(plan, run(plan, 'step', 'step'))).toEqual(['?', '?', '丙 3']);
		expect(shown(plan, run(plan, 'end'))).toEqual(['乙 1', '甲 2', '丙 3']);
	});
});

test('whatever the order of revealing, the last state is the final board', () => {
	const drawn = fc.array(
		fc.record({
			now: fc.option(fc.integer({ min: 0, max: 4 })),
			was: fc.option(fc.integer({ min: 0, max: 4 })),
			standing: fc.constantFrom('eligible', 'eligible', 'guest', 'absent') as fc.Arbitrary<Entry['standing']>
		}),
		{ minLength: 1, maxLength: 8 }
	);
	fc.assert(
		fc.property(
			drawn,
			fc.constantFrom('board', 'final') as fc.Arbitrary<'board' | 'final'>,
			fc.infiniteStream(fc.nat()),
			(rows, order, picks) => {
				const rules = rulesOf({ tiers });
				const after = rows.map(({ now, standing }, index) =>
					entry(`k${index}`, now, { standing, publishedRank: index })
				);
				const before = rows.map(({ was }, index) => entry(`k${index}`, was));
				const plan = planReveal(rules, { before, after, order });
				const final = makeBoard(rules, after).groups[0];
				let state = revealStart;
				while (viewOf(plan, state).next !== null) {
					const open = [...plan.hidden.keys()].filter((key) => !state.log.includes(key));
					state = advance(plan, state, { type: 'pick', key: open[picks.next().value % open.length] as string });
				}
				expect(state.log).toHaveLength(itemsOf(plan));
				expect(stageOf(plan, state.log)).toEqual(final);
				expect(viewOf(plan, state).rows.map(({ row }) => row)).toEqual(final?.rows);
				// And in the order of the ceremony.
				for (state = revealStart; viewOf(plan, state).next !== null;) state = advance(plan, state, { type: 'step' });
				expect(stageOf(plan, state.log)).toEqual(final);
			}
		)
	);
});
