const flushCharacters = 32 * 1024;
/** Above this the platform's encoder is quicker than a loop. */
const shortCharacters = 48;
const comma = 0x2c;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const quote = 0x22;
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

	/** Begins a row of cells with its number. Text, where rows are many, goes to its place without becoming a line first. */
	begin(number: number): void {
		if (this.#pending !== '') this.#flush();
		this.#put(String(number), false);
	}

	/** Appends a cell that stands as it is in CSV: codes, numbers, what `csvField` gave. */
	cell(text: string): void {
		this.#separate();
		if (text !== '') this.#put(text, false);
	}

	/** Appends a cell of any text, quoted where needed. */
	text(text: string): void {
		this.#separate();
		if (text !== '') this.#put(text, true);
	}

	/** Ends the row. */
	end(): void {
		this.#ensure(this.#length + 1);
		this.#buffer[this.#length++] = lineFeed;
	}

	#separate(): void {
		this.#ensure(this.#length + 1);
		this.#buffer[this.#length++] = comma;
	}

	/** Short ASCII byte by byte; what is longer or has to be quoted, as a whole. */
	#put(text: string, any: boolean): void {
		this.#ensure(this.#length + text.length * 3);
		const buffer = this.#buffer;
		let length = this.#length;
		let at = 0;
		if (text.length <= shortCharacters) {
			for (; at < text.length; at++) {
				const code = text.charCodeAt(at);
				if (code > 0x7f || (any && (code === quote || code === comma || code === lineFeed || code === carriageReturn)))
					break;
				buffer[length++] = code;
			}
		}
		if (at === text.length) this.#length = length;
		else this.#putWhole(any ? csvField(text) : text);
	}

	#putWhole(text: string): void {
		this.#ensure(this.#length + text.length * 3);
		this.#length += this.#encoder.encodeInto(text, this.#buffer.subarray(this.#length)).written;
	}

	/** What has been written so far, as it stands in the buffer: to be looked at before the next row. */
	get written(): Uint8Array {
		this.#flush();
		return this.#buffer.subarray(0, this.#length);
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
		if (this.#pending === '') return;
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
