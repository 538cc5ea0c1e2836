import { lineOf, rowAt } from './head-block.ts';
import type { IssueLog } from './issue-log.ts';
import { maxColumns, maxRowCharacters } from './limits.ts';
import { locateTable, type TablePlace } from './locate/locate.ts';
import { isKnownHeader } from './map/choose-dataset.ts';
import type { ReadOptions } from './options.ts';
import type { RowBlock } from './parse/row-blocks.ts';
import { tooLarge, type Source } from './source.ts';

/** Finds the table in the first rows, or takes it as decided, and says what was assumed. Null when it is too wide. */
export function placeOf(head: RowBlock, options: ReadOptions, log: IssueLog): TablePlace | null {
	const wide = head.rows.findIndex(
		(row) => row.length > maxColumns && row.some((cell, at) => at >= maxColumns && cell !== '')
	);
	if (wide >= 0) {
		const count = head.rows[wide]?.length ?? 0;
		return tooLarge(log, `${count} 列`, `${maxColumns}`, `${count} columns`, lineOf(head, wide));
	}
	const { headerRow, headerRows } = options;
	const row = headerRow === undefined ? undefined : headerRow === 0 ? -1 : rowAt(head, headerRow);
	const place = locateTable(head.rows, isKnownHeader, { row, rows: headerRows });
	const [first] = place.preamble;
	if (first !== undefined) {
		const sample = (head.rows[first] ?? []).filter((cell) => cell !== '').join(' ');
		log.add('PREAMBLE_SKIPPED', { line: lineOf(head, first), sample, count: place.preamble.length });
	}
	const line = lineOf(head, place.headerFirst);
	if (place.headerRows > 1) log.add('HEADER_MULTIROW', { line, details: { found: String(place.headerRows) } });
	if (place.sideBySide !== null) {
		const sample = head.rows[place.headerFirst]?.[place.sideBySide] ?? null;
		const found = { found_zh: `第 ${place.sideBySide + 1} 列起`, found_en: `from column ${place.sideBySide + 1} on` };
		log.add('TABLE_MULTIPLE', { line, sample, details: found });
	}
	return place;
}

/** Quotes that were read as they stand: the rows are kept, but someone should look. */
export function reportQuotes(block: RowBlock, from: number, log: IssueLog): void {
	for (const row of block.looseRows) {
		if (row < from || row >= block.rows.length || block.strayRows.has(row) || block.unclosedRows.has(row)) continue;
		const cell = block.rows[row]?.find((text) => text.includes('"') || text.includes("'")) ?? null;
		log.add('QUOTE_LITERAL', { line: lineOf(block, row), sample: cell });
	}
}

/** Findings that only the whole file can give. */
export function closeFile(source: Source, log: IssueLog): void {
	if (source.dialect()?.newline === 'mixed') log.add('NEWLINE_MIXED');
	const { rows, countedRows, endlessLine } = source.state;
	if (rows !== countedRows)
		log.add('RECON_ROWCOUNT', { details: { expected: String(countedRows), found: String(rows) } });
	if (endlessLine !== null) {
		const limit = `${maxRowCharacters}`;
		tooLarge(log, `一行超过 ${limit} 字`, limit, `one line of more than ${limit} characters`, endlessLine);
	}
}
