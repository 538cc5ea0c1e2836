import type { Connector, Row } from '#lib/engine/connector.ts';
import type { Sql } from '#lib/sql/sql.ts';

/** A question as a value: what is asked, and how the rows are read. */
export interface Query<T> {
	readonly sql: Sql;
	readonly parse: (rows: Row[]) => T;
}

/** Reads the rows as they are. */
export function plainQuery(sql: Sql): Query<Row[]> {
	return { sql, parse: (rows) => rows };
}

/**
 * Answers of one state of the data, by statement and values; the least recently used goes first. A question under way
 * is shared by all who ask it. Failures are not kept: asking again tries again.
 */
export class QueryCache {
	readonly #answers = new Map<string, Promise<Row[]>>();
	readonly #capacity: number;

	constructor(capacity = 200) {
		this.#capacity = capacity;
	}

	/** The rows of a statement, from the cache or through the connector. */
	rows(connector: Connector, statement: Sql): Promise<Row[]> {
		const key = keyOf(statement);
		const known = this.#answers.get(key);
		if (known) {
			this.#answers.delete(key);
			this.#answers.set(key, known);
			return known;
		}
		const answer = connector.query(statement);
		this.#answers.set(key, answer);
		answer.catch(() => {
			if (this.#answers.get(key) === answer) this.#answers.delete(key);
		});
		for (const oldest of this.#answers.keys()) {
			if (this.#answers.size <= this.#capacity) break;
			this.#answers.delete(oldest);
		}
		return answer;
	}

	/** Takes over an answer that is known from elsewhere; `key` is the statement's `keyOf`. */
	keep(key: string, rows: Row[]): void {
		this.#answers.set(key, Promise.resolve(rows));
	}

	/** Forgets everything: to be called when the data changes. */
	clear(): void {
		this.#answers.clear();
	}

	get size(): number {
		return this.#answers.size;
	}
}

/** Asks a question, through a cache if there is one. */
export async function runQuery<T>(connector: Connector, query: Query<T>, cache?: QueryCache): Promise<T> {
	return query.parse(await (cache ? cache.rows(connector, query.sql) : connector.query(query.sql)));
}

/** Tells statements apart, values included. */
export function keyOf(statement: Sql): string {
	return JSON.stringify([statement.text, ...statement.values]);
}
