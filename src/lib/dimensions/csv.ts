/** One record of a small CSV file of ours, by header, with the line it stands on. */
export interface CsvRow {
	readonly line: number;
	readonly cells: Readonly<Record<string, string>>;
}

/** What is wrong with a line, in both languages. */
export type RefuseLine = (line: number, what: { readonly zh: string; readonly en: string }) => void;

/**
 * Reads a small CSV file with a header and without line breaks in its cells. A line that is no record is refused and
 * left out; without `refuse` an Error names it.
 */
export function readCsv(file: string, text: string, refuse?: RefuseLine): CsvRow[] {
	const tell: RefuseLine =
		refuse ??
		((line, { en }) => {
			throw new Error(`${file}, line ${line}: ${en}.`);
		});
	const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
	const header = splitLine(lines[0] ?? '');
	if (!header) tell(1, unclosed);
	return lines.slice(1).flatMap((content, index) => {
		if (!header || content.trim() === '') return [];
		const line = index + 2;
		const cells = splitLine(content);
		if (!cells) tell(line, unclosed);
		else if (cells.length !== header.length) {
			tell(line, {
				zh: `有${cells.length}格，而表头有${header.length}格`,
				en: `${cells.length} cells where the header has ${header.length}`
			});
		} else return [{ line, cells: Object.fromEntries(header.map((name, column) => [name, cells[column] ?? ''])) }];
		return [];
	});
}

const unclosed = { zh: '引号有头无尾', en: 'a quote is not closed' };

/** The cells of a line; null when a quote in it is never closed. */
function splitLine(content: string): string[] | null {
	const cells: string[] = [];
	const pattern = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/y;
	for (;;) {
		const found = pattern.exec(content);
		if (!found) return null;
		cells.push((found[1]?.replaceAll('""', '"') ?? found[2] ?? '').trim());
		if (found[3] === '') return cells;
	}
}
