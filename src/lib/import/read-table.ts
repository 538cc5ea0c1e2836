import type { Receipt } from './batch.ts';
import { sha256 } from './digest.ts';
import { IssueLog } from './issue-log.ts';
import { locateTable } from './locate/locate.ts';
import { isKnownHeader } from './map/choose-dataset.ts';
import type { ReadOptions } from './options.ts';
import { pause, throwIfAborted } from './pause.ts';
import { receiptOf } from './receipt/receipt.ts';
import { openSource } from './source.ts';

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
	for (const block of source?.blocks ?? []) {
		for (const row of block.rows) rows.push(row);
		for (const row of block.unclosedRows) log.add('QUOTE_UNCLOSED', { line: block.firstLine + row });
		for (const row of block.strayRows) log.add('QUOTE_STRAY', { line: block.firstLine + row });
		options.onProgress?.(block.done, bytes.length, rows.length);
		if (++count % pauseEvery === 0) await pause();
		throwIfAborted(options.signal);
	}
	const place = source && rows.length > 0 ? locateTable(rows.slice(0, 300), isKnownHeader) : null;
	const receipt = receiptOf({
		file: options.fileName,
		sha256: options.size === undefined ? await sha256(bytes) : '',
		bytes: options.size ?? bytes.length,
		log,
		source,
		table: place && {
			headerFirst: place.headerFirst + 1,
			headerLast: place.headerLast + 1,
			dataFirst: place.headerLast + 2,
			dataLast: rows.length
		},
		dataset: null,
		mapping: [],
		sink: null,
		certainty: { header: place?.certainty ?? 0, dataset: 0 }
	});
	return { receipt: { ...receipt, rowsRead: rows.length }, rows };
}
