const initial = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];

/** Fractional parts of the cube roots of the first 64 primes, as the standard defines them. */
const constants = (() => {
	const primes: number[] = [];
	for (let candidate = 2; primes.length < 64; candidate++) {
		if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
	}
	return Uint32Array.from(primes, (prime) => {
		const root = Math.cbrt(prime);
		return Math.floor((root - Math.floor(root)) * 2 ** 32);
	});
})();

/** SHA-256 in hex. Browsers offer it on secure addresses only; on a plain-HTTP intranet it is computed here. */
export async function sha256(bytes: Uint8Array): Promise<string> {
	const subtle = globalThis.crypto?.subtle;
	if (!subtle) return sha256Plain(bytes);
	return toHex(new Uint8Array(await subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)));
}

/** The same without the platform's help (FIPS 180-4). */
export function sha256Plain(bytes: Uint8Array): string {
	return new Sha256().update(bytes).hex();
}

/** SHA-256 piece by piece, for what does not fit into memory; the platform's own takes only the whole. */
export class Sha256 {
	readonly #state = Uint32Array.from(initial);
	readonly #rest = new Uint8Array(64);
	readonly #restView = new DataView(this.#rest.buffer);
	#held = 0;
	#length = 0;

	/** Takes the next bytes. */
	update(bytes: Uint8Array): this {
		this.#length += bytes.length;
		let at = 0;
		if (this.#held > 0) {
			at = Math.min(64 - this.#held, bytes.length);
			this.#rest.set(bytes.subarray(0, at), this.#held);
			this.#held += at;
			if (this.#held < 64) return this;
			compress(this.#state, this.#restView, 0);
			this.#held = 0;
		}
		const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		for (; at + 64 <= bytes.length; at += 64) compress(this.#state, view, at);
		this.#rest.set(bytes.subarray(at));
		this.#held = bytes.length - at;
		return this;
	}

	/** The hash of everything so far, hex; nothing may follow. */
	hex(): string {
		const tail = new Uint8Array(this.#held < 56 ? 64 : 128);
		tail.set(this.#rest.subarray(0, this.#held));
		tail[this.#held] = 0x80;
		const view = new DataView(tail.buffer);
		view.setUint32(tail.length - 8, Math.floor(this.#length / 2 ** 29));
		view.setUint32(tail.length - 4, (this.#length << 3) >>> 0);
		for (let offset = 0; offset < tail.length; offset += 64) compress(this.#state, view, offset);
		const result = new Uint8Array(32);
		const resultView = new DataView(result.buffer);
		this.#state.forEach((word, index) => resultView.setUint32(index * 4, word));
		return toHex(result);
	}
}

const words = new Uint32Array(64);

function compress(state: Uint32Array, view: DataView, offset: number): void {
	for (let index = 0; index < 16; index++) words[index] = view.getUint32(offset + index * 4);
	for (let index = 16; index < 64; index++) {
		const a = words[index - 15] as number;
		const b = words[index - 2] as number;
		const s0 = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3);
		const s1 = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10);
		words[index] = (words[index - 16] as number) + s0 + (words[index - 7] as number) + s1;
	}
	let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
	for (let index = 0; index < 64; index++) {
		const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
		const first = (h + s1 + ((e & f) ^ (~e & g)) + (constants[index] as number) + (words[index] as number)) | 0;
		const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
		const second = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
		h = g;
		g = f;
		f = e;
		e = (d + first) | 0;
		d = c;
		c = b;
		b = a;
		a = (first + second) | 0;
	}
	[a, b, c, d, e, f, g, h].forEach((value, index) => {
		state[index] = (state[index] as number) + value;
	});
}

function turn(value: number, by: number): number {
	return (value >>> by) | (value << (32 - by));
}

function toHex(bytes: Uint8Array): string {
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
