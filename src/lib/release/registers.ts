import type { Field } from '#lib/datasets/dataset.ts';
import { datasets } from '#lib/datasets/index.ts';
import { columnType } from '#lib/datasets/table.ts';
import { identifier, join, literal, Sql } from '#lib/sql/sql.ts';
import { noteBrought } from './batch-parts.ts';
import { csvColumns } from './facts.ts';
import type { Build } from './input.ts';
import { registers, type Register } from './register-measures.ts';
import { replaceScope } from './replace-scope.ts';
import { reportRegisterTotals } from './set-aside-totals.ts';
import { staging, withCsvPieces } from './staging.ts';
import { at, columnList, createTable, orderList, type ColumnType, type Table } from './tables.ts';

/** The tables of `detail.duckdb`: the registers row by row, sorted by their keys for lookup. */
export const detailTables: readonly Table[] = registers.map((name) => ({
	name,
	columns: {
		...Object.fromEntries(datasets[name].fields.map((field) => [field.name, columnType(field) as ColumnType])),
		batch: 'VARCHAR',
		line: 'INTEGER'
	},
	order: [...registerKey(name).map((field) => field.name), 'batch', 'line']
}));

/** A detail table by name. */
export function detailTable(name: Register): Table {
	return detailTables.find((table) => table.name === name) as Table;
}

/** The fields by which rows of a register are told apart. */
export function registerKey(name: Register): readonly Field[] {
	return datasets[name].fields.filter((field) => field.key);
}

/** Writes the detail tables out of the batches; of several rows with one key the latest stays. */
export async function buildRegisters(build: Build, onBatch: () => void): Promise<void> {
	if (build.base) {
		await build.connector.run(
			new Sql(`CREATE TABLE ${at(build.detail, 'replaced').text} (dataset VARCHAR, scope VARCHAR)`)
		);
	}
	for (const name of registers) {
		await build.connector.run(createTable(build.detail, detailTable(name)));
		await stageRegister(build, name, onBatch);
	}
}

async function stageRegister(build: Build, name: Register, onBatch: () => void): Promise<void> {
	const { connector, base } = build;
	const table = detailTable(name);
	const staged = at(staging, `register_${name}`);
	const batches = [...build.batches.entries()].filter(([, batch]) => batch.dataset === name);
	if (batches.length === 0) return;
	await connector.run(
		new Sql(
			`CREATE OR REPLACE TABLE ${staged.text} AS SELECT *, 0 AS position FROM ${at(build.detail, name).text} WHERE false`
		)
	);
	for (const [position, batch] of batches) {
		const columns = csvColumns(name, batch.csv);
		const each = (statement: (csv: Sql) => Promise<void>) => withCsvPieces(connector, batch.csv, columns, statement);
		// All pieces clear before the first is laid: a later one must not take away what an earlier one brought.
		if (batch.mode === 'replace')
			await each((csv) => dropReplaced(build, name, staged, new Set(Object.keys(columns)), csv));
		const merges = batch.mode === 'upsert' && registerKey(name).length > 0;
		if (merges && base?.detail) await each((csv) => stageEarlier(build, name, staged, csv));
		const rows = merges ? mergedRows : ownRows;
		await each((csv) =>
			connector.run(
				new Sql(`INSERT INTO ${staged.text} BY NAME SELECT ${rows(name, columns).text}, n._line AS line,
					${literal(batch.id).text} AS batch, CAST(${position} AS INTEGER) AS position
					FROM ${csv.text} n ${merges ? earlierJoin(name, staged).text : ''} ORDER BY n._line`)
			)
		);
		build.brought.set(batch, batch.receipt.rowsLoaded);
		await noteBrought(
			connector,
			batch,
			'region',
			new Sql(`(SELECT * FROM ${staged.text} WHERE position = ${position})`),
			'region'
		);
		onBatch();
	}
	await reportRegisterTotals(build, name, staged);
	await reportDuplicates(build, name, staged);
	await connector.run(
		new Sql(`INSERT INTO ${at(build.detail, name).text} SELECT ${columnList(table).text} FROM ${staged.text}
			WHERE rowid IN (${lastRows(name, staged)}) AND position >= 0 ORDER BY ${orderList(table).text}`)
	);
	await connector.run(new Sql(`DROP TABLE ${staged.text}`));
}

/** Takes out what earlier batches brought for the regions and periods of a replacing one, and notes them for the base. */
async function dropReplaced(
	build: Build,
	name: Register,
	staged: Sql,
	columns: ReadonlySet<string>,
	csv: Sql
): Promise<void> {
	const scopes = `SELECT DISTINCT ${replaceScope(name, columns)} AS scope FROM ${csv.text}`;
	await build.connector.run(new Sql(`DELETE FROM ${staged.text} WHERE ${replaceScope(name)} IN (${scopes})`));
	if (!build.base) return;
	await build.connector.run(
		new Sql(`INSERT INTO ${at(build.detail, 'replaced').text} SELECT ${literal(name).text}, scope FROM (${scopes})`)
	);
}

function ownRows(_: Register, columns: Readonly<Record<string, string>>): Sql {
	return join(fieldsOf(columns).map((field) => new Sql(`n.${identifier(field).text}`)));
}

/** Of a row that was there before, a file that is laid in by key changes the cells that it holds. */
function mergedRows(name: Register, columns: Readonly<Record<string, string>>): Sql {
	const given = new Set(fieldsOf(columns));
	return join(
		datasets[name].fields.map(({ name: field }) => {
			const column = identifier(field).text;
			return new Sql(given.has(field) ? `coalesce(n.${column}, o.${column}) AS ${column}` : `o.${column} AS ${column}`);
		})
	);
}

function fieldsOf(columns: Readonly<Record<string, string>>): string[] {
	return Object.keys(columns).filter((column) => !column.startsWith('_'));
}

function earlierJoin(name: Register, staged: Sql): Sql {
	const same = registerKey(name).map(({ name: field }) => {
		const column = identifier(field).text;
		return `o.${column} IS NOT DISTINCT FROM n.${column}`;
	});
	return new Sql(`LEFT JOIN (SELECT * FROM ${staged.text} WHERE rowid IN (${lastRows(name, staged)})) o
		ON ${same.join(' AND ')}`);
}

/** Brings the base's rows that an upsert is about to change among the staged ones, before all batches. */
async function stageEarlier(build: Build, name: Register, staged: Sql, csv: Sql): Promise<void> {
	const detail = build.base?.detail;
	if (!detail) return;
	const key = registerKey(name)
		.map((field) => identifier(field.name).text)
		.join(', ');
	const fields = join(datasets[name].fields.map((field) => identifier(field.name))).text;
	await build.connector.run(
		new Sql(`INSERT INTO ${staged.text} BY NAME SELECT ${fields}, batch, line, CAST(-1 AS INTEGER) AS position
			FROM ${at(detail, name).text}
			WHERE (${key}) IN (SELECT (${key}) FROM ${csv.text}) AND (${key}) NOT IN (SELECT (${key}) FROM ${staged.text})
			AND ${replaceScope(name)} NOT IN (SELECT scope FROM ${at(build.detail, 'replaced').text} WHERE dataset = ${literal(name).text})`)
	);
}

/** A row without any key stands for itself. */
function lastRows(name: Register, staged: Sql): string {
	const key = registerKey(name).map((field) => identifier(field.name).text);
	if (key.length === 0) return `SELECT rowid FROM ${staged.text}`;
	const keyless = key.map((column) => `${column} IS NULL`).join(' AND ');
	return `SELECT max(rowid) FROM ${staged.text} GROUP BY ${key.join(', ')}, CASE WHEN ${keyless} THEN rowid END`;
}

/** Appended rows that take the place of rows of another batch: one finding for each pair of batches. */
async function reportDuplicates(build: Build, name: Register, staged: Sql): Promise<void> {
	const key = registerKey(name).map((field) => identifier(field.name).text);
	const appended = [...build.batches.entries()].filter(
		([, batch]) => batch.dataset === name && batch.mode === 'append'
	);
	if (key.length === 0 || appended.length < 1) return;
	await build.connector.run(
		new Sql(`INSERT INTO ${at(build.summary, 'finding').text} BY NAME
			SELECT 'KEY_DUPLICATE' AS code, 'W' AS severity, ${literal(name).text} AS dataset,
				CAST(count(*) AS VARCHAR) AS note, kept.batch, min(kept.line) AS line
			FROM (SELECT * FROM ${staged.text} WHERE rowid IN (${lastRows(name, staged)})) kept
			JOIN ${staged.text} earlier USING (${key.join(', ')})
			WHERE earlier.position < kept.position AND earlier.position >= 0 AND kept.position IN (${appended.map(([position]) => position).join(', ')})
			GROUP BY kept.batch, earlier.batch`)
	);
}
