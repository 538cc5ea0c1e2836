import { expect, test } from 'vitest';
import { loadProfile } from '../../src/cli/load-profile.ts';
import { parseProfile, type Profile } from '#lib/dimensions/profile.ts';
import { createRegionResolver } from '#lib/dimensions/region.ts';

const meta = (changes: object = {}) =>
	JSON.stringify({
		id: 'sample',
		title: { zh: '示例', en: 'Sample' },
		subtitle: { zh: '示例', en: 'Sample' },
		home: '620000',
		regionNoun: { zh: '市州', en: 'prefectures' },
		...changes
	});
const children = ({ regions, home }: Profile) => regions.filter(({ parent }) => parent === home);

test('national: 31 provinces, the corps and the central organs report; Hong Kong, Macao and Taiwan are on the map', async () => {
	const national = await loadProfile('national');
	const own = children(national);
	expect(
		own
			.filter(({ expected }) => expected)
			.map(({ code }) => code)
			.slice(-3)
	).toEqual(['650000', '660000', '990100']);
	expect(own.filter(({ expected }) => expected)).toHaveLength(33);
	expect(own.filter(({ expected }) => !expected).map(({ code }) => code)).toEqual([
		'710000',
		'810000',
		'820000',
		'990200'
	]);
	expect(own.filter(({ tileRow }) => tileRow !== null)).toHaveLength(36);
	expect(own.find(({ code }) => code === '230000')).toMatchObject({ tileRow: 0, tileCol: 8, nameEn: 'Heilongjiang' });
	expect(own.find(({ code }) => code === '820000')).toMatchObject({ tileRow: 8, tileCol: 6 });
	expect(national.groups.map(({ code, members }) => [code, members.length])).toEqual([
		['eastern', 10],
		['central', 6],
		['western', 13],
		['northeast', 3]
	]);
	const resolve = createRegionResolver({ home: national.home, units: national.regions });
	expect(resolve('新疆兵团')).toEqual({ kind: 'found', code: '660000' });
	expect(resolve('新疆生产建设兵团')).toEqual({ kind: 'found', code: '660000' });
	expect(resolve('中央国家机关')).toEqual({ kind: 'found', code: '990100' });
	expect(resolve('江苏省总工会')).toEqual({ kind: 'found', code: '320000' });
});

test('chongqing: 38 districts and counties on 38 tiles in three groups', async () => {
	const chongqing = await loadProfile('chongqing');
	const own = children(chongqing);
	expect(own).toHaveLength(38);
	expect(new Set(own.map(({ tileRow, tileCol }) => `${tileRow},${tileCol}`))).toHaveLength(38);
	expect(own.every(({ tileRow, nameEn, name }) => tileRow !== null && nameEn !== name)).toBe(true);
	expect(chongqing.groups.map(({ name, members }) => [name.slice(0, 3), members.length])).toEqual([
		['主城都', 21],
		['渝东北', 11],
		['渝东南', 6]
	]);
	expect(new Set(chongqing.groups.flatMap(({ members }) => members))).toEqual(new Set(own.map(({ code }) => code)));
	expect(chongqing.regions.map(({ code }) => code).slice(0, 2)).toEqual(['100000', '500000']);
	expect(chongqing.campaigns.map(({ name }) => name)).toContain('巴渝工匠');
});

test('上海: 16 districts; 闵行 goes on to its towns, whose south and north are groups below it', async () => {
	const shanghai = await loadProfile('shanghai');
	const own = children(shanghai);
	expect(own).toHaveLength(16);
	const tile = (name: string) => {
		const { tileRow, tileCol } = shanghai.regions.find((region) => region.name === name) ?? {};
		return [tileRow ?? NaN, tileCol ?? NaN] as const;
	};
	// As on any map: 崇明 in the north, 青浦 in the west, 浦东 in the east, 金山 and 奉贤 in the south.
	const rows = own.map(({ tileRow }) => tileRow ?? NaN);
	const columns = own.map(({ tileCol }) => tileCol ?? NaN);
	expect(tile('崇明区')[0]).toBe(Math.min(...rows));
	expect(tile('青浦区')[1]).toBe(Math.min(...columns));
	expect(tile('浦东新区')[1]).toBe(Math.max(...columns));
	expect([tile('金山区')[0], tile('奉贤区')[0]]).toEqual([Math.max(...rows), Math.max(...rows)]);
	const towns = shanghai.regions.filter(({ parent }) => parent === '310112').map(({ code }) => code);
	expect(towns).toHaveLength(14);
	const below = shanghai.groups.filter(({ code }) => code.startsWith('minhang-'));
	expect(below.map(({ members }) => members.length)).toEqual([4, 4]);
	expect(below.flatMap(({ members }) => members).every((code) => towns.includes(code))).toBe(true);
	const districts = shanghai.groups.filter((group) => !below.includes(group)).flatMap(({ members }) => members);
	expect(districts.toSorted()).toEqual(own.map(({ code }) => code));
	expect(shanghai.campaigns[0]?.name).toBe('引领区竞赛');
});

test('甘肃: 14 prefectures in four parts, from 酒泉 in the northwest to 陇南 in the southeast', async () => {
	const gansu = await loadProfile('gansu');
	const own = children(gansu);
	expect(own).toHaveLength(14);
	expect(new Set(gansu.groups.flatMap(({ members }) => members))).toEqual(new Set(own.map(({ code }) => code)));
	const at = (name: string) => own.find((region) => region.name === name);
	const [west, capital, south, east] = ['酒泉市', '兰州市', '陇南市', '庆阳市'].map(at);
	expect([west?.tileRow, west?.tileCol]).toEqual([0, 0]);
	expect(capital!.tileCol!).toBeGreaterThan(west!.tileCol!);
	expect(south!.tileRow!).toBeGreaterThan(capital!.tileRow!);
	expect(east!.tileCol!).toBe(Math.max(...own.map(({ tileCol }) => tileCol ?? 0)));
	expect(gansu.campaigns).toHaveLength(10);
});

test('an enterprise: group, companies, workshops and teams, all of them invented and found by name', async () => {
	const enterprise = await loadProfile('enterprise');
	const { regions } = enterprise;
	const depth = (code: string): number => {
		const parent = regions.find((region) => region.code === code)?.parent ?? null;
		return parent === null ? 0 : 1 + depth(parent);
	};
	const depths = Map.groupBy(regions, ({ code }) => depth(code));
	expect([...depths].map(([level, units]) => [level, units.length]).toSorted()).toEqual([
		[0, 1],
		[1, 10],
		[2, 29],
		[3, 98]
	]);
	expect(regions.every(({ name, level }) => name.startsWith('示例') && level === 'unit')).toBe(true);
	expect(new Set(regions.map(({ name }) => name)).size).toBe(regions.length);
	const resolve = createRegionResolver({ home: enterprise.home, units: regions });
	for (const { code, name } of regions) expect(resolve(name), name).toEqual({ kind: 'found', code });
	// A short name that several workshops bear is a question, unless the company says which.
	expect(resolve('一班').kind).toBe('ambiguous');
	expect(resolve('焊接车间')).toEqual({ kind: 'found', code: 'JT01-3' });
	expect(resolve('二班', '示例装备公司焊接车间')).toEqual({ kind: 'found', code: 'JT01-3-2' });
	expect(new Set(enterprise.groups.flatMap(({ members }) => members)).size).toBe(10);
});

test.each(['national', 'chongqing', 'shanghai', 'gansu', 'enterprise', 'census-2004', 'union-documents'])(
	'%s: no mistake, a place for every part that reports, everything in both languages',
	async (id) => {
		const mistakes: string[] = [];
		const profile = await loadProfile(id, ({ text }) => mistakes.push(text.en));
		expect(mistakes).toEqual([]);
		const own = children(profile);
		const placed = own.filter(({ tileRow, tileCol }) => tileRow !== null && tileCol !== null);
		expect(own.filter((region) => region.expected && !placed.includes(region))).toEqual([]);
		expect(new Set(placed.map(({ tileRow, tileCol }) => `${tileRow},${tileCol}`)).size).toBe(placed.length);
		const named = [...own, ...profile.groups, ...profile.campaigns];
		expect(named.filter(({ nameEn }) => !/[a-z]/i.test(nameEn)).map(({ code }) => code)).toEqual([]);
		const titles = [profile.title, profile.subtitle, profile.regionNoun, ...profile.metrics.map(({ title }) => title)];
		for (const { zh, en } of titles) {
			expect(zh).not.toBe('');
			expect(en).toMatch(/^[^\p{Script=Han}]+$/u);
		}
	}
);

test('census-2004: 31 provinces, the figures of both tables, a source', async () => {
	const census = await loadProfile('census-2004');
	expect(census.demo).toBe(false);
	expect(census.source?.zh).toContain('国家统计局');
	expect(children(census).filter(({ expected }) => expected)).toHaveLength(31);
	expect(census.regions.filter(({ level }) => level !== 'country' && level !== 'province')).toEqual([]);
	expect(census.metrics.map(({ indicator, unit, kind }) => `${indicator} ${unit} ${kind}`)).toEqual([
		'法人单位数 个 stock',
		'就业人数 人 stock',
		'高级技师 人 stock',
		'技师 人 stock',
		'高级工 人 stock',
		'中级工 人 stock',
		'已成立工会单位数 个 stock',
		'加入工会人数 人 stock'
	]);
});

test('a profile of only its json has all divisions of its home', () => {
	const gansu = parseProfile({ 'profile.json': meta() });
	expect(gansu).toMatchObject({
		id: 'sample',
		demo: false,
		yearStart: 'calendar',
		highlights: [],
		groups: [],
		metrics: []
	});
	expect(children(gansu)).toHaveLength(14);
	expect(gansu.regions.find(({ code }) => code === '620102')?.parent).toBe('620100');
});

test('an enterprise has units of its own instead of divisions', () => {
	const enterprise = parseProfile({
		'profile.json': meta({ home: 'G' }),
		'regions.csv': 'code,parent,name\nG,none,示例集团\nG1,G,示例公司\nG11,G1,示例车间\n'
	});
	expect(enterprise.regions.map(({ code, parent, level }) => [code, parent, level])).toEqual([
		['G', null, 'unit'],
		['G1', 'G', 'unit'],
		['G11', 'G1', 'unit']
	]);
	const resolve = createRegionResolver({ home: 'G', units: enterprise.regions });
	expect(resolve('示例车间')).toEqual({ kind: 'found', code: 'G11' });
	expect(resolve('G11')).toEqual({ kind: 'found', code: 'G11' });
});

test.each([
	[{}, 'profile.json: the file is missing.'],
	[{ 'profile.json': '{' }, /^profile\.json: is no JSON \(.+\)\.$/],
	[{ 'profile.json': '[]' }, 'profile.json: holds no object.'],
	[{ 'profile.json': meta({ id: 'A b' }) }, /^profile\.json: "id" may hold/],
	[
		{ 'profile.json': meta({ home: '999999' }) },
		'profile.json: the home 999999 is neither a division nor in regions.csv.'
	],
	[{ 'profile.json': meta({ title: '示例' }) }, 'profile.json: "title" must be { "zh": …, "en": … }.'],
	[{ 'profile.json': meta({ yearStart: 'lunar' }) }, 'profile.json: "yearStart" must be one of calendar, union.'],
	[{ 'profile.json': meta({ accent: 'red' }) }, /^profile\.json: "accent" is no colour/],
	[
		{ 'profile.json': meta(), 'regions.csv': 'code,parent,name\nX,620000\n' },
		'regions.csv, line 2: 2 cells where the header has 3.'
	],
	[
		{ 'profile.json': meta(), 'regions.csv': 'code,parent,name\nX,Y,示例\n' },
		'regions.csv, line 2: the parent Y is no region of this profile.'
	],
	[
		{ 'profile.json': meta(), 'regions.csv': 'code,parent,name\nX,X,示例\n' },
		'regions.csv, line 2: X is its own ancestor (X › X).'
	],
	[{ 'profile.json': meta(), 'regions.csv': 'code,parent,name\nX,620000,\n' }, 'regions.csv, line 2: "name" is empty.'],
	[
		{ 'profile.json': meta(), 'regions.csv': 'code,expected\n\n620100,maybe\n' },
		'regions.csv, line 3: "expected" must be true or false: maybe.'
	],
	[
		{ 'profile.json': meta(), 'regions.csv': 'code,tile_row,tile_col\n620100,1,1\n620200,1,1\n' },
		'regions.csv, line 3: 嘉峪关市 is on the tile of 兰州市.'
	],
	[
		{ 'profile.json': meta(), 'groups.csv': 'code,name,members\na,甲,620100 320000\n' },
		'groups.csv, line 2: 320000 is no region of this profile.'
	],
	[
		{ 'profile.json': meta(), 'groups.csv': 'code,name,members\na,甲,620100\nb,乙,620100\n' },
		'groups.csv, line 3: 620100 is in 甲 already.'
	],
	[
		{ 'profile.json': meta(), 'metrics.csv': 'indicator,unit,kind\n示例,个,level\n' },
		'metrics.csv, line 2: "kind" must be flow, stock or ratio.'
	],
	[
		{ 'profile.json': meta(), 'metrics.csv': 'indicator,unit,kind\n示例,个,flow\n示例,个,flow\n' },
		'metrics.csv, line 3: 示例 is there twice.'
	],
	[
		{ 'profile.json': meta(), 'metrics.csv': 'indicator,unit,kind\n示例,%,flow\n' },
		'metrics.csv, line 2: the unit is a share, so "kind" must be ratio.'
	],
	[
		{ 'profile.json': meta(), 'metrics.csv': 'indicator,unit,kind,additive\n示例,元/人,ratio,true\n' },
		'metrics.csv, line 2: ratios cannot be summed, so "additive" must be false.'
	],
	[
		{ 'profile.json': meta(), 'metrics.csv': 'indicator,unit,kind,aliases\n甲,个,flow,\n乙,个,flow,丙|甲\n' },
		'metrics.csv, line 3: "甲" is a name of 甲 already.'
	],
	[
		{ 'profile.json': meta(), 'regions.csv': 'code,parent,name\nA,620000,甲\nA,620000,乙\n' },
		'regions.csv, line 3: A is there twice.'
	],
	[{ 'profile.json': meta({ accent: '#f5b301' }) }, /^profile\.json: "accent" #f5b301 has a contrast of 1\.\d/],
	[{ 'profile.json': meta({ order: 'first' }) }, 'profile.json: "order" must be a whole number.'],
	[
		{ 'profile.json': meta({ home: 'A' }), 'regions.csv': 'code,parent,name\nA,B,甲\nB,A,乙\n' },
		'regions.csv, line 2: A is its own ancestor (A › B › A).'
	],
	[{ 'profile.json': meta(), 'campaigns.csv': 'code,name\n"a,示例\n' }, 'campaigns.csv, line 2: a quote is not closed.']
])('%j is refused: %s', (files, message) => {
	expect(() => parseProfile(files as Record<string, string>)).toThrow(message);
});

test('an unknown profile is refused with the known ones', async () => {
	await expect(loadProfile('atlantis')).rejects.toThrow(
		'There is no profile "atlantis"; known are census-2004, chongqing, enterprise, gansu, national, shanghai, union-documents, or give the path of a folder.'
	);
});
