import type { Bilingual } from '#lib/format/language.ts';
import { countryCode } from './division-list.ts';
import type { RegionScope } from './divisions.ts';
import { outlineOf, type Outline } from './map-outline.ts';
import { nameKey } from './name-key.ts';
import { ProfileError } from './profile-fields.ts';
import { createRegionResolver } from './region-resolver.ts';

/** One region of a map of one's own, with where its outline lies. */
export interface MapFeature {
	/** Region code of the profile. */
	readonly code: string;
	/** As the file has it. */
	readonly name: string;
	readonly outline: Outline;
	/** By what it was matched: the code in the file, or else the name. */
	readonly by: 'code' | 'name';
}

/** A map of one's own, checked and matched with the regions of a profile. */
export interface ProfileMap {
	/** The number under which the map was approved; it must be printed on it. */
	readonly approval: string;
	readonly features: readonly MapFeature[];
	/** Outlines that are no region of the profile: drawn as ground, never coloured. */
	readonly others: readonly Pick<MapFeature, 'name' | 'outline'>[];
	/** Codes of the home's parts that the map has no outline of. */
	readonly missing: readonly string[];
}

const file = 'map.geojson';
/** GS(2024)0650号, 渝S（2023）012号, 审图号：国审字…: a maker, a year, a number. */
const approvalForm =
	/^(?:审图号[:：]?)?\s*([\p{Script=Han}A-Z]{1,8})\s*[(（〔[]\s*(\d{4})\s*[)）〕\]]\s*(\d{1,6})\s*号?$/u;
/** What public maps of the country must show (地图管理条例): the name of an outline, and a place that it must reach. */
const nationalParts: readonly { name: Bilingual; names: RegExp; within: readonly [number, number, number, number] }[] =
	[
		{ name: { zh: '台湾', en: 'Taiwan' }, names: /台湾|taiwan/i, within: [120, 21.8, 122.1, 25.4] },
		{
			name: { zh: '南海诸岛', en: 'the South China Sea islands' },
			names: /南海诸岛|三沙|south china sea|sansha/i,
			within: [109, 3, 118.5, 18]
		},
		{ name: { zh: '钓鱼岛', en: 'Diaoyu Dao' }, names: /钓鱼岛|diaoyu/i, within: [123.3, 25.6, 124.7, 26] }
	];

/**
 * Reads `map.geojson` of a profile: a FeatureCollection (RFC 7946) of polygons with a member `审图号`. Features are
 * matched by code (`code`, `adcode`, `id`, 区划代码), then by name (`name`, 名称). Throws a ProfileError for what is no such
 * map, has no 审图号, or holds the same region twice, and for a map of the country that lacks 台湾, 南海诸岛 or 钓鱼岛.
 */
export function parseProfileMap(text: string, scope: RegionScope): ProfileMap {
	const { approval, features } = readCollection(text);
	const resolve = createRegionResolver(scope);
	const known = new Set(scope.units.map(({ code }) => code));
	const matched = new Map<string, MapFeature>();
	const others: Pick<MapFeature, 'name' | 'outline'>[] = [];
	for (const feature of features) {
		const match = matchFeature(feature, known, resolve);
		if (!match) {
			others.push({ name: feature.name || feature.code, outline: feature.outline });
			continue;
		}
		const other = matched.get(match.code);
		if (other) {
			refuse(
				`“${feature.name}”和“${other.name}”是同一个地区（${match.code}）`,
				`"${feature.name}" and "${other.name}" are one region (${match.code})`
			);
		}
		matched.set(match.code, match);
	}
	const own = scope.units.find(({ code }) => code === scope.home)?.level === 'unit';
	const parts = scope.units.filter(({ parent, level }) => parent === scope.home && (own || level !== 'unit'));
	if (matched.size === 0) {
		refuse('没有一个图形与本方案的地区对得上', 'no outline matches a region of this profile');
	}
	if (scope.home === countryCode) requireWholeCountry(features);
	return {
		approval,
		features: [...matched.values()],
		others,
		missing: parts.filter(({ code }) => !matched.has(code)).map(({ code }) => code)
	};
}

interface ReadFeature {
	readonly code: string;
	readonly name: string;
	readonly outline: Outline;
}

function readCollection(text: string): { approval: string; features: readonly ReadFeature[] } {
	let value: unknown;
	try {
		value = JSON.parse(text.replace(/^\ufeff/, ''));
	} catch (cause) {
		const said = cause instanceof Error ? cause.message : String(cause);
		throw new ProfileError(file, null, { zh: `不是 JSON（${said}）`, en: `is no JSON (${said})` }, { cause });
	}
	const collection = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
	const list = collection['features'];
	if (collection['type'] !== 'FeatureCollection' || !Array.isArray(list))
		refuse('不是 FeatureCollection', 'holds no FeatureCollection');
	return { approval: approvalOf(collection), features: (list as unknown[]).map(readFeature) };
}

/** A public map without its number must not be shown. */
function approvalOf(collection: Record<string, unknown>): string {
	const properties = (collection['properties'] ?? {}) as Record<string, unknown>;
	const given = collection['审图号'] ?? properties['审图号'] ?? collection['approval'];
	if (typeof given !== 'string' || given.trim() === '')
		refuse(
			'没有审图号：请在文件顶层写明 "审图号": "GS(2024)0650号" 之类',
			'has no 审图号; state it at the top of the file'
		);
	const [, maker, year, number] = approvalForm.exec((given as string).trim().normalize('NFKC')) ?? [];
	if (!maker) refuse(`“${given}”不是审图号（应如 GS(2024)0650号）`, `"${given}" is no 审图号 such as GS(2024)0650号`);
	return `${maker}(${year})${number}号`;
}

function readFeature(value: unknown, index: number): ReadFeature {
	const feature = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
	const properties = (feature['properties'] ?? {}) as Record<string, unknown>;
	const pick = (...names: string[]) => {
		const found = names.map((name) => properties[name]).find((one) => one !== undefined && one !== null && one !== '');
		return found === undefined ? '' : String(found).trim();
	};
	const code = pick('code', 'adcode', 'id', '区划代码', '代码', 'gb') || String(feature['id'] ?? '');
	const name = pick('name', '名称', 'NAME', 'fullname');
	const outline = feature['type'] === 'Feature' ? outlineOf(feature['geometry']) : null;
	if (!outline) {
		const called = name || code || String(index + 1);
		refuse(`第${index + 1}个图形（${called}）不是多边形`, `feature ${index + 1} (${called}) is no polygon`);
	}
	return { code, name, outline: outline as Outline };
}

function matchFeature(
	{ code, name, outline }: ReadFeature,
	known: ReadonlySet<string>,
	resolve: ReturnType<typeof createRegionResolver>
): MapFeature | null {
	// Bureaus write 156320000 and 320000000000 for 320000.
	const digits = code.replace(/^156(?=\d{6}$)/, '').replace(/^(\d{6})0{3,6}$/, '$1');
	if (known.has(digits)) return { code: digits, name, outline, by: 'code' };
	const answer = name === '' ? null : resolve(name);
	return answer?.kind === 'found' ? { code: answer.code, name, outline, by: 'name' } : null;
}

/** Each part must be named by an outline, or reached by one. */
function requireWholeCountry(features: readonly ReadFeature[]): void {
	const lacking = nationalParts.filter(
		({ names, within: [west, south, east, north] }) =>
			!features.some(
				({ name, outline }) =>
					names.test(nameKey(name)) ||
					names.test(name) ||
					outline.points.some(([x, y]) => x >= west && x <= east && y >= south && y <= north)
			)
	);
	if (lacking.length === 0) return;
	refuse(
		`全国地图上没有${lacking.map(({ name }) => name.zh).join('、')}，这样的地图不能使用，请换用完整的地图`,
		`the map of the country lacks ${lacking.map(({ name }) => name.en).join(', ')} and cannot be used; take a complete one`
	);
}

function refuse(zh: string, en: string): never {
	throw new ProfileError(file, null, { zh, en });
}
