import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Connector } from '#lib/engine/connector.ts';
import { openNative } from '#lib/engine/native.ts';
import { lockDown } from '#lib/engine/settings.ts';
import type { Batch } from '#lib/import/batch.ts';
import { issueSentence } from '#lib/import/issue-text.ts';
import { compareBatch } from '#lib/release/compare.ts';
import { overlayDrafts } from '#lib/release/overlay.ts';
import { Sql } from '#lib/sql/sql.ts';
import { openWasmInNode } from '../engine/wasm-in-node.ts';
import { batch, openBuilt, profile } from './fixture.ts';

const report = batch(
	'summary',
	'period,region,participants,trainees\n2024Q1,12,500,8\n2024Q2,12,520,9\n2024Q2,11,100,1\n2023Q3,12,480,7',
	{ file: '二季度.csv' }
);
const metrics = batch('metrics', 'indicator,region,period,value\n站点,11,2024,1\n站点,12,2024,2\n会员,12,2024,4', {
	file: '站点.csv'
});
const ledger = batch(
	'competitions',
	`competition_id,name,kind,level,start_date,participants,region
	J1,赛一,skills,municipal,2024-05-02,30,12
	J2,赛二,skills,municipal,2024-06-02,40,12
	J3,赛三,skills,municipal,2024-06-02,60,11`,
	{ file: '台账.csv' }
);
const targets = batch('targets', 'indicator,region,end_year,target\n站点,12,2027,100', { file: '目标.csv' });

describe.each([
	['native', () => openNative()],
	['wasm', () => openWasmInNode()]
] as const)('%s', (engine, open) => {
	let db: Connector;
	beforeEach(async () => {
		db = await open();
		await openBuilt(db, [report, metrics, ledger, targets]);
		if (engine === 'wasm') await lockDown(db, { memoryLimit: '1GB' });
	});
	afterEach(() => db.close());

	const compare = (held: Batch) => compareBatch(db, profile(), held);
	const lines = async (held: Batch) =>
		(await compare(held)).changes.differences.map((one) =>
			[one.kind, one.measure, one.entry ?? one.region, one.period, one.before ?? '-', one.after ?? '-', one.line]
				.filter((word) => word !== null)
				.join(' ')
		);

	test('an append: new, changed and unchanged cells, the largest change first, and who reported them before', async () => {
		const held = batch(
			'summary',
			'period,region,participants,trainees\n2024Q2,12,530,9\n2024Q2,11,90,\n2024Q3,12,540,10'
		);
		const { changes, issues } = await compare(held);
		expect(changes.of).toBe('cells');
		expect(changes.counts).toEqual({ new: 2, changed: 2, unchanged: 1, removed: 0 });
		expect(changes.regions).toEqual([
			{ region: '12', new: 2, changed: 1, unchanged: 1, removed: 0 },
			{ region: '11', new: 0, changed: 1, unchanged: 0, removed: 0 }
		]);
		expect(changes.measures).toEqual([
			{ measure: 'participants', new: 1, changed: 2, unchanged: 0, removed: 0 },
			{ measure: 'trainees', new: 1, changed: 0, unchanged: 1, removed: 0 }
		]);
		expect(await lines(held)).toEqual([
			'changed participants 11 2024Q2 100.0000 90.0000 3',
			'changed participants 12 2024Q2 520.0000 530.0000 2',
			'new trainees 12 2024Q3 - 10.0000 4',
			'new participants 12 2024Q3 - 540.0000 4'
		]);
		expect(issues.map(({ code, severity, line, count }) => [code, severity, line, count])).toEqual([
			['PERIOD_REPEATED', 'W', 2, 2],
			['KEY_DUPLICATE', 'W', 2, 2]
		]);
		expect(issueSentence(issues[0]!, 'zh')).toContain('2 个“填报单位 × 时期”（2024年二季度）此前已由 二季度.csv 报送');
	});

	test('a replace: what the file does not hold any more is removed, and it is only told that this was there', async () => {
		const held = batch('summary', 'period,region,participants\n2024Q2,12,530', { mode: 'replace' });
		const { changes, issues } = await compare(held);
		expect(changes.counts).toEqual({ new: 0, changed: 1, unchanged: 0, removed: 1 });
		expect(await lines(held)).toEqual([
			'removed trainees 12 2024Q2 9.0000 -',
			'changed participants 12 2024Q2 520.0000 530.0000 2'
		]);
		expect(issues.map(({ code, severity }) => [code, severity])).toEqual([['PERIOD_REPEATED', 'I']]);
	});

	test('an upsert touches what it holds', async () => {
		const held = batch('summary', 'period,region,participants,trainees\n2024Q2,12,,10', { mode: 'upsert' });
		expect((await compare(held)).changes.counts).toEqual({ new: 0, changed: 1, unchanged: 0, removed: 0 });
	});

	test('a table of figures is held against its own indicators', async () => {
		const held = batch('metrics', 'indicator,region,period,value\n站点,11,2024,1\n资金,12,2024,9');
		const { changes, issues } = await compare(held);
		expect(changes.counts).toEqual({ new: 1, changed: 0, unchanged: 1, removed: 0 });
		expect(issues.map(({ code, details }) => [code, details.file])).toEqual([['PERIOD_REPEATED', '站点.csv']]);
	});

	test('other figures and breakdowns of the same region and period repeat nothing', async () => {
		const other = batch('summary', 'period,region,suggestions\n2024Q2,12,5');
		expect((await compare(other)).issues).toEqual([]);
		const breakdown = batch('summary', 'period,region,industry,participants\n2024Q2,12,A,260\n2024Q2,12,C,260');
		expect((await compare(breakdown)).issues).toEqual([]);
	});

	test('a register: rows by key, differing fields, rows that a replacing one leaves out', async () => {
		const header = 'competition_id,name,kind,level,start_date,participants,region';
		const rows = 'J1,赛一改,skills,municipal,2024-05-02,30,12\nJ4,赛四,skills,municipal,2024-06-02,1,12';
		const appended = await compare(batch('competitions', `${header}\n${rows}`));
		expect(appended.changes).toMatchObject({ of: 'rows', counts: { new: 1, changed: 1, unchanged: 0, removed: 0 } });
		expect(appended.issues.map(({ code, severity, sample, count }) => [code, severity, sample, count])).toEqual([
			['KEY_DUPLICATE', 'W', 'J1', 1]
		]);
		const replacing = batch('competitions', `${header}\n${rows}`, { mode: 'replace' });
		expect((await compare(replacing)).changes).toMatchObject({
			counts: { new: 1, changed: 1, unchanged: 0, removed: 1 },
			measures: [{ measure: 'name', changed: 1 }]
		});
		expect(await lines(replacing)).toEqual([
			'changed name J1 赛一 赛一改 2',
			'removed competitions J2 赛二 -',
			'new competitions J4 - 赛四 3'
		]);
		const same = batch('competitions', `${header}\nJ3,赛三,skills,municipal,2024-06-02,,11`, { mode: 'upsert' });
		expect((await compare(same)).changes.counts).toEqual({ new: 0, changed: 0, unchanged: 1, removed: 0 });
	});

	test('targets by indicator, region and year', async () => {
		const held = batch('targets', 'indicator,region,end_year,target\n站点,12,2027,120\n站点,11,2027,5');
		const { changes, issues } = await compare(held);
		expect(changes.counts).toEqual({ new: 1, changed: 1, unchanged: 0, removed: 0 });
		expect(issues.map(({ code, details }) => [code, details.file])).toEqual([['KEY_DUPLICATE', '目标.csv']]);
	});

	test('drafts that are laid already are part of what is seen, and everything is as it was afterwards', async () => {
		const draft = batch('summary', 'period,region,participants\n2024Q3,12,550', { file: '草稿.csv' });
		await overlayDrafts(db, { profile: profile(), drafts: [draft] });
		const seen = () =>
			db.query(new Sql('SELECT measure, region, period, CAST(value AS VARCHAR) AS value FROM fact ORDER BY ALL'));
		const before = await seen();
		const { changes, issues } = await compare(batch('summary', 'period,region,participants\n2024Q3,12,551'));
		expect(changes.counts).toEqual({ new: 0, changed: 1, unchanged: 0, removed: 0 });
		expect(issues.map(({ details }) => details.file)).toEqual(['草稿.csv', '草稿.csv']);
		expect(await seen()).toEqual(before);
		const schemas = await db.query(
			new Sql(`SELECT schema_name AS name FROM duckdb_schemas() WHERE schema_name IN ('preview', 'staging')`)
		);
		expect(schemas).toEqual([]);
	});

	test('ten times and ten thousand times the last period are asked about, with both values and both periods', async () => {
		const tenfold = await compare(batch('summary', 'period,region,participants,trainees\n2024Q3,12,5300,10'));
		expect(
			tenfold.issues.map(({ code, severity, line, count, details }) => [code, severity, line, count, details.factor])
		).toEqual([['UNIT_SUSPECT', 'W', 2, 1, '10']]);
		expect(issueSentence(tenfold.issues[0]!, 'zh')).toContain(
			'示例12“参赛职工”2024年三季度为 5,300，2024年二季度为 520，约为其十倍'
		);
		const wan = await compare(batch('summary', 'period,region,participants\n2024Q3,12,5200000'));
		expect(wan.issues[0]?.details.factor).toBe('10000');
		expect(issueSentence(wan.issues[0]!, 'en')).toContain('about ten thousand times as much');
		const small = await compare(batch('summary', 'period,region,participants\n2024Q3,12,52'));
		expect(issueSentence(small.issues[0]!, 'en')).toContain('about a tenth of it');
	});

	test('growth, small counts, and what is like the year before are no outliers', async () => {
		for (const row of ['2024Q3,12,1500,60', '2024Q3,11,600,9', '2025Q1,1111,90000,1'])
			expect((await compare(batch('summary', `period,region,participants,trainees\n${row}`))).issues).toEqual([]);
		const winter = batch('summary', 'period,region,participants\n2023Q4,12,9000\n2024Q4,12,9100');
		const unlike = (await compare(winter)).issues.filter(({ code }) => code === 'UNIT_SUSPECT');
		// 2023Q4 jumps from 2023Q3 and has no year before; 2024Q4 is like it.
		expect(unlike.map(({ line, count }) => [line, count])).toEqual([[2, 1]]);
	});

	test('a total that its parts would not come to any more is told with both figures', async () => {
		const held = batch('summary', 'period,region,participants\n2024Q2,1,700');
		const [issue] = (await compare(held)).issues;
		expect(issue).toMatchObject({
			code: 'TOTAL_MISMATCH',
			severity: 'W',
			line: 2,
			details: { expected: '700', found: '620' }
		});
		expect(issueSentence(issue!, 'zh')).toContain(
			'叠加后示例12024年二季度“参赛职工”合计 700，各部分之和 620，相差 −80'
		);
	});

	test('a batch that cannot be built says so and leaves the release as it was', async () => {
		await expect(compare(batch('summary', 'period,region,participants\n2024,12,many'))).rejects.toThrow();
		expect(
			(await compare(batch('summary', 'period,region,participants\n2024Q2,12,520'))).changes.counts.unchanged
		).toBe(1);
	});
});
