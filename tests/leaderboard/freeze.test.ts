import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeBoard } from '#lib/leaderboard/board.ts';
import type { Entry, EntryState } from '#lib/leaderboard/entry.ts';
import { entriesBefore, freezeBoards } from '#lib/leaderboard/freeze.ts';
import { entry, places, rulesOf } from './boards.ts';

const at = '2026-05-01T12:00:00+08:00';
const frozen = rulesOf({ freeze: { at, version: 1 } });

describe('rule 10: freeze', () => {
	const before = '2026-05-01T11:59:59.999+08:00';
	test('strictly before: what comes at the very time is later', () => {
		const boards = freezeBoards(frozen, [
			entry('a', 1, { at: before }),
			entry('b', 2, { at }),
			entry('c', 3, { at: '2026-05-01T04:00:00Z' }),
			entry('d', 0, { at: '2026-05-01T03:59:59Z' }),
			entry('e', 9)
		]);
		expect(places(boards.public)).toEqual(['a 1', 'd 2', 'b - FROZEN', 'c - FROZEN', 'e - FROZEN']);
		expect(places(boards.staff)).toEqual(['e 1', 'c 2', 'b 3', 'a 4', 'd 5']);
		expect(boards.hidden).toEqual(['b', 'c', 'e']);
		expect(boards.public.problems).toEqual([{ code: 'FREEZE_TIME_MISSING', details: { entries: '1' } }]);
	});
	test('an entry goes back to its latest state before, standing and published rank with it', () => {
		const boards = freezeBoards(frozen, [
			entry('a', 5, { at: before }),
			entry('b', 9, {
				at,
				standing: 'cancelled',
				publishedRank: 1,
				earlier: [
					{ values: { value: 1 }, standing: 'eligible', at: '2026-05-01T09:00:00+08:00' },
					{ values: { value: 7 }, standing: 'eligible', at: before }
				]
			})
		]);
		expect(places(boards.public)).toEqual(['b 1', 'a 2']);
		expect(boards.public.groups[0]?.rows[0]?.published).toBeNull();
		expect(JSON.stringify(boards.public.groups)).not.toContain('cancelled');
		expect(places(boards.staff)).toEqual(['a 1', 'b - CANCELLED']);
	});
	test('later weights move nothing: the rules of the freeze hold', () => {
		const points = (gold: number, version: number) =>
			rulesOf({ kind: 'points', points: { gold, silver: 3 }, version, freeze: { at, version: 1 } });
		const counts = (key: string, gold: number, silver: number) =>
			entry(key, null, { values: { gold, silver }, at: before });
		const entries = [counts('a', 1, 0), counts('b', 0, 2)];
		const [now, then] = [points(9, 2), points(5, 1)];
		expect(places(freezeBoards(now, entries, { pinned: then }).public)).toEqual(['b 1', 'a 2']);
		expect(places(freezeBoards(now, entries, { pinned: then }).staff)).toEqual(['a 1', 'b 2']);
		expect(freezeBoards(now, entries).public.problems.map(({ code }) => code)).toEqual(['FREEZE_RULES_CHANGED']);
	});
	test('at a release: its entries, and no freeze is no freeze', () => {
		const rules = rulesOf({ freeze: { release: 'r1' } });
		const release = { entries: [entry('a', 1), entry('b', 2)], context: { release: 'r1' } };
		const boards = freezeBoards(rules, [entry('a', 3), entry('b', 2)], { release, context: { release: 'r2' } });
		expect([places(boards.public), places(boards.staff)]).toEqual([
			['b 1', 'a 2'],
			['a 1', 'b 2']
		]);
		const open = freezeBoards(rulesOf({}), [entry('a', 1)]);
		expect(open.public).toBe(open.staff);
		expect(() => entriesBefore([], 'noon')).toThrow(RangeError);
	});

	test('nothing later shows, through values, ties, points, standards or shares', () => {
		const state = fc.record({
			values: fc.record({ total: fc.option(fc.integer({ min: -3, max: 9 })), time: fc.integer({ min: 0, max: 3 }) }),
			standing: fc.constantFrom('eligible', 'eligible', 'guest', 'cancelled') as fc.Arbitrary<Entry['standing']>,
			award: fc.constantFrom('gold', 'silver', null)
		});
		const entries = fc.array(
			fc.record({
				states: fc.array(state, { maxLength: 3 }),
				later: fc.array(state, { minLength: 1, maxLength: 2 }),
				team: fc.constantFrom('甲', '乙', '丙')
			}),
			{
				maxLength: 8
			}
		);
		const boards = [
			{
				kind: 'results',
				chain: [{ field: 'total' }, { field: 'time', direction: 'ascending' }],
				tiers: [{ id: 't', percent: 40, cut: 'all-up' }]
			},
			{ kind: 'points', points: { gold: 5, silver: 3 } },
			{
				kind: 'combined',
				combined: {
					parts: [
						{ field: 'total', weight: 1, standardise: 'z' },
						{ field: 'time', weight: 2, standardise: 'min-max' }
					]
				}
			},
			{ kind: 'results', team: { best: 2, field: 'total', places: 2, short: 'counted' } }
		].map((json) => rulesOf({ ...json, freeze: { at: '2026-05-01T00:00:10Z' } }));
		const timed = (states: readonly Omit<EntryState, 'at'>[], from: number): EntryState[] =>
			states.map((each, index) => ({ ...each, at: `2026-05-01T00:00:${String(from + index).padStart(2, '0')}Z` }));
		fc.assert(
			fc.property(entries, fc.constantFrom(...boards), (drawn, rules) => {
				const build = (withLater: boolean) =>
					drawn.map(({ states, later, team }, index): Entry => {
						const all = [...timed(states, 1), ...(withLater ? timed(later, 10) : [])];
						const { at: _at, ...nothing }: EntryState = { values: {}, standing: 'eligible', award: null, at: '' };
						const last = all.at(-1) ?? nothing;
						return { key: `k${index}`, name: `n${index}`, team, ...last, earlier: all.slice(0, -1) };
					});
				const seen = (some: readonly Entry[]) =>
					freezeBoards(rules, some).public.groups.map(({ rows, cuts }) => ({
						cuts,
						rows: rows.map(({ entry, ...row }) => ({ ...row, key: entry.key, values: entry.values }))
					}));
				expect(seen(build(true))).toEqual(seen(build(false)));
			})
		);
	});
	test('the public board is the one that was made at the time', () => {
		const then = [entry('a', 3, { at: before }), entry('b', 4, { at: before })];
		const now = [...then, entry('c', 9, { at })];
		const shown = freezeBoards(frozen, now).public.groups[0]?.rows.filter(({ rank }) => rank !== null);
		expect(shown).toEqual(makeBoard(frozen, then).groups[0]?.rows);
	});
});
