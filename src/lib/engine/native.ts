import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
	BOOLEAN,
	DOUBLE,
	DuckDBInstance,
	DuckDBTypeId,
	SQLNULL,
	VARCHAR,
	type DuckDBConnection,
	type DuckDBType,
	type DuckDBValue
} from '@duckdb/node-api';
import type { Sql, SqlValue } from '#lib/sql/sql.ts';
import { QueryError, type CellValue, type Connector, type Row } from './connector.ts';
import { openingSettings } from './settings.ts';
import { putCell, unreadableColumn, wholeNumber } from './result-values.ts';

export interface NativeOptions {
	/** Where logical files live. Without it: a temporary folder that goes when the connector closes. */
	readonly folder?: string;
	/** e.g. `2GB`; DuckDB's own default otherwise. */
	readonly memoryLimit?: string;
}

const readable = new Set<DuckDBTypeId>([
	DuckDBTypeId.BOOLEAN,
	DuckDBTypeId.TINYINT,
	DuckDBTypeId.SMALLINT,
	DuckDBTypeId.INTEGER,
	DuckDBTypeId.BIGINT,
	DuckDBTypeId.UTINYINT,
	DuckDBTypeId.USMALLINT,
	DuckDBTypeId.UINTEGER,
	DuckDBTypeId.UBIGINT,
	DuckDBTypeId.FLOAT,
	DuckDBTypeId.DOUBLE,
	DuckDBTypeId.VARCHAR,
	DuckDBTypeId.SQLNULL
]);

/** Native DuckDB in memory, with a folder for the files that statements name. */
export async function openNative(options: NativeOptions = {}): Promise<Connector> {
	const temporary = options.folder === undefined;
	const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'gongbang-')));
	await mkdir(folder, { recursive: true });
	const instance = await DuckDBInstance.create(':memory:');
	const connection = await instance.connect();
	const connector = new NativeConnector(connection, folder, async () => {
		connection.closeSync();
		instance.closeSync();
		if (temporary) await rm(folder, { recursive: true, force: true });
	});
	await connection.run(openingSettings({ memoryLimit: options.memoryLimit }));
	return connector;
}

class NativeConnector implements Connector {
	readonly engine = 'native';
	readonly #connection: DuckDBConnection;
	readonly #folder: string;
	readonly #release: () => Promise<void>;

	constructor(connection: DuckDBConnection, folder: string, release: () => Promise<void>) {
		this.#connection = connection;
		this.#folder = folder;
		this.#release = release;
	}

	async query(statement: Sql): Promise<Row[]> {
		try {
			const values = statement.values as DuckDBValue[];
			const reader = await this.#connection.runAndReadAll(statement.text, values, statement.values.map(bindType));
			const names = reader.columnNames();
			names.forEach((name, column) => {
				const type = reader.columnTypeId(column);
				if (!readable.has(type)) throw unreadableColumn(name, String(reader.columnType(column)));
			});
			return reader.getRows().map((cells) => {
				const row: Row = {};
				names.forEach((name, column) => putCell(row, name, plainValue(cells[column], name)));
				return row;
			});
		} catch (cause) {
			throw new QueryError(statement.text, cause);
		}
	}

	async run(script: Sql): Promise<void> {
		try {
			await this.#connection.run(script.text);
		} catch (cause) {
			throw new QueryError(script.text, cause);
		}
	}

	async writeFile(name: string, bytes: Uint8Array): Promise<void> {
		await writeFile(this.fileName(name), bytes);
	}

	async readFile(name: string): Promise<Uint8Array> {
		return readFile(this.fileName(name));
	}

	async dropFile(name: string): Promise<void> {
		await rm(this.fileName(name), { force: true });
	}

	fileName(name: string): string {
		return join(this.#folder, name);
	}

	close(): Promise<void> {
		return this.#release();
	}
}

function bindType(value: SqlValue): DuckDBType {
	if (value === null) return SQLNULL;
	if (typeof value === 'boolean') return BOOLEAN;
	return typeof value === 'number' ? DOUBLE : VARCHAR;
}

function plainValue(value: DuckDBValue | undefined, column: string): CellValue {
	if (value === undefined || value === null) return null;
	return typeof value === 'bigint' ? wholeNumber(value, column) : (value as CellValue);
}
