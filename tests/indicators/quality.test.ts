import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Connector } from '#lib/engine/connector.ts';
import { openNative } from '#lib/engine/native.ts';
import {
	blankShare,
	daysLate,
	reportDue,
	reportedCells,
	reportingOf,
	standardGraceDays,
	suspectFigures,
	totalDifferences
} from '#lib/indicators/quality.ts';
import { createViews } from '#lib/release/views.ts';
import { batch, build } from '../release/fixture.ts';

/* 11 states three of three measures, 12 two, the unit 19 owes nothing; the country says 30 where its parts make 25. */
const returns = batch(
	'summary',
	`period,region,participants,trainees,patents
	2024,11,10,4,1
	2024,12,15,,2
	2024,1,30,,
	2023,11,8,,`
);

let db: Connector;
beforeAll(async () => {
	db = await openNative();
	await build(db, [returns]);
	await createViews(db);
});
afterAll(() => db.close());

test('blank cells: a region that reports something owes the rest', async () => {
	const rows = await db.query(reportedCells(['11', '12', '19'], ['2023', '2024']));
	expect(rows.map((row) => [row.dataset, row.region, row.period, row.reported, row.expected, row.own])).toEqual([
		['summary', '11', '2023', 1, 1, 1],
		['summary', '12', '2023', 0, 1, 0],
		['summary', '11', '2024', 3, 3, 3],
		['summary', '12', '2024', 2, 3, 2]
	]);
	expect(rows.map((row) => row.batches)).toEqual([returns.id, '', returns.id, returns.id]);
	expect(rows.map((row) => row.blank)).toEqual(['', 'participants', '', 'trainees']);
	const cells = rows.map((row) => ({ reported: Number(row.reported), expected: Number(row.expected) }));
	// 6 of 7: that 12 did not report in 2023 is a missing report, not a blank.
	expect(blankShare(cells)).toBeCloseTo(1 / 7, 12);
	expect(blankShare([{ reported: 0, expected: 3 }])).toBeNull();
	expect(blankShare([])).toBeNull();
});

test('differences of totals', async () => {
	// 30 stated, 10 + 15 summed.
	expect(await db.query(totalDifferences(['1'], ['2024']))).toEqual([
		{ code: 'TOTAL_MISMATCH', measure: 'participants', count: 1, largest: '5.0000' }
	]);
	expect(await db.query(totalDifferences(['11'], ['2024']))).toEqual([]);
});

test('reported of expected', () => {
	expect(reportingOf(31, 33)).toEqual({ reported: 31, expected: 33, share: 31 / 33 });
	expect(reportingOf(0, 0).share).toBeNull();
});

test('late: days after the end of the period and the days given', () => {
	expect(standardGraceDays).toBe(15);
	expect(reportDue('2024Q1')).toBe('2024-04-15');
	expect(reportDue('2024-02', 0)).toBe('2024-02-29');
	expect(reportDue('2024', 31)).toBe('2025-01-31');
	expect(reportDue('2024', 0, 'union')).toBe('2024-09-30');
	expect(daysLate('2024-04-15T15:59:00Z', '2024-04-15')).toBe(0);
	// Midnight in Beijing is 16:00 in Greenwich.
	expect(daysLate('2024-04-15T16:00:00Z', '2024-04-15')).toBe(1);
	expect(daysLate('2024-05-01', '2024-04-15')).toBe(16);
	expect(daysLate('2024-01-01', '2024-04-15')).toBe(0);
	expect(daysLate(null, '2024-04-15')).toBeNull();
	expect(daysLate('gestern', '2024-04-15')).toBeNull();
});

test('figures that jump by a power of ten against the period before and the year before', async () => {
	const other = await openNative();
	try {
		const jumping = batch(
			'summary',
			`period,region,participants,trainees,patents
			2023Q2,11,1000,900,10
			2024Q1,11,1100,100,10
			2024Q2,11,11000,1000,70
			2024Q1,12,2000,,
			2023Q2,12,,800,
			2024Q2,12,13999,8000,
			2024Q2,19,5,,`
		);
		await build(other, [jumping]);
		await createViews(other);
		const rows = await other.query(suspectFigures(['11', '12', '19'], ['2024Q2']));
		// 11,000 is ten times 1,100 and eleven times 1,000 of 2023. 1,000 trainees are ten times 100 but near 900 of the
		// year before; 70 patents are few; 13,999 is just below seven times 2,000.
		// In the period before 12 said nothing of its trainees: they are held against the year before.
		expect(rows).toEqual([
			{
				...{ measure: 'participants', region: '11', industry: 'all', ownership: 'all', period: '2024Q2' },
				...{ value: 11000, before_period: '2024Q1', before: 1100, batch: jumping.id, line: 4 }
			},
			{
				...{ measure: 'trainees', region: '12', industry: 'all', ownership: 'all', period: '2024Q2' },
				...{ value: 8000, before_period: '2023Q2', before: 800, batch: jumping.id, line: 7 }
			}
		]);
	} finally {
		await other.close();
	}
});
