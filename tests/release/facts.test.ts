import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Connector } from '#lib/engine/connector.ts';
import { openNative } from '#lib/engine/native.ts';
import { sql } from '#lib/sql/sql.ts';
import { batch, build, cell } from './fixture.ts';

let db: Connector;
beforeEach(async () => void (db = await openNative()));
afterEach(() => db.close());

const facts = async (measure: string) => {
	const rows = await db.query(
		sql`SELECT region || ' ' || period || ' ' || CAST(CAST(value AS DOUBLE) AS VARCHAR) AS text FROM summary.fact
			WHERE measure = ${measure} ORDER BY text`
	);
	return rows.map((row) => row.text);
};
const findings = (code: string) =>
	db.query(
		sql`SELECT measure, region, period, CAST(expected AS DOUBLE) AS expected, CAST(actual AS DOUBLE) AS actual, note
			FROM summary.finding WHERE code = ${code} ORDER BY ALL`
	);

describe('several batches', () => {
	test('the later value of a cell stays, and a difference is a finding', async () => {
		await build(db, [
			batch('summary', 'period,region,participants,trainees\n2024,12,5,8\n2024,11,6,'),
			batch('summary', 'period,region,participants,trainees\n2024,12,7,8')
		]);
		expect(await facts('participants')).toEqual(['11 2024 6.0', '12 2024 7.0']);
		expect(await facts('trainees')).toEqual(['12 2024 8.0']);
		expect(await findings('KEY_DUPLICATE')).toEqual([
			{ measure: 'participants', region: '12', period: '2024', expected: 7, actual: 5, note: '1' }
		]);
	});

	test('an upsert changes values without a finding and leaves what it does not name', async () => {
		await build(db, [
			batch('summary', 'period,region,participants,trainees\n2024,12,5,8'),
			batch('summary', 'period,region,participants,trainees\n2024,12,7,', { mode: 'upsert' })
		]);
		expect(await facts('participants')).toEqual(['12 2024 7.0']);
		expect(await facts('trainees')).toEqual(['12 2024 8.0']);
		expect(await findings('KEY_DUPLICATE')).toEqual([]);
	});

	test('a replacing batch clears its regions and periods first', async () => {
		await build(db, [
			batch('summary', 'period,region,participants,trainees\n2024,12,5,8\n2023,12,4,7\n2024,11,1,1'),
			batch('summary', 'period,region,participants\n2024,12,7', { mode: 'replace' })
		]);
		expect(await facts('participants')).toEqual(['11 2024 1.0', '12 2023 4.0', '12 2024 7.0']);
		expect(await facts('trainees')).toEqual(['11 2024 1.0', '12 2023 7.0']);
	});

	test('a fuzzy value keeps its qualifier', async () => {
		await build(db, [
			batch('summary', 'period,region,participants,trainees,_qualifier\n2024,12,580000,3,participants=≥')
		]);
		expect(await db.query(sql`SELECT measure, qualifier FROM summary.rollup WHERE region = '12' ORDER BY 1`)).toEqual([
			{ measure: 'participants', qualifier: '≥' },
			{ measure: 'trainees', qualifier: null }
		]);
	});
});

describe('year to date', () => {
	test('becomes current by subtraction', async () => {
		await build(db, [
			batch('summary', 'period,region,participants\n2024Q1c,12,10\n2024Q2c,12,25\n2024Q3c,12,31\n2024Q4c,12,40')
		]);
		expect(await facts('participants')).toEqual([
			'12 2024 40.0',
			'12 2024H1 25.0',
			'12 2024Q1 10.0',
			'12 2024Q2 15.0',
			'12 2024Q3 6.0',
			'12 2024Q4 9.0'
		]);
		expect(await findings('PERIOD_CUMULATIVE')).toEqual([]);
		expect(await cell(db, 'participants 12 2024H2')).toBe('15.0 summed 2/2 15.0 complete');
	});

	test('takes current figures of the quarters before, and stays a range without them', async () => {
		await build(db, [
			batch(
				'summary',
				'period,region,participants\n2024Q1,12,10\n2024Q2,12,15\n2024Q3c,12,31\n2024Q1,11,1\n2024Q3c,11,9'
			)
		]);
		expect(await facts('participants')).toEqual([
			'11 2024Q1 1.0',
			'11 2024Q1/2024Q3 9.0',
			'12 2024Q1 10.0',
			'12 2024Q2 15.0',
			'12 2024Q3 6.0'
		]);
		expect(await findings('PERIOD_CUMULATIVE')).toEqual([
			{ measure: 'participants', region: '11', period: '2024Q1/2024Q3', expected: null, actual: 9, note: '2024Q3c' }
		]);
	});

	test('a level is what it is, whatever the heading says', async () => {
		await build(db, [batch('summary', 'period,region,workers_total\n2024Q1c,12,10\n2024Q2c,12,25')]);
		expect(await facts('workers_total')).toEqual(['12 2024Q1 10.0', '12 2024Q2 25.0']);
	});

	test('a value reported as current is not overwritten by a derived one', async () => {
		await build(db, [batch('summary', 'period,region,participants\n2024-01c,12,10\n2024-02c,12,25\n2024-02,12,14')]);
		expect(await facts('participants')).toEqual(['12 2024-01 10.0', '12 2024-02 14.0']);
	});
});

describe('findings', () => {
	test('rounding explains small differences, and says what was printed', async () => {
		const mapping = [{ field: 'participants', factor: '10000', unit: '万人' }];
		await build(db, [
			batch('summary', 'period,region,participants\n2024,1,517300\n2024,11,208600\n2024,12,308600', { mapping }),
			batch('summary', 'period,region,participants\n2023,1,517300\n2023,11,208600\n2023,12,308400', { mapping })
		]);
		const rows = await db.query(
			sql`SELECT period, severity, CAST(difference AS DOUBLE) AS difference, within_tolerance, note, line FROM summary.finding
				WHERE code = 'TOTAL_MISMATCH' ORDER BY period`
		);
		expect(rows).toEqual([
			{
				period: '2023',
				severity: 'W',
				difference: -300,
				within_tolerance: false,
				note: '51.73 / 51.70 万人 · region 2/2',
				line: 2
			},
			{
				period: '2024',
				severity: 'I',
				difference: -100,
				within_tolerance: true,
				note: '51.73 / 51.72 万人 · region 2/2',
				line: 2
			}
		]);
	});

	test('counts printed one by one must add up exactly', async () => {
		await build(db, [batch('summary', 'period,region,participants\n2024,1,100\n2024,11,60\n2024,12,39')]);
		const rows = await db.query(
			sql`SELECT severity, within_tolerance, note FROM summary.finding WHERE code = 'TOTAL_MISMATCH'`
		);
		expect(rows).toEqual([{ severity: 'W', within_tolerance: false, note: '100 / 99  · region 2/2' }]);
	});

	test('names the regions that are missing', async () => {
		await build(db, [batch('summary', 'period,region,participants\n2024,12,39')]);
		expect(await findings('REGIONS_MISSING')).toEqual([
			{ measure: 'participants', region: '1', period: '2024', expected: 2, actual: 1, note: '示例11' }
		]);
	});

	test('a code that the profile does not have is kept and told', async () => {
		await build(db, [batch('summary', 'period,region,participants\n2024,99,39\n2024,12,1')]);
		expect(await facts('participants')).toEqual(['12 2024 1.0', '99 2024 39.0']);
		expect(await findings('CODE_UNKNOWN')).toMatchObject([{ region: '99', note: 'region 99 · 1' }]);
	});

	test('summary and register are compared, not averaged', async () => {
		await build(db, [
			batch('summary', 'period,region,participants\n2024,11,39\n2024,12,1'),
			batch(
				'competitions',
				'competition_id,name,kind,level,start_date,participants,region\nJ1,示例赛,skill,county,2024-05-02,30,1111'
			)
		]);
		expect(await findings('SOURCES_DIFFER')).toEqual([
			{
				measure: 'participants',
				region: '1',
				period: '2024',
				expected: 40,
				actual: 30,
				note: 'competitions.participants'
			}
		]);
	});

	test('suggestions are held against the suggestions of the register, not against its inventions', async () => {
		await build(db, [
			batch('summary', 'period,region,suggestions_implemented\n2024,11,3\n2024,12,0'),
			batch(
				'innovations',
				`innovation_id,kind,submitted,adopted,implemented,region
				I1,suggestion,2024-01-10,2024-02-01,2024-03-01,1111
				I2,suggestion,2024-01-10,2024-02-01,2024-04-01,1112
				I3,small-suggestion,2024-01-10,2024-02-01,2024-04-01,112
				I4,invention,2024-01-10,2024-02-01,2024-03-01,1111`
			)
		]);
		expect(await findings('SOURCES_DIFFER')).toMatchObject([
			{ measure: 'suggestions_implemented', period: '2024', expected: 3, actual: 2, note: 'innovations.implemented' }
		]);
	});

	test('a 合计 that stands for no region is held against the rows of its file, none of them counted twice', async () => {
		const csv = `period,region,industry,ownership,participants
			2024,111,,,10
			2024,1111,,,4
			2024,1112,,,6
			2024,112,C,,3
			2024,112,A,,2`;
		await build(db, [
			batch('summary', csv, { totals: [{ line: 7, values: { participants: '15' } }] }),
			batch('summary', csv.replaceAll('2024', '2023'), { totals: [{ line: 7, values: { participants: '25' } }] })
		]);
		const rows = await db.query(
			sql`SELECT severity, CAST(expected AS DOUBLE) AS expected, CAST(actual AS DOUBLE) AS actual, note, line FROM summary.finding
				WHERE code = 'TOTAL_MISMATCH' AND region IS NULL`
		);
		expect(rows).toEqual([{ severity: 'W', expected: 25, actual: 15, note: 'rows 3', line: 7 }]);
	});

	test("a register's total is held against its rows", async () => {
		const csv = 'competition_id,name,level,participants,region\nJ1,示例赛一,county,30,1111\nJ2,示例赛二,county,40,12';
		await build(db, [
			batch('competitions', csv, {
				totals: [
					{ line: 4, values: { participants: '71' } },
					{ line: 5, region: '11', values: { participants: '30' } }
				]
			})
		]);
		expect(await findings('TOTAL_MISMATCH')).toEqual([
			{ measure: 'competitions.participants', region: null, period: null, expected: 71, actual: 70, note: 'rows 2' }
		]);
	});
});
