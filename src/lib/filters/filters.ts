/**
 * What is compared with: the same period last year, the previous period, year to date against last year's, nothing.
 * `cumulative` adds up all periods so far and compares with nothing.
 */
export type Comparison = 'yoy' | 'previous' | 'ytd' | 'cumulative' | 'none';

/** The user's intent, as the URL holds it. Null: the default of the release (latest period, its home region, all). */
export interface Filters {
	/** Profile or release name, e.g. `national`, `chongqing`, `census-2004`. */
	readonly profile: string | null;
	/** Canonical period: 2024, 2024H1, 2024Q3, 2024-05, 2018/2023. */
	readonly period: string | null;
	readonly comparison: Comparison;
	/** Region code or region group (`group:eastern`). */
	readonly region: string | null;
	/** Which members a regional picture shows: children of the region, groups, or a named level. */
	readonly level: 'children' | 'groups' | 'province' | 'prefecture' | 'county';
	/** Section (C) or division (C13). */
	readonly industry: string | null;
	readonly unionSystem: string | null;
	/** A code, or `nonpublic` for the group of non-public kinds. */
	readonly ownership: string | null;
	readonly competitionLevel: string | null;
	readonly kind: string | null;
	readonly campaign: string | null;
	/** The chosen indicator of the page; null = the page's own default. */
	readonly indicator: string | null;
}

export const noFilters: Filters = {
	profile: null,
	period: null,
	comparison: 'yoy',
	region: null,
	level: 'children',
	industry: null,
	unionSystem: null,
	ownership: null,
	competitionLevel: null,
	kind: null,
	campaign: null,
	indicator: null
};
