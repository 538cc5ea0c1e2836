import type { ReasonCode } from './codes.ts';
import { compareKeys, type Entry } from './entry.ts';
import type { Derived } from './group-rows.ts';

/** Who owes a report. */
export interface Expected {
	readonly key: string;
	readonly name: string;
	readonly group?: string;
}

/** 已报 13/16: how many of those who owe a report have given what the board compares. Guests owe none. */
export interface Completeness {
	readonly reported: number;
	readonly expected: number;
	readonly missing: readonly { readonly key: string; readonly name: string }[];
}

/** What may still come; the absent, the cancelled and those with a base too small have been heard of. */
const open = new Set<ReasonCode>(['NOT_REPORTED', 'NO_VALUE', 'NO_DENOMINATOR', 'PART_MISSING', 'FROZEN']);

/** Counts the reports of a group. The silent are listed by key. */
export function completenessOf(rows: readonly Derived[]): Completeness {
	let expected = 0;
	const missing: { key: string; name: string }[] = [];
	for (const { entry, reason } of rows) {
		if (entry.standing === 'guest') continue;
		expected++;
		if (reason !== null && open.has(reason.code)) missing.push({ key: entry.key, name: entry.name });
	}
	missing.sort((a, b) => compareKeys(a.key, b.key));
	return { reported: expected - missing.length, expected, missing };
}

/** Entries with those added who owe a report and have no entry at all. */
export function withExpected(entries: readonly Entry[], expected: readonly Expected[]): readonly Entry[] {
	if (expected.length === 0) return entries;
	const idOf = (key: string, group = '') => JSON.stringify([group, key]);
	const there = new Set(entries.map(({ key, group }) => idOf(key, group)));
	const silent = expected
		.filter(({ key, group }) => !there.has(idOf(key, group)))
		.map((each): Entry => ({ ...each, values: {}, standing: 'not-reported' }));
	return [...entries, ...silent];
}
