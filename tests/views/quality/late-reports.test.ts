import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Connector } from '#lib/engine/connector.ts';
import { openNative } from '#lib/engine/native.ts';
import { noFilters } from '#lib/filters/filters.ts';
import type { Batch } from '#lib/import/batch.ts';
import type { Query } from '#lib/query/query.ts';
import { createViews } from '#lib/release/views.ts';
import { readLists, type ReleaseLists } from '#lib/state/release-lists.ts';
import { dueDatasets } from '#lib/views/quality/calendar.ts';
import { receiptsOf } from '#lib/views/quality/lateness.ts';
import { matrixColumns, matrixOf } from '#lib/views/quality/matrix.ts';
import { correctionsQuery, entriesQuery, kindsQuery, reportsQuery } from '#lib/views/quality/queries.ts';
import { reportsOf } from '#lib/views/quality/reports.ts';
import { scopeOf } from '#lib/views/scope.ts';
import { batch, build } from '../../release/fixture.ts';
import { known } from '../fixture.ts';

/* Files of two units as they were handed in, UTC: reports are due 15 days after the quarter, by the calendar of Beijing. */
const handedIn: readonly (readonly [time: string, csv: string])[] = [
	['2024-04-15T15:59:00Z', '2024Q1,11,100'], // 23:59 on the last day
	['2024-04-15T16:01:00Z', '2024Q1,12,150'], // 00:01 on the day after
	['2024-07-10T02:00:00Z', '2024Q2,11,110'],
	['2024-08-14T02:00:00Z', '2024Q2,12,160'],
	// 11 corrected its second quarter later; when that first came is not kept with the figures.
	['2024-09-01T02:00:00Z', '2024Q2,11,111']
];
const files: readonly Batch[] = handedIn.map(([createdAt, row]) => ({
	...batch('summary', `period,region,participants\n${row}`),
	createdAt
}));

let db: Connector;
let lists: ReleaseLists;
beforeAll(async () => {
	db = await openNative();
	await build(db, files);
	await createViews(db);
	lists = await readLists((statement) => db.query(statement), '1');
});
afterAll(() => db.close());

const ask = async <T>(query: Query<T>) => query.parse(await db.query(query.sql));

test('a release whose files say when they came tells who was late, by days and in words', async () => {
	const filters = { ...noFilters, period: '2024Q2', region: '1', comparison: 'none' as const };
	const scope = scopeOf({ filters, lists, homeCode: '1', indicator: known('participants'), language: 'zh' })!;
	const units = scope.members.filter(({ expected }) => expected);
	const keys = units.map(({ key }) => key);
	const due = dueDatasets(await ask(kindsQuery), '2024Q2', lists.periods);
	const periods = due.flatMap((one) => one.periods);
	const reports = reportsOf(due, units, await ask(reportsQuery(keys, periods)), await ask(entriesQuery(keys, periods)));
	const summary = reports.find(({ dataset }) => dataset === 'summary')!;
	const receipts = receiptsOf(
		reports.flatMap((one) => units.flatMap(({ key }) => one.periods.map((period) => one.at(key, period)))),
		lists.batches,
		'calendar',
		await ask(correctionsQuery)
	);
	const lateness = ['2024Q1', '2024Q2'].map((period) =>
		['11', '12'].map((unit) => receipts.late(summary.at(unit, period)))
	);
	expect(lateness).toEqual([
		[0, 1],
		// 15 July to 14 August; of a corrected report it is not said.
		[null, 30]
	]);
	expect(receipts.backfills).toEqual([]);
	const matrix = matrixOf(reports, summary, units, { period: '2024Q2', selected: '1', language: 'zh' }, receipts);
	const notes = (row: string, column: string) =>
		matrix.cells.find((cell) => cell.row === row && cell.column === column)?.notes;
	expect(notes('12', '2024Q2')).toEqual(['2024年二季度', '已填 1/1 项', '2024-08-14 导入', '迟报 30 天']);
	expect(notes('11', '2024Q2')).toEqual(['2024年二季度', '已填 1/1 项', '2024-09-01 导入']);
	expect(notes('11', '2024Q1')).toEqual(['2024年一季度', '已填 1/1 项', '2024-04-15 导入']);
	const columns = matrixColumns(matrix, '地区', 'zh', receipts, summary, { report: () => null, late: () => null });
	const late = columns.find(({ key }) => key === 'late')!;
	expect(matrix.rows.map((row) => [row.key, late.text?.(row)])).toEqual([
		['11', '—'],
		['12', '30']
	]);
});
