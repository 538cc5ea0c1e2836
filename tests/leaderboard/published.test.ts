import { describe, expect, test } from 'vitest';
import { makeBoard } from '#lib/leaderboard/board.ts';
import { publishedCounts } from '#lib/leaderboard/published.ts';
import { entry, rulesOf } from './boards.ts';

const results = rulesOf({ kind: 'results', chain: [{ field: 'total' }, { field: 'time', direction: 'ascending' }] });

/** Rows of key, total, time, published rank and standing → what is said of each published rank. */
function said(rows: readonly (readonly [string, string | null, string, number | null, string?, string?])[]) {
	const board = makeBoard(
		results,
		rows.map(([key, total, time, publishedRank, standing = 'eligible', group]) =>
			entry(key, null, {
				values: { total, time },
				publishedRank,
				standing: standing as 'eligible',
				...(group ? { group } : {})
			})
		)
	);
	return board.groups.flatMap(({ rows }) =>
		rows.map(({ entry, published }) =>
			published === null ? `${entry.key}` : `${entry.key} ${published.rank} ${published.because?.code ?? 'same'}`
		)
	);
}

describe('rule 9: the published rank is compared, and the rule named that makes it differ', () => {
	test('the same, or none stated', () => {
		expect(
			said([
				['a', '9', '1', 1],
				['b', '8', '1', null]
			])
		).toEqual(['a 1 same', 'b']);
	});
	test('guests counted as if they took part', () => {
		expect(
			said([
				['a', '9', '1', 1],
				['g', '8', '1', 2, 'guest'],
				['b', '7', '1', 3],
				['c', '6', '1', 4]
			])
		).toEqual(['a 1 same', 'g 2 PUBLISHED_UNRANKED', 'b 3 PUBLISHED_GUESTS_COUNTED', 'c 4 PUBLISHED_GUESTS_COUNTED']);
	});
	test('no gap after a tie; ties broken by nothing; the last place shared', () => {
		const tie = (b: number, c: number, d: number) =>
			said([
				['a', '9', '1', 1],
				['b', '8', '1', b],
				['c', '8', '1', c],
				['d', '7', '1', d]
			]).slice(1);
		expect(tie(2, 2, 3)).toEqual(['b 2 same', 'c 2 same', 'd 3 PUBLISHED_DENSE']);
		expect(tie(2, 3, 4)).toEqual(['b 2 same', 'c 3 PUBLISHED_SEQUENTIAL', 'd 4 same']);
		expect(tie(3, 3, 4)).toEqual(['b 3 PUBLISHED_LOW_SHARED', 'c 3 PUBLISHED_LOW_SHARED', 'd 4 same']);
	});
	test('the tie-break left out, totals rounded, groups ranked together', () => {
		expect(
			said([
				['a', '9', '1', 1],
				['b', '9', '2', 1],
				['c', '8', '1', 3]
			])
		).toEqual(['a 1 same', 'b 1 PUBLISHED_CHAIN_CUT', 'c 3 same']);
		expect(
			said([
				['a', '9.04', '2', 1],
				['b', '8.96', '2', 1],
				['c', '8', '1', 3]
			])[1]
		).toBe('b 1 PUBLISHED_ROUNDED');
		expect(
			said([
				['a', '9', '1', 1, 'eligible', 'x'],
				['b', '8', '1', 2, 'eligible', 'y'],
				['c', '7', '1', 3, 'eligible', 'x']
			])
		).toEqual(['a 1 same', 'c 3 PUBLISHED_ACROSS_GROUPS', 'b 2 PUBLISHED_ACROSS_GROUPS']);
	});
	test('worst first, and what no rule explains', () => {
		expect(
			said([
				['a', '9', '1', 3],
				['b', '8', '1', 2],
				['c', '7', '1', 1]
			])
		).toEqual(['a 3 PUBLISHED_REVERSED', 'b 2 same', 'c 1 PUBLISHED_REVERSED']);
		expect(
			said([
				['a', '9', '1', 2],
				['b', '8', '1', 1],
				['c', '7', '1', 3]
			]).slice(0, 2)
		).toEqual(['a 2 PUBLISHED_UNEXPLAINED', 'b 1 PUBLISHED_UNEXPLAINED']);
		expect(said([['x', null, '1', 4, 'absent']])).toEqual(['x 4 PUBLISHED_UNRANKED']);
	});
	test('counts', () => {
		const board = makeBoard(results, [
			entry('a', null, { values: { total: 1 }, publishedRank: 1 }),
			entry('b', null, { values: { total: 0 }, publishedRank: 7 }),
			entry('c', null, { values: { total: 0 } })
		]);
		expect(publishedCounts(board.groups[0]?.rows ?? [])).toEqual({ stated: 2, different: 1 });
	});
});
