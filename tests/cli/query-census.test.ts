import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { run as build } from '../../src/cli/commands/build.ts';
import { run as query } from '../../src/cli/commands/query.ts';

const files = ['nbs-2004-census-1-18-skill-levels.gb18030.csv', 'nbs-2004-census-1-21-union-coverage.partial.csv'];
let folder: string;
let release: string;

async function quietly(command: () => Promise<number>): Promise<string> {
	const out: string[] = [];
	const stdout = vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0);
	const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
	try {
		expect(await command()).toBe(0);
		return out.join('');
	} finally {
		stdout.mockRestore();
		stderr.mockRestore();
	}
}

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'gongbang-census-'));
	release = join(folder, 'release');
	await Promise.all(files.map((name) => copyFile(join('data/real', name), join(folder, name))));
	await quietly(() => build([folder, '-o', release, '--profile', 'census-2004']));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function rows(...args: string[]): Promise<Record<string, string>[]> {
	return JSON.parse(await quietly(() => query([release, ...args, '--format', 'json'])));
}

// Printed totals, the sums of the provinces' printed figures and their number, from the files themselves (SOURCES.md).
test.each([
	['法人单位数', '5168303', '5168303 个', '31', '31', '5168303', '0'],
	['就业人数', '212616600', '21261.66 万人', '31', '31', '212616600', '0'],
	['高级技师', '517300', '51.73 万人', '31', '31', '517000', '-300'],
	['技师', '1629300', '162.93 万人', '31', '31', '1629400', '100'],
	['高级工', '6181300', '618.13 万人', '31', '31', '6181500', '200'],
	['中级工', '10909800', '1090.98 万人', '31', '31', '10909900', '100'],
	['已成立工会单位数', '1166154', '1166154 个', '26', '31', '1076554', '-89600'],
	['加入工会人数', '122908000', '12290.80 万人', '26', '31', '114874000', '-8034000']
])('%s: as printed, against its provinces', async (indicator, value, display, reported, expected, sum, difference) => {
	expect(await rows(indicator, '--period', '2004')).toEqual([
		expect.objectContaining({
			...{ region: '100000', region_name: '全国', period: '2004', value, display, how: 'reported' },
			...{ parts_reported: reported, parts_expected: expected, parts_sum: sum, difference }
		})
	]);
});

test('provinces in order, the five that are not there empty, Hong Kong, Macao and Taiwan not asked', async () => {
	const provinces = await rows('已成立工会单位数', '--by', 'region');
	expect(provinces).toHaveLength(32);
	expect(provinces.filter(({ value }) => value === '')).toHaveLength(5);
	expect(provinces.find(({ region }) => region === '320000')).toMatchObject({ region_name: '江苏省', how: 'reported' });
});

test('江苏 as the file has it', async () => {
	expect(await rows('法人单位数', '--where', 'region=江苏')).toMatchObject([{ value: '430488' }]);
	expect(await rows('就业人数', '--where', 'region=江苏')).toMatchObject([{ display: '1882.67 万人' }]);
});
