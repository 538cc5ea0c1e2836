/** What `KeyIndex.settle` found: a new key, the same key with the same content, or with other content. */
export type KeyAnswer = 'new' | 'same' | 'different';

/** Table size at the start; a power of two. */
const initialSize = 1 << 12;
const fullAt = 0.7;

/** A row that was settled before, as it can be read again. */
export interface EarlierRow {
	readonly line: number;
	readonly key: readonly string[];
	readonly content: readonly string[];
}

/**
 * Which keys of a file were seen, on 64-bit hashes in typed arrays: a million rows cost 32 MB and no object. Two
 * different keys fall together with a chance of 3 in 10^8 at a million rows.
 *
 * Most exports come sorted by their key. As long as every key is greater than the one before, none can repeat: where
 * the rows can be read again (`readAgain`) none is noted until the order first breaks, and then all before it are.
 *
 * For every row: `begin`, then `key` and `content` with its values in order, then `settle`.
 */
export class KeyIndex {
	#size = initialSize;
	/** High and low of the key, content, line: side by side, because a look-up then costs one miss of the cache. */
	#slots = new Uint32Array(initialSize * 4);
	#count = 0;
	/** The settled rows once more, while every key was greater than the one before and none is noted. */
	#earlier: (() => Iterable<EarlierRow>) | null = null;
	#expected = 0;
	/** The values of the key before, and those of the row at hand as they come; the other values of that row. */
	readonly #before: string[] = [];
	readonly #content: string[] = [];
	#field = 0;
	#contentField = 0;
	/** How the key at hand compares with the one before, as far as its values were given. */
	#relation = 0;
	/** Hashes of the row at hand: high and low of the key, content. Typed, because plain numbers of 32 bits are boxed. */
	readonly #state = new Int32Array(3);
	/** Line at which the key of the last answer was first seen. */
	firstLine = 0;

	/** From here on rows that come in order are not noted: they can be had again, in order. To be called before the first. */
	readAgain(earlier: () => Iterable<EarlierRow>): void {
		this.#earlier = earlier;
	}

	/** Starts a row. */
	begin(): void {
		this.#field = 0;
		this.#contentField = 0;
		this.#relation = 0;
		this.#state[0] = 0x9e3779b9;
		this.#state[1] = 0x85ebca6b;
		this.#state[2] = 0x27d4eb2f;
	}

	/** Adds a value to the key. The length goes in as well, so that neighbouring values cannot run into each other. */
	key(text: string): void {
		if (this.#earlier) return this.#compare(text);
		let high = (this.#state[0] as number) ^ text.length;
		let low = (this.#state[1] as number) ^ text.length;
		for (let index = 0; index < text.length; index++) {
			const code = text.charCodeAt(index);
			high = Math.imul(high ^ code, 0x5bd1e995);
			high ^= high >>> 15;
			low = Math.imul(low ^ code, 0x2c1b3c6d);
			low ^= low >>> 13;
		}
		this.#state[0] = Math.imul(high, 0x1b873593);
		this.#state[1] = Math.imul(low, 0x297a2d39);
	}

	/** Adds a value that is not part of the key. */
	content(text: string): void {
		if (this.#earlier) {
			this.#content[this.#contentField++] = text;
			return;
		}
		let value = (this.#state[2] as number) ^ text.length;
		for (let index = 0; index < text.length; index++) {
			value = Math.imul(value ^ text.charCodeAt(index), 0x5bd1e995);
			value ^= value >>> 15;
		}
		this.#state[2] = Math.imul(value, 0x1b873593);
	}

	/** Notes the row. Lines start at 1; 0 marks a free place. */
	settle(line: number): KeyAnswer {
		if (this.#earlier) {
			if (this.#relation > 0 || this.#count === 0) {
				this.#count++;
				return 'new';
			}
			this.#noteEarlier(this.#earlier);
		}
		if (this.#count >= this.#size * fullAt) this.#resize(this.#size * 2);
		const high = finish(this.#state[0] as number);
		const low = finish(this.#state[1] as number);
		const content = finish(this.#state[2] as number);
		const slots = this.#slots;
		const mask = this.#size - 1;
		let at = (low & mask) * 4;
		while (slots[at + 3] !== 0) {
			if (slots[at] === high && slots[at + 1] === low) {
				this.firstLine = slots[at + 3] as number;
				return slots[at + 2] === content ? 'same' : 'different';
			}
			at = ((at / 4 + 1) & mask) * 4;
		}
		slots[at] = high;
		slots[at + 1] = low;
		slots[at + 2] = content;
		slots[at + 3] = line;
		this.#count++;
		return 'new';
	}

	/** Makes room for so many keys at once; growing step by step would leave as much again behind as garbage. */
	foresee(count: number): void {
		this.#expected = count;
		if (this.#earlier) return;
		let size = this.#size;
		while (count > size * fullAt) size *= 2;
		if (size > this.#size) this.#resize(size);
	}

	/** Shorter texts before longer ones: numbers without leading zeros are in order then, too. */
	#compare(text: string): void {
		const before = this.#before[this.#field] ?? '';
		if (this.#relation === 0 && text !== before)
			this.#relation = text.length - before.length || (text > before ? 1 : -1);
		this.#before[this.#field++] = text;
	}

	/** The order broke with the row at hand: notes all rows before it, and takes it up as if it only came now. */
	#noteEarlier(earlier: () => Iterable<EarlierRow>): void {
		const row = { key: this.#before.slice(), content: this.#content.slice(), line: 0 };
		this.#earlier = null;
		this.#count = 0;
		this.foresee(this.#expected);
		for (const one of earlier()) {
			this.#take(one);
			this.settle(one.line);
		}
		this.#take(row);
	}

	#take({ key, content }: EarlierRow): void {
		this.begin();
		for (const value of key) this.key(value);
		for (const value of content) this.content(value);
	}

	#resize(size: number): void {
		const old = this.#slots;
		const slots = new Uint32Array(size * 4);
		this.#size = size;
		this.#slots = slots;
		const mask = size - 1;
		for (let from = 0; from < old.length; from += 4) {
			if (old[from + 3] === 0) continue;
			let at = ((old[from + 1] as number) & mask) * 4;
			while (slots[at + 3] !== 0) at = ((at / 4 + 1) & mask) * 4;
			slots.set(old.subarray(from, from + 4), at);
		}
	}
}

/** Spreads the last characters over all bits. */
function finish(value: number): number {
	const mixed = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
	return (mixed ^ (mixed >>> 16)) >>> 0;
}
