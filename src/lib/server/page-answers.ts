import type { Connector } from '#lib/engine/connector.ts';
import { packRows, type PackedRows } from '#lib/query/packed-rows.ts';
import { keyOf, type QueryCache } from '#lib/query/query.ts';
import type { Sql } from '#lib/sql/sql.ts';

/** How much of a page the server works out; the rest is left to the browser's own engine. */
export interface PageLimits {
	/** Drawings of one page: an answer may lead to the next question. */
	readonly rounds: number;
	/** Time for all questions of a page. */
	readonly askingMs: number;
	/** Cells of one answer: long registers do not belong into the first bytes. */
	readonly cells: number;
}

export const usualLimits: PageLimits = { rounds: 6, askingMs: 3000, cells: 60_000 };

/** The questions and answers of one page while it is being drawn. */
export class PageAnswers {
	readonly #limits: PageLimits;
	readonly #answers = new Map<string, PackedRows>();
	/** Asked already and not to be asked again, answered or not. */
	readonly #asked = new Set<string>();
	readonly #wanted = new Map<string, Sql>();

	/** `known`: what the same page had the last time. */
	constructor(known: PageAnswers['known'] = [], limits: PageLimits = usualLimits) {
		this.#limits = limits;
		for (const [key, rows] of known) {
			this.#answers.set(key, rows);
			this.#asked.add(key);
		}
	}

	/** Notes a question of the page. */
	want(statement: Sql): void {
		const key = keyOf(statement);
		if (!this.#asked.has(key)) this.#wanted.set(key, statement);
	}

	/** What is known so far, by statement. */
	get known(): readonly (readonly [key: string, rows: PackedRows])[] {
		return [...this.#answers];
	}

	/** Whether nothing was lacking so far in this drawing. */
	get isComplete(): boolean {
		return this.#wanted.size === 0;
	}

	/** Asks what the last drawing lacked; false when nothing new is known. A failed question is left to the browser. */
	async ask(connector: Connector, cache: QueryCache): Promise<boolean> {
		const wanted = [...this.#wanted];
		this.#wanted.clear();
		const found = await Promise.all(
			wanted.map(async ([key, statement]) => {
				this.#asked.add(key);
				const rows = await cache.rows(connector, statement).catch(() => null);
				if (!rows || rows.length * Object.keys(rows[0] ?? {}).length > this.#limits.cells) return false;
				this.#answers.set(key, packRows(rows));
				return true;
			})
		);
		return found.includes(true);
	}

	/** Draws a page until it asks nothing new, or until it has taken long enough; the last drawing counts. */
	async complete<T>(draw: () => Promise<T>, connector: Connector, cache: QueryCache): Promise<T> {
		const end = Date.now() + this.#limits.askingMs;
		let drawn = await draw();
		for (let round = 1; round < this.#limits.rounds && Date.now() < end; round++) {
			if (!(await this.ask(connector, cache))) break;
			drawn = await draw();
		}
		return drawn;
	}
}
