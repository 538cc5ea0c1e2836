import { countryCode, divisionList } from './division-list.ts';
import { shortRegionName } from './region-name.ts';
import tileGrid from '#data/regions/tiles.json' with { type: 'json' };
import englishNames from '#data/regions/english-names.json' with { type: 'json' };

/** A division or a reporting unit that is none. */
export interface Region {
	readonly code: string;
	readonly parent: string | null;
	readonly name: string;
	readonly short: string;
	readonly nameEn: string;
	readonly level: 'country' | 'province' | 'prefecture' | 'county' | 'unit';
	/** Whether completeness counts it. */
	readonly expected: boolean;
	readonly sort: number;
	readonly tileRow: number | null;
	readonly tileCol: number | null;
	/** Further names under which files know it. */
	readonly aliases?: readonly string[];
}

/** The regions that a profile reports on. */
export interface RegionScope {
	readonly home: string;
	readonly units: readonly Region[];
}

/** Divisions without reports of their own: 港澳台 and the island groups that 三沙市 administers. */
const unreported = /^(?:71|81|82|46032)/;

/** Row and column of the provinces on our tile grid of the country. */
const tiles: Readonly<Record<string, readonly number[]>> = tileGrid;
const english: Readonly<Record<string, string>> = englishNames;
const nation: Region = {
	code: countryCode,
	parent: null,
	name: '全国',
	short: '全国',
	nameEn: 'China',
	level: 'country',
	expected: true,
	sort: 0,
	tileRow: null,
	tileCol: null,
	aliases: ['中国', '中华人民共和国', '全国总计', '全国合计']
};

let list: readonly Region[] | null = null;

/** The country and its divisions down to counties, in the order of their codes. */
export function divisions(): readonly Region[] {
	list ??= [
		nation,
		...divisionList().map(({ code, name, parent }): Region => ({
			code,
			parent,
			name,
			short: shortRegionName(name),
			nameEn: english[code] ?? name,
			level: code.endsWith('0000') ? 'province' : code.endsWith('00') ? 'prefecture' : 'county',
			expected: !unreported.test(code),
			sort: Number(code),
			tileRow: tiles[code]?.[0] ?? null,
			tileCol: tiles[code]?.[1] ?? null
		}))
	];
	return list;
}
