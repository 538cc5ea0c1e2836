import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareExact } from '#lib/leaderboard/exact.ts';
import { movements } from '#lib/leaderboard/movement.ts';
import { rank, type Criterion, type Standing } from '#lib/leaderboard/rank.ts';

interface Entry {
	readonly name: string;
	readonly total: string | null;
	readonly time?: string | null;
	readonly practical?: string | null;
	readonly standing?: Standing;
}

const chain: readonly Criterion<Entry>[] = [
	{ id: 'total', direction: 'descending', value: (row) => row.total },
	{ id: 'time', direction: 'ascending', value: (row) => row.time ?? null },
	{ id: 'practical', direction: 'descending', value: (row) => row.practical ?? null }
];
const byName = (left: Entry, right: Entry) => (left.name < right.name ? -1 : 1);

function places(rows: readonly Entry[]) {
	const ranked = rank(rows, { chain, standing: (row) => row.standing ?? 'eligible', order: byName });
	return ranked.map(({ row, rank, tied }) => `${row.name} ${rank ?? '-'}${tied ? ' 并列' : ''}`);
}

describe('competition ranking', () => {
	test('1, 2, 2, 4; names order a tie and decide nothing', () => {
		expect(
			places([
				{ name: 'd', total: '70' },
				{ name: 'c', total: '80.00' },
				{ name: 'a', total: '90' },
				{ name: 'b', total: '80' }
			])
		).toEqual(['a 1', 'b 2 并列', 'c 2 并列', 'd 4']);
	});

	test('the chain decides in its order: faster first, then the better practice', () => {
		expect(
			places([
				{ name: 'slow', total: '90', time: '61', practical: '99' },
				{ name: 'fast', total: '90', time: '60', practical: '50' },
				{ name: 'faster practice', total: '90', time: '60', practical: '51' },
				{ name: 'untimed', total: '90', practical: '100' }
			])
		).toEqual(['faster practice 1', 'fast 2', 'slow 3', 'untimed 4']);
	});

	test('exact values: a ten-thousandth decides, and so does what a double would lose', () => {
		expect(
			places([
				{ name: 'a', total: '89.83' },
				{ name: 'b', total: '89.8301' },
				{ name: 'c', total: '9007199254740993' },
				{ name: 'd', total: '9007199254740992' }
			])
		).toEqual(['c 1', 'd 2', 'b 3', 'a 4']);
	});

	test('guests stand in place and take none; absent and valueless come last', () => {
		expect(
			places([
				{ name: 'absent', total: null },
				{ name: 'second', total: '80' },
				{ name: 'guest', total: '85', standing: 'guest' },
				{ name: 'first', total: '90' },
				{ name: 'cancelled', total: '99', standing: 'unranked' },
				{ name: 'guest level with second', total: '80', standing: 'guest' }
			])
		).toEqual(['first 1', 'guest -', 'second 2', 'guest level with second -', 'absent -', 'cancelled -']);
	});

	test('0 is a value, missing is none', () => {
		expect(
			places([
				{ name: 'none', total: null },
				{ name: 'zero', total: '0' },
				{ name: 'less', total: '-1' }
			])
		).toEqual(['zero 1', 'less 2', 'none -']);
	});

	test('ratios compare as fractions', () => {
		const rows = [
			{ name: 'a', won: 1, of: 3 },
			{ name: 'b', won: 2, of: 6 },
			{ name: 'c', won: 3333333333333333, of: 10000000000000000 }
		];
		const value = (row: (typeof rows)[number]) => ({ numerator: row.won, denominator: row.of });
		const ranked = rank(rows, { chain: [{ id: 'rate', direction: 'descending', value }] });
		expect(ranked.map(({ row, rank }) => `${row.name} ${rank}`)).toEqual(['a 1', 'b 1', 'c 3']);
	});

	test('any list: a rank is one more than the number of better eligible rows', () => {
		const entries = fc.array(
			fc.record({
				name: fc.string({ minLength: 1, maxLength: 3 }),
				total: fc.option(fc.integer({ min: -3, max: 3 }).map(String)),
				time: fc.option(fc.integer({ min: 0, max: 2 }).map(String)),
				standing: fc.constantFrom<Standing>('eligible', 'eligible', 'guest', 'unranked')
			})
		);
		fc.assert(
			fc.property(entries, (rows) => {
				const ranked = rank(rows, { chain, standing: (row) => row.standing ?? 'eligible' });
				expect(ranked.map(({ row }) => row)).toHaveLength(rows.length);
				const eligible = rows.filter((row) => row.standing === 'eligible' && row.total !== null);
				const better = (a: Entry, b: Entry) =>
					Number(a.total) !== Number(b.total)
						? Number(a.total) > Number(b.total)
						: Number(a.time ?? 99) < Number(b.time ?? 99);
				for (const { row, rank } of ranked) {
					const counts = eligible.includes(row as (typeof rows)[number]);
					expect(rank).toBe(counts ? 1 + eligible.filter((other) => better(other, row)).length : null);
				}
			})
		);
	});
});

test('exact comparison agrees with numbers, and refuses what is none', () => {
	fc.assert(
		fc.property(
			fc.double({ noNaN: true, noDefaultInfinity: true }),
			fc.double({ noNaN: true, noDefaultInfinity: true }),
			(a, b) => {
				expect(compareExact(a, b)).toBe(a < b ? -1 : a > b ? 1 : 0);
			}
		)
	);
	expect(compareExact({ numerator: 1, denominator: -2 }, '-0.5')).toBe(0);
	expect(() => compareExact('', 1)).toThrow(RangeError);
	expect(() => compareExact({ numerator: 1, denominator: '0.0' }, 1)).toThrow(RangeError);
});

describe('movement', () => {
	const board = (fingerprint: string, ranks: Record<string, number | null>) => ({
		fingerprint,
		ranks: new Map(Object.entries(ranks))
	});
	test('places gained and lost, new and unranked', () => {
		const moved = movements(
			board('x', { a: 1, b: 2, c: 3, d: null, e: 4 }),
			board('x', { a: 3, b: 1, c: 3, d: 2, e: null })
		);
		expect(Object.fromEntries(moved ?? [])).toEqual({ a: 2, b: -1, c: 0, d: null, e: 'new' });
	});
	test('no movement between rankings under other rules', () => {
		expect(movements(board('x', { a: 1 }), board('y', { a: 2 }))).toBeNull();
	});
});
