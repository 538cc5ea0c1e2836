import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { panelTable } from '#lib/components/export/panel-file.ts';
import { panelFileName } from '#lib/components/export/panel-words.ts';
import type { LeavingPanel } from '#lib/components/export/leaving-panel.ts';
import { rowsOfFile, wholeTable } from '#lib/components/export/whole-table.ts';
import { sortRows, type Column } from '#lib/components/table.ts';
import { sql } from '#lib/sql/sql.ts';
import { registerQuery as competitions } from '#lib/views/competitions/queries.ts';
import { registerLimit, registerQuery as studios, type StudioRow } from '#lib/views/studios/queries.ts';
import { wholeRegister } from '#lib/views/whole-register.ts';
import { openDemo, type OpenDemo } from './explanation/demo-release.ts';

describe('a register of more rows than its page holds', () => {
	let demo: OpenDemo;
	beforeAll(async () => void (demo = await openDemo('national', 'native')), 15 * 60_000);
	afterAll(() => demo?.db.close());
	const quiet = () => new AbortController().signal;

	test('comes whole, each row once, in the order asked for', async () => {
		const scope = demo.scope(demo.highlights[0]!);
		const told: number[] = [];
		const order = { key: 'patents', direction: 'descending' } as const;
		const all = wholeRegister(demo.db, (offset) => studios(scope, '', order, offset));
		const rows = await all(500_000, (count) => told.push(count), quiet());
		const [found] = await demo.db
			.query(sql`SELECT count(*) AS count, count(DISTINCT studio_id) AS ids, CAST(sum(patents) AS DOUBLE) AS patents
			FROM studios WHERE founded IS NULL OR founded <= '2026-09-30'`);
		expect(rows.length).toBeGreaterThan(registerLimit);
		expect([rows.length, new Set(rows.map(({ id }) => id)).size]).toEqual([Number(found?.count), Number(found?.ids)]);
		expect(rows.reduce((sum, { patents }) => sum + (patents ?? 0), 0)).toBe(Number(found?.patents));
		const known = rows.map(({ patents }) => patents ?? -1);
		expect(known).toEqual(known.toSorted((a, b) => b - a));
		expect(told.length).toBe(Math.ceil(rows.length / registerLimit));
		expect(told.at(-1)).toBe(rows.length);
	});

	test('is cut at the limit of the file, and an abort ends it', async () => {
		const scope = demo.scope(demo.highlights[0]!);
		const all = wholeRegister(demo.db, (offset) => studios(scope, '', null, offset));
		expect(await all(registerLimit + 5, () => {}, quiet())).toHaveLength(registerLimit + 5);
		const stop = new AbortController();
		await expect(all(500_000, () => stop.abort(), stop.signal)).rejects.toThrow(/abort/i);
	});

	test('what the page filters itself is filtered in every part', async () => {
		const scope = demo.scope(demo.highlights[0]!);
		const all = wholeRegister(
			demo.db,
			(offset) => competitions(scope, true, offset),
			(rows) => rows.filter(({ name }) => name.includes('焊'))
		);
		const [found] = await demo.db.query(sql`SELECT count(*) AS count FROM competitions WHERE contains(name, '焊')`);
		expect(await all(500_000, () => {}, quiet())).toHaveLength(Number(found?.count));
		expect(Number(found?.count)).toBeGreaterThan(0);
	});

	test('the file holds all of them in the order of the table, and its name says where it does not', async () => {
		const scope = demo.scope(demo.highlights[0]!);
		const first = await demo.ask(studios(scope, ''));
		const columns: Column<StudioRow>[] = [
			{ key: 'id', title: 'id', kind: 'text', value: ({ id }) => id },
			{ key: 'projects', title: '创新项目', kind: 'number', value: ({ projects }) => projects }
		];
		const sorted = (rows: readonly StudioRow[]) => sortRows(rows, columns, { key: 'id', direction: 'ascending' });
		const panel = {
			name: 'register',
			title: '台账',
			indicators: [],
			remarks: [],
			facts: null,
			subject: '台账',
			whole: first.total,
			all: wholeRegister(demo.db, (offset) => studios(scope, '', null, offset)),
			table: { columns, rows: first.rows, sorted }
		} as unknown as LeavingPanel;
		expect([rowsOfFile(panel, 'csv'), rowsOfFile(panel, 'png-1')]).toEqual([first.total, first.rows.length]);
		expect(panelFileName(panel, 'csv', 'zh')).toContain('前10000行');
		expect(panelFileName(panel, 'png-1', 'zh')).not.toContain('行');
		const whole = await wholeTable(panel, 'csv', () => {}, quiet());
		const { rows } = panelTable(whole);
		expect(rows).toHaveLength(first.total);
		const ids = rows.map(([id]) => String(id));
		expect(ids).toEqual(ids.toSorted());
		expect(panelFileName(whole, 'csv', 'zh')).not.toContain('行');
		/* A picture needs no rows. */
		expect(await wholeTable(panel, 'png-1', () => {}, quiet())).toBe(panel);
	});
});
