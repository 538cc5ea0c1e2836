import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeBoard } from '#lib/leaderboard/board.ts';
import type { Entry } from '#lib/leaderboard/entry.ts';
import { compareExact, compareFractions, plainNumber, toFraction, type Exact } from '#lib/leaderboard/exact.ts';
import { column, lateColumn } from '#lib/leaderboard/order.ts';
import { rulesOf } from './boards.ts';

const decimal = fc.constantFrom<Exact>(
	'0',
	'-0.0',
	'1',
	'1.0',
	'1.0000000000000000001',
	'0.1',
	0.1,
	'0.30000000000000004',
	0.3,
	'-7',
	'1e400',
	'-1e-400',
	'9007199254740993',
	'9007199254740992',
	9007199254740992
);
const ratio = fc.record({ numerator: fc.integer({ min: -4, max: 4 }), denominator: fc.integer({ min: 1, max: 6 }) });
const large = fc.record({
	numerator: fc.constantFrom('333333333333333333', '333333333333333334', '1e-300'),
	denominator: fc.constantFrom('1000000000000000000', '999999999999999999', '1e300')
});
const awkward = fc.oneof(decimal, ratio, large, fc.double({ noNaN: true, noDefaultInfinity: true }));

const entries = fc.uniqueArray(
	fc.record({
		key: fc.constantFrom(...'abcdefghijklmn'),
		total: fc.option(fc.oneof(fc.integer({ min: -2, max: 3 }), awkward)),
		time: fc.option(fc.integer({ min: 0, max: 2 })),
		standing: fc.constantFrom<Entry['standing']>('eligible', 'eligible', 'eligible', 'guest', 'absent', 'cancelled'),
		group: fc.constantFrom('x', 'y')
	}),
	{ maxLength: 14, selector: ({ key, group }) => key + group }
);
const made = (
	drawn: readonly {
		key: string;
		total: Exact | null;
		time: number | null;
		standing: Entry['standing'];
		group: string;
	}[]
): Entry[] =>
	drawn.map(({ key, total, time, standing, group }) => ({ key, name: key, group, standing, values: { total, time } }));
const rules = rulesOf({
	kind: 'results',
	chain: [{ field: 'total' }, { field: 'time', direction: 'ascending' }],
	tiers: [
		{ id: 'first', percent: 20, rounding: 'up', cut: 'all-up' },
		{ id: 'second', count: 2, cut: 'by-hand' },
		{ id: 'third', percent: 30, cut: 'all-down' }
	]
});

describe('doubles where they are exact, fractions where they are not', () => {
	test.each(['descending', 'ascending'] as const)('a column orders like fractions, %s', (direction) => {
		const sign = direction === 'ascending' ? 1 : -1;
		// Columns of one sort take the quick way, mixed ones the slow: both are asked.
		for (const values of [
			fc.array(awkward),
			fc.array(ratio),
			fc.array(decimal),
			fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }))
		])
			fc.assert(
				fc.property(values, (some: readonly Exact[]) => {
					const all = [...some, null];
					for (const prepared of [column(all, direction), lateColumn(all.length, (row) => all[row] ?? null, direction)])
						for (const [a, left] of some.entries()) {
							expect(prepared.compare(a, some.length)).toBe(-1);
							for (const [b, right] of some.entries())
								expect(prepared.compare(a, b) + 0).toBe(sign * compareExact(left, right) + 0);
						}
				})
			);
	});
	test('a plain decimal is the double next to it, and nothing else is plain', () => {
		const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 13 });
		const text = fc.tuple(fc.constantFrom('', '-', '+'), digits, fc.nat({ max: 13 })).map(([sign, all, point]) => {
			const at = Math.min(Math.max(point, 1), all.length);
			return sign + all.slice(0, at) + (at < all.length ? `.${all.slice(at)}` : '');
		});
		fc.assert(
			fc.property(text, (decimal) => {
				expect(plainNumber(decimal)).toBe(Number(decimal));
			}),
			{ numRuns: 2000 }
		);
		for (const odd of [
			'',
			'.',
			'-',
			'+.5',
			'.5',
			'5.',
			'1.2.3',
			'1e3',
			'１',
			' 1',
			'1 ',
			'0x1',
			'1,000',
			'1234567890123456'
		])
			expect(plainNumber(odd)).toBeNaN();
	});
	test('two ratios that doubles put the wrong way round', () => {
		const [a, b] = [
			{ numerator: '77782841730320890', denominator: '60104381797429079' },
			{ numerator: '77782841730320929', denominator: '60104381797429109' }
		];
		const double = ({ numerator, denominator }: typeof a) => Number(numerator) / Number(denominator);
		expect(double(a)).toBeGreaterThan(double(b));
		expect(77782841730320890n * 60104381797429109n < 77782841730320929n * 60104381797429079n).toBe(true);
		expect(column([a, b], 'ascending').compare(0, 1)).toBe(-1);
	});
	test('what is no number is refused', () => {
		for (const odd of ['x', '', Number.NaN, { numerator: 1, denominator: 0 }])
			expect(() => column([odd], 'ascending')).toThrow(RangeError);
	});
});

describe('any entries', () => {
	test('their order changes nothing', () => {
		fc.assert(
			fc.property(
				entries.chain((drawn) => fc.tuple(fc.constant(drawn), fc.shuffledSubarray(drawn, { minLength: drawn.length }))),
				([drawn, shuffled]) => {
					expect(makeBoard(rules, made(shuffled))).toEqual(makeBoard(rules, made(drawn)));
				}
			)
		);
	});
	test('nor does it where keys repeat', () => {
		const repeated = fc.array(
			fc.record({
				key: fc.constantFrom('a', 'b'),
				total: fc.integer({ min: 0, max: 2 }),
				time: fc.constant(1),
				standing: fc.constant<Entry['standing']>('eligible'),
				group: fc.constant('x')
			}),
			{ maxLength: 5 }
		);
		fc.assert(
			fc.property(repeated, (drawn) => {
				const { groups, problems } = makeBoard(rules, made(drawn));
				expect(makeBoard(rules, made(drawn.toReversed()))).toMatchObject({ groups, problems });
			})
		);
	});
	test('a worse entrant changes no rank above', () => {
		fc.assert(
			fc.property(entries, (drawn) => {
				const before = makeBoard(rules, made(drawn));
				const worst = { key: 'zz', total: '-2e400', time: 9, standing: 'eligible' as const, group: 'x' };
				const after = makeBoard(rules, made([...drawn, worst]));
				const ranks = (board: typeof before) =>
					board.groups.flatMap(({ key, rows }) =>
						rows.filter(({ entry }) => entry.key !== 'zz').map((row) => [key, row.entry.key, row.rank, row.tied])
					);
				expect(ranks(after)).toEqual(ranks(before));
			})
		);
	});
	test('ranks with their gaps sum as they must, and guests and the absent use up none', () => {
		fc.assert(
			fc.property(entries, (drawn) => {
				for (const { rows, ranked, cuts } of makeBoard(rules, made(drawn)).groups) {
					const ranks = rows.flatMap(({ rank }) => rank ?? []);
					expect(ranked).toBe(ranks.length);
					// A tie of k at rank r takes the places r … r + k − 1: with those the ranks are 1 … n.
					const positions = [...Map.groupBy(ranks, (rank) => rank)].flatMap(([rank, same]) =>
						same.map((_, index) => rank + index)
					);
					expect(positions.toSorted((a, b) => a - b)).toEqual(ranks.map((_, index) => index + 1));
					const sum = ranks.reduce((total, rank) => total + rank, 0);
					const lost = [...Map.groupBy(ranks, (rank) => rank).values()].reduce(
						(total, { length }) => total + (length * (length - 1)) / 2,
						0
					);
					expect(sum + lost).toBe((ranked * (ranked + 1)) / 2);
					for (const { eligible, holders, tier } of cuts) {
						expect(eligible).toBe(ranked);
						expect(holders).toBe(rows.filter((row) => row.tier === tier).length);
					}
					for (const row of rows) expect(row.rank === null).toBe(row.reason !== null);
				}
			})
		);
	});
	test('a better tier never stands below a lesser one, and equals share theirs unless a person chose', () => {
		fc.assert(
			fc.property(entries, (drawn) => {
				const order = ['first', 'second', 'third'];
				for (const { rows } of makeBoard(rules, made(drawn)).groups) {
					const held = rows
						.filter(({ rank }) => rank !== null)
						.map(({ tier, tierPending, rank }) => ({ rank, place: order.indexOf(tierPending ?? tier ?? '') + 1 || 4 }));
					for (const [index, { rank, place }] of held.entries()) {
						const next = held[index + 1];
						if (next) expect(next.place).toBeGreaterThanOrEqual(place);
						if (next?.rank === rank) expect(next?.place).toBe(place);
					}
				}
			})
		);
	});
	test('a tier with a margin is held by its places and by all within the margin of its best, by nobody else', () => {
		const margins = fc.array(fc.constantFrom('0', '1', '1.0000000000000000001', '0.1', '1000'), {
			minLength: 3,
			maxLength: 3
		});
		fc.assert(
			fc.property(entries, margins, fc.constantFrom('all-up', 'all-down'), (drawn, some, cut) => {
				const tiers = some.map((margin, index) => ({ id: String(index), count: 1 + (index % 2), margin, cut }));
				const { rules: declared, ...board } = makeBoard(
					rulesOf({
						kind: 'results',
						chain: [{ field: 'total' }, { field: 'time', direction: 'ascending' }],
						tiers
					}),
					made(drawn)
				);
				for (const { rows } of board.groups) {
					const ranked = rows.filter(({ rank }) => rank !== null);
					let upTo = 0;
					declared.tiers.forEach(({ id, count = 0, margin = '' }, index) => {
						upTo += count;
						// Worked out with fractions from the values alone: no blocks, no order of the engine.
						const left = ranked.filter(({ tier }) => tier === null || Number(tier) >= index);
						const first = ranked.length - left.length < upTo ? left[0] : undefined;
						const apart = (row: (typeof left)[number]) => {
							const [a, b] = [toFraction(first?.value ?? 0), toFraction(row.value ?? 0)];
							const top = a.top * b.bottom - b.top * a.bottom;
							return { top: top < 0n ? -top : top, bottom: a.bottom * b.bottom };
						};
						for (const row of left) {
							const near = first !== undefined && compareFractions(apart(row), toFraction(margin)) <= 0;
							if (near) expect(row.tier).toBe(id);
							else if (row.tier === id) expect(row.rank).toBeLessThanOrEqual(upTo);
						}
					});
				}
			})
		);
	});
});
