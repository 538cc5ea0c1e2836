/** Collects bytes in one buffer that grows with them. */
export class ByteOutput {
	#buffer: Uint8Array;
	#length = 0;

	/** `expected` bytes are set aside at once. */
	constructor(expected: number) {
		this.#buffer = new Uint8Array(Math.max(expected, 64));
	}

	/** Appends a copy of these bytes. */
	append(bytes: Uint8Array): void {
		const end = this.#length + bytes.length;
		if (end > this.#buffer.length) {
			const next = new Uint8Array(Math.max(end, Math.ceil(this.#buffer.length * 1.5)));
			next.set(this.#buffer.subarray(0, this.#length));
			this.#buffer = next;
		}
		this.#buffer.set(bytes, this.#length);
		this.#length = end;
	}

	/** Everything appended. */
	finish(): Uint8Array {
		return this.#buffer.slice(0, this.#length);
	}
}
