import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Connector } from '#lib/engine/connector.ts';
import { openNative } from '#lib/engine/native.ts';
import { batch, build, cell, profile } from './fixture.ts';

let db: Connector;
beforeEach(async () => void (db = await openNative()));
afterEach(() => db.close());

const summary = (csv: string) => batch('summary', csv);
const at = (text: string) => cell(db, text);

describe('regions', () => {
	test('a city total beside its districts stays, and is not added to them', async () => {
		await build(db, [
			summary(`period,region,participants
				2024,111,100
				2024,1111,30
				2024,1112,40
				2024,1113,20
				2024,112,50
				2024,12,7`)
		]);
		expect(await at('participants 111 2024')).toBe('100.0 reported 3/3 90.0 complete');
		expect(await at('participants 11 2024')).toBe('150.0 summed 2/2 150.0 complete');
		expect(await at('participants 1 2024')).toBe('157.0 summed 2/2 157.0 complete');
	});

	test('missing children leave a sum that says so, all the way up', async () => {
		await build(db, [
			summary(`period,region,participants
				2024,1111,30
				2024,1112,40
				2024,12,7`)
		]);
		expect(await at('participants 111 2024')).toBe('70.0 summed 2/3 70.0 partial');
		expect(await at('participants 11 2024')).toBe('70.0 summed 1/2 70.0 partial');
		expect(await at('participants 1 2024')).toBe('77.0 summed 2/2 77.0 partial');
		expect(await at('participants 112 2024')).toBeNull();
	});

	test('a unit that is not expected is added but does not count as a part', async () => {
		await build(db, [
			summary(`period,region,participants
				2024,11,10
				2024,12,20
				2024,19,5`)
		]);
		expect(await at('participants 1 2024')).toBe('35.0 summed 2/2 35.0 complete');
	});

	test('what is above the home region is not summed from it alone', async () => {
		await build(
			db,
			[summary('period,region,participants\n2024,111,10\n2024,112,20\n2023,1,99')],
			profile({ home: '11' })
		);
		expect(await at('participants 11 2024')).toBe('30.0 summed 2/2 30.0 complete');
		expect(await at('participants 1 2024')).toBeNull();
		expect(await at('participants 1 2023')).toBe('99.0 reported - - complete');
	});

	test('an empty cell is missing, a zero is a value', async () => {
		await build(db, [
			summary(`period,region,participants,trainees
				2024,11,0,
				2024,12,,3`)
		]);
		expect(await at('participants 11 2024')).toBe('0.0 reported - - complete');
		expect(await at('participants 1 2024')).toBe('0.0 summed 1/2 0.0 partial');
		expect(await at('trainees 1 2024')).toBe('3.0 summed 1/2 3.0 partial');
		expect(await at('trainees 11 2024')).toBeNull();
	});
});

describe('periods', () => {
	test('flows add up from quarters to half and year', async () => {
		await build(db, [
			summary(`period,region,participants
				2024Q1,12,1
				2024Q2,12,2
				2024Q3,12,4`)
		]);
		expect(await at('participants 12 2024H1')).toBe('3.0 summed 2/2 3.0 complete');
		expect(await at('participants 12 2024H2')).toBe('4.0 summed 1/2 4.0 partial');
		expect(await at('participants 12 2024')).toBe('7.0 summed 2/2 7.0 partial');
	});

	test('levels are those of the last part, never sums', async () => {
		await build(db, [
			summary(`period,region,workers_total
				2024Q1,12,100
				2024Q2,12,110
				2024Q3,12,120
				2023Q4,12,90`)
		]);
		expect(await at('workers_total 12 2024H1')).toBe('110.0 summed 2/2 110.0 complete');
		expect(await at('workers_total 12 2024')).toBe('120.0 summed 2/2 120.0 partial');
		expect(await at('workers_total 12 2023')).toBe('90.0 summed 2/2 90.0 complete');
	});

	test('a year reported for itself stays beside its quarters', async () => {
		await build(db, [
			summary(`period,region,participants
				2024,12,11
				2024Q1,12,1
				2024Q2,12,2`)
		]);
		expect(await at('participants 12 2024')).toBe('11.0 reported - - complete');
	});

	test("a region's own quarters come before its children's, as complete as each other", async () => {
		await build(db, [
			summary(`period,region,participants
				2024H1,11,5
				2024H2,11,6
				2024,111,100
				2024,112,200`)
		]);
		expect(await at('participants 11 2024')).toBe('11.0 summed 2/2 300.0 complete');
	});
});

describe('breakdowns', () => {
	test('industries make a total of their own where there is none', async () => {
		await build(db, [
			summary(`period,region,industry,ownership,participants
				2024,12,A,,1
				2024,12,C,,2
				2024,12,G,,4`)
		]);
		expect(await at('participants 12 2024')).toBe('7.0 summed 3/3 7.0 complete');
	});

	test('a single member is no total', async () => {
		await build(db, [
			summary(`period,region,industry,ownership,participants
				2024,12,C,,2`)
		]);
		expect(await at('participants 12 2024')).toBeNull();
		expect(await at('participants 1 2024 C')).toBe('2.0 summed 1/2 2.0 partial');
	});

	test('of regions and industries the more complete makes the sum, of two complete ones the regions', async () => {
		await build(db, [
			summary(`period,region,industry,ownership,participants
				2024,11,A,,1
				2024,11,C,,2
				2024,111,,,100`),
			summary(`period,region,industry,ownership,trainees
				2024,11,A,,1
				2024,11,C,,2
				2024,111,,,100
				2024,112,,,200`)
		]);
		expect(await at('participants 11 2024')).toBe('3.0 summed 1/2 100.0 complete');
		expect(await at('trainees 11 2024')).toBe('300.0 summed 2/2 300.0 complete');
	});

	test('an incomplete breakdown gives way to complete regions', async () => {
		await build(db, [
			summary(`period,region,industry,ownership,participants
				2024,12,A,,1
				2024,12,C,,2
				2024,12,G,,3
				2024,11,A,,1
				2024,11,C,,2
				2024,111,,,10
				2024,112,,,20`)
		]);
		expect(await at('participants 11 2024')).toBe('30.0 summed 2/2 30.0 complete');
		expect(await at('participants 12 2024')).toBe('6.0 summed 3/3 6.0 complete');
	});

	test('divisions make sections, ownerships make totals, in every combination', async () => {
		await build(db, [
			summary(`period,region,industry,ownership,participants
				2024Q1,1111,C13,state,1
				2024Q1,1111,C13,private,2
				2024Q1,1111,C14,state,4
				2024Q1,1111,C14,private,8
				2024Q2,1111,C13,state,16
				2024Q2,1111,C14,state,32`)
		]);
		expect(await at('participants 1111 2024Q1 C')).toBe('15.0 summed 2/2 15.0 complete');
		expect(await at('participants 1111 2024Q1 C state')).toBe('5.0 summed 2/2 5.0 complete');
		expect(await at('participants 1111 2024H1 C state')).toBe('53.0 summed 2/2 53.0 complete');
		expect(await at('participants 11 2024H1 C13 state')).toBe('17.0 summed 1/2 17.0 partial');
		expect(await at('participants 1111 2024Q1 all')).toBeNull();
	});

	test('a reported 其中 is never added to its total', async () => {
		await build(db, [
			summary(`period,region,industry,ownership,participants
				2024,12,,,10
				2024,12,C,,6
				2024,12,G,,3`)
		]);
		expect(await at('participants 12 2024')).toBe('10.0 reported - - complete');
	});
});

describe('metrics', () => {
	test('sum like figures of the summary, unless they are ratios', async () => {
		await build(db, [
			batch(
				'metrics',
				`indicator,region,period,basis,value,unit,source
				站点,11,2024,,3,count,
				站点,12,2024,,4,count,
				占比,11,2024,,30,%,
				占比,12,2024,,40,%,`
			)
		]);
		expect(await at('metric:站点 1 2024')).toBe('7.0 summed 2/2 7.0 complete');
		expect(await at('metric:占比 1 2024')).toBeNull();
		expect(await at('metric:占比 11 2024')).toBe('30.0 reported - - complete');
	});
});
