import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadProfile } from '../../src/cli/load-profile.ts';
import type { Connector } from '#lib/engine/connector.ts';
import { openNative } from '#lib/engine/native.ts';
import { importFile } from '#lib/import/index.ts';
import { sql } from '#lib/sql/sql.ts';
import { build, cell } from './fixture.ts';

const files = ['nbs-2004-census-1-18-skill-levels.gb18030.csv', 'nbs-2004-census-1-21-union-coverage.partial.csv'];
let db: Connector;
beforeAll(async () => {
	db = await openNative();
	const profile = await loadProfile('census-2004');
	const batches = [];
	for (const fileName of files) {
		const { batch } = await importFile(readFileSync(`data/real/${fileName}`), { fileName, profile, now: '', user: '' });
		if (batch) batches.push(batch);
	}
	expect(batches).toHaveLength(2);
	await build(db, batches, profile);
});
afterAll(() => db.close());

/** Column sums of a file's provinces in its own digits, by plain arithmetic on the text: independent of the import. */
function printedSums(
	file: string,
	encoding: string,
	column: number
): { total: number; sum: number; provinces: number } {
	const text = new TextDecoder(encoding).decode(readFileSync(`data/real/${file}`));
	const rows = text.split('\r\n').map((line) => line.split(','));
	const figures = rows.filter((row) => /^\d+$/.test(row[1] ?? ''));
	const hundredths = (row: string[]) => Math.round(Number(row[column]) * 100);
	const [first, ...provinces] = figures;
	return {
		total: hundredths(first ?? []),
		sum: provinces.reduce((sum, row) => sum + hundredths(row), 0),
		provinces: provinces.length
	};
}

test.each([
	['法人单位数', 1, '5168303.0 reported 31/31 5168303.0 complete', 1],
	['就业人数', 2, '212616600.0 reported 31/31 212616600.0 complete', 10000],
	['高级技师', 3, '517300.0 reported 31/31 517000.0 complete', 10000],
	['技师', 4, '1629300.0 reported 31/31 1629400.0 complete', 10000],
	['高级工', 5, '6181300.0 reported 31/31 6181500.0 complete', 10000],
	['中级工', 6, '10909800.0 reported 31/31 10909900.0 complete', 10000]
])('%s: the country as printed, beside the sum of its provinces', async (indicator, column, expected, factor) => {
	const printed = printedSums(files[0] ?? '', 'gb18030', column);
	const text = await cell(db, `metric:${indicator} 100000 2004`);
	expect(text).toBe(expected);
	const [value, , , sum] = (text ?? '').split(' ');
	expect((Number(value) * 100) / factor).toBe(printed.total);
	expect((Number(sum) * 100) / factor).toBe(printed.sum);
	expect(printed.provinces).toBe(31);
});

test('units with a union: 26 of 31 provinces do not pass for the country', async () => {
	expect(await cell(db, 'metric:已成立工会单位数 100000 2004')).toBe('1166154.0 reported 26/31 1076554.0 complete');
	expect(await cell(db, 'metric:加入工会人数 100000 2004')).toBe('122908000.0 reported 26/31 114874000.0 complete');
	expect(printedSums(files[1] ?? '', 'utf-8', 2)).toEqual({ total: 116615400, sum: 107655400, provinces: 26 });
});

test('the differences are findings, as printed', async () => {
	const rows = await db.query(
		sql`SELECT replace(measure, 'metric:', '') AS measure, severity, within_tolerance, note FROM summary.finding
			WHERE code = 'TOTAL_MISMATCH' ORDER BY expected`
	);
	expect(rows).toEqual([
		{ measure: '高级技师', severity: 'I', within_tolerance: true, note: '51.73 / 51.70 万人 · region 31/31' },
		{
			measure: '已成立工会单位数',
			severity: 'I',
			within_tolerance: false,
			note: '1166154 / 1076554 个 · region 26/31'
		},
		{ measure: '技师', severity: 'I', within_tolerance: true, note: '162.93 / 162.94 万人 · region 31/31' },
		{ measure: '高级工', severity: 'I', within_tolerance: true, note: '618.13 / 618.15 万人 · region 31/31' },
		{ measure: '中级工', severity: 'I', within_tolerance: true, note: '1090.98 / 1090.99 万人 · region 31/31' },
		{ measure: '加入工会人数', severity: 'I', within_tolerance: false, note: '12290.80 / 11487.40 万人 · region 26/31' }
	]);
	const missing = await db.query(sql`SELECT DISTINCT note FROM summary.finding WHERE code = 'REGIONS_MISSING'`);
	expect(missing).toEqual([{ note: '陕西 甘肃 青海 宁夏 新疆' }]);
});

test('江苏 reads 430,488 units and 1,882.67 万 people', async () => {
	expect(await cell(db, 'metric:法人单位数 320000 2004')).toBe('430488.0 reported - - complete');
	expect(await cell(db, 'metric:就业人数 320000 2004')).toBe('18826700.0 reported - - complete');
});
