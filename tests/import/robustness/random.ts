/** A seeded source of chance: the same seed gives the same files on every machine. */
export interface Random {
	/** 0 ≤ n < 1. */
	next(): number;
	/** A whole number from `from` to `to`, both included. */
	between(from: number, to: number): number;
	pick<T>(list: readonly T[]): T;
	/** `count` different members in their order. */
	sample<T>(list: readonly T[], count: number): T[];
}

/** Mulberry32 over a hash of the seed's text. */
export function seeded(seed: string): Random {
	let state = 0x811c9dc5;
	for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
	const next = () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
	const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
	const pick = <T>(list: readonly T[]) => list[between(0, list.length - 1)] as T;
	const sample = <T>(list: readonly T[], count: number) => {
		const left = [...list.keys()];
		while (left.length > count) left.splice(between(0, left.length - 1), 1);
		return left.map((at) => list[at] as T);
	};
	return { next, between, pick, sample };
}
