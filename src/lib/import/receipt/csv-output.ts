const flushCharacters = 128 * 1024;
const needsQuotes = /[",\r\n]/;

/** One field of our own CSV: quoted only where needed. */
export function csvField(text: string): string {
	return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One line of our own CSV. */
export function csvLine(cells: readonly string[]): string {
	return `${cells.map(csvField).join(',')}\n`;
}

/** Collects lines and gives them back as UTF-8 bytes, encoding as it goes so that no giant string arises. */
export class CsvOutput {
	readonly #encoder = new TextEncoder();
	#pieces: Uint8Array[] = [];
	#pending = '';
	#bytes = 0;

	/** Appends a finished line, its LF included. */
	write(line: string): void {
		this.#pending += line;
		if (this.#pending.length > flushCharacters) this.#flush();
	}

	/** Everything written so far; the output is empty afterwards. */
	finish(): Uint8Array {
		this.#flush();
		const result = new Uint8Array(this.#bytes);
		let offset = 0;
		for (let index = 0; index < this.#pieces.length; index++) {
			const piece = this.#pieces[index] as Uint8Array;
			result.set(piece, offset);
			offset += piece.length;
			// Let each piece go as soon as it is copied.
			this.#pieces[index] = new Uint8Array(0);
		}
		this.#pieces = [];
		this.#bytes = 0;
		return result;
	}

	#flush(): void {
		if (this.#pending === '') return;
		const piece = this.#encoder.encode(this.#pending);
		this.#pieces.push(piece);
		this.#bytes += piece.length;
		this.#pending = '';
	}
}
