import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openNative } from '#lib/engine/native.ts';
import { noFilters } from '#lib/filters/filters.ts';
import { indicatorById } from '#lib/indicators/index.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { readDeclared } from '#lib/leaderboard/declared.ts';
import { readRules } from '#lib/leaderboard/read-rules.ts';
import type { BoardRules } from '#lib/leaderboard/rules.ts';
import { studioKinds } from '#lib/leaderboard/studio-entries.ts';
import { runQuery } from '#lib/query/query.ts';
import { attachDetail } from '#lib/release/open-release.ts';
import { detailTables } from '#lib/release/registers.ts';
import { releaseFormat } from '#lib/release/rules.ts';
import { createTable } from '#lib/release/tables.ts';
import { identifier, literal, Sql } from '#lib/sql/sql.ts';
import { readLists } from '#lib/state/release-lists.ts';
import { askBoard, boardFrom } from '#lib/views/leaderboards/board-source.ts';
import { scopeOf, type Scope } from '#lib/views/scope.ts';
import usual from '../../data/boards/usual.json' with { type: 'json' };
import { run } from '../../src/cli/commands/board.ts';
import { openReleaseFolder } from '../../src/cli/query/release.ts';
import { handMadeRelease } from '../indicators/hand-made-release.ts';

let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'gongbang-board-release-'));
	const connector = await openNative({ folder });
	const attach = (file: string, name: string) =>
		connector.run(new Sql(`ATTACH ${literal(connector.fileName(file)).text} AS ${name}`));
	await attach('summary.duckdb', 'made');
	await handMadeRelease(connector, identifier('made'));
	await attach('detail.duckdb', 'detail');
	for (const table of detailTables) await connector.run(createTable(identifier('detail'), table));
	await connector.run(
		new Sql(`INSERT INTO detail.competitions BY NAME SELECT * FROM (VALUES
			('J1', '示例焊接大赛', '110000', DATE '2024-02-10'), ('J2', '示例电工大赛', '120000', DATE '2024-05-10'),
			('J3', '示例往年大赛', '110000', DATE '2023-05-10')) t(competition_id, name, region, start_date)`)
	);
	await connector.run(
		new Sql(`INSERT INTO detail.results BY NAME SELECT * FROM (VALUES
			('J1', '焊工', '1', '张三', '甲队', '甲厂', 90.5, 600, 'gold', NULL, 1), ('J1', '焊工', '2', '李四', '乙队', '乙厂', 90.5, 610, 'second', NULL, 1),
			('J1', '焊工', '3', '王五', '乙队', '乙厂', 99, 500, 'gold', 'guest', NULL), ('J1', '钳工', '1', '赵六', '乙队', '乙厂', 80, 300, 'first', NULL, 1),
			('J1', '钳工', '2', '钱七', '甲队', '甲厂', NULL, NULL, NULL, 'absent', NULL), ('J1', '钳工', '3', '孙八', '甲队', '甲厂', 70, 300, 'bronze', NULL, 2),
			('J2', '电工', '1', '周九', '丙队', '丙厂', 88, 400, 'gold', NULL, 1),
			('J3', '电工', '1', '吴十', '丙队', '丙厂', 88, 400, 'gold', NULL, 1)
		) t(competition_id, event, entrant_id, entrant, team, org_unit, total, "time", award, status, rank_published)`)
	);
	await connector.run(
		new Sql(`INSERT INTO detail.studios BY NAME SELECT * FROM (VALUES
			('G1', '一室', 'worker', '110000', 'C', DATE '2022-05-01', 3, 1, 1000.5), ('G2', '二室', 'team', '120000', 'C', NULL, 3, 2, 34743),
			('G3', '三室', 'model-worker', '110000', 'E', DATE '2024-05-01', NULL, NULL, NULL), ('G4', '学院', 'academy', '110000', 'C', NULL, 99, 9, 9),
			('G5', '五室', 'alliance', '120000', 'E', DATE '2024-02-01', 3, 2, 34743), ('G6', '六室', 'craftsman', '110000', 'E', NULL, 7, 1, 34743.01)
		) t(studio_id, name, kind, region, industry, founded, patents, transferred, economic_benefit)`)
	);
	await connector.run(new Sql('DETACH detail'));
	await connector.close();
	await writeFile(
		join(folder, 'manifest.json'),
		JSON.stringify({ id: 'r1', format: releaseFormat, profile: { home: '100000' } })
	);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function board(rules: object, ...args: string[]) {
	const path = join(folder, 'rules.json');
	await writeFile(path, JSON.stringify({ id: 'test', title: '测试', ...rules }));
	const out: string[] = [];
	const err: string[] = [];
	const spies = [
		vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0),
		vi.spyOn(process.stderr, 'write').mockImplementation((text) => err.push(String(text)) > 0)
	];
	try {
		const code = await run([folder, '--rules', path, ...args]);
		const [, ...rows] = out.join('').trimEnd().split('\n');
		return { code, out: out.join(''), err: err.join(''), rows: rows.map((line) => line.split(',')) };
	} finally {
		for (const spy of spies) spy.mockRestore();
	}
}

const organisations = { kind: 'medals', entity: 'organisation' };
const points = { gold: 5, silver: 3, bronze: 2, merit: 1 };
const chain = [{ field: 'total' }, { field: 'time', direction: 'ascending' }];

test('medals of organisations, with movement: what guests won counts for nobody', async () => {
	const { code, err, rows } = await board(organisations, '--period', '2024');
	expect([code, err]).toEqual([0, '']);
	// 甲厂 a gold and a bronze; 乙厂 a first, a second, its guest’s gold counts for nothing; 丙厂 one gold in 2024.
	expect(rows.map((row) => row.slice(0, 8).join(' '))).toEqual([
		'1  乙厂 乙厂 1 1 0 0',
		'2  甲厂 甲厂 1 0 1 0',
		'3  丙厂 丙厂 1 0 0 0'
	]);
	const moved = await board({ ...organisations, movement: { against: 'period', which: '2024Q1' } }, '--period', '2024');
	// In the first quarter there were 乙 and 甲 alone.
	expect(moved.rows.map((row) => [row[2], row[9]].join(' '))).toEqual(['乙厂 0', '甲厂 0', '丙厂 new']);
});

test('points of organisations, of one region', async () => {
	const { rows } = await board(
		{ ...organisations, kind: 'points', points },
		'--where',
		'region=110000',
		'--period',
		'2024'
	);
	// 甲 5 + 2, 乙 5 + 3.
	expect(rows.map((row) => row.slice(0, 5).join(' '))).toEqual(['1  乙厂 乙厂 8', '2  甲厂 甲厂 7']);
});

test('people of one competition, event by event, masked, with the published ranks', async () => {
	const rules = { kind: 'results', entity: 'person', groupBy: 'event', chain, names: 'masked' };
	const { code, err, rows, out } = await board(rules, '--where', 'competition=J1');
	expect([code, err]).toEqual([0, '']);
	expect(rows.map((row) => row.slice(0, 7).join(' '))).toEqual([
		'焊工   3 王* 99 500',
		'焊工 1  1 张* 90.5 600',
		'焊工 2  2 李* 90.5 610',
		'钳工 1  1 赵* 80 300',
		'钳工 2  3 孙* 70 300',
		'钳工   2 钱*  '
	]);
	expect(out).toContain('PUBLISHED_CHAIN_CUT');
	expect(out).not.toContain('张三');
});

test('teams of one competition: by their best, and by their medals', async () => {
	const team = { best: 2, field: 'total', places: 1, memberChain: chain };
	const best = await board({ kind: 'results', entity: 'team', team }, '--where', 'competition=J1');
	// 乙 90.5 + 80, its guest adds nothing; 甲 90.5 + 70.
	expect(best.rows.map((row) => row.slice(0, 6).join(' '))).toEqual(['1  乙队 乙队 170.5 1', '2  甲队 甲队 160.5 1']);
	const awards = { first: 'gold', second: 'silver', third: 'bronze' };
	const medals = await board({ kind: 'medals', entity: 'team', awards }, '--where', 'competition=J1');
	expect(medals.rows.map((row) => row.slice(0, 7).join(' '))).toEqual(['1  乙队 乙队 1 1 0', '2  甲队 甲队 1 0 1']);
});

test('the fingerprint is of release, rules and competition', async () => {
	const rules = { kind: 'results', entity: 'person', groupBy: 'event', chain };
	const of = async (competition: string) =>
		JSON.parse((await board(rules, '--where', `competition=${competition}`, '--format', 'json')).out);
	const [one, other] = [await of('J1'), await of('J2')];
	expect(one.source).toEqual({ release: 'r1', competition: 'J1', name: '示例焊接大赛' });
	expect(one.fingerprint).not.toBe(other.fingerprint);
	expect(one.fingerprint).toBe((await of('J1')).fingerprint);
});

test.each([
	['no competition', { kind: 'results', entity: 'person', chain }, [], '成绩最多的有：J1、'],
	[
		'one that is not there',
		{ kind: 'results', entity: 'person', chain },
		['--where', 'competition=J9'],
		'没有竞赛“J9”'
	],
	[
		'a period of a competition',
		{ kind: 'results', entity: 'team', chain },
		['--where', 'competition=J1', '--period', '2024'],
		'没有其他条件（--period）'
	],
	[
		'a field that results do not have',
		{ kind: 'results', entity: 'person', chain: [{ field: '总成绩' }] },
		['--where', 'competition=J1'],
		'没有 总成绩，有：theory、practical、total、time'
	],
	[
		'groups by something else',
		{ kind: 'results', entity: 'person', chain, groupBy: '赛项' },
		['--where', 'competition=J1'],
		'groupBy 应为 event'
	],
	['organisations by an amount', { kind: 'measure', entity: 'organisation' }, [], '单位榜是 medals 或 points'],
	['awards that are not counted', { ...organisations, medals: ['金'] }, [], '没有 金'],
	['groups of regions', { kind: 'measure', entity: 'group' }, [], 'entity 是 group']
])('refused: %s', async (_name, rules, args, words) => {
	const { code, out, err } = await board(rules, ...args);
	expect([code, out, err.split('\n').length]).toEqual([2, '', 2]);
	expect(err).toContain(words);
});

test('a release without results says so', async () => {
	const other = await mkdtemp(join(tmpdir(), 'gongbang-board-bare-'));
	try {
		const connector = await openNative({ folder: other });
		await connector.run(new Sql(`ATTACH ${literal(connector.fileName('summary.duckdb')).text} AS made`));
		await handMadeRelease(connector, identifier('made'));
		await connector.close();
		const path = join(other, 'rules.json');
		await writeFile(path, JSON.stringify({ id: 'x', title: 'x', ...organisations }));
		const spy = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
		const code = await run([other, '--rules', path]);
		expect([code, spy.mock.calls.join('')]).toEqual([2, expect.stringContaining('没有 detail.duckdb')]);
		spy.mockRestore();
	} finally {
		await rm(other, { recursive: true, force: true });
	}
});

describe('studios', () => {
	const studios = {
		kind: 'measure',
		entity: 'studio',
		chain: [{ field: 'patents' }, { field: 'transferred' }, { field: 'benefit' }]
	};
	const line = (row: readonly string[]) => row.slice(0, 7).join(' ');

	test('by the whole chain, ties and those without a figure, academies apart', async () => {
		const { code, err, rows } = await board(studios, '--period', '2024');
		expect([code, err]).toEqual([0, '']);
		expect(rows.map(line)).toEqual([
			'1  G6 六室 7 1 34743.01',
			'2 true G2 二室 3 2 34743',
			'2 true G5 五室 3 2 34743',
			'4  G1 一室 3 1 1000.5',
			'  G3 三室   '
		]);
	});
	test('only those named by the end of the period; of a place, an industry, a kind', async () => {
		expect((await board(studios, '--period', '2023')).rows.map((row) => row[2])).toEqual(['G6', 'G2', 'G1']);
		const of = async (...where: string[]) =>
			(await board(studios, '--period', '2024', ...where.flatMap((each) => ['--where', each]))).rows.map(
				(row) => row[2]
			);
		expect(await of('region=120000')).toEqual(['G2', 'G5']);
		expect(await of('industry=E', 'region=110000')).toEqual(['G6', 'G3']);
		expect(await of('kind=academy')).toEqual(['G4']);
	});
	test('the ranks and figures of the page, for every field and filter', async () => {
		const release = await openReleaseFolder(folder);
		try {
			await attachDetail(release.connector);
			const lists = await readLists((statement) => release.connector.query(statement), '100000');
			for (const field of ['benefit', 'patents', 'transferred', 'projects', 'members', 'trained'])
				for (const filters of [{}, { region: '110000' }, { industry: 'C' }, { period: '2023' }] as readonly Partial<
					Record<'region' | 'industry' | 'period', string>
				>[]) {
					const told = { ...noFilters, region: '100000', period: '2024', ...filters };
					const json = { id: 'test', title: '测试', kind: 'measure', entity: 'studio', chain: [{ field }] };
					const rules = readRules(json).rules as BoardRules;
					const indicator = indicatorById('studios') as Indicator;
					const scope = scopeOf({ filters: told, lists, homeCode: '100000', indicator, language: 'zh' }) as Scope;
					const source = { from: 'studios', kinds: studioKinds, values: {}, period: 'page' } as const;
					const asked = askBoard({ rules, source, indicators: {} }, scope, 'r1');
					const rows = await Promise.all(asked.all.map((query) => query && runQuery(release.connector, query)));
					const page = boardFrom(asked.combine(rows)).groups.flatMap((group) =>
						group.rows.map(({ rank, tied, entry }) => [
							rank ?? '',
							tied || '',
							entry.key,
							entry.name,
							entry.values[field] ?? ''
						])
					);
					const { period, ...where } = { period: '2024', ...filters };
					const args = Object.entries(where).flatMap(([name, value]) => ['--where', `${name}=${value}`]);
					const { rows: printed } = await board(json, '--period', period ?? '', ...args);
					expect(printed.map((row) => row.slice(0, 5))).toEqual(page.map((row) => row.map(String)));
				}
		} finally {
			await release.connector.close();
		}
	});
	test('those of the product are of these kinds', () => {
		const own = readDeclared(usual).templates.filter(({ source }) => source.from === 'studios');
		expect(own.map(({ source }) => source.kinds)).toEqual(own.map(() => [...studioKinds]));
		expect(own.length).toBeGreaterThan(0);
	});
	test('what cannot be: other fields, groups, other kinds of board; movement is said not to be', async () => {
		expect(await board({ ...studios, chain: [{ field: 'total' }] })).toMatchObject({
			code: 2,
			err: expect.stringContaining('工作室台账没有 total，有：benefit')
		});
		expect(await board({ ...studios, groupBy: 'region' })).toMatchObject({ code: 2, out: '' });
		expect(await board({ id: 'x', kind: 'medals', entity: 'studio' })).toMatchObject({ code: 2, out: '' });
		expect(await board(studios, '--where', 'skill-level=senior')).toMatchObject({ code: 2, out: '' });
		const moved = await board({ ...studios, movement: { against: 'period', which: '2023' } }, '--period', '2024');
		expect([moved.code, moved.err]).toEqual([0, expect.stringContaining('没有各时期的，不能算升降')]);
	});
});
