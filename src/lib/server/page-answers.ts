import type { Connector } from '#lib/engine/connector.ts';
import { packRows, type PackedRows } from '#lib/query/packed-rows.ts';
import { keyOf } from '#lib/query/query.ts';
import type { Sql } from '#lib/sql/sql.ts';
import type { AnswerCache } from './answer-cache.ts';

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

/** Who answers the questions of a page, and where the answers are kept. */
export interface Answering {
	readonly connector: Connector;
	readonly cache: AnswerCache;
	/** Tells releases and their builds apart within the cache. */
	readonly release: string;
}

/** The questions and answers of one page while it is being drawn. */
export class PageAnswers {
	readonly #by: Answering;
	readonly #limits: PageLimits;
	readonly #answers = new Map<string, PackedRows>();
	/** Asked already and not to be asked again, answered or not. */
	readonly #asked = new Set<string>();
	readonly #wanted = new Map<string, Sql>();

	/** `before`: what the same page was answered the last time, by `keyOf` of the statements. */
	constructor(by: Answering, before: readonly string[] = [], limits: PageLimits = usualLimits) {
		this.#by = by;
		this.#limits = limits;
		for (const key of before) {
			const answer = by.cache.known(by.release + key);
			if (answer) this.#note(key, answer);
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

	/** Draws a page until it asks nothing new, or until it has taken long enough; the last drawing counts. */
	async complete<T>(draw: () => Promise<T>): Promise<T> {
		const end = Date.now() + this.#limits.askingMs;
		let drawn = await draw();
		for (let round = 1; round < this.#limits.rounds && Date.now() < end; round++) {
			if (!(await this.#ask())) break;
			drawn = await draw();
		}
		return drawn;
	}

	/** Asks what the last drawing lacked; false when nothing new is known. A failed question is left to the browser. */
	async #ask(): Promise<boolean> {
		const { cache, release } = this.#by;
		const wanted = [...this.#wanted];
		this.#wanted.clear();
		const found = await Promise.all(
			wanted.map(async ([key, statement]) => {
				this.#asked.add(key);
				const answer = await cache.answer(release + key, () => this.#rows(statement)).catch(() => null);
				if (answer) this.#note(key, answer);
				return answer !== null;
			})
		);
		return found.includes(true);
	}

	async #rows(statement: Sql): Promise<PackedRows | null> {
		const rows = await this.#by.connector.query(statement);
		return rows.length * Object.keys(rows[0] ?? {}).length > this.#limits.cells ? null : packRows(rows);
	}

	#note(key: string, answer: PackedRows): void {
		this.#answers.set(key, answer);
		this.#asked.add(key);
	}
}
