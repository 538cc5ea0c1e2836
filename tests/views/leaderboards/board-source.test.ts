import { beforeAll, expect, test } from 'vitest';
import type { Connector } from '#lib/engine/connector.ts';
import { indicators } from '#lib/indicators/index.ts';
import { pursuits } from '#lib/leaderboard/pursuit.ts';
import { Sql } from '#lib/sql/sql.ts';
import type { ReleaseLists } from '#lib/state/release-lists.ts';
import {
	askBoard,
	askHistory,
	boardById,
	boardFrom,
	boardsOf,
	competitionBoards,
	releaseName,
	titleUnder,
	withShownNames,
	type BoardAnswer,
	type BoardHome
} from '#lib/views/leaderboards/board-source.ts';
import type { Filters } from '#lib/filters/filters.ts';
import { fixtureScope, openFixture } from '../fixture.ts';

let connector: Connector;
let lists: ReleaseLists;
let home: BoardHome;

beforeAll(async () => {
	({ connector, lists } = await openFixture());
	const add = (text: string) => connector.run(new Sql(text));
	await add(
		`INSERT INTO results (competition_id, event, entrant_id, entrant, team, total, time, award, status, rank_published) VALUES
			('JS2', '电工', '1', '张三丰', '甲队', 90.5, 600, 'gold', NULL, 1), ('JS2', '电工', '2', '李四', '乙队', 90.5, 600, 'second', NULL, 2),
			('JS2', '电工', '3', '王五', '甲队', 80, 500, NULL, 'guest', NULL), ('JS2', '电工', '4', '赵六', NULL, NULL, NULL, NULL, 'absent', NULL),
			('JS2', '焊工', '1', '钱七', '乙队', 70.25, 300, 'first', NULL, 1)`
	);
	await add(
		`INSERT INTO studios (studio_id, name, kind, region, founded, patents, transferred, economic_benefit) VALUES
			('G1', '一室', 'worker', '5001', NULL, 3, 1, 1000), ('G2', '二室', 'worker', '5002', NULL, 3, 2, 5),
			('G3', '三室', 'model-worker', '5002', NULL, NULL, NULL, NULL), ('G4', '学院', 'academy', '5001', NULL, 99, 9, 9)`
	);
	const batches = ['results', 'studios'].map((dataset) => ({ dataset, rowsLoaded: 1 }));
	home = {
		profile: {
			highlights: ['participations', 'participation_rate', 'competitions_held'],
			regionNoun: { zh: '区县', en: 'districts' }
		},
		indicators: [...indicators],
		lists: { groups: lists.groups, batches: batches as never }
	};
});

async function answer(id: string, filters: Partial<Filters> = {}, against: string | null = null): Promise<BoardAnswer> {
	const board = boardById(id, home);
	if (!board) throw new Error(`No board ${id}`);
	const asked = askBoard(board, fixtureScope(lists, filters), 'r1', against);
	const rows = await Promise.all(
		asked.all.map(async (query) => query && query.parse(await connector.query(query.sql)))
	);
	return asked.combine(rows);
}

const places = (found: BoardAnswer, group = '') =>
	boardFrom(found)
		.groups.find(({ key }) => key === group)
		?.rows.map(({ entry, rank, reason }) => `${rank ?? reason?.code} ${entry.name}`);

test('totals and rates are boards apart, each of the main indicators of its kind', () => {
	const { boards, problems } = boardsOf(home);
	expect(problems).toEqual([]);
	const kinds = Object.fromEntries(boards.map(({ rules }) => [rules.id, rules.kind]));
	expect(kinds).toMatchObject({
		'region-participations': 'measure',
		'region-participation_rate': 'rate',
		'group-competitions_held': 'measure',
		'industry-participation_rate': 'rate',
		'medals-region': 'medals',
		'points-organisation': 'points',
		'progress-participations': 'progress',
		'combined-region': 'combined',
		'studio-patents': 'measure'
	});
	expect(boards.some(({ rules }) => rules.kind === 'rate' && rules.minimumDenominator === undefined)).toBe(false);
	expect(new Set(boards.map(({ rules }) => rules.id)).size).toBe(boards.length);
	expect(boards.find(({ rules }) => rules.id === 'region-participations')?.rules.title.zh).toBe('参赛人次区县榜');
});

test('a board that the release has nothing for is not listed', () => {
	const bare: BoardHome = { ...home, indicators: [], lists: { groups: [], batches: [] } };
	expect(boardsOf(bare).boards).toEqual([]);
	expect(boardById('region-participations', bare)).toBeNull();
	expect(competitionBoards('JS1', bare)).toEqual([]);
});

test('a profile adds a board, and replaces one, by its JSON alone; a mistake names its place', () => {
	const own = [
		{
			id: 'mine',
			source: { from: 'indicators', by: 'industry', values: { value: 'competitions_held' }, period: 'year-to-date' },
			title: '我的榜',
			kind: 'measure',
			entity: 'industry',
			tiers: [{ id: 'a', label: '标兵', count: 1, cut: 'all-up' }]
		},
		{
			id: 'region-{indicator}',
			each: 'rates',
			source: { from: 'indicators', by: 'region' },
			title: '{indicator}榜',
			kind: 'rate',
			entity: 'region',
			minimumDenominator: 5000
		},
		{ id: 'wrong', source: { from: 'indicators', by: 'planet' }, title: '错', kind: 'measure', entity: 'region' }
	];
	const { boards, problems } = boardsOf({ ...home, profile: { ...home.profile, boards: own } });
	expect(boards.find(({ rules }) => rules.id === 'mine')).toMatchObject({
		rules: { tiers: [{ id: 'a' }] },
		source: { period: 'year-to-date' }
	});
	const rate = boards.filter(({ rules }) => rules.id === 'region-participation_rate');
	expect(rate.map(({ rules }) => rules.minimumDenominator)).toEqual(['5000']);
	expect(problems.map(({ index, problem }) => [index, problem.code, problem.details['path']])).toEqual([
		[2, 'RULE_CHOICE', 'source.by'],
		[2, 'RULE_MISSING', 'source.values']
	]);
});

test('figures of regions are those of the roll-up, with the unreported listed and last year as baseline', async () => {
	const found = await answer('region-participations');
	const plain = await connector.query(
		new Sql(
			`SELECT region, CAST(value AS VARCHAR) AS value FROM rollup WHERE measure = 'participations' AND period = '2026Q2'
			AND industry = 'all' AND region IN (SELECT code FROM region WHERE parent = '50') ORDER BY region`
		)
	);
	const eligible = found.entries.filter(({ standing }) => standing === 'eligible');
	expect(eligible.map(({ key, values }) => ({ region: key, value: `${values['value']}.0000` }))).toEqual(plain);
	expect(places(found)).toEqual(['1 甲区', '2 乙区', 'NOT_REPORTED 丙区']);
	const board = boardFrom(found);
	expect(board.groups[0]).toMatchObject({
		completeness: { reported: 2, expected: 3, missing: [{ key: '5003' }] },
		provisional: true,
		movement: { baseline: '2025年二季度' }
	});
	// 100 against 150 last year: the first was second, the second was first.
	expect(board.groups[0]?.rows.map(({ movement }) => movement)).toEqual([1, -1, null]);
	expect(found.context.filters).toEqual({ period: '2026Q2', region: '50' });
});

test('another period takes the place of that of the filters; with none there is no movement and a reason', async () => {
	expect((await answer('region-participations', {}, '2025Q1')).before).toBeNull();
	const none = boardFrom(await answer('region-participations', { comparison: 'none' }));
	expect(none.groups[0]?.movement).toEqual({ baseline: null, reason: { code: 'BASELINE_NONE', details: {} } });
});

test('the year to date adds up exactly and is provisional while a quarter is missing', async () => {
	const found = await answer('industry-participations', { comparison: 'ytd' });
	expect(found.name).toBe('2026年一季度–2026年二季度');
	expect(found.entries.map(({ key, values, provisional }) => [key, values['value'], provisional])).toEqual([
		['C', '180', true],
		['E', '120', true]
	]);
});

test('a rate keeps its two sides as whole numbers, so that what closes a gap can be counted', async () => {
	await connector.run(
		new Sql(
			`INSERT INTO rollup (measure, region, industry, ownership, period, value, how, complete)
				SELECT measure, region, 'all', 'all', '2026Q1', value, 'reported', TRUE FROM (VALUES ('participants', '5001', 30), ('workers_total', '5001', 200),
				('participants', '5002', 50), ('workers_total', '5002', 500)) AS t(measure, region, value)`
		)
	);
	const found = await answer('region-participation_rate', { period: '2026Q1' });
	expect(found.entries[0]?.values['value']).toEqual({ numerator: '30', denominator: '200' });
	// 15 % of 500 is 75.
	const [group] = boardFrom(found).groups;
	expect(group && pursuits(found.rules, group)[1]?.steps).toEqual({ level: '25', pass: '26' });
});

test('where nobody knows the denominator there is no rank', async () => {
	const found = await answer('region-participation_rate');
	expect(places(found)).toEqual(['NOT_REPORTED 甲区', 'NOT_REPORTED 乙区', 'NOT_REPORTED 丙区']);
});

test('a register owes nobody a report: regions without entries are not on the board', async () => {
	const found = await answer('region-competitions_held');
	expect(places(found)).toEqual(['1 甲区', '2 乙区']);
	expect(found.context.expected).toBeUndefined();
	expect(boardFrom(found).groups[0]?.provisional).toBe(false);
});

test('progress is measured from the periods that the page compares with', async () => {
	const found = await answer('progress-participations');
	const rows = boardFrom(found).groups[0]?.rows ?? [];
	// 100 → 200 is +100 %, 150 → 100 is −1/3.
	expect(rows.map(({ entry, rank, value }) => [entry.key, rank, value])).toEqual([
		['5001', 1, '1'],
		['5002', 2, { numerator: '-1', denominator: '3' }],
		['5003', null, null]
	]);
	expect(found.before).toBeNull();
});

test('of small counts a smaller base will do than of people', () => {
	const least = (id: string) => boardById(`progress-${id}`, home)?.rules.progress?.minimumBase;
	expect([least('participations'), least('participation_rate'), least('competitions_held')]).toEqual([
		'100',
		'100',
		'5'
	]);
});

test('a competition is ranked event by event; equal on all is tied, guests and the absent have no rank', async () => {
	const found = await answer('competition-JS2');
	expect(found.title).toBe('竞赛JS2 赛项排名');
	const draft = { ...found.rules, title: { zh: 'JS2 决赛', en: 'Final of JS2' } };
	expect(titleUnder(found, draft)).toBe('竞赛JS2 决赛');
	expect(places(found, '电工')).toEqual(['1 张三丰', '1 李四', 'GUEST 王五', 'ABSENT 赵六']);
	expect(places(found, '焊工')).toEqual(['1 钱七']);
	const differing = boardFrom(found).groups.flatMap(({ rows }) => rows.filter(({ published }) => published?.differs));
	expect(differing.map(({ entry, published }) => [entry.key, published?.because?.code])).toEqual([
		['2', 'PUBLISHED_SEQUENTIAL']
	]);
	// Filters of the page say nothing about a list of results.
	expect((await answer('competition-JS2', { region: '5003', comparison: 'none' })).context).toEqual(found.context);
});

test('names of people are those that the board’s policy shows', async () => {
	const found = withShownNames(await answer('competition-JS2'));
	expect(found.entries.map(({ name }) => name)).toEqual(['钱*', '张*', '李*', '王*', '赵*']);
	const teams = await answer('team-medals-JS2');
	expect(withShownNames(teams)).toBe(teams);
});

test('teams and their medals are made of the members’ results', async () => {
	// 乙队: 90.5 + 70.25; 甲队 has one official result, its guest adds nothing.
	expect(places(await answer('teams-JS2'))).toEqual(['1 乙队', 'TEAM_INCOMPLETE 甲队']);
	const medals = boardFrom(await answer('team-medals-JS2')).groups[0]?.rows ?? [];
	expect(medals.map(({ entry, rank }) => [entry.key, rank, entry.values['gold'], entry.values['silver']])).toEqual([
		['乙队', 1, 1, 1],
		['甲队', 2, 1, 0]
	]);
});

test('organisations stand by the medals of their teams', async () => {
	const found = await answer('medals-organisation');
	const plain = await connector.query(
		new Sql(
			`SELECT r.team, CAST(count(*) FILTER (award IN ('gold', 'first')) AS INTEGER) AS gold FROM results r JOIN competitions c USING (competition_id)
			WHERE c.start_date BETWEEN '2026-04-01' AND '2026-06-30' AND team IS NOT NULL GROUP BY team ORDER BY gold DESC, team`
		)
	);
	const ranked = boardFrom(found).groups[0]?.rows ?? [];
	expect(ranked.map(({ entry, value }) => ({ team: entry.key, gold: value }))).toEqual(
		plain.map(({ team, gold }) => ({ team, gold }))
	);
});

test('studios by output: what is unknown is not 0, other kinds take no part', async () => {
	expect(places(await answer('studio-patents'))).toEqual(['1 二室', '2 一室', 'NO_VALUE 三室']);
	expect(places(await answer('studio-benefit', { region: '5002' }))).toEqual(['1 二室', 'NO_VALUE 三室']);
});

test('a history has a board for every period of the trail that has figures', async () => {
	const board = boardById('region-participations', home);
	const asked = board && askHistory(board, fixtureScope(lists), 'r1');
	if (!asked) throw new Error('No history');
	const rows = await Promise.all(
		asked.all.map(async (query) => query && query.parse(await connector.query(query.sql)))
	);
	expect(asked.combine(rows).boards.map(({ name }) => name)).toEqual(['2025年二季度', '2026年二季度']);
	const studios = boardById('studio-patents', home);
	expect(studios && askHistory(studios, fixtureScope(lists), 'r1')).toBeNull();
});

test('a release with drafts over it is another one', () => {
	const manifest = { id: 'abc', batches: [{ id: 'b1' }] };
	expect(releaseName(manifest, [{ id: 'b1' }])).toBe('abc');
	expect(releaseName(manifest, [{ id: 'b1' }, { id: 'd1' }])).toBe('abc+d1');
});
