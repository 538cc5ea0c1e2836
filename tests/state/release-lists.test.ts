import { expect, test } from 'vitest';
import { openNative } from '#lib/engine/native.ts';
import { summaryTables } from '#lib/release/summary-tables.ts';
import { createTable } from '#lib/release/tables.ts';
import { identifier, Sql } from '#lib/sql/sql.ts';
import { latestPeriod, readLists, type HomePeriod } from '#lib/state/release-lists.ts';

const period = (code: string, kind: string, end: string, share: number): HomePeriod => ({
	period: code,
	kind,
	end,
	share
});

test('the latest quarter that has mostly arrived, whatever years are there', () => {
	expect(
		latestPeriod([
			period('2024', 'year', '2024-12-31', 0.75),
			period('2024Q2', 'quarter', '2024-06-30', 1),
			period('2024Q3', 'quarter', '2024-09-30', 0.9),
			period('2024Q4', 'quarter', '2024-12-31', 0.1)
		])
	).toBe('2024Q3');
});

test('with beginnings only, the latest of them', () => {
	expect(
		latestPeriod([period('2024Q3', 'quarter', '2024-09-30', 0.2), period('2024Q4', 'quarter', '2024-12-31', 0.1)])
	).toBe('2024Q4');
});

test('a census of one year shows that year; an empty release nothing', () => {
	expect(latestPeriod([period('2004', 'year', '2004-12-31', 1)])).toBe('2004');
	expect(latestPeriod([])).toBeNull();
});

test('the lists of a release, read from its tables', async () => {
	const connector = await openNative();
	for (const table of summaryTables) await connector.run(createTable(identifier('main'), table));
	const insert = (text: string) => connector.run(new Sql(text));
	await insert(`INSERT INTO region VALUES
		('500000', NULL, '重庆市', '重庆', 'Chongqing', 'province', true, 1, NULL, NULL),
		('500101', '500000', '万州区', '万州', 'Wanzhou', 'county', true, 2, 0, 1)`);
	await insert(
		`INSERT INTO region_group VALUES ('metro', '主城都市区', 'Metropolitan area', 1), ('none', '空', 'Empty', 2)`
	);
	await insert(`INSERT INTO region_group_member VALUES ('metro', '500103'), ('metro', '500101')`);
	await insert(`INSERT INTO period VALUES
		('2024', 'year', NULL, '2024-01-01', '2024-12-31'),
		('2024Q1', 'quarter', '2024', '2024-01-01', '2024-03-31'),
		('2024Q2', 'quarter', '2024', '2024-04-01', '2024-06-30')`);
	const cell = (period: string, how: string, reported: number) =>
		`('participants', '500000', 'all', 'all', '${period}', 10, '${how}', ${reported}, 4)`;
	await insert(
		`INSERT INTO rollup (measure, region, industry, ownership, period, value, how, parts_reported, parts_expected)
			VALUES ${cell('2024', 'summed', 2)}, ${cell('2024Q1', 'summed', 3)}, ${cell('2024Q2', 'summed', 1)}`
	);
	const lists = await readLists((statement) => connector.query(statement), '500000');
	expect(lists.regions.map(({ code, parent, nameEn, tileCol }) => ({ code, parent, nameEn, tileCol }))).toEqual([
		{ code: '500000', parent: null, nameEn: 'Chongqing', tileCol: null },
		{ code: '500101', parent: '500000', nameEn: 'Wanzhou', tileCol: 1 }
	]);
	expect(lists.groups.map(({ code, members }) => ({ code, members }))).toEqual([
		{ code: 'metro', members: ['500101', '500103'] },
		{ code: 'none', members: [] }
	]);
	expect(lists.latestPeriod).toBe('2024Q1');
	await connector.close();
});
