/** What the clipboard holds, as far as it matters here; DataTransfer fits. */
export interface Clip {
	readonly files: ArrayLike<File>;
	getData(type: string): string;
}

/** Name of a pasted table. */
export const pastedName = '粘贴.csv';

/**
 * Files, or the table, that were copied: cells of a spreadsheet come as text with tabs, tables of a page or a document
 * as markup. Empty when the clipboard holds neither.
 */
export function pastedFiles(clip: Clip): File[] {
	const files = [...Array.from(clip.files)];
	if (files.length > 0) return files;
	const text = clip.getData('text/plain');
	const rows = text.includes('\t') ? tabRows(text) : (htmlRows(clip.getData('text/html')) ?? lineRows(text));
	return rows.length > 0 ? [new File([csv(rows)], pastedName, { type: 'text/csv' })] : [];
}

/** Cells between tabs; a cell with a line end or tab of its own stands in quotes, its own quotes doubled. */
export function tabRows(text: string): string[][] {
	const rows: string[][] = [];
	let cells: string[] = [];
	const cell = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/gy;
	while (cell.lastIndex < text.length) {
		const found = cell.exec(text);
		if (!found) break;
		const [, quoted, plain = '', end] = found;
		cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
		if (end === '\t') {
			if (cell.lastIndex === text.length) cells.push('');
			continue;
		}
		rows.push(cells);
		cells = [];
	}
	if (cells.length > 0) rows.push(cells);
	return rows;
}

/** The largest table of a page; a merged cell is its text and blanks. Null where there is no table. */
function htmlRows(html: string): string[][] | null {
	if (!/<table/i.test(html) || typeof DOMParser === 'undefined') return null;
	// A parsed document runs no scripts and loads nothing; only its texts are taken.
	const tables = [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('table')];
	const largest = tables.toSorted((a, b) => b.rows.length - a.rows.length)[0];
	if (!largest) return null;
	const rows: string[][] = Array.from(largest.rows, () => []);
	for (const [at, row] of [...largest.rows].entries()) {
		let column = 0;
		for (const cell of row.cells) {
			while (rows[at]?.[column] !== undefined) column++;
			for (let down = 0; down < Math.max(1, cell.rowSpan); down++)
				for (let right = 0; right < Math.max(1, cell.colSpan); right++) {
					const target = rows[at + down];
					if (target) target[column + right] = down + right === 0 ? (cell.textContent ?? '').trim() : '';
				}
			column += Math.max(1, cell.colSpan);
		}
	}
	return rows.map((row) => Array.from(row, (cell) => cell ?? ''));
}

/** Plain lines that some other delimiter cuts: left to the reader. */
function lineRows(text: string): string[][] {
	return text.trim().includes('\n') ? [[text]] : [];
}

function csv(rows: readonly (readonly string[])[]): string {
	const [only] = rows;
	if (rows.length === 1 && only?.length === 1) return only[0] ?? '';
	const field = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
	return rows.map((cells) => `${cells.map(field).join(',')}\r\n`).join('');
}
