import { expect, test } from 'vitest';
import { makeBoard } from '#lib/leaderboard/board.ts';
import type { Entry } from '#lib/leaderboard/entry.ts';
import { readRules } from '#lib/leaderboard/read-rules.ts';
import { isLarge, packBoard, unpackBoard } from '#lib/views/leaderboards/packed-board.ts';

const json = {
	id: 'event',
	title: '赛项',
	kind: 'results',
	entity: 'person',
	groupBy: 'event',
	tiers: [{ id: 'first', label: '一等奖', count: 1, cut: 'by-hand' }]
};
const { rules } = readRules(json);
if (!rules) throw new Error('No rules');

const entry = (key: string, group: string, total: string | null, standing: Entry['standing'] = 'eligible'): Entry => ({
	key,
	name: `选手${key}`,
	group,
	values: { total, time: '60' },
	standing,
	publishedRank: 1
});
const entries = [
	entry('1', '车工', '90'),
	entry('2', '车工', '90'),
	entry('3', '车工', '95.5', 'guest'),
	entry('4', '车工', null),
	entry('1', '钳工', '70', 'cancelled')
];

test('a board that crossed from the worker is the board that was made', () => {
	const board = makeBoard(rules, entries, { release: 'r' });
	const crossed = JSON.parse(JSON.stringify(packBoard(board, entries)));
	expect(unpackBoard(crossed, rules, entries, { release: 'r' })).toEqual(board);
});

test('only boards that rank entries as they come are large', () => {
	expect(isLarge(rules, 10_000)).toBe(true);
	expect(isLarge(rules, 1_000)).toBe(false);
	const points = readRules({ ...json, kind: 'points', points: { gold: 5 } }).rules;
	expect(points && isLarge(points, 10_000)).toBe(false);
});
