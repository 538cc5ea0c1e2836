/** A text taken apart for comparing. */
export interface Pairs {
	readonly text: string;
	/** Its pairs of neighbouring characters as numbers, sorted. */
	readonly pairs: readonly number[];
}

/** No name of a column is as long: nothing is like a text beyond, and a header of a million characters is not taken apart. */
const longest = 400;

/** Takes a text apart, once for all comparisons. */
export function pairsOf(text: string): Pairs {
	const pairs: number[] = [];
	if (text.length <= longest)
		for (let at = 0; at < text.length - 1; at++) pairs.push(text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1));
	return { text, pairs: pairs.sort((a, b) => a - b) };
}

/** How many pairs two texts share, 0–1 (Dice). Allocates nothing: every unknown header meets every known name. */
export function likeness(one: Pairs, other: Pairs): number {
	if (one.text === other.text) return 1;
	const [a, b] = [one.pairs, other.pairs];
	if (a.length === 0 || b.length === 0) return 0;
	let shared = 0;
	let at = 0;
	let against = 0;
	while (at < a.length && against < b.length) {
		const difference = (a[at] as number) - (b[against] as number);
		if (difference === 0) shared++;
		if (difference <= 0) at++;
		if (difference >= 0) against++;
	}
	return (2 * shared) / (a.length + b.length);
}
