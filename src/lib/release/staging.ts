import type { Connector } from '#lib/engine/connector.ts';
import { identifier, join, literal, sql, Sql } from '#lib/sql/sql.ts';
import { csvBytes, csvPieces, type CsvValue } from './csv.ts';
import { at, columnList, type Table } from './tables.ts';

/** The only file name that tables are loaded under: a locked engine allows no other. */
const stagingFile = 'staging.csv';

/** The schema of working tables; gone when a build ends. */
export const staging = new Sql('memory.staging');

/**
 * A table function over the staged file. Dialect and types are fixed: DuckDB's sniffer turns odd files into shifted
 * or one-column tables without an error, and this is only ever our own clean CSV.
 */
function readCsv(
	connector: Connector,
	columns: Readonly<Record<string, string>>,
	{ header, buffer }: { header: boolean; buffer: number }
): Sql {
	const types = Object.entries(columns).map(([name, type]) => new Sql(`${identifier(name).text}: '${type}'`));
	return new Sql(`read_csv(${literal(connector.fileName(stagingFile)).text}, auto_detect = false, header = ${header},
		delim = ',', quote = '"', escape = '"', new_line = '\\n', nullstr = '', strict_mode = true, null_padding = false,
		ignore_errors = false, buffer_size = ${buffer}, columns = {${join(types).text}})`);
}

/** Lends clean CSV to `use` as a table function and forgets the file afterwards. */
export async function withCsv<T>(
	connector: Connector,
	csv: Uint8Array,
	columns: Readonly<Record<string, string>>,
	use: (rows: Sql) => Promise<T>
): Promise<T> {
	const buffer = Math.min(Math.max(leastBuffer, 2 * csv.length), mostBuffer);
	await connector.writeFile(stagingFile, csv);
	try {
		return await use(readCsv(connector, columns, { header: true, buffer }));
	} finally {
		await connector.dropFile(stagingFile);
	}
}

/**
 * Lends clean CSV to `use` piece by piece, in order, so that the engine never holds a large file beside the table that
 * it becomes. For statements that take rows as they come; what looks at all rows needs `withCsv`.
 */
export async function withCsvPieces(
	connector: Connector,
	csv: Uint8Array,
	columns: Readonly<Record<string, string>>,
	use: (rows: Sql) => Promise<void>
): Promise<void> {
	const pieces = csvPieces(csv, rowGroup, pieceBytes);
	try {
		for (let next = pieces.next(); !next.done;) {
			const { csv: piece, longest } = next.value;
			await connector.writeFile(stagingFile, piece, { transfer: true });
			const used = use(readCsv(connector, columns, { header: false, buffer: Math.max(leastBuffer, 2 * longest) }));
			// The next piece is cut while the engine is busy with this one.
			next = pieces.next();
			await used;
		}
	} finally {
		await connector.dropFile(stagingFile);
	}
}

/**
 * A row group of DuckDB's: what is inserted by whole ones is not copied once more when it is committed, and leaves no
 * gaps, which the engine would close by rewriting the table over and over.
 */
const rowGroup = 122_880;
/** Pieces of very long rows have fewer. */
const pieceBytes = 8 * 1024 * 1024;
/**
 * DuckDB reads no row that is longer than its buffer. Pieces say how long theirs are, so that they need not the engine's
 * own 32 MB; that holds the longest row that an import lets through.
 */
const leastBuffer = 2 * 1024 * 1024;
const mostBuffer = 32 * 1024 * 1024;

/** Inserts rows made in TypeScript; their cells are in the order of the table's columns. */
export async function insertRows(
	connector: Connector,
	place: Sql,
	table: Pick<Table, 'name' | 'columns'>,
	rows: readonly (readonly CsvValue[])[]
): Promise<void> {
	if (rows.length === 0) return;
	const names = columnList({ ...table, order: [] });
	await withCsv(connector, csvBytes(Object.keys(table.columns), rows), table.columns, (csv) =>
		connector.run(
			new Sql(`INSERT INTO ${at(place, table.name).text} (${names.text}) SELECT ${names.text} FROM ${csv.text}`)
		)
	);
}

/** Creates a working table from rows made in TypeScript. */
export async function stageRows(
	connector: Connector,
	name: string,
	columns: Readonly<Record<string, string>>,
	rows: readonly (readonly CsvValue[])[]
): Promise<void> {
	const list = Object.entries(columns).map(([column, type]) => new Sql(`${identifier(column).text} ${type}`));
	await connector.run(new Sql(`CREATE OR REPLACE TABLE ${at(staging, name).text} (${join(list).text})`));
	await insertRows(connector, staging, { name, columns: columns as Table['columns'] }, rows);
}

/** One column of a query as texts. */
export async function texts(connector: Connector, statement: Sql): Promise<string[]> {
	const rows = await connector.query(sql`${statement}`);
	return rows.map((row) => String(Object.values(row)[0]));
}
