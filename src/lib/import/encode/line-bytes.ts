import type { EncodingName } from '../decode/encoding.ts';

const lf = 10;
const cr = 13;

/** Walks the lines of a text file in its bytes: LF, CR LF and CR end a line, inside quotes as well. */
export class LineBytes {
	/** Where the content of the line ends that `next` came to. */
	contentEnd: number;
	/** Where the following line starts. */
	end: number;
	readonly #unit: (at: number) => number;
	readonly #step: number;
	readonly #last: number;

	/** `start` is the length of the byte order mark. */
	constructor(bytes: Uint8Array, encoding: EncodingName, start: number) {
		const wide = encoding.startsWith('utf-16');
		this.#step = wide ? 2 : 1;
		const high = encoding === 'utf-16be' ? 0 : 1;
		this.#unit = wide
			? (at) => ((bytes[at + high] as number) << 8) | (bytes[at + 1 - high] as number)
			: (at) => bytes[at] as number;
		// A single byte at the end of UTF-16 is no character.
		this.#last = bytes.length - ((bytes.length - start) % this.#step);
		this.contentEnd = start;
		this.end = start;
	}

	/** Steps over one line; false at the end of the file. */
	next(): boolean {
		if (this.end >= this.#last) return false;
		let at = this.end;
		while (at < this.#last) {
			const unit = this.#unit(at);
			if (unit === lf || unit === cr) break;
			at += this.#step;
		}
		this.contentEnd = at;
		const paired = at + this.#step < this.#last && this.#unit(at) === cr && this.#unit(at + this.#step) === lf;
		this.end = Math.min(this.#last, at + this.#step * (paired ? 2 : 1));
		return true;
	}
}
