import type { Sql } from '#lib/sql/sql.ts';

/** What a query may return: DECIMAL, HUGEINT, DATE and the like must be cast to DOUBLE or VARCHAR in the statement. */
export type CellValue = string | number | boolean | null;
export type Row = Record<string, CellValue>;

/**
 * The seam between our SQL and an engine: DuckDB-wasm in the browser, native DuckDB in Node. The same statement gives
 * the same rows through either.
 */
export interface Connector {
	readonly engine: 'native' | 'wasm';
	/** Runs one statement and returns its rows. BIGINT results become numbers; beyond 2^53 they are an error. */
	query(statement: Sql): Promise<Row[]>;
	/** Runs statements that return nothing of interest; no parameters. */
	run(script: Sql): Promise<void>;
	/**
	 * Makes bytes readable under a logical file name, e.g. `staging.csv`; replaces what was there. With `transfer` the
	 * caller gives the bytes up: they may be gone afterwards, and no copy is made of them.
	 */
	writeFile(name: string, bytes: Uint8Array, options?: { transfer?: boolean }): Promise<void>;
	/** The bytes of a file the engine wrote under a logical name. */
	readFile(name: string): Promise<Uint8Array>;
	/** Forgets a file. */
	dropFile(name: string): Promise<void>;
	/** The text by which SQL names a logical file: a path for native, the name itself for wasm. */
	fileName(name: string): string;
	close(): Promise<void>;
}

/** A failed statement, with the statement and the cause. */
export class QueryError extends Error {
	readonly statement: string;
	constructor(statement: string, cause: unknown) {
		super(cause instanceof Error ? cause.message : String(cause), { cause });
		this.name = 'QueryError';
		this.statement = statement;
	}
}
