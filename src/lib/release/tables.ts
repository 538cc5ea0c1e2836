import { identifier, join, Sql } from '#lib/sql/sql.ts';

/** Column types of a release. Figures are exact decimals; dates and periods are text in canonical form. */
export type ColumnType = 'VARCHAR' | 'INTEGER' | 'BOOLEAN' | 'DECIMAL(18,4)' | 'BIGINT';

/** A table of a release, declared once: creates it, describes it in the datapackage and gives its order on disk. */
export interface Table {
	readonly name: string;
	readonly columns: Readonly<Record<string, ColumnType>>;
	/** The columns by which its rows are sorted on disk, so that lookups skip row groups. */
	readonly order: readonly string[];
}

/** The type of every figure. Sums are cast back to it; nothing is ever a double before it is shown. */
export const figure = 'DECIMAL(18,4)';

/** The code for no breakdown in the columns industry, ownership, union_system, level, skill_level, kind and campaign. */
export const all = 'all';

/** CREATE TABLE in a place: an attached database or a schema. */
export function createTable(place: Sql, table: Table): Sql {
	const columns = Object.entries(table.columns).map(([name, type]) => new Sql(`${identifier(name).text} ${type}`));
	return new Sql(`CREATE TABLE ${at(place, table.name).text} (${join(columns).text})`);
}

/** A table's name within a place. */
export function at(place: Sql, table: string): Sql {
	return new Sql(`${place.text}.${identifier(table).text}`);
}

/** The column names of a table as a list for INSERT and SELECT. */
export function columnList(table: Table): Sql {
	return join(Object.keys(table.columns).map(identifier));
}

/** The ORDER BY columns of a table. */
export function orderList(table: Table): Sql {
	return join(table.order.map(identifier));
}
