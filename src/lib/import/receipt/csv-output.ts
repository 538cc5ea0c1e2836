const flushCharacters = 32 * 1024;
const initialBytes = 64 * 1024;
/** Line numbers further down have more digits than those seen so far. */
const longerLineNumbers = 2;
const needsQuotes = /[",\r\n]/;

/** One field of our own CSV: quoted only where needed. */
export function csvField(text: string): string {
	return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One line of our own CSV. */
export function csvLine(cells: readonly string[]): string {
	return `${cells.map(csvField).join(',')}\n`;
}

/** Collects lines as UTF-8 in one buffer that grows with the file, so that neither a giant string nor a second copy arises. */
export class CsvOutput {
	readonly #encoder = new TextEncoder();
	#buffer = new Uint8Array(initialBytes);
	#length = 0;
	#pending = '';

	/** Appends a finished line, its LF included. */
	write(line: string): void {
		this.#pending += line;
		if (this.#pending.length > flushCharacters) this.#flush();
	}

	/** Makes room at once for what the rest of the file will need, going by the share and the lines that were read. */
	foresee(share: number, lines = 0): void {
		if (share <= 0 || share >= 1) return;
		const expected = this.#length / share + (lines / share) * longerLineNumbers;
		this.#ensure(Math.ceil(expected * 1.02) + flushCharacters * 3);
	}

	/** Everything written; the output is empty afterwards. */
	finish(): Uint8Array {
		this.#flush();
		const whole = this.#buffer;
		const length = this.#length;
		this.#buffer = new Uint8Array(0);
		this.#length = 0;
		// Cutting off a little that was foreseen in vain would cost a copy of everything.
		const wasteful = whole.length - length > Math.max(initialBytes, length / 8);
		return wasteful ? whole.slice(0, length) : whole.subarray(0, length);
	}

	#flush(): void {
		// A UTF-16 unit takes at most three bytes.
		this.#ensure(this.#length + this.#pending.length * 3);
		this.#length += this.#encoder.encodeInto(this.#pending, this.#buffer.subarray(this.#length)).written;
		this.#pending = '';
	}

	#ensure(bytes: number): void {
		if (bytes <= this.#buffer.length) return;
		const next = new Uint8Array(Math.max(bytes, Math.ceil(this.#buffer.length * 1.5)));
		next.set(this.#buffer.subarray(0, this.#length));
		this.#buffer = next;
	}
}
