import type { Language } from '#lib/format/language.ts';
import type { ReleaseLists, RegionItem } from '#lib/state/release-lists.ts';

/** Several codes under one key: one region, or a group of regions. */
export interface Member {
	readonly key: string;
	readonly codes: readonly string[];
	readonly name: string;
	readonly short: string;
	/** Letters where not even the short name has room; Latin script only. */
	readonly brief?: string;
	readonly tileRow: number | null;
	readonly tileCol: number | null;
	/** Whether a report is owed: what is not expected is never counted as unreported. */
	readonly expected: boolean;
	/** Whether it has parts of its own to look into. */
	readonly parts: number;
}

/** A member as a query names it. */
export function memberSet({ key, codes }: Member): { key: string; codes: readonly string[] } {
	return { key, codes };
}

/** The prefix by which filters name a region group. */
export const groupPrefix = 'group:';

/** Short English names of units whose full names would fill a line. */
const shortEnglish: Readonly<Record<string, string>> = {
	'Xinjiang Production and Construction Corps': 'XPCC',
	'Central Party and government organs': 'Central',
	'National industrial unions': 'Unions'
};

/** The provinces' letters by ISO 3166-2:CN. */
const provinceLetters: Readonly<Record<string, string>> = Object.fromEntries(
	(
		'110000 BJ 120000 TJ 130000 HE 140000 SX 150000 NM 210000 LN 220000 JL 230000 HL 310000 SH 320000 JS 330000 ZJ ' +
		'340000 AH 350000 FJ 360000 JX 370000 SD 410000 HA 420000 HB 430000 HN 440000 GD 450000 GX 460000 HI 500000 CQ ' +
		'510000 SC 520000 GZ 530000 YN 540000 XZ 610000 SN 620000 GS 630000 QH 640000 NX 650000 XJ 710000 TW 810000 HK 820000 MO'
	)
		.match(/\d+ [A-Z]+/g)
		?.map((pair) => pair.split(' ')) ?? []
);

interface RegionIndex {
	readonly byCode: ReadonlyMap<string, RegionItem>;
	readonly below: ReadonlyMap<string | null, readonly RegionItem[]>;
}
const indexes = new WeakMap<ReleaseLists, RegionIndex>();

/** Thousands of regions are looked up at every change of a filter: by code and by parent, once for a release. */
function indexOf(lists: ReleaseLists): RegionIndex {
	let index = indexes.get(lists);
	if (!index) {
		const { regions } = lists;
		index = {
			byCode: new Map(regions.map((region) => [region.code, region])),
			below: Map.groupBy(regions, ({ parent }) => parent)
		};
		indexes.set(lists, index);
	}
	return index;
}

function regionMember(region: RegionItem, lists: ReleaseLists, language: Language): Member {
	const inEnglish = language === 'en' && region.nameEn !== '';
	return {
		key: region.code,
		codes: [region.code],
		name: inEnglish ? region.nameEn : region.name,
		short: inEnglish ? (shortEnglish[region.nameEn] ?? region.nameEn) : region.short || region.name,
		...(inEnglish && provinceLetters[region.code] ? { brief: provinceLetters[region.code] } : {}),
		tileRow: region.tileRow,
		tileCol: region.tileCol,
		expected: region.expected,
		parts: indexOf(lists).below.get(region.code)?.length ?? 0
	};
}

/** All region groups of the release. */
export function groupMembers(lists: ReleaseLists, language: Language): Member[] {
	return lists.groups.map((group) => {
		const name = language === 'en' && group.nameEn ? group.nameEn : group.name;
		return {
			key: groupPrefix + group.code,
			codes: group.members,
			name,
			short: name,
			tileRow: null,
			tileCol: null,
			expected: true,
			parts: group.members.length
		};
	});
}

/** The region or group that a filter names; null when the release has none of that code. */
export function placeOf(code: string, lists: ReleaseLists, language: Language): Member | null {
	if (code.startsWith(groupPrefix)) return groupMembers(lists, language).find((group) => group.key === code) ?? null;
	const region = indexOf(lists).byCode.get(code);
	return region ? regionMember(region, lists, language) : null;
}

/** The regions directly under a region, or the members of a group. */
export function childrenOf(place: Member, lists: ReleaseLists, language: Language): Member[] {
	const within = place.key.startsWith(groupPrefix)
		? lists.regions.filter((region) => place.codes.includes(region.code))
		: (indexOf(lists).below.get(place.key) ?? []);
	return within.map((region) => regionMember(region, lists, language));
}

/** Regions of one named level anywhere under a place. */
export function levelWithin(place: Member, level: string, lists: ReleaseLists, language: Language): Member[] {
	const { byCode } = indexOf(lists);
	const inside = (code: string): boolean => {
		for (let at: string | null = code; at !== null; at = byCode.get(at)?.parent ?? null)
			if (place.codes.includes(at)) return true;
		return false;
	};
	return lists.regions
		.filter((region) => region.level === level && inside(region.code))
		.map((region) => regionMember(region, lists, language));
}

/**
 * The regions that a picture compares. A place below home is shown among its siblings: a click selects it, another
 * click undoes that, and its own parts have a page of their own.
 */
export function comparedMembers(
	place: Member,
	home: Member,
	level: string,
	lists: ReleaseLists,
	language: Language
): Member[] {
	if (level === 'groups' && lists.groups.length > 0) return groupMembers(lists, language);
	if (level !== 'children' && level !== 'groups') {
		const members = levelWithin(place, level, lists, language);
		const some = members.length > 1 ? members : levelWithin(home, level, lists, language);
		if (some.length > 0) return some;
	}
	if (place.key.startsWith(groupPrefix)) return childrenOf(place, lists, language);
	const parent = place.key === home.key ? null : parentOf(place, lists, language);
	const members = childrenOf(parent ?? place, lists, language);
	return members.length > 0 ? members : [place];
}

/** The region above a place; groups stand under the region above their first member. Null at the top. */
export function parentOf(place: Member, lists: ReleaseLists, language: Language): Member | null {
	const code = place.codes[0];
	const parent = (code === undefined ? null : indexOf(lists).byCode.get(code)?.parent) ?? null;
	return parent === null ? null : placeOf(parent, lists, language);
}
