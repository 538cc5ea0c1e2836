import type { Profile } from '#lib/dimensions/profile.ts';
import type { MemberRow } from '../member-rows.ts';

/** The industries that are marked, and why these. */
export interface KeyIndustries {
	readonly codes: ReadonlySet<string>;
	/** declared: the profile names them; workers: the rule; none: neither is known. */
	readonly rule: 'declared' | 'workers' | 'none';
}

/**
 * 重点产业: those that the profile declares; without any, the industries with the most workers that together have half
 * of all. `workers` are sections with their workers.
 */
export function keyIndustriesOf(profile: Profile | null, workers: readonly MemberRow[]): KeyIndustries {
	const declared = profile?.keyIndustries ?? [];
	if (declared.length > 0) return { codes: new Set(declared), rule: 'declared' };
	const known = workers.filter(({ value }) => (value ?? 0) > 0).toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0));
	const all = known.reduce((sum, { value }) => sum + (value ?? 0), 0);
	const codes = new Set<string>();
	let sum = 0;
	for (const { key, value } of known) {
		if (sum >= all / 2) break;
		codes.add(key);
		sum += value ?? 0;
	}
	return { codes, rule: codes.size > 0 ? 'workers' : 'none' };
}

/** The mark of a key industry before its name. */
export const keyMark = '★';

/** A name as it stands in a sentence, without the mark. */
export function unmarked(name: string): string {
	return name.startsWith(keyMark) ? name.slice(keyMark.length) : name;
}

/** An industry's name with its mark. */
export function marked(name: string, code: string, { codes }: KeyIndustries): string {
	return codes.has(code) ? `${keyMark}${name}` : name;
}
