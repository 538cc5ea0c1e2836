import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Connector } from '#lib/engine/connector.ts';
import { openNative } from '#lib/engine/native.ts';
import { indicatorById, indicatorQuery } from '#lib/indicators/index.ts';
import { medalsByOrganisation } from '#lib/indicators/medal-table.ts';
import { single, type Selection } from '#lib/indicators/selection.ts';
import { openWasmInNode } from '../engine/wasm-in-node.ts';
import { workedRelease } from './worked-release.ts';

let db: Connector;
let wasm: Connector;
beforeAll(async () => {
	db = await openNative();
	wasm = await openWasmInNode();
	await workedRelease(db);
	await workedRelease(wasm);
});
afterAll(async () => {
	await db.close();
	await wasm.close();
});

const country: Selection = { region: [single('1')], period: ['2024'] };
async function table(selection: Selection) {
	const statement = medalsByOrganisation(selection);
	const rows = await db.query(statement);
	expect(await wasm.query(statement)).toEqual(rows);
	return rows.map((row) =>
		[row.organisation, row.entries, row.gold, row.silver, row.bronze, row.merit, row.medals, row.points].join(' ')
	);
}

test('organisations by points, each award worked out by hand', async () => {
	expect(await table(country)).toEqual([
		// 甲: gold and bronze of J1, first of J2: 5 + 2 + 5. 乙: silver; one entry without an award, the guest’s gold counts for nothing.
		'示例甲厂 3 2 0 1 0 3 12',
		'示例乙厂 3 0 1 0 0 1 3',
		'示例丁厂 1 0 1 0 0 1 3',
		'示例戊厂 1 0 0 1 0 1 2',
		// The team where no organisation is stated, and the entry that states neither.
		'示例丙队 1 0 0 0 1 0 1',
		' 1 0 0 0 1 0 1'
	]);
});

test('of too many, the first by points and the first by medals are there, equal ones with them', async () => {
	const first = async (most: number) =>
		(await db.query(medalsByOrganisation(country, most))).map(({ organisation }) => organisation);
	expect(await first(1)).toEqual(['示例甲厂']);
	expect(await first(2)).toEqual(['示例甲厂', '示例乙厂', '示例丁厂']);
	expect(await first(3)).toHaveLength(3);
	expect(await first(4)).toHaveLength(4);
});

test('organisations add up to the indicators', async () => {
	const rows = await db.query(medalsByOrganisation(country));
	const sum = (name: string) => rows.reduce((total, row) => total + Number(row[name]), 0);
	const asked = ['entries', 'medals', 'medal_points']
		.map((id) => indicatorById(id))
		.filter((found) => found !== undefined);
	const answers = await db.query(indicatorQuery(asked, [], country));
	expect(Object.fromEntries(answers.map(({ indicator, value }) => [indicator, value]))).toEqual({
		...{ entries: sum('entries'), medals: sum('medals'), medal_points: sum('points') }
	});
});

test('filters hold for the entries, with what their competition says', async () => {
	expect(await table({ ...country, region: [single('12')] })).toEqual(['示例戊厂 1 0 0 1 0 1 2']);
	expect(await table({ ...country, kind: 'skills', level: 'municipal', unionSystem: 'railway' })).toHaveLength(3);
	expect(await table({ ...country, industry: [single('E')] })).toHaveLength(4);
	expect(await table({ ...country, skillLevel: 'senior' })).toEqual(['示例甲厂 2 2 0 0 0 2 10']);
	expect(await table({ ...country, campaign: '没有' })).toEqual([]);
	expect(await table({ ...country, period: ['2024Q1'] })).toHaveLength(3);
	expect(await table({ ...country, ownership: [single('private')] })).toEqual([]);
});
