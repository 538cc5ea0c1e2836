import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Batch } from '#lib/import/batch.ts';
import type { Connector } from '#lib/engine/connector.ts';
import { openNative } from '#lib/engine/native.ts';
import { detailTables } from '#lib/release/registers.ts';
import { summaryTables } from '#lib/release/summary-tables.ts';
import { openWasmInNode } from '../engine/wasm-in-node.ts';
import { batch, build, dump } from './fixture.ts';

let native: Connector;
let wasm: Connector;
beforeAll(async () => void ([native, wasm] = await Promise.all([openNative(), openWasmInNode()])));
afterAll(() => Promise.all([native.close(), wasm.close()]));

/** Every dataset, awkward decimals, quotes, duplicates, totals that do not add up, year-to-date figures. */
function everything(): Batch[] {
	const rows: string[] = [];
	let seed = 7;
	const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
	for (const region of ['11', '111', '1111', '1112', '1113', '112', '12', '19']) {
		for (const period of ['2023', '2023Q4', '2024Q1', '2024Q2', '2024Q3c', '2024-10']) {
			for (const industry of ['', 'A', 'C13', 'C14', 'Z9']) {
				for (const ownership of ['', 'state', 'private']) {
					if (random() < 0.4) continue;
					const money = `${Math.floor(random() * 1e9)}.${String(Math.floor(random() * 1e4)).padStart(4, '0')}`;
					rows.push(
						`${period},${region},${industry},${ownership},${Math.floor(random() * 1e4)},${money},900000000000.1234`
					);
				}
			}
		}
	}
	const header = 'period,region,industry,ownership,participants,economic_benefit,workers_total';
	return [
		batch('summary', [header, ...rows].join('\n'), {
			mapping: [{ field: 'economic_benefit', factor: '10000', unit: '万元' }]
		}),
		batch('summary', [header, ...rows.slice(0, 20).map((row) => row.replace(/,\d+,/, ',5,'))].join('\n')),
		batch(
			'metrics',
			'indicator,region,period,basis,value,unit,source\n"站,点",11,2018/2023,五年累计,0.3333,个,"引""号"\n"站,点",12,2018/2023,五年累计,0.6667,个,'
		),
		batch(
			'targets',
			'indicator,region,start_year,end_year,target,unit,direction,source\n站点,1,2022,2027,1000,个,≥,示例'
		),
		batch(
			'competitions',
			`competition_id,name,kind,level,start_date,participants,budget,region,industry
			J1,示例赛一,skill,municipal,2024-05-02,30,1000.5,1111,C13
			J2,示例赛二,skill,municipal,,40,,112,
			J1,示例赛一改,labour,county,2024-06-02,31,1000.25,1111,C13`
		),
		batch(
			'results',
			`competition_id,event,entrant_id,entrant,total,award,region
			J1,钳工,3,示例丙,90.1,gold,1111
			J1,钳工,1,示例甲,88.25,silver,
			J9,焊工,2,示例乙,,,12`
		),
		batch(
			'studios',
			'studio_id,kind,name,level,founded,patents,region\nS1,model-worker,示例室,municipal,2019-03-01,3,12'
		),
		batch(
			'innovations',
			'innovation_id,kind,title,submitted,adopted,economic_benefit,region\nI1,suggestion,示例,2024-01-09,2024-02-01,12.5,12'
		),
		batch('trainings', 'training_id,kind,enrolled,certified,period,region\nT1,skill,20,12,2024Q1,12'),
		batch('honours', 'honour_id,honour,year,count,region\nH1,model,2024,,12')
	];
}

test('the same input gives the same rows in every table, to the last digit', async () => {
	const batches = everything();
	await Promise.all([build(native, batches), build(wasm, batches)]);
	const tables = [
		...summaryTables.map(({ name }) => ['summary', name] as const),
		...detailTables.map(({ name }) => ['detail', name] as const)
	];
	for (const [place, name] of tables) {
		const rows = await dump(native, place, name);
		expect(await dump(wasm, place, name), name).toEqual(rows);
		if (!['region_group', 'region_group_member', 'campaign'].includes(name))
			expect(rows.length, name).toBeGreaterThan(0);
	}
});

test('the roll-up lies on disk in the order by which it is looked up', async () => {
	const rows = await dump(native, 'summary', 'rollup');
	const place = (row: (typeof rows)[number]) =>
		[row.industry, row.ownership, row.period, row.measure, row.region].join('\n');
	const places = rows.map(place);
	expect(places).toEqual([...places].sort());
	expect(new Set(places).size).toBe(rows.length);
});
