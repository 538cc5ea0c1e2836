import type { Connector, Row } from '#lib/engine/connector.ts';
import type { Sql } from '#lib/sql/sql.ts';

/** How an engine is held: how to open it, how long it stays without being asked, and how much it is asked at once. */
export interface IdleOptions {
	open(): Promise<Connector>;
	readonly idleMs: number;
	readonly atOnce: number;
}

/**
 * A connector for questions only, over an engine that closes when nobody has asked for a while and opens again with the
 * next question. Questions beyond `atOnce` wait for their turn. Whoever holds one never has to let go of it.
 */
export class IdleConnector implements Connector {
	readonly engine = 'native';
	readonly #options: IdleOptions;
	#opened: Promise<Connector> | null = null;
	#asking = 0;
	readonly #waiting: (() => void)[] = [];
	#timer: ReturnType<typeof setTimeout> | null = null;

	constructor(options: IdleOptions) {
		this.#options = options;
	}

	/** Whether the engine is open at the moment. */
	get isOpen(): boolean {
		return this.#opened !== null;
	}

	/** Whether a question is under way or waiting. */
	get isAsked(): boolean {
		return this.#asking > 0;
	}

	async query(statement: Sql): Promise<Row[]> {
		return this.#inTurn(async () => (await this.#engine()).query(statement));
	}

	/** Opens the engine, so that what is wrong with the release is known before the first question. */
	async start(): Promise<void> {
		await this.#inTurn(() => this.#engine());
	}

	async run(): Promise<void> {
		throw new Error('A served release is only read.');
	}

	async writeFile(): Promise<void> {
		throw new Error('A served release is only read.');
	}

	async readFile(): Promise<Uint8Array> {
		throw new Error('The files of a served release are read through its store.');
	}

	async dropFile(): Promise<void> {
		throw new Error('A served release is only read.');
	}

	fileName(name: string): string {
		return name;
	}

	/** Closes the engine when nobody asks; the next question opens it again. */
	async close(): Promise<void> {
		if (this.#timer) clearTimeout(this.#timer);
		this.#timer = null;
		if (this.#asking > 0) return this.#closeLater();
		const opened = this.#opened;
		this.#opened = null;
		await (await opened?.catch(() => null))?.close();
	}

	#engine(): Promise<Connector> {
		if (!this.#opened) {
			const opened = this.#options.open();
			this.#opened = opened;
			// What failed is tried anew by the next question.
			opened.catch(() => {
				if (this.#opened === opened) this.#opened = null;
			});
		}
		return this.#opened;
	}

	async #inTurn<T>(work: () => Promise<T>): Promise<T> {
		if (this.#asking >= this.#options.atOnce) await new Promise<void>((resolve) => this.#waiting.push(resolve));
		else this.#asking++;
		try {
			return await work();
		} finally {
			const next = this.#waiting.shift();
			if (next) next();
			else this.#asking--;
			this.#closeLater();
		}
	}

	#closeLater(): void {
		if (this.#timer) clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.close(), this.#options.idleMs);
		this.#timer.unref();
	}
}
