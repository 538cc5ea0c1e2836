import { expect, test } from 'vitest';
import { drawnMap } from '#lib/dimensions/drawn-map.ts';
import { ProfileError } from '#lib/dimensions/profile-fields.ts';
import { parseProfile } from '#lib/dimensions/profile.ts';
import { parseProfileMap } from '#lib/dimensions/profile-map.ts';

const scope = (home: string) => {
	const profile = parseProfile({
		'profile.json': JSON.stringify({
			id: 'sample',
			title: { zh: '示例', en: 'Sample' },
			subtitle: { zh: '示例', en: 'Sample' },
			home,
			depth: 'prefecture',
			regionNoun: { zh: '地区', en: 'regions' }
		})
	});
	return { home, units: profile.regions };
};

const square = (x: number, y: number, size = 1) => ({
	type: 'Polygon',
	coordinates: [
		[
			[x, y],
			[x + size, y],
			[x + size, y + size],
			[x, y + size],
			[x, y]
		]
	]
});
const feature = (properties: object, geometry: object = square(100, 35)) => ({ type: 'Feature', properties, geometry });
const map = (features: readonly object[], top: object = { 审图号: 'GS(2024)0650号' }) =>
	JSON.stringify({ type: 'FeatureCollection', ...top, features });
const gansu = scope('620000');
const country = scope('100000');
const taiwan = feature({ name: '台湾省', code: '710000' }, square(120.5, 23));

test('features are matched by code, whatever its form, and only then by name', () => {
	const read = parseProfileMap(
		map([
			feature({ code: '620100', name: '酒泉' }),
			feature({ adcode: 620200 }),
			feature({ gb: '156620300', name: '金昌' }),
			feature({ 区划代码: '620400000000', 名称: '白银' }),
			feature({ code: 'X5', name: '天水市' }),
			feature({ name: '临夏州' })
		]),
		gansu
	);
	expect(read.features.map(({ code, by }) => `${code} ${by}`)).toEqual([
		'620100 code',
		'620200 code',
		'620300 code',
		'620400 code',
		'620500 name',
		'622900 name'
	]);
	expect(read.others).toEqual([]);
	expect(read.missing).toEqual(['620600', '620700', '620800', '620900', '621000', '621100', '621200', '623000']);
});

test('outlines of nobody are listed, and where they lie is known', () => {
	const { features, others } = parseProfileMap(
		map([
			feature(
				{ name: '兰州市' },
				{ type: 'MultiPolygon', coordinates: [square(103, 36).coordinates, square(105, 37, 0.5).coordinates] }
			),
			feature({ name: '西宁市', code: '630100' }),
			feature({ name: '' })
		]),
		gansu
	);
	expect(others.map(({ name }) => name)).toEqual(['西宁市', '']);
	expect(features[0]?.outline.box).toEqual([103, 36, 105.5, 37.5]);
	expect(features[0]?.outline.rings).toHaveLength(2);
	expect(features[0]?.outline.polygons.map((rings) => rings.length)).toEqual([1, 1]);
});

test.each([
	['GS(2024)0650号', 'GS(2024)0650号'],
	['审图号：GS（2024）0650号', 'GS(2024)0650号'],
	['甘S(2023)12号', '甘S(2023)12号'],
	['渝S〔2022〕031', '渝S(2022)031号']
])('%j is printed on the map as %j', (given, printed) => {
	expect(parseProfileMap(map([feature({ code: '620100' })], { 审图号: given }), gansu).approval).toBe(printed);
	const within = map([feature({ code: '620100' })], { properties: { 审图号: given } });
	expect(parseProfileMap(within, gansu).approval).toBe(printed);
});

test('a map of the country without Taiwan, the South China Sea islands or Diaoyu Dao is refused', () => {
	const mainland = feature({ code: '620000' });
	const refusal = (features: readonly object[]) => {
		try {
			parseProfileMap(map(features), country);
			return null;
		} catch (error) {
			return error instanceof ProfileError ? error.text.zh : String(error);
		}
	};
	const sentence = (names: string) => `map.geojson：全国地图上没有${names}，这样的地图不能使用，请换用完整的地图。`;
	expect(refusal([mainland])).toBe(sentence('台湾、南海诸岛、钓鱼岛'));
	expect(refusal([mainland, taiwan])).toBe(sentence('南海诸岛、钓鱼岛'));
	// By name, or by an outline that reaches there.
	const islands = feature({ name: '南海诸岛' }, square(112, 10));
	expect(refusal([mainland, taiwan, islands])).toBe(sentence('钓鱼岛'));
	expect(refusal([mainland, islands, feature({ name: '钓鱼岛' }, square(123.4, 25.7, 0.1))])).toBe(sentence('台湾'));
	const reaching = feature(
		{ code: '710000', name: '台湾省' },
		{ type: 'MultiPolygon', coordinates: [square(120.5, 23).coordinates, square(123.5, 25.7, 0.1).coordinates] }
	);
	const hainan = feature(
		{ code: '460000' },
		{ type: 'MultiPolygon', coordinates: [square(109.5, 19).coordinates, square(112, 16, 0.1).coordinates] }
	);
	expect(refusal([mainland, reaching, hainan])).toBe(null);
	// A city's map is not asked for islands.
	expect(() => parseProfileMap(map([feature({ code: '620100' })]), gansu)).not.toThrow();
});

test('units of an organisation have outlines too, and those without one are known', () => {
	const units = [
		{ code: 'FZ', parent: null, name: '示例纺织集团' },
		{ code: 'FZ1', parent: 'FZ', name: '示例棉纺公司' },
		{ code: 'FZ2', parent: 'FZ', name: '示例印染公司' }
	].map((unit) => ({
		...unit,
		...{
			short: unit.name,
			nameEn: unit.name,
			level: 'unit' as const,
			expected: true,
			sort: 1,
			tileRow: null,
			tileCol: null
		}
	}));
	const read = parseProfileMap(map([feature({ code: 'FZ1' })]), { home: 'FZ', units });
	expect(read.features.map(({ code }) => code)).toEqual(['FZ1']);
	expect(read.missing).toEqual(['FZ2']);
});

test('a release carries the outlines as they are, ground before regions', () => {
	const holed = {
		type: 'Polygon',
		coordinates: [...square(103, 36, 2).coordinates, ...square(103.5, 36.5).coordinates]
	};
	const read = parseProfileMap(map([feature({ name: '兰州市' }, holed), feature({ name: '西宁市' })]), gansu);
	const drawn = drawnMap(read);
	expect(drawn.approval).toBe('GS(2024)0650号');
	expect(drawn.shapes.map(({ code, name }) => [code, name])).toEqual([
		[null, '西宁市'],
		['620100', '兰州市']
	]);
	expect(drawn.shapes[1]?.polygons).toEqual([holed.coordinates]);
});

test.each([
	['{', /^map\.geojson: is no JSON \(/],
	['[]', 'map.geojson: holds no FeatureCollection.'],
	[map([feature({ code: '620100' })], {}), 'map.geojson: has no 审图号; state it at the top of the file.'],
	[map([feature({ code: '620100' })], { 审图号: '已审' }), /is no 审图号 such as/],
	[map([]), 'map.geojson: no outline matches a region of this profile.'],
	[map([feature({ code: '110000' })]), 'map.geojson: no outline matches a region of this profile.'],
	[
		map([feature({ code: '620100', name: '兰州' }), feature({ name: '兰州市' })]),
		'map.geojson: "兰州市" and "兰州" are one region (620100).'
	],
	[
		map([feature({ name: '兰州市' }, { type: 'Point', coordinates: [103, 36] })]),
		'map.geojson: feature 1 (兰州市) is no polygon.'
	],
	[
		map([
			feature(
				{ name: '兰州市' },
				{
					type: 'Polygon',
					coordinates: [
						[
							[103, 36],
							[104, 36],
							[103, 36]
						]
					]
				}
			)
		]),
		/feature 1 \(兰州市\) is no polygon/
	],
	[map([feature({ name: '兰州市' }, square(18_000_000, 4_000_000))]), /feature 1 \(兰州市\) is no polygon/],
	[map([null as never]), 'map.geojson: feature 1 (1) is no polygon.']
])('%.60s is refused: %s', (text, message) => {
	expect(() => parseProfileMap(text, gansu)).toThrow(message);
});
