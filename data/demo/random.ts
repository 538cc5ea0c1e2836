/** A stream of pseudo-random numbers that is the same everywhere: the same name gives the same bytes. */
export interface Random {
	/** In [0, 1). */
	next(): number;
	/** An integer from `low` to `high`, both included. */
	integer(low: number, high: number): number;
	/** Log-normal around 1; `spread` is the standard deviation of the logarithm. */
	around(spread: number): number;
	/** Normal with mean 0 and deviation 1. */
	normal(): number;
	/** One of the items, by weight where weights are given. */
	pick<T>(items: readonly T[], weights?: readonly number[]): T;
	chance(probability: number): boolean;
}

/** FNV-1a: turns a name into a 32-bit seed. */
export function seedOf(name: string): number {
	let hash = 0x811c9dc5;
	for (let index = 0; index < name.length; index++) {
		hash ^= name.charCodeAt(index);
		hash = Math.imul(hash, 0x01000193);
	}
	return hash >>> 0;
}

/** A generator of its own for each purpose, so that a change in one file leaves the others as they were. */
export function createRandom(name: string): Random {
	let state = seedOf(name);
	// Mulberry32: 32 bits of state are plenty for demo data.
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
	const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
	const cumulated = new WeakMap<readonly number[], number[]>();
	return {
		next,
		normal,
		integer: (low, high) => low + Math.floor(next() * (high - low + 1)),
		around: (spread) => Math.exp(spread * Math.max(-2.5, Math.min(2.5, normal()))),
		chance: (probability) => next() < probability,
		pick<T>(items: readonly T[], weights?: readonly number[]): T {
			if (!weights) return items[Math.floor(next() * items.length)] as T;
			let sums = cumulated.get(weights);
			if (!sums) {
				let sum = 0;
				sums = weights.map((weight) => (sum += weight));
				cumulated.set(weights, sums);
			}
			const wanted = next() * (sums.at(-1) ?? 0);
			let [low, high] = [0, sums.length - 1];
			while (low < high) {
				const middle = (low + high) >> 1;
				if ((sums[middle] ?? 0) > wanted) high = middle;
				else low = middle + 1;
			}
			return items[low] as T;
		}
	};
}
