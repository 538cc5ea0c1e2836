import type { Bilingual } from '#lib/format/language.ts';
import { divisionList } from './division-list.ts';
import { nameKey } from './name-key.ts';
import rows from '#data/regions/supersessions.json' with { type: 'json' };

/** A division that was: its successors in the list of today. Several successors are a question, never a guess. */
export interface Supersession {
	readonly code: string;
	readonly name: string;
	readonly year: number;
	readonly successors: readonly string[];
	readonly note: Bilingual;
}

const nameOf = new Map(divisionList().map(({ code, name }) => [code, name]));

/** Abolished, merged, split and renamed divisions, by code. */
export const supersessions: readonly Supersession[] = rows.map(({ code, name, year, successors }) => ({
	code,
	name,
	year,
	successors,
	note: {
		zh: `${name}（${code}）${year}年起为${successors.map((next) => `${nameOf.get(next)}（${next}）`).join('、')}`,
		en: `${name} (${code}) is ${successors.map((next) => `${nameOf.get(next)} (${next})`).join(', ')} since ${year}`
	}
}));

const byCode = new Map(supersessions.map((row) => [row.code, row]));
const byName = new Map<string, Supersession[]>();
for (const row of supersessions) {
	for (const key of new Set([nameKey(row.name), nameKey(row.name.replace(/[市区县]$/, ''))])) {
		if (key.length > 1) byName.set(key, [...(byName.get(key) ?? []), row]);
	}
}

/** The fate of an abolished code; undefined when it is not known as one. */
export function supersededCode(code: string): Supersession | undefined {
	return byCode.get(code);
}

/**
 * The fate of an abolished name whose successors are all known to the caller; of namesakes only the one below a given
 * parent, and none when they stay in doubt.
 */
export function supersededName(
	key: string,
	parents: readonly string[],
	isKnown: (code: string) => boolean
): Supersession | undefined {
	const rows = (byName.get(key) ?? []).filter(({ successors }) => successors.every(isKnown));
	const within = rows.filter(({ code }) => parents.some((parent) => code.startsWith(parent.replace(/(?:00)+$/, ''))));
	const left = within.length > 0 ? within : rows;
	const latest = [...left].sort((first, second) => second.year - first.year)[0];
	return new Set(left.map(({ successors }) => successors.join())).size === 1 ? latest : undefined;
}
