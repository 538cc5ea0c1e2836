import type { Bilingual, Language } from '#lib/format/language.ts';

/** What places are called, in one language: 地区, 单位; region, regions, Region, Regions. Chinese knows one form. */
export interface RegionWords {
	readonly noun: string;
	readonly many: string;
	/** As a heading of a column, and of a page. */
	readonly column: string;
	readonly heading: string;
}

/** What divisions of any level are called. */
export const anyDivision: Bilingual = { zh: '地区', en: 'regions' };

/** Named sets of places. */
export const groupNoun: Bilingual = { zh: '片区', en: 'groups' };

interface NamedTree {
	readonly home: string;
	readonly regionNoun: Bilingual;
	readonly regions: readonly { readonly code: string; readonly level: string }[];
}

/**
 * What the places of a profile are called whatever their level: its own noun where it has a tree of its own, 地区 where
 * they are divisions, of which the noun names one level alone (区县).
 */
export function placeNoun(profile: NamedTree | null): Bilingual {
	const home = profile?.regions.find(({ code }) => code === profile.home);
	return profile && home?.level === 'unit' ? profile.regionNoun : anyDivision;
}

/** The forms of a noun. In English the noun is given for many: provinces, districts and counties. */
export function wordsOf(noun: Bilingual, language: Language): RegionWords {
	const many = noun[language];
	const one = language === 'en' ? many.split(' and ').map(singular).join(' or ') : many;
	return { noun: one, many, column: capital(one), heading: capital(many) };
}

/** Of a regular plural; other words stay as they are. */
function singular(noun: string): string {
	if (/[^aeiou]ies$/.test(noun)) return `${noun.slice(0, -3)}y`;
	if (/(?:ss|x|ch|sh)es$/.test(noun)) return noun.slice(0, -2);
	return /[^su]s$/.test(noun) ? noun.slice(0, -1) : noun;
}

function capital(noun: string): string {
	return noun.charAt(0).toUpperCase() + noun.slice(1);
}
