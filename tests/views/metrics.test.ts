import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Connector } from '#lib/engine/connector.ts';
import { sql } from '#lib/sql/sql.ts';
import type { FigureQuestion } from '#lib/state/tracing.svelte.ts';
import { readLists, type ReleaseLists } from '#lib/state/release-lists.ts';
import { metricColumns } from '#lib/views/metrics/columns.ts';
import { metricFiguresQuery } from '#lib/views/metrics/queries.ts';
import { metricRows, qualified } from '#lib/views/metrics/rows.ts';
import { scopeAt } from '#lib/views/metrics/scope-at.ts';
import { fixtureScope, known, openFixture } from './fixture.ts';

let connector: Connector;
let lists: ReleaseLists;
beforeAll(async () => {
	({ connector } = await openFixture());
	await connector.run(sql`INSERT INTO metric VALUES
		('metric:服务站点', '服务站点', NULL, '个', 'stock', true, '服务站点', 'Stations', '示例报告'),
		('metric:高技能占比@时点', '高技能占比', '时点', '%', 'ratio', false, '高技能占比', 'Skilled share', '示例报纸')`);
	// At home two years; the share is known at one district alone.
	await connector.run(sql`INSERT INTO rollup BY NAME
		SELECT *, 'all' AS industry, 'all' AS ownership FROM (VALUES
			('metric:服务站点', '50', '2025', 400.0, 'reported', true, NULL),
			('metric:服务站点', '50', '2026', 500.0, 'reported', true, '>'),
			('metric:服务站点', '5001', '2026', 300.0, 'reported', true, NULL),
			('metric:高技能占比@时点', '5002', '2025', 31.7, 'reported', true, NULL)
		) AS t (measure, region, period, value, how, complete, qualifier)`);
	await connector.run(sql`INSERT INTO fact BY NAME
		SELECT 'metric:服务站点' AS measure, '50' AS region, 'all' AS industry, 'all' AS ownership, '2026' AS period,
			500.0 AS value, '>' AS qualifier, '500多' AS original`);
	lists = await readLists((statement) => connector.query(statement), '50');
});
afterAll(() => connector.close());

async function rowsAt(region: string, until: string | null = null) {
	const scope = fixtureScope(lists, { region });
	const query = metricFiguresQuery(scope);
	return metricRows(query.parse(await connector.query(query.sql)), lists.metrics, scope, until);
}

test('the latest figure at the place; what the place has not is listed where it is known', async () => {
	const rows = await rowsAt('50');
	expect(rows.map(({ indicator, place, period }) => [indicator.id, place, period])).toEqual([
		['metric:服务站点', '示例市', '2026'],
		['metric:高技能占比@时点', '乙区', '2025']
	]);
	const [stations, share] = rows;
	// 500 after 400.
	expect(stations).toMatchObject({
		base: 400,
		periods: 2,
		source: '示例报告',
		change: { amount: 0.25, direction: 'up' }
	});
	expect(stations?.figure).toMatchObject({ value: 500, qualifier: '>', original: '500多' });
	expect(share).toMatchObject({ change: null, source: '示例报纸', periods: 1 });
	expect(share?.indicator.title.zh).toBe('高技能占比（时点）');
});

test('a source that the profile names in both languages is told in both', async () => {
	const scope = { ...fixtureScope(lists, { region: '50' }), language: 'en' as const };
	const query = metricFiguresQuery(scope);
	const figures = query.parse(await connector.query(query.sql));
	const sources = (zh: string, en: string) =>
		metricRows(figures, lists.metrics, scope, null, { zh, en }).map(({ source }) => source);
	expect(sources('示例报告', 'Sample report')).toEqual(['Sample report', '示例报纸']);
	expect(sources('年鉴；示例报纸', 'Yearbook; Sample paper')).toEqual(['示例报告', 'Sample paper']);
	expect(sources('示例', 'Sample')).toEqual(['示例报告', '示例报纸']);
});

test('with a period chosen, what came later is not shown', async () => {
	const [stations] = await rowsAt('50', '2025-12-31');
	expect([stations?.period, stations?.figure.value, stations?.change]).toEqual(['2025', 400, null]);
	expect(await rowsAt('50', '2024-12-31')).toEqual([]);
});

test('what adds up over a year that is not over is not held against a whole one', async () => {
	const scope = fixtureScope(lists, { region: '50' });
	const query = metricFiguresQuery(scope);
	const figures = query.parse(await connector.query(query.sql));
	const flows = lists.metrics.map((metric) => ({ ...metric, kind: 'flow' as const }));
	const rowIn = (latestPeriod: string) =>
		metricRows(figures, flows, { ...scope, lists: { ...lists, latestPeriod } }, null)[0];
	// 500 so far after 400 in the whole of 2025: neither a rise nor a fall yet.
	expect(rowIn('2026Q2')).toMatchObject({
		...{ period: '2026', base: 400, change: null },
		remark: { state: 'withheld', because: 'period', reason: { zh: '2026年尚未结束，不与全年比较' } }
	});
	expect(rowIn('2026')).toMatchObject({ change: { amount: 0.25 }, remark: null });
});

test('what stands beside a number is said in words', () => {
	const indicator = known('participations');
	const said = ['>', '≥', '<', '≤', '≈', null].map((sign) => qualified(1200, sign, indicator, 'zh'));
	expect(said).toEqual(['1,200余', '1,200以上', '不足 1,200', '至多 1,200', '约 1,200', '1,200']);
	expect(qualified(null, '>', indicator, 'zh')).toBe('—');
});

test('pictures of a figure stand at its own period and region, whatever else was filtered', async () => {
	const rows = await rowsAt('50');
	const share = rows[1];
	if (!share) throw new Error('no row');
	const scope = scopeAt(fixtureScope(lists, { industry: 'C' }), share, share.indicator, 'calendar');
	expect(scope).toMatchObject({ narrowing: {}, place: { key: '5002' }, filters: { period: '2025', industry: null } });
	expect(scope.spans.current).toEqual(['2025']);
});

test('on a phone the period and the unit stand under the name; a percent sign stands by the figure', async () => {
	const rows = await rowsAt('50');
	const columns = metricColumns('zh', () => ({}) as FigureQuestion);
	const [title] = columns;
	expect(rows.map((row) => title?.below?.(row))).toEqual(['2026年 · 个', '2025年']);
	const hidden = columns.filter(({ priority }) => priority !== undefined).map(({ key }) => key);
	expect(hidden).toEqual(expect.arrayContaining(['period', 'unit']));
	expect(columns.map(({ key }) => key).slice(0, 5)).toEqual(['title', 'value', 'unit', 'place', 'period']);
});
