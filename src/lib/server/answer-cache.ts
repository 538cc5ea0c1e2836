import type { PackedRows } from '#lib/query/packed-rows.ts';

/** An answer as pages carry it; null: it is too long for a page. */
export type PageAnswer = PackedRows | null;

/** About 50 bytes a cell: some 200 MB. */
const usualCells = 4_000_000;

/**
 * The answers that pages were given last, of all releases, up to so many cells; those that were wanted longest ago go
 * first. A question under way is shared by all who ask it; a failure is not kept.
 */
export class AnswerCache {
	readonly #mostCells: number;
	readonly #answers = new Map<string, PageAnswer>();
	readonly #asking = new Map<string, Promise<PageAnswer>>();
	#cells = 0;

	constructor(mostCells = usualCells) {
		this.#mostCells = mostCells;
	}

	/** How many cells are kept. */
	get cells(): number {
		return this.#cells;
	}

	/** An answer that is known; undefined where none is. */
	known(key: string): PageAnswer | undefined {
		const answer = this.#answers.get(key);
		if (answer === undefined) return undefined;
		this.#answers.delete(key);
		this.#answers.set(key, answer);
		return answer;
	}

	/** The answer to a question, asked where it is not known. */
	async answer(key: string, ask: () => Promise<PageAnswer>): Promise<PageAnswer> {
		const known = this.known(key);
		if (known !== undefined) return known;
		const asking = this.#asking.get(key) ?? ask().finally(() => this.#asking.delete(key));
		this.#asking.set(key, asking);
		const answer = await asking;
		this.#keep(key, answer);
		return answer;
	}

	#keep(key: string, answer: PageAnswer): void {
		if (this.#answers.has(key)) return;
		this.#answers.set(key, answer);
		this.#cells += sizeOf(answer);
		for (const [oldest, old] of this.#answers) {
			if (this.#cells <= this.#mostCells) break;
			this.#answers.delete(oldest);
			this.#cells -= sizeOf(old);
		}
	}
}

/** Cells of an answer; what is known not to fit counts as one. */
function sizeOf(answer: PageAnswer): number {
	return answer === null ? 1 : 1 + answer[0].length * answer.length;
}
