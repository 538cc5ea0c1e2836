import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Connector } from '#lib/engine/connector.ts';
import { indicators } from '#lib/indicators/index.ts';
import type { Query } from '#lib/query/query.ts';
import type { ReleaseLists } from '#lib/state/release-lists.ts';
import { competitionQuery, resultsQuery } from '#lib/views/competitions/competition-queries.ts';
import { registerQuery } from '#lib/views/competitions/queries.ts';
import { divisionsQuery, matrixQuery, sectionsQuery, unionSystemsQuery } from '#lib/views/industries/queries.ts';
import { noFilters, type Filters } from '#lib/filters/filters.ts';
import { disobeyed } from '#lib/views/filter-choices.ts';
import { campaignsQuery } from '#lib/indicators/known-campaigns.ts';
import { measuresQuery } from '#lib/indicators/known-measures.ts';
import { completenessOf, memberRows, rankRows } from '#lib/views/member-rows.ts';
import { industriesQuery, placeQuery, regionsQuery } from '#lib/views/overview/queries.ts';
import { progressOf, targetFor, targetPeriodsOf } from '#lib/views/overview/target.ts';
import { shownPeriod } from '#lib/views/panel-facts.ts';
import { profileQuery } from '#lib/views/regions/queries.ts';
import { figureOver } from '#lib/views/spans.ts';
import { targetsQuery } from '#lib/views/stated-targets.ts';
import { fixtureScope, known, openFixture } from './fixture.ts';

let connector: Connector;
let lists: ReleaseLists;
beforeAll(async () => ({ connector, lists } = await openFixture()));
afterAll(() => connector.close());

async function ask<T>(query: Query<T>): Promise<T> {
	return query.parse(await connector.query(query.sql));
}

test('one statement gives tiles and trend: figure, comparison, completeness', async () => {
	const scope = fixtureScope(lists);
	const figures = await ask(placeQuery(scope, [known('participations'), known('participation_rate')], []));
	const now = figureOver(figures, { region: '50' }, scope.spans.current, known('participations'));
	expect(now).toMatchObject({ value: 300, complete: false, partsReported: 2, partsExpected: 3 });
	expect(figureOver(figures, { region: '50' }, scope.spans.base, known('participations'))?.value).toBe(250);
	expect(figures.value({ indicator: 'participation_rate', region: '50', period: '2026Q2' })).toBe(25);
	expect(
		scope.spans.trail.map((period) => figures.value({ indicator: 'participations', region: '50', period }))
	).toEqual([200, 250, 100, 300]);
});

test('the year to date adds up quarters, this year against last', async () => {
	const scope = fixtureScope(lists, { comparison: 'ytd' });
	const figures = await ask(placeQuery(scope, [scope.indicator], []));
	expect(figureOver(figures, { region: '50' }, scope.spans.current, scope.indicator)?.value).toBe(400);
	expect(figureOver(figures, { region: '50' }, scope.spans.base, scope.indicator)?.value).toBe(450);
});

test('the cumulative figure adds up every quarter so far and compares with nothing', async () => {
	const scope = fixtureScope(lists, { comparison: 'cumulative' });
	expect(scope.spans).toMatchObject({ current: ['2025Q1', '2025Q2', '2026Q1', '2026Q2'], base: [] });
	const figures = await ask(placeQuery(scope, [scope.indicator, known('competitions_held')], []));
	// 200 + 250 + 100 + 300, the last of two districts out of three.
	expect(figureOver(figures, { region: '50' }, scope.spans.current, scope.indicator)).toMatchObject({
		...{ value: 850, complete: false, periodsKnown: 4 }
	});
	// The register begins in 2026Q2: 2 + 1, and nothing before that is missing.
	expect(figureOver(figures, { region: '50' }, scope.spans.current, known('competitions_held'))).toMatchObject({
		...{ value: 3, complete: true, periodsKnown: 1 }
	});
	expect(shownPeriod(scope)).toBe('截至2026年二季度历年累计');
});

test('a region that did not report is missing, never 0, and is listed; one that owes nothing is not', async () => {
	const scope = fixtureScope(lists);
	const rows = memberRows(scope.members, 'region', await ask(regionsQuery(scope)), scope);
	expect(rows.map(({ key, value, base }) => [key, value, base])).toEqual([
		['5001', 200, 100],
		['5002', 100, 150],
		['5003', null, null],
		['5009', null, null]
	]);
	const completeness = completenessOf(rows, scope.indicator);
	expect(completeness).toMatchObject({ reported: 2, expected: 3 });
	expect(completeness?.missing.map(({ key }) => key)).toEqual(['5003']);
	expect(rankRows(rows, scope.indicator).map(({ key, rank }) => [key, rank])).toEqual([
		['5001', 1],
		['5002', 2],
		['5003', null],
		['5009', null]
	]);
});

test('a selected region stays among its siblings; groups are a level of their own', async () => {
	expect(fixtureScope(lists, { region: '5001' }).members.map(({ key }) => key)).toEqual([
		'5001',
		'5002',
		'5003',
		'5009'
	]);
	const scope = fixtureScope(lists, { level: 'groups' });
	expect(scope.members.map(({ key, codes }) => [key, codes])).toEqual([['group:east', ['5001', '5002']]]);
	const figures = await ask(regionsQuery(scope));
	expect(figures.value({ indicator: 'participations', region: 'group:east', period: '2026Q2' })).toBe(300);
});

test('industries and the matrix of regions and industries', async () => {
	const scope = fixtureScope(lists);
	const sections = await ask(industriesQuery(scope));
	expect(sections.value({ indicator: 'participations', industry: 'C', period: '2026Q2' })).toBe(180);
	const matrix = await ask(matrixQuery(scope));
	expect(matrix.value({ indicator: 'participations', region: '5001', industry: 'C', period: '2026Q2' })).toBe(150);
	expect(matrix.at({ indicator: 'participations', region: '5002', industry: 'C', period: '2026Q2' })).toBeNull();
	expect(
		(await ask(sectionsQuery(scope, [scope.indicator]))).value({
			indicator: 'participations',
			industry: 'all',
			period: '2026Q2'
		})
	).toBe(300);
	expect((await ask(divisionsQuery(scope, 'C'))).rows).toEqual([]);
	const systems = await ask(unionSystemsQuery(scope, known('competitions_held')));
	expect(systems.value({ indicator: 'competitions_held', unionSystem: 'railway', period: '2026Q2' })).toBe(2);
});

test('a target counts what was reached since its first year', async () => {
	const scope = fixtureScope(lists);
	const target = targetFor(await ask(targetsQuery), scope.indicator, scope);
	expect(target?.target).toBe(1000);
	if (!target) return;
	const periods = targetPeriodsOf(target, scope.indicator, scope, 'calendar');
	expect(periods).toEqual(expect.arrayContaining(['2026Q1', '2026Q2']));
	const figures = await ask(placeQuery(scope, [scope.indicator], periods));
	// 100 in the first quarter and 300 in the second of 1,000, with 181 of 365 days gone.
	const pace = progressOf(target, scope.indicator, scope, figures, 'calendar');
	expect(pace).toMatchObject({ value: 400, completion: 0.4 });
	expect(pace?.pace).toBeCloseTo(0.4 - 181 / 365, 6);
	const nowhere = fixtureScope(lists, { region: '5003' });
	expect(progressOf({ ...target, region: '5003' }, scope.indicator, nowhere, figures, 'calendar')).toBeNull();
});

test('a target is told by any name of its indicator, and by no other', async () => {
	const scope = fixtureScope(lists);
	const [stated] = await ask(targetsQuery);
	if (!stated) throw new Error('no target');
	const targets = [{ ...stated, indicator: '劳动和技能竞赛场次' }];
	expect(targetFor(targets, known('competitions_held'), scope)?.indicator).toBe('劳动和技能竞赛场次');
	expect(targetFor(targets, scope.indicator, scope)).toBeNull();
});

test('the register obeys period, region and industry with its divisions', async () => {
	const ids = async (filters: Parameters<typeof fixtureScope>[1], everything = false) =>
		(await ask(registerQuery(fixtureScope(lists, filters), everything))).rows.map(({ id }) => id);
	expect(await ids({})).toEqual(['JS2', 'JS1']);
	expect(await ids({ industry: 'C' })).toEqual(['JS2', 'JS1']);
	expect(await ids({ region: '5002' })).toEqual([]);
	expect(await ids({}, true)).toEqual(['JS2', 'JS1', 'JS3']);
	expect(await ids({ region: 'group:east', industry: 'E' }, true)).toEqual(['JS3']);
});

test('one competition with its results; an unknown id is nothing', async () => {
	expect(await ask(competitionQuery('JS1'))).toMatchObject({
		id: 'JS1',
		participations: 10,
		start: '2026-04-02',
		budget: null
	});
	expect(await ask(competitionQuery(`x' OR 1=1 --`))).toBeNull();
	expect((await ask(resultsQuery('JS1'))).map(({ entrantId, total }) => [entrantId, total])).toEqual([
		['1', 90.5],
		['2', 91]
	]);
});

test('a filter of another register is refused with its reason, campaigns by what the release names', async () => {
	const campaigns = await ask(campaignsQuery);
	expect([...campaigns]).toEqual([['competitions', new Set(['all'])]]);
	const why = (id: string, filters: Partial<Filters>) =>
		disobeyed(known(id), { ...noFilters, ...filters }, 'zh', campaigns);
	expect(why('competitions_held', { kind: 'skills', unionSystem: 'railway' })).toEqual({});
	expect(
		Object.keys(why('studios', { kind: 'skills', competitionLevel: 'municipal', unionSystem: 'railway' }))
	).toEqual([...['competitionLevel', 'kind']]);
	expect(why('competitions_held', { campaign: '建功立业' }).campaign).toMatch(/主题不在本指标的来源（竞赛台账）/);
	expect(why('honours', { campaign: '建功立业' }).campaign).toMatch(/荣誉台账/);
});

test('every indicator can be asked of a region and its peers under every filter', async () => {
	expect(await ask(measuresQuery)).toContain('competitions.count');
	for (const filters of [
		{},
		{ industry: 'C' },
		{ ownership: 'nonpublic' },
		{ unionSystem: 'railway', kind: 'skills', competitionLevel: 'municipal', campaign: 'x' }
	]) {
		const scope = fixtureScope(lists, { ...filters, region: '5001' });
		expect(
			(await ask(profileQuery(scope, indicators, scope.members))).rows.every(({ region }) => region !== null)
		).toBe(true);
	}
});
