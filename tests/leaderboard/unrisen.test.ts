import { expect, test } from 'vitest';
import { makeBoard } from '#lib/leaderboard/board.ts';
import { boardJson } from '#lib/server/answers/board-text.ts';
import { boardSentence } from '#lib/server/answers/board-words.ts';
import { nobodyReaches } from '#lib/leaderboard/below-minimum.ts';
import { hasNobodyRisen, isUnrisen } from '#lib/leaderboard/unrisen.ts';
import { entry, places, rulesOf } from './boards.ts';

const row = (key: string, value: number | null, base: number | null) =>
	entry(key, null, { values: { value, base } as never });
const progress = rulesOf({ kind: 'progress', progress: { minimumBase: 100 } });
const rowsOf = (...entries: readonly ReturnType<typeof row>[]) => makeBoard(progress, entries).groups[0]?.rows ?? [];

test('who stands as before or lost has not risen; a rank alone is no progress', () => {
	const rows = rowsOf(row('up', 101, 100), row('level', 200, 200), row('down', 150, 200), row('small', 9, 3));
	// +1 %, 0, −25 %, and a base of 3 without a rank: the order stays that of the values.
	expect(rows.map(({ entry: { key }, rank }) => [key, rank])).toEqual([
		['up', 1],
		['level', 2],
		['down', 3],
		['small', null]
	]);
	expect(rows.map((one) => isUnrisen(progress, one))).toEqual([false, true, true, false]);
	expect(hasNobodyRisen(progress, rows)).toBe(false);
	expect(hasNobodyRisen(progress, rows.slice(1))).toBe(true);
	// Without ranks nobody fell either.
	expect(hasNobodyRisen(progress, rows.slice(3))).toBe(false);
});

test('where less is better, less is progress', () => {
	const rules = rulesOf({ kind: 'progress', direction: 'ascending', progress: { minimumBase: 1 } });
	const rows = makeBoard(rules, [row('less', 5, 10), row('more', 12, 10)]).groups[0]?.rows ?? [];
	expect(rows.map((one) => [one.entry.key, isUnrisen(rules, one)])).toEqual([
		['less', false],
		['more', true]
	]);
	const totals = rulesOf({ kind: 'measure' });
	expect(hasNobodyRisen(totals, makeBoard(totals, [entry('a', -1)]).groups[0]?.rows ?? [])).toBe(false);
});

test('a board on which nobody reaches the least base says so, with the numbers', () => {
	const board = makeBoard(progress, [row('a', 9, 3), row('b', 80, 99), row('new', 5, null), row('silent', null, 300)]);
	expect(places(board)).toEqual(['a - SMALL_BASE', 'b - SMALL_BASE', 'new - NO_BASE', 'silent - NO_VALUE']);
	expect(board.problems).toEqual([{ code: 'ALL_SMALL_BASE', details: { count: '2', minimum: '100' } }]);
	const [problem] = board.problems;
	expect(problem && boardSentence(problem)).toEqual({
		zh: '两期都有数的 2 个，基数都不足规则要求的 100，因此没有名次。',
		en: 'Nobody is ranked: all who have both figures (2) start from a base below the 100 that the rules ask for.'
	});
	expect(JSON.parse(boardJson(board, {}, 'zh'))).toMatchObject({
		problems: [{ code: 'ALL_SMALL_BASE', text: '两期都有数的 2 个，基数都不足规则要求的 100，因此没有名次。' }]
	});
});

test('one who reaches it is enough; where nobody has figures, no minimum is to blame', () => {
	expect(nobodyReaches(rowsOf(row('a', 9, 3), row('b', 80, 100)))).toBeNull();
	expect(nobodyReaches(rowsOf(row('new', 5, null)))).toBeNull();
	expect(nobodyReaches([])).toBeNull();
});

test('a rate whose denominators are all too small says so too', () => {
	const rate = rulesOf({ kind: 'rate', minimumDenominator: 100 });
	const board = makeBoard(rate, [entry('a', { numerator: 3, denominator: 4 })]);
	expect(board.problems).toEqual([{ code: 'ALL_BELOW_MINIMUM', details: { count: '1', minimum: '100' } }]);
});
