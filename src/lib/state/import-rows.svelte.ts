import type { StructureDecisions } from '#lib/import/decisions.ts';
import type { ImportConnection, SeenRow } from '#lib/import/worker-client.ts';

const pageSize = 100;
/** Pages kept: a screen, what was scrolled past and what comes. */
const keptPages = 24;

/** The rows of an open file that are looked at: fetched page by page, so that no file is ever whole on the page. */
export class RowPages {
	readonly #connection: ImportConnection;
	#structure: StructureDecisions = {};
	#pages = $state.raw<ReadonlyMap<number, readonly SeenRow[]>>(new Map());
	#count = $state(0);
	#turn = 0;
	#turnOfPages = 0;
	#asked = new Set<number>();
	#shown: readonly [first: number, last: number] = [0, 40];

	constructor(connection: ImportConnection) {
		this.#connection = connection;
	}

	/** Rows of the file as far as is known; before all were counted, as many as were asked for. */
	get count() {
		return this.#count;
	}

	/** The row at a 0-based position, undefined until it is there. */
	at(position: number): SeenRow | undefined {
		return this.#pages.get(Math.floor(position / pageSize))?.[position % pageSize];
	}

	/** Fetches what is missing between two positions, and keeps them fresh. */
	show(first: number, last: number): void {
		this.#shown = [first, last];
		const missing = pagesOf(first, last).filter((page) => !this.#pages.has(page) && !this.#asked.has(page));
		if (missing.length > 0) void this.#fetch(missing, this.#turn);
	}

	/** The file was read anew: what is shown stays until its successor is there. */
	async refresh(structure: StructureDecisions, lines: number): Promise<void> {
		const turn = ++this.#turn;
		this.#structure = structure;
		this.#asked.clear();
		if (this.#count === 0) this.#count = lines;
		await this.#fetch(pagesOf(...this.#shown), turn);
		const count = await this.#connection.count(structure).catch(() => null);
		if (turn === this.#turn && count !== null) this.#count = count;
	}

	/** Position of the row that a line of the file belongs to. */
	find(line: number): Promise<number> {
		return this.#connection.find(this.#structure, line);
	}

	/** Rows from a position on, whether shown or not; for samples. */
	sample(from: number, count: number): Promise<readonly SeenRow[]> {
		return this.#connection.rows(this.#structure, from, count);
	}

	async #fetch(pages: readonly number[], turn: number): Promise<void> {
		for (const page of pages) this.#asked.add(page);
		const found = await Promise.all(
			pages.map((page) => this.#connection.rows(this.#structure, page * pageSize, pageSize).catch(() => null))
		);
		if (turn !== this.#turn) return;
		for (const page of pages) this.#asked.delete(page);
		// The first answer about another reading takes the place of all that was known of the one before.
		const others = this.#turnOfPages === turn ? [...this.#pages].filter(([page]) => !pages.includes(page)) : [];
		this.#turnOfPages = turn;
		const fresh = pages.flatMap((page, at) => (found[at] ? [[page, found[at]] as const] : []));
		this.#pages = new Map([...others.slice(-keptPages), ...fresh]);
	}
}

function pagesOf(first: number, last: number): number[] {
	const from = Math.floor(Math.max(0, first) / pageSize);
	return Array.from({ length: Math.max(0, Math.floor(last / pageSize) - from + 1) }, (_, at) => from + at);
}
