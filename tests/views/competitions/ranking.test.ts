import { expect, test } from 'vitest';
import { cellText } from '#lib/components/table.ts';
import type { ResultRow } from '#lib/views/competitions/competition-queries.ts';
import { rankEvents } from '#lib/views/competitions/ranking.ts';
import { resultColumns } from '#lib/views/competitions/result-columns.ts';
import type { PlaceNames } from '#lib/views/register-names.ts';

function entry(entrantId: string, told: Partial<ResultRow>): ResultRow {
	return {
		event: '焊工',
		entrantId,
		entrant: null,
		team: null,
		region: null,
		theory: null,
		practical: null,
		total: null,
		time: null,
		rankPublished: null,
		award: null,
		levelPromoted: null,
		status: null,
		...told
	};
}

test('ranks by total, then the shorter time, then practical, then theory; equal on all share a rank', () => {
	const [event] = rankEvents([
		entry('a', { total: 90, time: 100, practical: 50, theory: 40 }),
		entry('b', { total: 95 }),
		entry('c', { total: 90, time: 90 }),
		entry('d', { total: 90, time: 100, practical: 51, theory: 39 }),
		entry('e', { total: 90, time: 100, practical: 50, theory: 40 }),
		entry('f', { total: 80 })
	]);
	expect(event?.rows.map((row) => [row.entrantId, row.rank, row.tied])).toEqual([
		['b', 1, false],
		['c', 2, false],
		['d', 3, false],
		['a', 4, true],
		['e', 4, true],
		['f', 6, false]
	]);
});

test('a guest stands in place without a rank and uses none up; absent and disqualified come last', () => {
	const [event] = rankEvents([
		entry('absent', { status: 'absent' }),
		entry('guest', { total: 99, status: 'guest', rankPublished: 1 }),
		entry('first', { total: 98, status: 'official', rankPublished: 2 }),
		entry('out', { total: 97, status: 'cancelled' }),
		entry('second', { total: 96, rankPublished: 2 })
	]);
	expect(event?.rows.map((row) => [row.entrantId, row.rank])).toEqual([
		['guest', null],
		['first', 1],
		['second', 2],
		['absent', null],
		['out', null]
	]);
	expect(event?.eligible).toBe(2);
	expect(event?.rows.filter((row) => row.differs).map((row) => row.entrantId)).toEqual(['guest', 'first']);
});

test('events are ranked each for itself', () => {
	const events = rankEvents([entry('a', { total: 1 }), entry('b', { total: 2, event: '钳工' })]);
	expect(events.map(({ event, rows }) => [event, rows[0]?.rank])).toEqual([
		['焊工', 1],
		['钳工', 1]
	]);
});

test('scores have as many digits down their column, two at most', () => {
	const [event] = rankEvents([
		entry('a', { total: 92.254, theory: 90 }),
		entry('b', { total: 91.5, theory: 80 }),
		entry('c', { total: 91 }),
		entry('d', { status: 'absent' })
	]);
	const columns = resultColumns(event!, {} as PlaceNames, { competition: 'J1', language: 'zh' });
	const printed = (key: string) =>
		event!.rows.map((row) =>
			cellText(
				columns.find((one) => one.key === key)!,
				row
			)
		);
	expect(printed('total')).toEqual(['92.25', '91.50', '91.00', '—']);
	expect(printed('theory')).toEqual(['90', '80', '—', '—']);
});
