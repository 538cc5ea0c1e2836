import { latinKey, looseKey, type Pinyin } from './pinyin.ts';
import { nameKey } from './name-key.ts';
import { similarity } from './similarity.ts';

/** Something with names, to be found by a name that is like one of them. */
export interface NamedMember {
	readonly code: string;
	/** Chinese names and short names. */
	readonly names: readonly string[];
	/** English or other Latin names. */
	readonly latin: readonly string[];
}

/** A member and how like its name is, 0–1. */
export interface RankedMember {
	readonly code: string;
	readonly score: number;
}

/** Below this nothing is worth offering. */
const threshold = 0.4;
const latinKinds =
	/(?:province|municipality|city|districts?|county|prefecture|autonomous|region|sar|shi|sheng|xian|qu)$/;

/** The members whose names are most like a text by characters, by sound or by their Latin spelling, best first. */
export function rankNames(text: string, members: readonly NamedMember[], pinyin: Pinyin, limit = 5): RankedMember[] {
	const wanted = nameKey(text);
	if (wanted === '') return [];
	const isLatin = !/\p{Script=Han}/u.test(wanted);
	const sound = isLatin ? latinKey(text) : pinyin(wanted);
	const ranked = members.flatMap((member) => {
		const score = isLatin ? latinScore(sound, member, pinyin) : nameScore(wanted, sound, member, pinyin);
		return score >= threshold ? [{ code: member.code, score }] : [];
	});
	return ranked.sort((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1)).slice(0, limit);
}

const keys = new WeakMap<NamedMember, readonly string[]>();

function keysOf(member: NamedMember): readonly string[] {
	let known = keys.get(member);
	if (!known) keys.set(member, (known = member.names.map(nameKey)));
	return known;
}

function nameScore(wanted: string, sound: string, member: NamedMember, pinyin: Pinyin): number {
	let best = 0;
	for (const key of keysOf(member)) {
		const looks = Math.max(similarity(wanted, key), closeness(wanted, key));
		// Names of quite another length sound alike only by chance; their readings need not be made.
		const heard = Math.abs(key.length - wanted.length) > 1 ? 0 : soundScore(sound, pinyin(key));
		best = Math.max(best, looks * 0.9, heard * 0.8 + looks * 0.2);
	}
	return best;
}

function latinScore(wanted: string, member: NamedMember, pinyin: Pinyin): number {
	if (wanted === '') return 0;
	const short = wanted.replace(latinKinds, '').replace(latinKinds, '');
	let best = 0;
	for (const name of member.latin) {
		const key = latinKey(name);
		best = Math.max(best, key === wanted || key === short ? 1 : closeness(short, key) * 0.9);
	}
	for (const name of keysOf(member)) {
		const key = pinyin(name);
		best = Math.max(best, key === wanted || key === short ? 0.95 : soundScore(short, key) * 0.85);
	}
	return best;
}

function soundScore(a: string, b: string): number {
	if (a === '' || b === '') return 0;
	if (a === b) return 1;
	return looseKey(a) === looseKey(b) ? 0.9 : closeness(a, b) * 0.7;
}

/** One less the share of characters that must be changed (Levenshtein), 0–1. */
export function closeness(a: string, b: string): number {
	const [left, right] = [[...a], [...b]];
	const longest = Math.max(left.length, right.length);
	if (longest === 0) return 1;
	// Every surplus character is a change at least: names far apart in length are not worth the table.
	if (Math.abs(left.length - right.length) * 2 > longest) return 0;
	let row = Array.from({ length: right.length + 1 }, (_, index) => index);
	for (let at = 0; at < left.length; at++) {
		const next = [at + 1];
		for (let to = 0; to < right.length; to++) {
			const swap = (row[to] as number) + (left[at] === right[to] ? 0 : 1);
			next.push(Math.min(swap, (row[to + 1] as number) + 1, (next[to] as number) + 1));
		}
		row = next;
	}
	return 1 - (row[right.length] as number) / longest;
}
