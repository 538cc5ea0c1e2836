import type { CellValue, Row } from '#lib/engine/connector.ts';

/** Rows as they travel: the names of the columns once, then the cells row by row. */
export type PackedRows = readonly [names: readonly string[], ...rows: readonly (readonly CellValue[])[]];

/** Rows for the way to the browser. */
export function packRows(rows: readonly Row[]): PackedRows {
	const names = Object.keys(rows[0] ?? {});
	return [names, ...rows.map((row) => names.map((name) => row[name] ?? null))];
}

/** Rows that came from the server. */
export function unpackRows([names, ...rows]: PackedRows): Row[] {
	return rows.map((cells) => Object.fromEntries(names.map((name, index) => [name, cells[index] ?? null])));
}
