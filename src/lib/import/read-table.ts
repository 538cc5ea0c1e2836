import type { Receipt } from './batch.ts';
import { sha256 } from './digest.ts';
import { headBlock, lineOf } from './head-block.ts';
import { IssueLog } from './issue-log.ts';
import type { TablePlace } from './locate/locate.ts';
import type { ReadOptions } from './options.ts';
import type { RowBlock } from './parse/row-blocks.ts';
import { pause, throwIfAborted } from './pause.ts';
import { receiptOf } from './receipt/receipt.ts';
import { openSource } from './source.ts';
import { closeFile, placeOf, reportQuotes } from './structure-findings.ts';

/** Blocks between two pauses. */
const pauseEvery = 16;

/**
 * Every cell of the file as it was read, in order, title and note lines included; for files of no dataset as well.
 * The receipt tells encoding, dialect and where the table is. Empty when the file is no table.
 */
export async function readTable(
	bytes: Uint8Array,
	options: ReadOptions
): Promise<{ receipt: Receipt; rows: string[][] }> {
	const log = new IssueLog(options.fileName);
	const source = await openSource(bytes, options, log);
	const rows: string[][] = [];
	let count = 0;
	let place: TablePlace | null = null;
	let lines = { headerFirst: 0, headerLast: 0, dataFirst: 0, dataLast: 0 };
	const blocks = source?.blocks[Symbol.iterator]();
	const head = blocks && headBlock(blocks);
	if (head && head.rows.length > 0) {
		place = placeOf(head, options, log);
		if (place) lines = linesOf(head, place);
	}
	for (let block = head; block; block = blocks?.next().value as RowBlock | undefined) {
		for (const row of block.rows) rows.push(row);
		for (const row of block.unclosedRows) log.add('QUOTE_UNCLOSED', { line: lineOf(block, row) });
		for (const row of block.strayRows) log.add('QUOTE_STRAY', { line: lineOf(block, row) });
		reportQuotes(block, 0, log);
		if (block.rows.length > 0) lines.dataLast = lineOf(block, block.rows.length - 1);
		options.onProgress?.(block.done, bytes.length, rows.length);
		if (++count % pauseEvery === 0) await pause();
		throwIfAborted(options.signal);
	}
	if (source) closeFile(source, log);
	const receipt = receiptOf({
		file: options.fileName,
		sha256: options.size === undefined ? await sha256(bytes) : '',
		bytes: options.size ?? bytes.length,
		log,
		source,
		table: place && lines,
		dataset: null,
		mapping: [],
		sink: null,
		certainty: { header: place?.certainty ?? 0, dataset: 0 }
	});
	return { receipt: { ...receipt, rowsRead: rows.length }, rows };
}

function linesOf(head: RowBlock, place: TablePlace): NonNullable<Receipt['table']> & { dataLast: number } {
	const dataFirst = lineOf(head, place.headerLast + 1);
	if (place.headerRows === 0) return { headerFirst: 0, headerLast: 0, dataFirst, dataLast: 0 };
	const [headerFirst, headerLast] = [lineOf(head, place.headerFirst), lineOf(head, place.headerLast)];
	return { headerFirst, headerLast, dataFirst, dataLast: 0 };
}
