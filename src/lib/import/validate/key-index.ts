/** What `KeyIndex.add` found: a new key, the same key with the same content, or with other content. */
export type KeyAnswer = 'new' | 'same' | 'different';

/** Table size at the start; a power of two. */
const initialSize = 1 << 12;
const fullAt = 0.7;

/**
 * Which keys of a file were seen, on 64-bit hashes in typed arrays: a million rows cost 32 MB and no object. Two
 * different keys fall together with a chance of 3 in 10^8 at a million rows.
 */
export class KeyIndex {
	#size = initialSize;
	#high = new Uint32Array(initialSize);
	#low = new Uint32Array(initialSize);
	#content = new Uint32Array(initialSize);
	#line = new Uint32Array(initialSize);
	#count = 0;
	/** Line at which the key of the last answer was first seen. */
	firstLine = 0;

	/** Notes a key with the rest of its row. Lines start at 1; 0 marks a free place. */
	add(key: string, content: string, line: number): KeyAnswer {
		if (this.#count > this.#size * fullAt) this.#resize(this.#size * 2);
		const high = hash(key, 0x9e3779b9);
		const low = hash(key, 0x85ebca6b);
		const mask = this.#size - 1;
		let at = low & mask;
		while (this.#line[at] !== 0) {
			if (this.#high[at] === high && this.#low[at] === low) {
				this.firstLine = this.#line[at] as number;
				return this.#content[at] === hash(content, 1) ? 'same' : 'different';
			}
			at = (at + 1) & mask;
		}
		this.#high[at] = high;
		this.#low[at] = low;
		this.#content[at] = hash(content, 1);
		this.#line[at] = line;
		this.#count++;
		return 'new';
	}

	/** Makes room for so many keys at once; growing step by step would leave as much again behind as garbage. */
	foresee(count: number): void {
		let size = this.#size;
		while (count > size * fullAt) size *= 2;
		if (size > this.#size) this.#resize(size);
	}

	#resize(size: number): void {
		const [high, low, content, line] = [this.#high, this.#low, this.#content, this.#line];
		this.#size = size;
		this.#high = new Uint32Array(this.#size);
		this.#low = new Uint32Array(this.#size);
		this.#content = new Uint32Array(this.#size);
		this.#line = new Uint32Array(this.#size);
		const mask = this.#size - 1;
		for (let old = 0; old < line.length; old++) {
			if (line[old] === 0) continue;
			let at = (low[old] as number) & mask;
			while (this.#line[at] !== 0) at = (at + 1) & mask;
			this.#high[at] = high[old] as number;
			this.#low[at] = low[old] as number;
			this.#content[at] = content[old] as number;
			this.#line[at] = line[old] as number;
		}
	}
}

/** Murmur-like mixing over UTF-16 units. */
function hash(text: string, seed: number): number {
	let value = seed ^ text.length;
	for (let index = 0; index < text.length; index++) {
		value = Math.imul(value ^ text.charCodeAt(index), 0x5bd1e995);
		value ^= value >>> 15;
	}
	value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
	return (value ^ (value >>> 16)) >>> 0;
}
