/** One record of a small CSV file of ours, by header, with the line it stands on. */
export interface CsvRow {
	readonly line: number;
	readonly cells: Readonly<Record<string, string>>;
}

/** Reads a small CSV file with a header and without line breaks in its cells. Throws an Error that names the line. */
export function readCsv(file: string, text: string): CsvRow[] {
	const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
	const header = splitLine(file, 1, lines[0] ?? '');
	return lines.slice(1).flatMap((content, index) => {
		if (content.trim() === '') return [];
		const line = index + 2;
		const cells = splitLine(file, line, content);
		if (cells.length !== header.length) {
			throw new Error(`${file}, line ${line}: ${cells.length} cells where the header has ${header.length}.`);
		}
		return [{ line, cells: Object.fromEntries(header.map((name, column) => [name, cells[column] ?? ''])) }];
	});
}

function splitLine(file: string, line: number, content: string): string[] {
	const cells: string[] = [];
	const pattern = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/y;
	for (;;) {
		const found = pattern.exec(content);
		if (!found) throw new Error(`${file}, line ${line}: a quote is not closed.`);
		cells.push((found[1]?.replaceAll('""', '"') ?? found[2] ?? '').trim());
		if (found[3] === '') return cells;
	}
}
