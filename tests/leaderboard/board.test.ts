import { describe, expect, test } from 'vitest';
import { makeBoard } from '#lib/leaderboard/board.ts';
import { entry, places, rulesOf } from './boards.ts';

const total = rulesOf({ kind: 'measure' });

describe('rule 1: competition ranking on exact values', () => {
	test('1, 2, 2, 4, by code within the tie', () => {
		const board = makeBoard(total, [entry('d', 70), entry('c', '80.00'), entry('a', 90), entry('b', 80)]);
		expect(places(board)).toEqual(['a 1', 'b 2=', 'c 2=', 'd 4']);
		expect(board.groups[0]?.rows.map(({ decidedBy }) => decidedBy)).toEqual([null, 'value', null, 'value']);
	});
	test('equal by rounding but not exactly is not equal', () => {
		const board = makeBoard(total, [entry('a', '89.83'), entry('b', '89.8300000000000000001'), entry('c', '89.83')]);
		expect(places(board)).toEqual(['b 1', 'a 2=', 'c 2=']);
	});
	test('huge, negative and ratio values beside each other', () => {
		const values = [
			'123456789012345678901234567891',
			'123456789012345678901234567890',
			'-5',
			'-4.5',
			'1e400',
			'0',
			'1e-400'
		];
		const board = makeBoard(
			total,
			values.map((value) => entry(value, value))
		);
		expect(places(board)).toEqual([
			'1e400 1',
			'123456789012345678901234567891 2',
			'123456789012345678901234567890 3',
			'1e-400 4',
			'0 5',
			'-4.5 6',
			'-5 7'
		]);
		const thirds = makeBoard(total, [
			entry('a', { numerator: 1, denominator: 3 }),
			entry('b', '0.3333333333333333'),
			entry('c', { numerator: '2', denominator: '6' })
		]);
		expect(places(thirds)).toEqual(['a 1=', 'c 1=', 'b 3']);
	});
	test('all tied, one entrant, none', () => {
		expect(places(makeBoard(total, [entry('b', 0), entry('a', '-0'), entry('c', '0.0')]))).toEqual([
			'a 1=',
			'b 1=',
			'c 1='
		]);
		expect(places(makeBoard(total, [entry('a', 5)]))).toEqual(['a 1']);
		expect(makeBoard(total, []).groups).toEqual([]);
	});
	test('NaN, infinities, blanks and words are no values', () => {
		const odd = [Number.NaN, Number.POSITIVE_INFINITY, '', '  ', 'n/a', '0x10', null];
		const board = makeBoard(total, [...odd.map((value, index) => entry(`x${index}`, value)), entry('a', 1)]);
		expect(places(board)).toEqual(['a 1', ...odd.map((_, index) => `x${index} - NO_VALUE`)]);
	});
	test('less is better where the rules say so, and missing still comes last', () => {
		const rules = rulesOf({ direction: 'ascending' });
		expect(places(makeBoard(rules, [entry('a', 3), entry('b', null), entry('c', 1)]))).toEqual([
			'c 1',
			'a 2',
			'b - NO_VALUE'
		]);
	});
});

describe('rule 2: the declared chain', () => {
	const results = rulesOf({ kind: 'results', entity: 'person' });
	test('results: total, time, practice, theory, and what decided is told', () => {
		const values = (total: string, time: string | null, practical = '0', theory = '0') => ({
			total,
			time,
			practical,
			theory
		});
		const person = (key: string, of: Record<string, string | null>) => entry(key, null, { values: of });
		const board = makeBoard(results, [
			person('slow', values('90', '61')),
			person('theory', values('90', '60', '50', '9')),
			person('practice', values('90', '60', '51', '1')),
			person('best', values('90.5', '99')),
			person('no time', values('90', null, '100')),
			person('same', values('90', '60', '50', '9'))
		]);
		expect(places(board)).toEqual(['best 1', 'practice 2', 'same 3=', 'theory 3=', 'slow 5', 'no time 6']);
		expect(board.groups[0]?.rows.map(({ decidedBy }) => decidedBy)).toEqual([
			null,
			'total',
			'practical',
			null,
			'time',
			'time'
		]);
	});
	test('medals: gold first, whatever the sum', () => {
		const rules = rulesOf({ kind: 'medals', entity: 'team' });
		const medals = (key: string, gold: number, silver: number, bronze: number, merit = 0) =>
			entry(key, null, { values: { gold, silver, bronze, merit } });
		const board = makeBoard(rules, [
			medals('a', 1, 0, 0),
			medals('b', 0, 9, 9),
			medals('c', 1, 0, 1),
			medals('d', 0, 9, 9)
		]);
		expect(places(board)).toEqual(['c 1', 'a 2', 'b 3=', 'd 3=']);
	});
});

describe('rules 3 and 4: rates', () => {
	const rate = rulesOf({ kind: 'rate', minimumDenominator: 30 });
	const share = (key: string, numerator: number | string, denominator: number | string) =>
		entry(key, { numerator, denominator });
	test('a base too small has no rank, a missing one is not reported, and never 0', () => {
		const board = makeBoard(rate, [
			share('small', 29, 29),
			share('full', 30, 30),
			share('zero', 0, 0),
			share('none', 0, 100),
			entry('missing', '0.5', { denominator: null }),
			entry('given', '0.5', { denominator: '30' }),
			entry('given small', '0.9', { denominator: '29.99' })
		]);
		expect(places(board)).toEqual([
			'full 1',
			'given 2',
			'none 3',
			'given small - BELOW_MINIMUM',
			'missing - NO_DENOMINATOR',
			'small - BELOW_MINIMUM',
			'zero - NO_DENOMINATOR'
		]);
		const small = board.groups[0]?.rows.find(({ entry }) => entry.key === 'small');
		expect(small?.reason?.details).toEqual({ denominator: '29', minimum: '30' });
		expect(small?.value).toEqual({ numerator: 29, denominator: 29 });
	});
	test('fractions compare exactly', () => {
		const board = makeBoard(rate, [share('a', 1, 300), share('b', '2', '600'), share('c', 33333334, 10000000000)]);
		expect(places(board)).toEqual(['c 1', 'a 2=', 'b 2=']);
	});
});

describe('rule 5: completeness', () => {
	test('reported of expected, provisional, the silent listed', () => {
		const expected = ['a', 'b', 'c', 'd'].map((key) => ({ key, name: key.toUpperCase() }));
		const board = makeBoard(
			total,
			[entry('a', 1), entry('b', 2), entry('g', 3, { standing: 'guest' }), entry('c', null)],
			{ expected }
		);
		const [group] = board.groups;
		expect(group?.completeness).toEqual({
			reported: 2,
			expected: 4,
			missing: [
				{ key: 'c', name: 'c' },
				{ key: 'd', name: 'D' }
			]
		});
		expect(group?.provisional).toBe(true);
		expect(places(board)).toEqual(['g - GUEST', 'b 1', 'a 2', 'c - NO_VALUE', 'd - NOT_REPORTED']);
		expect(makeBoard(total, [entry('a', 1)]).groups[0]?.provisional).toBe(false);
		expect(makeBoard(total, [entry('a', 1, { provisional: true })]).groups[0]?.provisional).toBe(true);
	});
});

describe('rule 6: movement', () => {
	const before = makeBoard(total, [entry('a', 1), entry('b', 2), entry('c', 3), entry('gone', 4)], {
		eligibleSet: 'all'
	});
	const now = [entry('a', 9), entry('b', 5), entry('c', 5), entry('d', 1), entry('gone', null)];
	const moves = (context: object, rules = total) => {
		const [group] = makeBoard(rules, now, { eligibleSet: 'all', ...context }).groups;
		return { about: group?.movement, rows: group?.rows.map(({ entry, movement }) => `${entry.key} ${movement}`) };
	};
	test('previous rank less current rank, new, and none for who has no rank', () => {
		expect(moves({ baseline: { name: '2024', board: before } })).toEqual({
			about: { baseline: '2024', reason: null },
			rows: ['a 3', 'b 1', 'c 0', 'd new', 'gone null']
		});
	});
	test('none against other rules, another set, another group or nothing, and the board says why', () => {
		const ascending = rulesOf({ direction: 'ascending' });
		const unmoved = now.map(({ key }) => `${key} null`).sort();
		for (const [context, rules, code] of [
			[{}, total, 'BASELINE_NONE'],
			[{ baseline: { name: '2024', board: before } }, ascending, 'BASELINE_RULES'],
			[{ baseline: { name: '2024', board: before }, eligibleSet: 'some' }, total, 'BASELINE_SET'],
			[{ baseline: { name: '2024', board: makeBoard(total, [], { eligibleSet: 'all' }) } }, total, 'BASELINE_GROUP']
		] as const) {
			const { about, rows } = moves(context, rules);
			expect([about?.baseline, about?.reason?.code, rows?.toSorted()]).toEqual([null, code, unmoved]);
		}
	});
	test('titles and labels are no other rules, and a provisional baseline is named as such', () => {
		const retitled = rulesOf({
			title: '另一标题',
			version: 3,
			chain: [{ field: 'value', label: '数' }],
			tiers: [{ id: 't', count: 1, cut: 'all-up' }]
		});
		expect(moves({ baseline: { name: '2024', board: before } }, retitled).about).toEqual({
			baseline: '2024',
			reason: null
		});
		const partial = makeBoard(total, [entry('a', 1), entry('b', null)], { eligibleSet: 'all' });
		expect(moves({ baseline: { name: '2023', board: partial } }).about).toEqual({
			baseline: '2023',
			reason: { code: 'BASELINE_PROVISIONAL', details: { baseline: '2023', reported: '1', expected: '2' } }
		});
	});
});

describe('rule 7: guests, absent, cancelled', () => {
	test('guests in place without a rank; not reported, absent and cancelled last in this order', () => {
		const board = makeBoard(total, [
			entry('cancelled', 99, { standing: 'cancelled' }),
			entry('absent', null, { standing: 'absent' }),
			entry('silent', null, { standing: 'not-reported' }),
			entry('first', 90),
			entry('guest', 85, { standing: 'guest' }),
			entry('second', 80),
			entry('guest level', 80, { standing: 'guest' }),
			entry('guest without', null, { standing: 'guest' }),
			entry('third', 80)
		]);
		expect(places(board)).toEqual([
			'first 1',
			'guest - GUEST',
			'second 2=',
			'third 2=',
			'guest level - GUEST',
			'guest without - NO_VALUE',
			'silent - NOT_REPORTED',
			'absent - ABSENT',
			'cancelled - CANCELLED'
		]);
	});
	test('two rows of one key have no rank, in whichever order they come', () => {
		const rows = [entry('a', 1), entry('b', 2), entry('a', 3)];
		const [one, other] = [makeBoard(total, rows), makeBoard(total, rows.toReversed())];
		expect(places(one)).toEqual(['b 1', 'a - KEY_REPEATED', 'a - KEY_REPEATED']);
		expect(places(other)).toEqual(places(one));
		expect(one.problems).toEqual([{ code: 'ENTRY_REPEATED', details: { key: 'a', group: '' } }]);
	});
});

describe('groups', () => {
	test('each is ranked apart, in the order of the keys', () => {
		const board = makeBoard(total, [
			entry('a', 1, { group: 'y' }),
			entry('b', 2, { group: 'x' }),
			entry('a', 3, { group: 'x' }),
			entry('c', 0, { group: 'y' })
		]);
		expect(board.groups.map(({ key }) => key)).toEqual(['x', 'y']);
		expect(places(board)).toEqual(['a 1', 'b 2', 'a 1', 'c 2']);
	});
});

describe('rule 12: the fingerprint', () => {
	const of = (rules = total, context = {}) => makeBoard(rules, [], context).fingerprint;
	test('changes with release, filters and rules, and with nothing else', () => {
		const all = [
			of(),
			of(total, { release: 'r1' }),
			of(total, { release: 'r2' }),
			of(total, { filters: { region: '500000' } }),
			of(total, { filters: { region: '310000' } }),
			of(rulesOf({ version: 2 })),
			of(rulesOf({ direction: 'ascending' }))
		];
		expect(new Set(all).size).toBe(all.length);
		expect(of(total, { filters: { a: '1', b: '2' } })).toBe(of(rulesOf({}), { filters: { b: '2', a: '1' } }));
		expect(of()).toMatch(/^[0-9a-f]{64}$/);
	});
});
