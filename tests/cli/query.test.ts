import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openNative } from '#lib/engine/native.ts';
import { identifier, literal, Sql } from '#lib/sql/sql.ts';
import { run } from '../../src/cli/commands/query.ts';
import { minus, printed, trimmed } from '#lib/release/question/decimal.ts';
import { indicatorById, type Indicator } from '#lib/indicators/index.ts';
import { releaseFormat } from '#lib/release/rules.ts';
import { handMadeRelease } from '../indicators/hand-made-release.ts';

let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'gongbang-query-'));
	const connector = await openNative({ folder });
	const file = literal(connector.fileName('summary.duckdb')).text;
	await connector.run(new Sql(`ATTACH ${file} AS made`));
	await handMadeRelease(connector, identifier('made'));
	await connector.close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs the command on the hand-made release and catches what it prints. */
async function query(...args: string[]) {
	const out: string[] = [];
	const err: string[] = [];
	const spies = [
		vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0),
		vi.spyOn(process.stderr, 'write').mockImplementation((text) => err.push(String(text)) > 0)
	];
	try {
		return { code: await run(args), out: out.join(''), err: err.join('') };
	} finally {
		for (const spy of spies) spy.mockRestore();
	}
}

describe('answers', () => {
	test('one figure of the home region, latest period, as CSV without BOM', async () => {
		expect(await query(folder, '开展竞赛单位数')).toEqual({
			code: 0,
			err: '',
			out:
				'indicator,unit,region,region_name,period,period_name,value,display,how,parts_reported,parts_expected,parts_sum,difference,complete\n' +
				'开展竞赛单位数,家,100000,全国,2024,2024年,72,72 家,summed,3,3,72,0,true\n'
		});
	});

	test('registers by skill level, and narrowed to a level of naming', async () => {
		const { out } = await query(folder, 'certified', '--by', 'skill_level', '--period', '2024');
		expect(out).toContain('100000,全国,junior,初级工,2024,2024年,5,');
		expect(out).toContain('100000,全国,senior,高级工,2024,2024年,12,');
		const named = await query(folder, 'studios', '--where', 'level=市级', '--period', '2024');
		expect(named.out).toMatch(/,2024,2024年,4,4 个,register,/);
	});

	test('a filter of another register is refused with the reason', async () => {
		const kind = await query(folder, 'studios', '--where', 'kind=pioneer', '--period', '2024');
		expect(kind).toMatchObject({
			out: '',
			err: expect.stringContaining('种类不在本指标的来源（工作室和工匠学院台账）')
		});
		const level = await query(folder, 'enrolled', '--where', 'level=municipal', '--period', '2024');
		expect(level.err).toContain('培训台账不登记级别');
	});

	test('by region: the region itself, then its parts, missing ones empty', async () => {
		const { out } = await query(folder, 'units_competing', '--by', 'region', '--period', '2023');
		expect(out.split('\n').slice(1)).toEqual([
			'开展竞赛单位数,家,100000,全国,2023,2023年,32,32 家,summed,2,3,32,0,false',
			'开展竞赛单位数,家,110000,北京市,2023,2023年,32,32 家,reported,,,,,true',
			'开展竞赛单位数,家,120000,天津市,2023,2023年,0,0 家,reported,,,,,true',
			'开展竞赛单位数,家,130000,河北省,2023,2023年,,,,,,,,',
			''
		]);
	});

	test('a printed total against the sum of its parts, with its qualifier', async () => {
		const { out } = await query(folder, 'units_total', '--format', 'json', '--lang', 'en');
		expect(JSON.parse(out)).toMatchObject([
			{
				region_name: 'China',
				value: '101',
				display: '≈101 units',
				how: 'reported',
				parts_reported: '3',
				parts_sum: '100',
				difference: '-1'
			}
		]);
	});

	test('by industry within a region, by period and its parts, by union system', async () => {
		const industries = await query(
			folder,
			'开展竞赛单位',
			'--by',
			'industry',
			'--where',
			'region=北京',
			'--format',
			'json'
		);
		expect(
			JSON.parse(industries.out).map((row: Record<string, string>) => [row.industry, row.industry_name, row.value])
		).toEqual([
			['all', '全部', '40'],
			['C', '制造业', '12'],
			['E', '建筑业', '']
		]);
		const periods = await query(folder, 'participants', '--by', 'period', '--period', '2024年', '--format', 'json');
		expect(JSON.parse(periods.out).map((row: Record<string, string>) => [row.period, row.value])).toEqual([
			['2024', ''],
			['2024Q1', '100'],
			['2024Q2', '60.5']
		]);
		const systems = await query(folder, 'competitions_held', '--by', 'union_system', '--format', 'json');
		expect(
			JSON.parse(systems.out).map((row: Record<string, string>) => [row.union_system_name, row.value, row.how])
		).toEqual([
			['未填', '13', 'register'],
			['铁路', '6', 'register']
		]);
	});

	test('filters by name or code, groups of ownership, ratios to six places', async () => {
		const { out } = await query(folder, 'studios_provincial_share', '--where', 'region=110000', '--format', 'json');
		expect(JSON.parse(out)[0]).toMatchObject({ value: '33.333333', display: '33.3%' });
		const nonpublic = await query(
			folder,
			'units_total',
			'--where',
			'ownership=nonpublic',
			'--where',
			'region=天津市',
			'--format',
			'json'
		);
		expect(JSON.parse(nonpublic.out)[0]).toMatchObject({
			value: '10',
			how: 'summed',
			parts_reported: '1',
			parts_expected: '2',
			complete: 'false'
		});
		const none = await query(folder, 'competitions_held', '--by', 'kind', '--where', 'region=天津');
		expect(none.out).toMatch(/^indicator,unit,region,region_name,kind,kind_name,period,[^\n]*\n$/);
	});

	test('the home region is the manifest’s', async () => {
		await writeFile(
			join(folder, 'manifest.json'),
			JSON.stringify({ format: releaseFormat, profile: { home: '130000' } })
		);
		const { out } = await query(folder, 'competitions_held', '--by', 'region', '--format', 'json');
		await rm(join(folder, 'manifest.json'));
		expect(JSON.parse(out).map((row: Record<string, string>) => [row.region, row.value])).toEqual([
			['130000', '14'],
			['130100', '4']
		]);
	});

	test('a release of another format is refused by name', async () => {
		await writeFile(join(folder, 'manifest.json'), JSON.stringify({ format: 1, profile: { home: '130000' } }));
		const { code, out, err } = await query(folder, 'participants');
		await rm(join(folder, 'manifest.json'));
		expect([code, out]).toEqual([2, '']);
		expect(err).toContain(`格式 1 的发布数据，本程序读格式 ${releaseFormat}`);
	});

	test('without a period: the latest that reports have reached the end of', async () => {
		const asked = async (indicator: string) =>
			JSON.parse((await query(folder, indicator, '--format', 'json')).out)[0].period;
		// Participants are reported up to the second quarter, units for the year 2024, competitions up to that year’s entry.
		expect(await asked('participants')).toBe('2024Q2');
		expect(await asked('units_competing')).toBe('2024');
		expect(await asked('competitions_held')).toBe('2024');
		// Entries reach February, the longest period that ends by then is the month itself.
		expect(await asked('medals')).toBe('2024-02');
	});

	test('--help', async () => {
		expect(await query('--help')).toMatchObject({
			code: 0,
			out: expect.stringContaining('gongbang query RELEASE INDICATOR')
		});
	});
});

describe('one sentence and exit code 2', () => {
	test.each([
		[[], /请给出一个发布文件夹和一个指标/],
		[['nowhere', 'x'], /nowhere 不是发布文件夹/],
		[['FOLDER', '竞赛覆盖绿'], /没有名为“竞赛覆盖绿”的指标，是否指：竞赛覆盖率 \(coverage\)/],
		[['FOLDER', 'coverage', '--where', 'region=河背'], /没有名为“河背”的地区，是否指：河北省 \(130000\)/],
		[['FOLDER', 'coverage', '--where', 'region'], /--where 的写法/],
		[['FOLDER', 'coverage', '--where', 'sex=f'], /没有“sex”这一维度/],
		[['FOLDER', 'coverage', '--by', 'galaxy'], /--by 没有“galaxy”/],
		[['FOLDER', 'coverage', '--period', '1999'], /没有时期“1999”，有：2022、2023、2024/],
		[['FOLDER', 'coverage', '--where', 'union_system=railway'], /汇总填报数不分产业工会/],
		[['FOLDER', 'coverage', '--format', 'xml'], /--format 只能是 csv, json/],
		[['FOLDER', 'coverage', '--nope'], /无法识别的参数/],
		[['FOLDER', 'suggestions'], /没有“合理化建议数”的数据/],
		[['FOLDER', 'coverage', '--lang', 'en', '--where', 'region=Bejing'], /There is no region “Bejing”/]
	])('%j', async (args, message) => {
		const { code, out, err } = await query(...args.map((arg) => (arg === 'FOLDER' ? folder : arg)));
		expect({ code, out }).toEqual({ code: 2, out: '' });
		expect(err).toMatch(message);
		expect(err.trim().split('\n')).toHaveLength(1);
	});
});

describe('decimal text', () => {
	test.each([
		['517300', '51.73 万人'],
		['10909800', '1090.98 万人'],
		['5168303', '5168303 人'],
		['122908000', '12290.80 万人'],
		['200000000', '2.00 亿人'],
		['9999', '9999 人'],
		['-20000', '-2.00 万人'],
		['10000.5', '10000.5 人']
	])('%s is printed %s', (value, text) => {
		expect(printed(value, indicatorById('participants') as Indicator, 'zh')).toBe(text);
	});
	test('English and ratios', () => {
		expect(printed('5168303.25', indicatorById('participants') as Indicator, 'en')).toBe('5,168,303.25 people');
		expect(printed('33.333333', indicatorById('coverage') as Indicator, 'en')).toBe('33.3%');
	});
	test('differences are exact', () => {
		expect(minus('517000', '517300')).toBe('-300');
		expect(minus('0.1', '0.3')).toBe('-0.2');
		expect(minus('90071992547409.9301', '90071992547409.93')).toBe('0.0001');
		expect([trimmed('51.7300'), trimmed('100'), trimmed('0.0000')]).toEqual(['51.73', '100', '0']);
	});
});
