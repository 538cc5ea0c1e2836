import { afterEach, beforeEach, expect, test } from 'vitest';
import { divisions } from '#lib/dimensions/region.ts';
import type { Connector } from '#lib/engine/connector.ts';
import { openNative } from '#lib/engine/native.ts';
import { importFile } from '#lib/import/index.ts';
import { build, cell } from '../release/fixture.ts';
import { optionsFor, plainProfile } from './profile.ts';
import { bytesOf } from './samples.ts';

let db: Connector;
beforeEach(async () => void (db = await openNative()));
afterEach(() => db.close());

const provinces = divisions().filter(({ level, expected }) => level === 'province' && expected);
const largest = 999_999_999_999;
const read = (text: string) => importFile(bytesOf(text), optionsFor('汇总.csv'));

test('the largest figure of every province is loaded, and the country can be summed', async () => {
	const rows = provinces.map(({ code }) => `2024,${code},${largest}\n`).join('');
	const { batch, receipt } = await read(`统计时期,地区,经济效益（元）\n${rows}`);
	expect(receipt.issues).toEqual([]);
	await build(db, [batch!], plainProfile());
	// 31 × 999,999,999,999, by hand.
	expect(await cell(db, 'economic_benefit 100000 2024')).toBe(
		'30999999999969.0 summed 31/31 30999999999969.0 complete'
	);
});

test('a column that no table can hold the sum of stops at the row that is too much; the release is built', async () => {
	const counties = divisions()
		.filter(({ level }) => level === 'county')
		.slice(0, 200);
	const rows = counties.map(({ code }) => `2024,${code},${largest}\n`).join('');
	const { batch, receipt, remarks } = await read(`统计时期,地区,经济效益（元）\n${rows}`);
	const [found] = receipt.issues;
	// 50 × 999,999,999,999 is below 5×10^13, the 51st is not: it stands on line 52.
	expect(found).toMatchObject({ code: 'CELL_RANGE', severity: 'E', line: 52, column: '经济效益（元）', count: 150 });
	expect(found?.details.expected_zh).toContain('整列之和须小于 5×10^13');
	expect(remarks).toHaveLength(150);
	expect(receipt).toMatchObject({ rowsLoaded: 50, rowsSetAside: 150 });
	await build(db, [batch!], plainProfile());
	expect(await cell(db, 'economic_benefit 100000 2024')).toMatch(/^49999999999950\.0 summed /);
});
