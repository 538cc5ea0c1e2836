import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Connector } from '#lib/engine/connector.ts';
import { openNative } from '#lib/engine/native.ts';
import type { Batch } from '#lib/import/batch.ts';
import { overlayDrafts } from '#lib/release/overlay.ts';
import { Sql } from '#lib/sql/sql.ts';
import { openWasmInNode } from '../engine/wasm-in-node.ts';
import { batch, openBuilt, profile } from './fixture.ts';

/** Opens a release of `base` in `db` and lays `drafts` over it. */
async function lay(db: Connector, base: readonly Batch[], drafts: readonly Batch[]): Promise<void> {
	await openBuilt(db, base);
	await overlayDrafts(db, { profile: profile(), drafts });
}

async function texts(db: Connector, statement: string): Promise<unknown[]> {
	return (await db.query(new Sql(`SELECT text FROM (${statement}) ORDER BY text`))).map((row) => row.text);
}
const facts = `SELECT measure || ' ' || region || ' ' || period || ' ' || CAST(CAST(value AS DOUBLE) AS VARCHAR) AS text FROM fact`;
const competitions = `SELECT concat_ws(' ', competition_id, name, participants, occupation) AS text FROM competitions`;
const studios = `SELECT studio_id || ' ' || name AS text FROM studios`;

describe.each([
	['native', () => openNative()],
	['wasm', () => openWasmInNode()]
] as const)('%s: drafts over a release', (_, open) => {
	let db: Connector;
	beforeEach(async () => void (db = await open()));
	afterEach(() => db.close());

	const report = batch('summary', 'period,region,participants,trainees\n2024,12,5,8\n2023,12,4,7\n2024,11,1,1');

	test('a replacing report takes what the release had for its region and period, and nothing else', async () => {
		await lay(db, [report], [batch('summary', 'period,region,participants\n2024,12,7', { mode: 'replace' })]);
		expect(await texts(db, facts)).toEqual([
			'participants 11 2024 1.0',
			'participants 12 2023 4.0',
			'participants 12 2024 7.0',
			'trainees 11 2024 1.0',
			'trainees 12 2023 7.0'
		]);
	});

	test('an upsert changes the cells that it holds; an empty one erases nothing', async () => {
		await lay(db, [report], [batch('summary', 'period,region,participants,trainees\n2024,12,,9', { mode: 'upsert' })]);
		expect(await texts(db, facts)).toContain('participants 12 2024 5.0');
		expect(await texts(db, facts)).toContain('trainees 12 2024 9.0');
	});

	test('a replacing table of figures clears its own indicators only, also where it leaves a cell empty', async () => {
		const metrics = 'indicator,region,period,value\n站点,11,2024,1\n站点,12,2024,2\n会员,11,2024,3\n会员,12,2024,4';
		const wide = 'indicator,region,period,value\n站点,11,2024,9\n资金,12,2024,5';
		await lay(db, [batch('metrics', metrics)], [batch('metrics', wide, { mode: 'replace' })]);
		expect(await texts(db, facts)).toEqual([
			'metric:会员 11 2024 3.0',
			'metric:会员 12 2024 4.0',
			'metric:站点 11 2024 9.0',
			'metric:资金 12 2024 5.0'
		]);
	});

	test('a year-to-date figure that is corrected corrects what was worked out from it', async () => {
		const earlier = batch('summary', 'period,region,participants\n2024Q1c,12,10\n2024Q2c,12,25\n2024Q3c,12,31');
		await lay(db, [earlier], [batch('summary', 'period,region,participants\n2024Q2c,12,20', { mode: 'upsert' })]);
		expect(await texts(db, facts)).toEqual([
			'participants 12 2024H1 20.0',
			'participants 12 2024Q1 10.0',
			'participants 12 2024Q2 10.0',
			'participants 12 2024Q3 11.0'
		]);
	});

	const list = batch(
		'competitions',
		`competition_id,name,kind,level,occupation,start_date,participants,region
		J1,赛一,skills,municipal,焊工,2024-05-02,30,12
		J2,赛二,skills,municipal,,2024-06-02,40,12
		J3,赛三,skills,municipal,,2023-06-02,50,12
		J4,赛四,skills,municipal,,2024-06-02,60,11`
	);
	const header = 'competition_id,name,kind,level,start_date,participants,region';

	test('a replacing register takes its region’s rows of the year, also those it does not name', async () => {
		const again = batch('competitions', `${header}\nJ1,赛一,skills,municipal,2024-05-02,31,12`, { mode: 'replace' });
		await lay(db, [list], [again]);
		expect(await texts(db, competitions)).toEqual(['J1 赛一 31', 'J3 赛三 50', 'J4 赛四 60']);
		expect(
			await texts(
				db,
				`SELECT CAST(CAST(sum(value) AS DOUBLE) AS VARCHAR) AS text FROM register_fact WHERE measure = 'competitions.participants'`
			)
		).toEqual(['141.0']);
	});

	test('what a replacing draft clears stays cleared when a later draft takes over its own row', async () => {
		const again = batch('competitions', `${header}\nJ1,赛一,skills,municipal,2024-05-02,31,12`, { mode: 'replace' });
		const later = batch('competitions', `${header}\nJ1,赛一改,skills,municipal,2024-05-02,,12`, { mode: 'upsert' });
		await lay(db, [list], [again, later]);
		expect(await texts(db, competitions)).toEqual(['J1 赛一改 31', 'J3 赛三 50', 'J4 赛四 60']);
	});

	test('an upsert of a register keeps what it leaves empty or has no column for', async () => {
		const change = batch('competitions', `${header}\nJ1,赛一改,skills,municipal,,,12\nJ9,赛九,skills,county,,1,12`, {
			mode: 'upsert'
		});
		await lay(db, [list], [change]);
		expect(await texts(db, competitions)).toEqual([
			'J1 赛一改 30 焊工',
			'J2 赛二 40',
			'J3 赛三 50',
			'J4 赛四 60',
			'J9 赛九 1'
		]);
	});

	test('a list of what there is takes the place of its region’s list, whatever the dates', async () => {
		const first =
			'studio_id,kind,name,founded,region\nS1,model,甲,2019-03-01,12\nS2,model,乙,2021-03-01,12\nS3,model,丙,,11';
		const again = 'studio_id,kind,name,founded,region\nS2,model,乙,2021-03-01,12';
		await lay(db, [batch('studios', first)], [batch('studios', again, { mode: 'replace' })]);
		expect(await texts(db, studios)).toEqual(['S2 乙', 'S3 丙']);
	});

	test('rows that lack a part of their key are told apart by the rest', async () => {
		const results = 'competition_id,event,entrant_id,total,region\nJ1,,1,80,12\nJ1,,2,70,12';
		await lay(
			db,
			[batch('results', results)],
			[batch('results', 'competition_id,event,entrant_id,total,region\nJ1,,2,75,12')]
		);
		const rows = `SELECT entrant_id || ' ' || CAST(CAST(total AS DOUBLE) AS VARCHAR) AS text FROM results`;
		expect(await texts(db, rows)).toEqual(['1 80.0', '2 75.0']);
	});

	test('a target is replaced by region and year, and an upsert keeps what it leaves empty', async () => {
		const first = batch(
			'targets',
			'indicator,region,start_year,end_year,target,unit\n站点,12,2022,2027,100,个\n会员,12,2022,2027,9,人\n站点,11,2022,2027,1,个'
		);
		const upsert = batch('targets', 'indicator,region,end_year,target,unit\n站点,11,2027,2,', { mode: 'upsert' });
		const replace = batch('targets', 'indicator,region,end_year,target\n站点,12,2027,120', { mode: 'replace' });
		await lay(db, [first], [upsert, replace]);
		const rows = `SELECT concat_ws(' ', indicator, region, CAST(CAST(target AS DOUBLE) AS VARCHAR), start_year, unit) AS text FROM target`;
		expect(await texts(db, rows)).toEqual(['站点 11 2.0 2022 个', '站点 12 120.0']);
	});

	test('what a batch brought and what of it counts', async () => {
		await lay(
			db,
			[report, list],
			[
				batch('summary', 'period,region,participants\n2024,12,7', { mode: 'upsert' }),
				batch('competitions', `${header}\nJ1,赛一改,skills,municipal,,,12`, { mode: 'upsert' })
			]
		);
		expect(await db.query(new Sql('SELECT dataset, brought, in_use FROM batch ORDER BY position'))).toEqual([
			{ dataset: 'summary', brought: 6, in_use: 5 },
			{ dataset: 'competitions', brought: 4, in_use: 3 },
			{ dataset: 'summary', brought: 1, in_use: 1 },
			{ dataset: 'competitions', brought: 1, in_use: 1 }
		]);
		const parts = (id: string) =>
			texts(db, `SELECT concat_ws(' ', split, code, brought, in_use) AS text FROM batch_part WHERE batch = '${id}'`);
		expect(await parts(report.id)).toEqual([
			'measure participants 3 2',
			'measure trainees 3 3',
			'region 11 2 2',
			'region 12 4 3'
		]);
		expect(await parts(list.id)).toEqual(['region 11 1 1', 'region 12 3 2']);
	});
});

test('a replacing file of several pieces keeps all its own rows', async () => {
	const db = await openNative();
	const count = 120_000;
	const rows = Array.from({ length: count }, (_, index) => `2024,12,X${index},${index}`);
	const report = batch('summary', `period,region,industry,participants\n${rows.join('\n')}`, { mode: 'replace' });
	const entries = Array.from({ length: count }, (_, index) => `J${index},赛,skills,municipal,2024-05-02,12`);
	const list = batch('competitions', `competition_id,name,kind,level,start_date,region\n${entries.join('\n')}`, {
		mode: 'replace'
	});
	expect(report.csv.length).toBeGreaterThan(2 * 1024 * 1024);
	expect(list.csv.length).toBeGreaterThan(2 * 1024 * 1024);
	await lay(db, [batch('summary', 'period,region,participants\n2024,12,1')], [report, list]);
	expect(await texts(db, `SELECT CAST(count(*) AS VARCHAR) AS text FROM fact`)).toEqual([String(count)]);
	expect(await texts(db, `SELECT CAST(count(*) AS VARCHAR) AS text FROM competitions`)).toEqual([String(count)]);
	await db.close();
});
