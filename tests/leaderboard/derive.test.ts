import { describe, expect, test } from 'vitest';
import { makeBoard } from '#lib/leaderboard/board.ts';
import { entry, places, rulesOf } from './boards.ts';

describe('medals and points counted from entries', () => {
	const won = (key: string, team: string | null, award: string | null, more = {}) =>
		entry(key, null, { values: {}, team, award, ...more });
	const entries = [
		won('1', '甲', 'gold'),
		won('2', '甲', null),
		won('3', '乙', 'silver'),
		won('4', '乙', 'silver'),
		won('5', '乙', 'merit'),
		won('6', '丙', 'gold', { standing: 'guest' }),
		won('7', '丁', 'bronze', { standing: 'cancelled' }),
		won('8', '丁', null),
		won('9', '戊', 'gold', { standing: 'absent' }),
		won('10', null, 'gold')
	];
	test('medal table: gold first; awards of guests and cancelled entries win nothing for others', () => {
		const board = makeBoard(rulesOf({ kind: 'medals', entity: 'team' }), entries);
		// The guest has as much as the first, and stands behind.
		expect(places(board)).toEqual(['甲 1', '丙 - GUEST', '乙 2', '丁 3', '戊 - ABSENT']);
		expect(board.groups[0]?.rows[3]?.entry.values).toEqual({
			gold: 0,
			silver: 0,
			bronze: 0,
			merit: 0,
			awards: 0,
			entries: 1
		});
		expect(board.problems).toEqual([{ code: 'OWNER_MISSING', details: { entries: '1' } }]);
	});
	test('points by declared weights, here 5/3/2/1; weights may be fractions', () => {
		const rules = rulesOf({ kind: 'points', entity: 'team', points: { gold: 5, silver: 3, bronze: 2, merit: 1 } });
		const board = makeBoard(rules, entries);
		// 乙 2×3 + 1 = 7, 甲 5, 丁 0; the guest 丙 would have 5 and stands after the ranked row of equal points.
		expect(places(board)).toEqual(['乙 1', '甲 2', '丙 - GUEST', '丁 3', '戊 - ABSENT']);
		const tenths = rulesOf({ kind: 'points', points: { gold: '0.1', silver: '0.2' } });
		const counts = (key: string, gold: number, silver: number) => entry(key, null, { values: { gold, silver } });
		expect(places(makeBoard(tenths, [counts('a', 1, 1), counts('b', 3, 0), counts('c', 0, 0)]))).toEqual([
			'a 1=',
			'b 1=',
			'c 3'
		]);
	});
	test('a file’s own words for awards', () => {
		const awards = { 一等奖: 'gold', 金牌: 'gold', 二等奖: 'silver' };
		const board = makeBoard(rulesOf({ kind: 'medals', medals: ['gold', 'silver'], awards }), [
			won('1', '甲', '一等奖'),
			won('2', '甲', '金牌'),
			won('3', '乙', '二等奖'),
			won('4', '乙', '参与奖')
		]);
		expect(board.groups[0]?.rows.map(({ entry }) => [entry.key, entry.values.gold, entry.values.silver])).toEqual([
			['甲', 2, 0],
			['乙', 0, 1]
		]);
		expect(board.problems).toEqual([{ code: 'AWARD_UNKNOWN', details: { award: '参与奖' } }]);
	});
	test('no count at all is no 0, and an award without a weight is told', () => {
		const rules = rulesOf({ kind: 'points', points: { gold: 5 } });
		expect(
			places(makeBoard(rules, [entry('a', null, { values: {} }), entry('b', null, { values: { gold: 0 } })]))
		).toEqual(['b 1', 'a - NO_VALUE']);
		expect(makeBoard(rules, [won('1', '甲', 'platinum')]).problems).toEqual([
			{ code: 'AWARD_UNKNOWN', details: { award: 'platinum' } }
		]);
	});
});

describe('teams', () => {
	const member = (key: string, team: string, event: string, total: string | null, more = {}) =>
		entry(key, null, { values: { total }, team, event, ...more });
	const members = [
		member('a1', '甲', '焊工', '90'),
		member('a2', '甲', '焊工', '70.5'),
		member('a3', '甲', '电工', '60'),
		member('b1', '乙', '焊工', '80'),
		member('b2', '乙', '电工', '80.5'),
		member('c1', '丙', '焊工', '99', { standing: 'guest' }),
		member('c2', '丙', '电工', '95'),
		member('d1', '丁', '电工', '95', { standing: 'cancelled' }),
		member('d2', '丁', '电工', null)
	];
	const team = { best: 2, field: 'total' };
	test('the sum of the best two; a team with one has none', () => {
		const board = makeBoard(rulesOf({ kind: 'results', entity: 'team', team }), members);
		expect(places(board)).toEqual(['乙 1=', '甲 1=', '丁 - TEAM_INCOMPLETE', '丙 - TEAM_INCOMPLETE']);
		expect(board.groups[0]?.rows.map(({ value }) => value)).toEqual(['160.5', '160.5', null, null]);
		expect(board.groups[0]?.rows[3]?.reason?.details).toEqual({ results: '1', best: '2' });
	});
	test('more first places, then more second places', () => {
		const board = makeBoard(rulesOf({ kind: 'results', entity: 'team', team: { ...team, places: 2 } }), members);
		// 焊工: a1 first, b1 second, a2 third. 电工: c2 first, b2 second, a3 third. The guest takes no place.
		expect(places(board).slice(0, 2)).toEqual(['甲 1', '乙 2']);
		expect(board.groups[0]?.rows[1]?.decidedBy).toBe('place1');
		expect(board.groups[0]?.rows.slice(0, 2).map(({ entry }) => [entry.values.place1, entry.values.place2])).toEqual([
			[1, 0],
			[0, 2]
		]);
	});
	test('incomplete teams count where the rules say so; averages are exact; times add up upwards', () => {
		const counted = makeBoard(
			rulesOf({ kind: 'results', entity: 'team', team: { ...team, best: 3, with: 'average', short: 'counted' } }),
			members
		);
		expect(counted.groups[0]?.rows.map(({ entry, value }) => [entry.key, value])).toEqual([
			['丙', '95'],
			['乙', '80.25'],
			['甲', '73.5'],
			['丁', null]
		]);
		const times = [
			member('a', '甲', '', '61'),
			member('b', '甲', '', '59'),
			member('c', '乙', '', '60'),
			member('d', '乙', '', '59.5')
		];
		const fastest = rulesOf({ kind: 'results', entity: 'team', team: { ...team, direction: 'ascending' } });
		expect(places(makeBoard(fastest, times))).toEqual(['乙 1', '甲 2']);
	});
});

describe('combined index', () => {
	const region = (key: string, cover: unknown, cost: unknown, more = {}) =>
		entry(key, null, { values: { cover, cost } as never, ...more });
	const part = (field: string, weight: number, standardise: string, direction = 'descending') => ({
		field,
		weight,
		standardise,
		direction
	});
	const entries = [
		region('a', '80', '10'),
		region('b', '60', '5'),
		region('c', '20', '20'),
		region('d', '90', null),
		region('g', '160', '5', { standing: 'guest' })
	];
	test('share of the best by weights, by hand; a missing part leaves no index', () => {
		const rules = rulesOf({
			kind: 'combined',
			combined: { parts: [part('cover', 3, 'share-of-best'), part('cost', 1, 'share-of-best', 'ascending')] }
		});
		const board = makeBoard(rules, entries);
		// Best cover 90 (d counts for what it has), least cost 5. a: 75×80/90 + 25×5/10 = 79.1666…; b: 75×60/90 + 25 = 75; c: 75×20/90 + 25×5/20 = 22.9166…
		expect(board.groups[0]?.rows.map(({ entry, value }) => [entry.key, value])).toEqual([
			['g', { numerator: '475', denominator: '3' }],
			['a', { numerator: '475', denominator: '6' }],
			['b', '75'],
			['c', { numerator: '275', denominator: '12' }],
			['d', null]
		]);
		expect(places(board)).toEqual(['g - GUEST', 'a 1', 'b 2', 'c 3', 'd - PART_MISSING']);
		expect(board.groups[0]?.rows[2]?.parts).toEqual([
			{ field: 'cover', standardised: { numerator: '2', denominator: '3' }, points: '50' },
			{ field: 'cost', standardised: '1', points: '25' }
		]);
	});
	test('between least and most; z rounded to declared decimals, so that every machine agrees', () => {
		const range = rulesOf({ kind: 'combined', combined: { parts: [part('cover', 1, 'min-max')] } });
		expect(makeBoard(range, entries.slice(0, 3)).groups[0]?.rows.map(({ value }) => value)).toEqual([
			'100',
			{ numerator: '200', denominator: '3' },
			'0'
		]);
		const z = rulesOf({ kind: 'combined', combined: { parts: [part('cover', 1, 'z')], digits: 4 } });
		// 80, 60, 20: mean 160/3, variance 5600/9, deviation 24.944382578…; z 1.0690, 0.2673, −1.3363
		expect(makeBoard(z, entries.slice(0, 3)).groups[0]?.rows.map(({ value }) => value)).toEqual([
			'106.9',
			'26.73',
			'-133.63'
		]);
		expect(rulesOf({ kind: 'combined', combined: { parts: [part('cover', 1, 'z')] } }).combined?.digits).toBe(6);
	});
	test('all alike: nothing divides by nothing', () => {
		const alike = [region('a', 5, 5), region('b', 5, 5)];
		for (const way of ['share-of-best', 'min-max', 'z']) {
			const rules = rulesOf({ kind: 'combined', combined: { parts: [part('cover', 1, way)] } });
			expect(places(makeBoard(rules, alike))).toEqual(['a 1=', 'b 1=']);
		}
		const none = makeBoard(rulesOf({ kind: 'combined', combined: { parts: [part('cover', 1, 'share-of-best')] } }), [
			region('a', 0, 0)
		]);
		expect(none.problems).toEqual([{ code: 'PART_NOT_STANDARDISABLE', details: { field: 'cover' } }]);
		expect(places(none)).toEqual(['a - PART_MISSING']);
	});
});

describe('progress', () => {
	const row = (key: string, value: unknown, base: unknown) => entry(key, null, { values: { value, base } as never });
	test('the largest share gained; small, missing and negative bases have no rank', () => {
		const rules = rulesOf({ kind: 'progress', progress: { minimumBase: 100 } });
		const board = makeBoard(rules, [
			row('third', 400, 300),
			row('tiny', 99, 3),
			row('fell', 100, 200),
			row('same third', '266.666', '200'),
			row('new', 5, null),
			row('silent', null, 300),
			row('at the limit', 101, 100)
		]);
		expect(places(board)).toEqual([
			'third 1',
			'same third 2',
			'at the limit 3',
			'fell 4',
			'new - NO_BASE',
			'silent - NO_VALUE',
			'tiny - SMALL_BASE'
		]);
		expect(board.groups[0]?.rows[0]?.value).toEqual({ numerator: '1', denominator: '3' });
		expect(board.groups[0]?.completeness.missing.map(({ key }) => key)).toEqual(['silent']);
	});
	test('percentage points between rates, guarded by the base’s denominator', () => {
		const rules = rulesOf({ kind: 'progress', progress: { as: 'difference', minimumBase: 30, guard: 'units' } });
		const rates = (key: string, now: [number, number], before: [number, number]) =>
			entry(key, null, {
				values: {
					value: { numerator: now[0], denominator: now[1] },
					base: { numerator: before[0], denominator: before[1] },
					units: before[1]
				}
			});
		const board = makeBoard(rules, [
			rates('a', [1, 2], [1, 4]),
			rates('b', [9, 10], [1, 29]),
			rates('c', [5, 6], [10, 30])
		]);
		// a gains 1/4 but had 4 units, b had 29; c gains 5/6 − 1/3 = 1/2.
		expect(places(board)).toEqual(['c 1', 'a - SMALL_BASE', 'b - SMALL_BASE']);
		expect(board.groups[0]?.rows[0]?.value).toBe('0.5');
	});
});
