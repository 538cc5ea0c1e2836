import { identifier, join, Sql, sql } from '#lib/sql/sql.ts';
import type { Dataset, Field, FieldType } from './dataset.ts';

/** Every type that is not text: counts beyond 2^31 fit, figures are exact decimals. Dates and periods are ISO text. */
const types: Partial<Record<FieldType, string>> = { integer: 'BIGINT', decimal: 'DECIMAL(18,4)', year: 'INTEGER' };

/** The column type of a field in DuckDB. */
export function columnType(field: Pick<Field, 'type'>): string {
	return types[field.type] ?? 'VARCHAR';
}

/** The statement that creates a dataset's table: its fields in order, then the batch and line that each row is from. */
export function createTable(dataset: Dataset): Sql {
	const columns = dataset.fields.map((field) => sql`${identifier(field.name)} ${new Sql(columnType(field))}`);
	return sql`CREATE TABLE ${identifier(dataset.name)} (${join(columns)}, batch VARCHAR, line INTEGER)`;
}
