import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Connector } from '#lib/engine/connector.ts';
import { openNative } from '#lib/engine/native.ts';
import { overlayDrafts } from '#lib/release/overlay.ts';
import { traceValue, type TracedCell } from '#lib/release/trace.ts';
import { Sql } from '#lib/sql/sql.ts';
import { openWasmInNode } from '../engine/wasm-in-node.ts';
import { batch, openBuilt, profile } from './fixture.ts';

const report = batch(
	'summary',
	`period,region,industry,participants,workers_total,_qualifier,_original
	2024Q1,1111,,15000,100,participants=≈,participants=约1.5万
	2024Q2,1111,,20,110,,workers_total=一百一十%3B%25
	2024Q1,1112,,7,,,
	2024Q1,12,A,3,,,
	2024Q1,12,C,4,,,`,
	{
		file: '一季度.csv',
		mapping: [
			{ index: 0, field: 'period', header: '时期' },
			{ index: 3, field: 'participants', header: '参赛职工（万人）', factor: '10000', unit: '万人' },
			{ index: 4, field: 'workers_total', header: '职工人数' }
		]
	}
);
const cumulative = batch('summary', 'period,region,trainees\n2024Q1c,12,10\n2024Q2c,12,25');
const metrics = batch(
	'metrics',
	'indicator,region,period,basis,value,_original\n站点,11,2024,年末,2,value=二\n站点,12,2024,年末,3,',
	{
		mapping: [
			{ index: 1, field: 'value', indicator: '会员', header: '会员（万人）' },
			{ index: 2, field: 'value', indicator: '站点', header: '服务站点数' }
		]
	}
);
const list = batch(
	'competitions',
	`competition_id,name,kind,level,start_date,participants,region,industry
	J1,赛一,skills,municipal,2024-05-02,30,1111,C13
	J2,赛二,skills,municipal,2024-02-02,,12,
	J3,赛三,skills,municipal,2023-06-02,50,12,`,
	{ file: '台账.csv', mapping: [{ index: 5, field: 'participants', header: '参赛人数' }] }
);
const draft = batch('summary', 'period,region,participants\n2024Q1,1112,8', { mode: 'upsert', file: '更正.csv' });

describe.each([
	['native', () => openNative()],
	['wasm', () => openWasmInNode()]
] as const)('%s', (_, open) => {
	let db: Connector;
	beforeAll(async () => {
		db = await open();
		await openBuilt(db, [report, cumulative, metrics, list]);
	});
	afterAll(() => db.close());

	/** A trace in short: `value how`, then `region period value line file column original` of each part. */
	const short = async (cell: TracedCell, limit?: number) => {
		const trace = await traceValue(db, cell, limit === undefined ? {} : { limit });
		return (
			trace && [
				`${Number(trace.value)} ${trace.how} ${trace.count}`,
				...trace.parts.map((part) =>
					[part.entry ?? part.region, part.period, Number(part.value), part.line, part.file, part.column, part.original]
						.filter((word) => word !== null)
						.join(' ')
				)
			]
		);
	};

	test('a reported value is one cell of one file, as it stands there', async () => {
		expect(await short({ measure: 'participants', region: '1111', period: '2024Q1' })).toEqual([
			'15000 reported 1',
			'1111 2024Q1 15000 2 一季度.csv 参赛职工（万人） 约1.5万'
		]);
		const trace = await traceValue(db, { measure: 'workers_total', region: '1111', period: '2024Q2' });
		expect(trace?.parts[0]).toMatchObject({ original: '一百一十;%', sha256: '0'.repeat(64), batch: report.id });
	});

	test('a sum is the reported cells below it, over regions, periods and industries; they come to the sum', async () => {
		const parts = await short({ measure: 'participants', region: '1', period: '2024Q1' });
		expect(parts).toEqual([
			'15014 summed 4',
			'1111 2024Q1 15000 2 一季度.csv 参赛职工（万人） 约1.5万',
			'1112 2024Q1 7 4 一季度.csv 参赛职工（万人）',
			'12 2024Q1 4 6 一季度.csv 参赛职工（万人）',
			'12 2024Q1 3 5 一季度.csv 参赛职工（万人）'
		]);
		const year = await short({ measure: 'participants', region: '1111', period: '2024' });
		expect(year?.map((part) => part.split(' ').slice(0, 3).join(' '))).toEqual([
			'15020 summed 2',
			'1111 2024Q1 15000',
			'1111 2024Q2 20'
		]);
	});

	test('every sum of the release is the sum of what its trace lists', async () => {
		const cells = await db.query(
			new Sql(`SELECT r.measure, region, industry, ownership, period, CAST(value AS VARCHAR) AS value FROM rollup r`)
		);
		expect(cells.length).toBeGreaterThan(20);
		for (const row of cells) {
			const trace = await traceValue(db, row as unknown as Required<TracedCell>);
			const sum = trace?.parts.reduce((total, part) => total + Number(part.value), 0);
			expect(sum, JSON.stringify(row)).toBe(Number(row.value));
		}
	});

	test('of a stock over a year only the last report counts', async () => {
		expect(await short({ measure: 'workers_total', region: '1111', period: '2024' })).toEqual([
			'110 summed 1',
			'1111 2024Q2 110 3 一季度.csv 职工人数 一百一十;%'
		]);
	});

	test('more parts than are listed are counted', async () => {
		const trace = await traceValue(db, { measure: 'participants', region: '1', period: '2024Q1' }, { limit: 1 });
		expect([trace?.count, trace?.parts.length]).toEqual([4, 1]);
	});

	test('a value worked out from year-to-date figures says from which', async () => {
		const trace = await traceValue(db, { measure: 'trainees', region: '12', period: '2024Q2' });
		expect(trace).toMatchObject({ how: 'reported', parts: [{ value: '15.0000', cumulative: '2024Q2c', line: 3 }] });
	});

	test('a figure of a table is found under its indicator and basis', async () => {
		expect(await short({ measure: 'metric:站点@年末', region: '1', period: '2024' })).toEqual([
			'5 summed 2',
			expect.stringMatching(/^12 2024 3 3 .*服务站点数$/),
			expect.stringMatching(/^11 2024 2 2 .*服务站点数 二$/)
		]);
	});

	test('a register figure is the entries that count', async () => {
		expect(await short({ measure: 'competitions.count', region: '1', period: '2024' })).toEqual([
			'2 counted 2',
			'J1 2024-05 1 2 台账.csv',
			'J2 2024-02 1 3 台账.csv'
		]);
		expect(await short({ measure: 'competitions.participants', region: '11', industry: 'C', period: '2024' })).toEqual([
			'30 counted 1',
			'J1 2024-05 30 2 台账.csv 参赛人数'
		]);
		const within = (level: string) => ({
			measure: 'competitions.count',
			region: '1',
			period: '2024',
			within: { level: [level] }
		});
		expect((await short(within('municipal')))?.[0]).toBe('2 counted 2');
		expect(await short(within('county'))).toBeNull();
	});

	test('what is not there has no trace', async () => {
		expect(await traceValue(db, { measure: 'participants', region: '112', period: '2024Q1' })).toBeNull();
		expect(await traceValue(db, { measure: 'competitions.nothing', region: '1', period: '2024' })).toBeNull();
	});

	test('a draft is named where it took over', async () => {
		await overlayDrafts(db, { profile: profile(), drafts: [draft] });
		expect((await short({ measure: 'participants', region: '1', period: '2024Q1' }))?.slice(0, 3)).toEqual([
			'15015 summed 4',
			'1111 2024Q1 15000 2 一季度.csv 参赛职工（万人） 约1.5万',
			'1112 2024Q1 8 2 更正.csv participants'
		]);
	});
});
