import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { importFile } from '#lib/import/index.ts';
import { ReadRows } from '#lib/import/read-rows.ts';
import { optionsFor } from './profile.ts';

test('a wide row of figures gives one value per indicator, at the line of the file', async () => {
	const name = 'nbs-2004-census-1-18-skill-levels.gb18030.csv';
	const rows = await ReadRows.open(
		await importFile(new Uint8Array(readFileSync(`data/real/${name}`)), optionsFor(name))
	);
	// Line 14 is 江苏: 430488 个, 1882.67 万人, 3.45 万人.
	expect(rows.at(14)).toMatchObject({
		region: '320000',
		period: '2004',
		'=法人单位数': '430488',
		'=就业人数': '18826700',
		'=高级技师': '34500'
	});
	expect(rows.at(3)).toBeNull();
	expect(rows.at(99)).toBeNull();
});

test('rows of a register come as their fields, quotes and line ends inside included; a row set aside is null', async () => {
	const text =
		'竞赛编号,竞赛名称,竞赛级别,开始日期\nA1,"焊工""大比武""\n决赛",省一类,2024-05-01\nA2,钳工,省一类,2024年十三月\nA3,电工,省一类,2024-06-01\n';
	const result = await importFile(new TextEncoder().encode(text), optionsFor('竞赛.csv'));
	const rows = await ReadRows.open(result);
	expect(rows.at(2)).toMatchObject({ competition_id: 'A1', start_date: '2024-05-01' });
	expect(rows.at(2)?.name).toContain('"大比武"');
	expect(rows.at(4)).toBeNull();
	expect(rows.at(5)).toMatchObject({ competition_id: 'A3', name: '电工' });
});

test('a refused file has no rows', async () => {
	const rows = await ReadRows.open(await importFile(new TextEncoder().encode('%PDF-1.7'), optionsFor('a.csv')));
	expect(rows.at(1)).toBeNull();
});
