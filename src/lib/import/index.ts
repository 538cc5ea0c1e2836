import type { Batch, ImportResult, Receipt } from './batch.ts';
import { decisionsOf } from './decisions.ts';
import { sha256 } from './digest.ts';
import { IssueLog } from './issue-log.ts';
import { maxColumns, maxRows } from './limits.ts';
import { locateTable, type TablePlace } from './locate/locate.ts';
import { isKnownHeader } from './map/choose-dataset.ts';
import { mappingOf, planLoad, type LoadPlan } from './map/plan.ts';
import type { ImportOptions } from './options.ts';
import type { RowBlock } from './parse/row-blocks.ts';
import { receiptOf } from './receipt/receipt.ts';
import { openSource, type Source } from './source.ts';
import { makeLoader } from './validate/make-loader.ts';
import { reportOutliers } from './validate/outliers.ts';
import { reconcile } from './validate/reconcile.ts';
import { RowDecisions } from './validate/row-decisions.ts';
import { RowFeeder } from './validate/row-feeder.ts';
import { RowSink } from './validate/row-sink.ts';
import { throwIfAborted, pause } from './pause.ts';

export type { ImportOptions, ReadOptions } from './options.ts';
export { readTable } from './read-table.ts';

/** Rows shown to the mapping to tell columns of figures from columns of text. */
const sampleRows = 50;

/**
 * Reads a file of any kind and gives a receipt, and a batch unless something fatal was found. Never throws for what is
 * in the file; throws the signal's reason when it is aborted.
 */
export async function importFile(bytes: Uint8Array, options: ImportOptions): Promise<ImportResult> {
	const log = new IssueLog(options.fileName, options.accepted);
	throwIfAborted(options.signal);
	// A file that was not given whole has no digest. The platform works it out beside the reading.
	const digest = options.size === undefined ? sha256(bytes) : '';
	const source = await openSource(bytes, options, log);
	const loading = source && !log.fatal ? await loadRows(source, bytes.length, options, log) : null;
	const { plan = null, sink = null, table = null, place = null } = loading ?? {};
	const receipt = receiptOf({
		file: options.fileName,
		sha256: await digest,
		bytes: options.size ?? bytes.length,
		log,
		source,
		table,
		dataset: plan?.dataset.name ?? null,
		mapping: plan ? mappingOf(plan.columns) : [],
		sink,
		certainty: { header: place?.certainty ?? 0, dataset: plan?.certainty ?? 0 }
	});
	const remarks = log.remarks();
	if (!plan || !sink || log.fatal) return { receipt, batch: null, remarks };
	return { receipt, batch: await batchOf(plan, sink, receipt, options), remarks };
}

interface Loading {
	place: TablePlace;
	plan: LoadPlan | null;
	sink: RowSink | null;
	table: Receipt['table'];
}

async function loadRows(source: Source, total: number, options: ImportOptions, log: IssueLog): Promise<Loading | null> {
	const blocks = source.blocks[Symbol.iterator]();
	const head = blocks.next().value as RowBlock | undefined;
	if (!head || head.rows.length === 0) {
		log.add('FILE_EMPTY');
		return null;
	}
	const place = locateTable(
		head.rows,
		isKnownHeader,
		options.headerRow === undefined ? undefined : options.headerRow - 1
	);
	const headerLine = lineOf(head, place.headerFirst);
	reportPlace(place, head, log);
	if (place.header.length > maxColumns) {
		log.add('FILE_TOO_LARGE', {
			details: details(`${place.header.length} 列`, `${place.header.length} columns`, `${maxColumns}`)
		});
		return null;
	}
	const dataStart = place.headerLast + 1;
	const sample = head.rows.slice(dataStart, dataStart + sampleRows);
	const plan = planLoad(place, headerLine, sample, options, log);
	const headerLast = lineOf(head, place.headerLast);
	if (!plan)
		return { place, plan, sink: null, table: { headerFirst: headerLine, headerLast, dataFirst: 0, dataLast: 0 } };

	const sink = new RowSink();
	const feeder = feederOf(plan, place, source, sink, log, options);
	let from = dataStart;
	let yielded = 0;
	let foreseen = false;
	for (let block: RowBlock | undefined = head; block; block = blocks.next().value as RowBlock | undefined) {
		feeder.feed(block, from);
		from = 0;
		options.onProgress?.(block.done, total, source.state.rows);
		if (block.done - yielded > pauseBytes) {
			yielded = block.done;
			if (!foreseen) sink.foresee(block.done / total);
			foreseen = true;
			await pause();
		}
		throwIfAborted(options.signal);
		if (source.state.rows > maxRows) {
			log.add('FILE_TOO_LARGE', {
				details: details(`超过 ${maxRows} 行`, `more than ${maxRows} rows`, String(maxRows))
			});
			break;
		}
	}
	feeder.finish();
	sink.reconciled = reconcile(plan, options.profile, options.totals ?? [], sink, log);
	reportOutliers(plan, options.profile, sink, log);
	closeFile(source, log);
	const table = { headerFirst: headerLine, headerLast, dataFirst: sink.firstLine, dataLast: sink.lastLine };
	return { place, plan, sink, table };
}

/** So often the loop lets messages and timers in: a cancel, a progress bar. */
const pauseBytes = 2 * 1024 * 1024;

function feederOf(
	plan: LoadPlan,
	place: TablePlace,
	source: Source,
	sink: RowSink,
	log: IssueLog,
	options: ImportOptions
): RowFeeder {
	const regionsSeen = new Set<string>();
	const loader = makeLoader(plan, options, sink, log, regionsSeen);
	const decisions = new RowDecisions(options.skip, options.cells);
	const damageCode = log.list().some((issue) => issue.code === 'ENC_INVALID_BYTES')
		? 'ENC_INVALID_BYTES'
		: 'ENC_MOJIBAKE';
	const openEnd = () => source.state.openEnd;
	const { profile } = options;
	const { padded } = source;
	return new RowFeeder({ place, loader, sink, log, profile, decisions, regionsSeen, padded, damageCode, openEnd });
}

/** Findings that only the whole file can give. */
function closeFile(source: Source, log: IssueLog): void {
	if (source.dialect()?.newline === 'mixed') log.add('NEWLINE_MIXED');
	const { rows, countedRows } = source.state;
	if (rows !== countedRows)
		log.add('RECON_ROWCOUNT', { details: { expected: String(countedRows), found: String(rows) } });
}

function reportPlace(place: TablePlace, head: RowBlock, log: IssueLog): void {
	const [first] = place.preamble;
	if (first !== undefined) {
		const sample = (head.rows[first] ?? []).filter((cell) => cell !== '').join(' ');
		log.add('PREAMBLE_SKIPPED', { line: lineOf(head, first), sample, count: place.preamble.length });
	}
	if (place.headerRows > 1) {
		log.add('HEADER_MULTIROW', { line: lineOf(head, place.headerFirst), details: { found: String(place.headerRows) } });
	}
}

/** Line of the file at which a row of the first block starts. */
function lineOf(block: RowBlock, row: number): number {
	let line = block.firstLine + row;
	for (const [at, extra] of block.extraLines) if (at < row) line += extra;
	return line;
}

async function batchOf(plan: LoadPlan, sink: RowSink, receipt: Receipt, options: ImportOptions): Promise<Batch> {
	const mode = options.mode ?? 'append';
	const { csv } = sink;
	const dataset = plan.dataset.name;
	const identity = [dataset, mode, ...(await pieceDigests(csv))].join('\n');
	const id = (await sha256(new TextEncoder().encode(identity))).slice(0, 16);
	const { now: createdAt, user: createdBy } = options;
	return { id, dataset, mode, createdAt, createdBy, decisions: decisionsOf(options), csv, receipt };
}

/** Piece by piece, because the platform copies what it is given to digest. Up to one piece: the SHA-256 of the CSV. */
async function pieceDigests(csv: Uint8Array): Promise<string[]> {
	const digests: string[] = [];
	for (let start = 0; start === 0 || start < csv.length; start += digestBytes)
		digests.push(await sha256(csv.subarray(start, start + digestBytes)));
	return digests;
}

const digestBytes = 4 * 1024 * 1024;

function details(zh: string, en: string, limit: string): Record<string, string> {
	return { found_zh: zh, found_en: en, limit };
}
