/** How rows are written as text. */
export interface Writing {
	readonly delimiter?: string;
	readonly newline?: string;
	readonly quote?: string;
	/** Every cell in quotes, not only those that need them. */
	readonly quoteAll?: boolean;
	/** Without a line end after the last row. */
	readonly open?: boolean;
}

/** One cell as RFC 4180 has it, under any delimiter and quote. */
export function writeCell(cell: string, { delimiter = ',', quote = '"', quoteAll = false }: Writing = {}): string {
	const special = cell.includes(delimiter) || cell.includes(quote) || /[\r\n]/.test(cell);
	return quoteAll || special ? `${quote}${cell.replaceAll(quote, quote + quote)}${quote}` : cell;
}

/** One row without its line end. */
export function writeLine(row: readonly string[], writing: Writing = {}): string {
	return row.map((cell) => writeCell(cell, writing)).join(writing.delimiter ?? ',');
}

/** Rows as text. */
export function writeRows(rows: readonly (readonly string[])[], writing: Writing = {}): string {
	return writeLines(
		rows.map((row) => writeLine(row, writing)),
		writing
	);
}

/** Lines as text. */
export function writeLines(lines: readonly string[], { newline = '\n', open = false }: Writing = {}): string {
	return lines.join(newline) + (open ? '' : newline);
}
