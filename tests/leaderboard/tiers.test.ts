import { describe, expect, test } from 'vitest';
import { makeBoard } from '#lib/leaderboard/board.ts';
import { entry, rulesOf } from './boards.ts';

function tiersOf(tiers: readonly object[], values: Readonly<Record<string, number>>, guests: readonly string[] = []) {
	const rules = rulesOf({ tiers });
	const board = makeBoard(
		rules,
		Object.entries(values).map(([key, value]) => entry(key, value, guests.includes(key) ? { standing: 'guest' } : {}))
	);
	const group = board.groups[0];
	const shown = group?.rows.map(
		(row) => `${row.entry.key} ${row.tier ?? (row.tierPending ? `${row.tierPending}?` : '-')}`
	);
	return { rows: shown, cuts: group?.cuts, problems: board.problems };
}

const tied = { a: 9, b: 8, c: 8, d: 8, e: 7, f: 6 };
const medals = (cut: string) => ['gold', 'silver', 'bronze'].map((id) => ({ id, count: 1, cut }));

describe('rule 8: tiers', () => {
	test('a clean cut, and places that nobody is there for', () => {
		expect(
			tiersOf(
				[
					{ id: 'first', count: 2, cut: 'by-hand' },
					{ id: 'second', count: 9, cut: 'by-hand' }
				],
				{ a: 3, b: 2, c: 1 }
			).rows
		).toEqual(['a first', 'b first', 'c second']);
	});
	test('all up: three silvers for one place, and no bronze is left', () => {
		const { rows, cuts } = tiersOf(medals('all-up'), tied);
		expect(rows).toEqual(['a gold', 'b silver', 'c silver', 'd silver', 'e -', 'f -']);
		expect(cuts?.map(({ tier, upTo, holders, tie }) => [tier, upTo, holders, tie?.outcome ?? null])).toEqual([
			['gold', 1, 1, null],
			['silver', 2, 3, 'all-up'],
			['bronze', 3, 0, null]
		]);
	});
	test('two golds, and the third in order has bronze, as in the Games', () => {
		expect(tiersOf(medals('all-up'), { a: 9, b: 9, c: 8, d: 7 }).rows).toEqual(['a gold', 'b gold', 'c bronze', 'd -']);
	});
	test('all down: the tie waits for a tier that holds all of it', () => {
		expect(tiersOf(medals('all-down'), tied).rows).toEqual(['a gold', 'b -', 'c -', 'd -', 'e -', 'f -']);
		const wide = [
			{ id: 'first', count: 2, cut: 'all-down' },
			{ id: 'second', count: 2, cut: 'all-down' }
		];
		expect(tiersOf(wide, tied).rows).toEqual(['a first', 'b second', 'c second', 'd second', 'e -', 'f -']);
	});
	test('by hand: open until decided, then as decided and recorded; the rest go to the next tier', () => {
		const tiers = (decided?: object[]) => [
			{ id: 'first', count: 2, cut: 'by-hand', ...(decided ? { decided } : {}) },
			{ id: 'second', count: 2, cut: 'all-up' }
		];
		const open = tiersOf(tiers(), tied);
		expect(open.rows).toEqual(['a first', 'b first?', 'c first?', 'd first?', 'e -', 'f -']);
		expect(open.cuts?.[0]?.tie).toEqual({ keys: ['b', 'c', 'd'], rank: 2, open: 1, outcome: 'pending' });
		expect(open.problems).toEqual([
			{ code: 'TIER_TIE_OPEN', details: { tier: 'first', group: '', rank: '2', tied: '3', open: '1' } }
		]);
		const decided = tiersOf(tiers([{ keys: ['c'], by: '评委会', at: '2026-05-01', note: '加赛' }]), tied);
		expect(decided.rows).toEqual(['a first', 'b second', 'c first', 'd second', 'e -', 'f -']);
		expect(decided.cuts?.[0]?.tie?.outcome).toBe('decided');
		expect(decided.problems).toEqual([]);
	});
	test('a decision on another tie does not hold', () => {
		const { rows, problems } = tiersOf([{ id: 'first', count: 2, cut: 'by-hand', decided: [{ keys: ['f'] }] }], tied);
		expect(rows?.slice(0, 2)).toEqual(['a first', 'b first?']);
		expect(problems.map(({ code }) => code)).toEqual(['TIER_DECISION_STALE']);
	});
	test('shares are of the ranked alone, rounded as named; guests use up none', () => {
		const values = Object.fromEntries(
			Array.from({ length: 15 }, (_, index) => [String.fromCharCode(97 + index), 100 - index])
		);
		const share = (rounding: string) =>
			tiersOf([{ id: 'first', percent: 10, rounding, cut: 'all-up' }], values, ['a', 'c']).cuts?.map(
				({ places, eligible }) => [places, eligible]
			);
		expect(share('down')).toEqual([[1, 13]]);
		expect(share('up')).toEqual([[2, 13]]);
		expect(share('nearest')).toEqual([[1, 13]]);
		const { rows } = tiersOf([{ id: 'first', percent: '7.7', rounding: 'up', cut: 'all-up' }], values, ['a', 'c']);
		expect(rows?.slice(0, 4)).toEqual(['a -', 'b first', 'c -', 'd first']);
	});
	test('all tied, one entrant, none', () => {
		expect(tiersOf(medals('all-up'), { a: 1, b: 1 }).rows).toEqual(['a gold', 'b gold']);
		expect(tiersOf(medals('all-down'), { a: 1, b: 1 }).rows).toEqual(['a silver', 'b silver']);
		expect(tiersOf(medals('by-hand'), { a: 1 }).rows).toEqual(['a gold']);
		expect(tiersOf([{ id: 'first', percent: 10, cut: 'all-up' }], { a: 1 }).rows).toEqual(['a -']);
		expect(tiersOf(medals('by-hand'), {}).rows).toBeUndefined();
	});
});
