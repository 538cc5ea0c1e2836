import type { Row } from '#lib/engine/connector.ts';
import { keyOf, type Query, type QueryCache } from '#lib/query/query.ts';
import { unpackRows } from '#lib/query/packed-rows.ts';
import { pageServer, type PageAnswers } from './page-server.ts';

/** The answers that came with a page. On the server, what they lack is noted and will be there the next time. */
export class ServedAnswers {
	#rows: ReadonlyMap<string, Row[]> | null = null;

	/** Takes the answers of a page; whoever asks later finds them in the cache. */
	take(answers: PageAnswers, cache: QueryCache): void {
		this.#rows = new Map(answers.map(([key, rows]) => [key, unpackRows(rows)]));
		for (const [key, rows] of this.#rows) cache.keep(key, rows);
	}

	/** The answer to a question, parsed; undefined where there is none. */
	answer<T>(query: Query<T>): { readonly answer: T } | undefined {
		if (!this.#rows) return undefined;
		const rows = this.#rows.get(keyOf(query.sql));
		if (rows) return { answer: query.parse(rows) };
		pageServer()?.want(query.sql);
		return undefined;
	}

	/** Forgets them: the data is another. */
	clear(): void {
		this.#rows = null;
	}
}
