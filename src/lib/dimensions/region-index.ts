import type { Candidate } from './resolution.ts';
import type { Region } from './divisions.ts';
import { countryCode } from './division-list.ts';
import { nameKey } from './name-key.ts';
import { regionSpellings } from './region-name.ts';

/** A region found under a name; `whole` when the name is official or a declared alias, not a short form. */
export interface Hit {
	readonly region: Region;
	readonly whole: boolean;
}

/** Regions by code and by every spelling of their names, with the ancestors of each. */
export interface RegionIndex {
	readonly byCode: ReadonlyMap<string, Region>;
	readonly byKey: ReadonlyMap<string, readonly Hit[]>;
	/** Names to compare with when nothing matches. */
	readonly named: readonly { readonly key: string; readonly candidate: Candidate }[];
	isWithin(code: string, ancestor: string): boolean;
}

/** Builds the index of a list of regions. */
export function indexRegions(regions: readonly Region[]): RegionIndex {
	const byCode = new Map(regions.map((region) => [region.code, region]));
	const byKey = new Map<string, Hit[]>();
	const named: { key: string; candidate: Candidate }[] = [];
	const add = (key: string, region: Region, whole: boolean) => {
		const hits = byKey.get(key) ?? [];
		if (hits.some((hit) => hit.region === region)) return;
		hits.push({ region, whole });
		byKey.set(key, hits);
	};
	for (const region of regions) {
		for (const name of [region.name, ...(region.aliases ?? [])]) {
			const key = nameKey(name);
			add(key, region, true);
			named.push({ key, candidate: { code: region.code, name: region.name } });
		}
		for (const spelling of [...regionSpellings(region.name), region.short]) add(nameKey(spelling), region, false);
	}
	const isWithin = (code: string, ancestor: string): boolean => {
		for (let at: string | null = code; at !== null; at = byCode.get(at)?.parent ?? null)
			if (at === ancestor) return true;
		return false;
	};
	return { byCode, byKey, named, isWithin };
}

/** A region's name with the one it is part of, to tell namesakes apart: 辽宁省海州区. */
export function fullName(index: RegionIndex, region: Region): string {
	const names: string[] = [region.name];
	for (let at = region.parent; at !== null && at !== countryCode; at = index.byCode.get(at)?.parent ?? null) {
		const name = index.byCode.get(at)?.name;
		if (name) names.unshift(name);
	}
	return names.join('');
}
