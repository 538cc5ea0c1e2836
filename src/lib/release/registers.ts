import type { Field } from '#lib/datasets/dataset.ts';
import { datasets } from '#lib/datasets/index.ts';
import { columnType } from '#lib/datasets/table.ts';
import { identifier, join, literal, Sql } from '#lib/sql/sql.ts';
import { csvColumns } from './facts.ts';
import type { Build } from './input.ts';
import { registers, type Register } from './register-measures.ts';
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
	for (const name of registers) {
		await build.connector.run(createTable(build.detail, detailTable(name)));
		await stageRegister(build, name, onBatch);
	}
}

async function stageRegister(build: Build, name: Register, onBatch: () => void): Promise<void> {
	const { connector } = build;
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
		const fields = Object.keys(columns).filter((column) => !column.startsWith('_'));
		if (batch.mode === 'replace' && 'region' in columns && 'period' in columns) {
			await withCsvPieces(connector, batch.csv, columns, (csv) =>
				connector.run(
					new Sql(`DELETE FROM ${staged.text} WHERE (region, period) IN (SELECT (region, period) FROM ${csv.text})`)
				)
			);
		}
		await withCsvPieces(connector, batch.csv, columns, (csv) =>
			connector.run(
				new Sql(`INSERT INTO ${staged.text} BY NAME SELECT ${join(fields.map(identifier)).text}, _line AS line,
					${literal(batch.id).text} AS batch, ${position} AS position FROM ${csv.text}`)
			)
		);
		onBatch();
	}
	await reportRegisterTotals(build, name, staged);
	await reportDuplicates(build, name, staged);
	await connector.run(
		new Sql(`INSERT INTO ${at(build.detail, name).text} SELECT ${columnList(table).text} FROM ${staged.text}
			WHERE rowid IN (${lastRows(name, staged)}) ORDER BY ${orderList(table).text}`)
	);
	await connector.run(new Sql(`DROP TABLE ${staged.text}`));
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
			WHERE earlier.position < kept.position AND kept.position IN (${appended.map(([position]) => position).join(', ')})
			GROUP BY kept.batch, earlier.batch`)
	);
}
