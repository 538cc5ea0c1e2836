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

describe('tiers within a margin of their best', () => {
	const within = (margin: number | string, more: object = {}) =>
		['gold', 'silver', 'bronze'].map((id) => ({ id, count: 1, margin, cut: 'all-up', ...more }));

	test('two golds, no silver, and bronze shared by those within 2 of its best', () => {
		const { rows, cuts } = tiersOf(within(2), { a: 750, b: 748.5, c: 746, d: 745, e: 744, f: 743.9 });
		expect(rows).toEqual(['a gold', 'b gold', 'c bronze', 'd bronze', 'e bronze', 'f -']);
		expect(cuts?.map(({ tier, upTo, holders, within: near }) => [tier, upTo, holders, near])).toEqual([
			['gold', 1, 2, { margin: '2', best: 'a', keys: ['b'] }],
			['silver', 2, 0, null],
			['bronze', 3, 3, { margin: '2', best: 'c', keys: ['d', 'e'] }]
		]);
	});
	test('counted from the best: near to one that is near is not near', () => {
		expect(tiersOf(within(2), { a: 750, b: 748, c: 746.5, d: 746, e: 744 }).rows).toEqual([
			'a gold',
			'b gold',
			'c bronze',
			'd bronze',
			'e -'
		]);
		expect(tiersOf(within(2), { a: 750, b: 749, c: 748, d: 747 }).rows).toEqual(['a gold', 'b gold', 'c gold', 'd -']);
	});
	test('exact at the edge: 0.3 and 0.2 are 0.1 apart, which doubles deny', () => {
		expect(0.3 - 0.2 <= 0.1).toBe(true);
		expect(1.1 - 1 <= 0.1).toBe(false);
		expect(tiersOf(within('0.1'), { a: 1.1, b: 1, c: 0.9 }).rows).toEqual(['a gold', 'b gold', 'c bronze']);
	});
	test('a guest between takes nothing, and the margin is not counted from it', () => {
		expect(tiersOf(within(1), { a: 9, b: 8.5, c: 8 }, ['a']).rows).toEqual(['a -', 'b gold', 'c gold']);
	});
	test('less first: the least is the best', () => {
		const tiers = within(5);
		const rules = rulesOf({ direction: 'ascending', tiers });
		const board = makeBoard(rules, [entry('a', 60), entry('b', 65), entry('c', 66), entry('d', 71)]);
		expect(board.groups[0]?.rows.map(({ tier }) => tier)).toEqual(['gold', 'gold', 'bronze', 'bronze']);
	});
	test('of rates in parts of one: half a percentage point', () => {
		const rules = rulesOf({ kind: 'rate', minimumDenominator: 1, tiers: within('0.005') });
		const rate = (key: string, numerator: number) => entry(key, { numerator, denominator: 1000 });
		const board = makeBoard(rules, [rate('a', 850), rate('b', 845), rate('c', 844)]);
		expect(board.groups[0]?.rows.map(({ tier }) => tier)).toEqual(['gold', 'gold', 'bronze']);
	});
	test('a tie beyond the margin still asks for the policy; within it there is nothing to decide', () => {
		const first = (margin: number) => [{ id: 'first', count: 2, margin, cut: 'by-hand' }];
		const open = tiersOf(first(0.5), { a: 9, b: 8, c: 8, d: 7 });
		expect(open.rows).toEqual(['a first', 'b first?', 'c first?', 'd -']);
		expect(open.problems.map(({ code }) => code)).toEqual(['TIER_TIE_OPEN']);
		const shared = tiersOf(first(1), { a: 9, b: 8, c: 8, d: 7 });
		expect(shared.rows).toEqual(['a first', 'b first', 'c first', 'd -']);
		expect([shared.problems, shared.cuts?.[0]?.tie]).toEqual([[], null]);
	});
	test('a tier without places has no best, and nobody ranked gets nothing', () => {
		expect(tiersOf([{ id: 'none', count: 0, margin: 9, cut: 'all-up' }], { a: 2, b: 1 }).rows).toEqual(['a -', 'b -']);
		expect(tiersOf(within(2), {}).rows).toBeUndefined();
	});
	test('the tie-break after the first criterion decides ranks and no tier', () => {
		const rules = rulesOf({
			kind: 'results',
			chain: [{ field: 'total' }, { field: 'time', direction: 'ascending' }],
			tiers: within(0)
		});
		const of = (key: string, total: number, time: number) => entry(key, null, { values: { total, time } });
		const board = makeBoard(rules, [of('a', 9, 60), of('b', 9, 61), of('c', 8, 1)]);
		expect(board.groups[0]?.rows.map(({ rank, tier }) => [rank, tier])).toEqual([
			[1, 'gold'],
			[2, 'gold'],
			[3, 'bronze']
		]);
	});
});
