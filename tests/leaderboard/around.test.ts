import { describe, expect, test } from 'vitest';
import { makeBoard } from '#lib/leaderboard/board.ts';
import { compareBoards } from '#lib/leaderboard/compare.ts';
import { explainRow } from '#lib/leaderboard/explain.ts';
import { rankHistory } from '#lib/leaderboard/history.ts';
import { shownName } from '#lib/leaderboard/names.ts';
import { pursuits } from '#lib/leaderboard/pursuit.ts';
import { entry, rulesOf } from './boards.ts';

const results = rulesOf({
	kind: 'results',
	chain: [{ field: 'total' }, { field: 'time', direction: 'ascending' }],
	tiers: [
		{ id: 'first', count: 1, cut: 'all-up' },
		{ id: 'second', count: 1, cut: 'by-hand' }
	]
});
const result = (key: string, total: string | null, time: string | null, more = {}) =>
	entry(key, null, { values: { total, time }, ...more });
const board = makeBoard(results, [
	result('a', '90', '60'),
	result('b', '90', '61'),
	result('c', '90', '61'),
	result('g', '85', '1', { standing: 'guest' }),
	result('d', '80.5', '50'),
	result('e', null, '9', { standing: 'absent' })
]);
const group = board.groups[0] as NonNullable<(typeof board.groups)[0]>;
const codes = (key: string) => explainRow(results, group, key).map(({ code }) => code);

describe('rule 11: every row explains itself', () => {
	test('which neighbours, by what, and what would change it', () => {
		expect(codes('a')).toEqual(['FIRST_OF', 'BELOW_BY', 'LOSES_PLACE_AFTER', 'TIER_HELD']);
		expect(codes('b')).toEqual([
			'ABOVE_BY',
			'NEEDS_TO_LEVEL',
			'TIED_ON_ALL',
			'BELOW_BY',
			'LOSES_PLACE_AFTER',
			'TIER_OPEN'
		]);
		expect(codes('d')).toEqual(['ABOVE_BY', 'NEEDS_TO_LEVEL', 'LAST_OF', 'TIER_NEXT']);
		expect(codes('e')).toEqual(['NOT_RANKED']);
		expect(explainRow(results, group, 'g').map(({ code, details }) => [code, details])).toEqual([
			['NOT_RANKED', { reason: 'GUEST' }],
			['WOULD_STAND', { rank: '4' }]
		]);
		expect(explainRow(results, group, 'nobody')).toEqual([]);
	});
	test('the criterion that decides is the first that differs, with its numbers', () => {
		const [above] = explainRow(results, group, 'b');
		expect(above?.details).toEqual({
			name: 'a',
			rank: '1',
			field: 'time',
			equal: 'total',
			better: '60',
			worse: '61',
			gap: '1'
		});
		expect(explainRow(results, group, 'd')[0]?.numbers).toEqual({ own: '80.5', other: '90', gap: '9.5' });
		expect(explainRow(results, group, 'b').find(({ code }) => code === 'TIER_OPEN')?.details).toEqual({
			tier: 'second',
			tied: '2',
			open: '1'
		});
	});
	test('one entrant, and a missing tie-break value', () => {
		const alone = makeBoard(results, [result('a', '1', null)]).groups[0];
		expect(alone && explainRow(results, alone, 'a').map(({ code }) => code)).toEqual(['FIRST_OF', 'TIER_HELD']);
		const pair = makeBoard(results, [result('a', '1', '5'), result('b', '1', null)]).groups[0];
		const told = pair ? explainRow(results, pair, 'b') : [];
		expect(told.map(({ code }) => code)).toEqual(['ABOVE_BY', 'LAST_OF', 'TIER_HELD', 'TIER_NEXT']);
		expect(told[0]?.details).toMatchObject({ worse: '—', gap: '—' });
		expect(told[0]?.numbers).toEqual({ own: null, other: '5', gap: null });
	});
});

describe('why a row has a tier within a margin, and how near the next one is', () => {
	const tiers = ['gold', 'silver', 'bronze'].map((id) => ({ id, count: 1, margin: 2, cut: 'all-up' }));
	const rules = rulesOf({ kind: 'results', chain: [{ field: 'total' }], tiers });
	const scored = { a: '750', b: '748.5', c: '746', d: '745', e: '741.5' };
	const made = makeBoard(
		rules,
		Object.entries(scored).map(([key, total]) => entry(key, null, { values: { total } }))
	).groups[0];
	const told = (key: string) =>
		(made ? explainRow(rules, made, key) : [])
			.filter(({ code }) => code.startsWith('TIER'))
			.map(({ code, details }) => [code, details['tier'], details['name'], details['gap']]);

	test('the best holds it by its place, the others by nearness; silver was used up and is not promised', () => {
		expect(told('a')).toEqual([['TIER_HELD', 'gold', undefined, undefined]]);
		expect(told('b')).toEqual([['TIER_WITHIN', 'gold', 'a', '1.5']]);
		expect(told('d')).toEqual([
			['TIER_WITHIN', 'bronze', 'c', '1'],
			['TIER_NEXT_WITHIN', 'gold', 'a', '5']
		]);
		expect(told('e')).toEqual([['TIER_NEXT_WITHIN', 'bronze', 'c', '4.5']]);
	});
});

describe('比学赶帮超', () => {
	const of = (rules: ReturnType<typeof rulesOf>, entries: Parameters<typeof makeBoard>[1]) => {
		const [some] = makeBoard(rules, entries).groups;
		return some ? pursuits(rules, some) : [];
	};
	test('the next one above, past ties, with the gap', () => {
		const chased = pursuits(results, group).map(({ key, above, gap }) => [
			key,
			above?.key ?? null,
			gap?.field ?? null,
			gap?.size ?? null
		]);
		expect(chased).toEqual([
			['a', null, null, null],
			['b', 'a', 'time', '1'],
			['c', 'a', 'time', '1'],
			['d', 'c', 'total', '9.5']
		]);
	});
	test('a rate: how many more draw level, and how many pass', () => {
		const rate = rulesOf({ kind: 'rate', minimumDenominator: 1 });
		const share = (key: string, numerator: number, denominator: number) => entry(key, { numerator, denominator });
		// 30 % of 50 are 15: three more than 12 draw level, four pass. 10 of 34 need 0.2 more: one passes, as 11/34 > 0.3.
		const chased = of(rate, [share('a', 30, 100), share('c', 12, 50), share('b', 10, 34)]);
		expect(chased.map(({ key, steps }) => [key, steps])).toEqual([
			['a', null],
			['b', { level: '1', pass: '1' }],
			['c', { level: '3', pass: '3' }]
		]);
		const tied = of(rate, [share('a', 30, 100), share('b', 12, 50)]);
		expect(tied[1]?.steps).toEqual({ level: '3', pass: '4' });
		expect(tied[1]?.gap?.size).toBe('0.06');
	});
	test('points: the least award that closes the gap; an index: where the one above is ahead', () => {
		const points = rulesOf({ kind: 'points', points: { gold: 5, silver: 3, bronze: 2 } });
		const counts = (key: string, gold: number) => entry(key, null, { values: { gold, silver: 0, bronze: 1 } });
		expect(of(points, [counts('a', 3), counts('b', 2), counts('c', 0)]).map(({ award }) => award)).toEqual([
			null,
			'gold',
			null
		]);
		const index = rulesOf({
			kind: 'combined',
			combined: {
				parts: [
					{ field: 'x', weight: 1, standardise: 'share-of-best' },
					{ field: 'y', weight: 1, standardise: 'share-of-best' }
				]
			}
		});
		const both = (key: string, x: number, y: number) => entry(key, null, { values: { x, y } });
		// a: 50 + 25 = 75, b: 10 + 50 = 60.
		expect(of(index, [both('a', 10, 5), both('b', 2, 10)])[1]?.parts).toEqual([
			{ field: 'x', ahead: '40' },
			{ field: 'y', ahead: '-25' }
		]);
	});
});

describe('consequences of other rules', () => {
	test('how many places change, which, and which tiers', () => {
		const before = makeBoard(rulesOf({ tiers: [{ id: 't', count: 1, cut: 'all-up' }] }), [
			entry('a', 3),
			entry('b', 2),
			entry('c', 1)
		]);
		const after = makeBoard(rulesOf({ direction: 'ascending', tiers: [{ id: 't', count: 1, cut: 'all-up' }] }), [
			entry('a', 3),
			entry('b', 2),
			entry('c', 1)
		]);
		expect(compareBoards(before, after)).toEqual({
			places: [
				{ group: '', key: 'c', name: 'c', from: 3, to: 1 },
				{ group: '', key: 'a', name: 'a', from: 1, to: 3 }
			],
			tiers: [
				{ group: '', key: 'c', name: 'c', from: null, to: 't' },
				{ group: '', key: 'a', name: 'a', from: 't', to: null }
			],
			appeared: [],
			gone: []
		});
		const other = compareBoards(before, makeBoard(rulesOf({}), [entry('a', 3), entry('d', 9)]));
		expect([other.places, other.appeared, other.gone]).toEqual([
			[{ group: '', key: 'a', name: 'a', from: 1, to: 2 }],
			[{ group: '', key: 'd' }],
			[
				{ group: '', key: 'b' },
				{ group: '', key: 'c' }
			]
		]);
		expect(compareBoards(before, before)).toEqual({ places: [], tiers: [], appeared: [], gone: [] });
	});
});

test('ranks over time; a line never crosses other rules', () => {
	const total = rulesOf({});
	const boards = [
		{ name: '2022', board: makeBoard(total, [entry('a', 1), entry('b', 2)]) },
		{ name: '2023', board: makeBoard(total, [entry('a', 3), entry('b', 2), entry('c', null)]) },
		{ name: '2024', board: makeBoard(rulesOf({ direction: 'ascending' }), [entry('a', 3), entry('c', 1)]) }
	];
	expect(rankHistory(boards)).toEqual({
		names: ['2022', '2023', '2024'],
		lines: [
			{ key: 'c', name: 'c', ranks: [null, null, 1] },
			{ key: 'a', name: 'a', ranks: [2, 1, 2] },
			{ key: 'b', name: 'b', ranks: [1, 2, null] }
		],
		breaks: [2]
	});
});

test('names of people by the board’s policy; regions and teams always have theirs', () => {
	const person = { key: '017', name: '张三丰' };
	const by = (names: string, entity = 'person') => shownName(rulesOf({ names, entity }), person);
	expect([by('shown'), by('masked'), by('code'), by('masked', 'team'), by('code', 'region')]).toEqual([
		'张三丰',
		'张*',
		'017',
		'张三丰',
		'张三丰'
	]);
});
