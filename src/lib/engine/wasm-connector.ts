import type { Sql } from '#lib/sql/sql.ts';
import { QueryError, type CellValue, type Connector, type Row } from './connector.ts';
import { ownTask } from './own-task.ts';
import { putCell, unreadableColumn, wholeNumber } from './result-values.ts';
import { openingSettings } from './settings.ts';

/** What we use of an Arrow table; duckdb-wasm brings its own copy of Arrow. */
interface ArrowTable {
	readonly schema: { readonly fields: readonly { name: string; type: { typeId: number; toString(): string } }[] };
	/** Its rows, some two thousand at a time. */
	readonly batches: readonly {
		readonly numRows: number;
		getChildAt(index: number): { get(row: number): unknown } | null;
	}[];
}

type MaybePromise<T> = T | Promise<T>;

/** `AsyncDuckDBConnection` of duckdb-wasm; its blocking twin fits as well. */
export interface WasmConnection {
	query(text: string): MaybePromise<ArrowTable>;
	prepare(
		text: string
	): MaybePromise<{ query(...values: unknown[]): MaybePromise<ArrowTable>; close(): MaybePromise<void> }>;
	close(): MaybePromise<void>;
}

/** `AsyncDuckDB` of duckdb-wasm, or the blocking bindings. */
export interface WasmFiles {
	registerFileBuffer(name: string, bytes: Uint8Array): MaybePromise<void>;
	copyFileToBuffer(name: string): MaybePromise<Uint8Array>;
	dropFile(name: string): MaybePromise<unknown>;
}

/** How to `open` duckdb-wasm: exact integers, and files over HTTP by range, never whole. */
export const wasmConfig = {
	query: { castBigIntToDouble: false, castDecimalToDouble: false, castTimestampToDate: false },
	filesystem: { allowFullHTTPReads: true, reliableHeadRequests: true, forceFullHTTPReads: false }
} as const;

/** Arrow type numbers that arrive as plain values: Null, Int, Float, Utf8, Bool, LargeUtf8. */
const readable = new Set([1, 2, 3, 5, 6, 20]);

/** A connector over an open DuckDB-wasm connection. The opening settings go before whatever is asked first. */
export function wasmConnector(
	files: WasmFiles,
	connection: WasmConnection,
	options: { memoryLimit?: string } = {}
): Connector {
	return new WasmConnector(files, connection, openingSettings(options));
}

class WasmConnector implements Connector {
	readonly engine = 'wasm';
	readonly #files: WasmFiles;
	readonly #connection: WasmConnection;
	readonly #opened: Promise<unknown>;

	constructor(files: WasmFiles, connection: WasmConnection, opening: string) {
		this.#files = files;
		this.#connection = connection;
		this.#opened = Promise.resolve(connection.query(opening));
		this.#opened.catch(() => {});
	}

	async query(statement: Sql): Promise<Row[]> {
		try {
			await this.#opened;
			if (statement.values.length === 0) return await plainRows(await this.#connection.query(statement.text));
			const prepared = await this.#connection.prepare(statement.text);
			try {
				return await plainRows(await prepared.query(...statement.values));
			} finally {
				await prepared.close();
			}
		} catch (cause) {
			throw new QueryError(statement.text, cause);
		}
	}

	async run(script: Sql): Promise<void> {
		try {
			await this.#opened;
			await this.#connection.query(script.text);
		} catch (cause) {
			throw new QueryError(script.text, cause);
		}
	}

	async writeFile(name: string, bytes: Uint8Array, { transfer = false } = {}): Promise<void> {
		// The engine takes the whole buffer over (it is transferred to its worker): a caller who keeps it gives a copy.
		const own = transfer && bytes.byteLength === bytes.buffer.byteLength;
		await this.#files.registerFileBuffer(name, own ? bytes : bytes.slice());
	}

	async readFile(name: string): Promise<Uint8Array> {
		return this.#files.copyFileToBuffer(name);
	}

	async dropFile(name: string): Promise<void> {
		await this.#files.dropFile(name);
	}

	fileName(name: string): string {
		return name;
	}

	async close(): Promise<void> {
		await this.#connection.close();
	}
}

/** The rows of an answer. One of many thousands is read a batch at a time, each in a task of its own. */
async function plainRows({ schema: { fields }, batches }: ArrowTable): Promise<Row[]> {
	for (const { name, type } of fields) if (!readable.has(type.typeId)) throw unreadableColumn(name, String(type));
	const rows: Row[] = [];
	for (const [index, batch] of batches.entries()) {
		if (index > 0) await ownTask();
		const columns = fields.map(({ name }, column) => ({ name, vector: batch.getChildAt(column) }));
		for (let at = 0; at < batch.numRows; at++) {
			const row: Row = {};
			for (const { name, vector } of columns) putCell(row, name, plainValue(vector?.get(at), name));
			rows.push(row);
		}
	}
	return rows;
}

function plainValue(value: unknown, column: string): CellValue {
	if (value === undefined || value === null) return null;
	return typeof value === 'bigint' ? wholeNumber(value, column) : (value as CellValue);
}
