import type { Batch, ImportResult, Receipt } from './batch.ts';
import { decisionsOf } from './decisions.ts';
import { sha256 } from './digest.ts';
import { IssueLog } from './issue-log.ts';
import { headBlock, lineOf } from './head-block.ts';
import { maxRows } from './limits.ts';
import type { TablePlace } from './locate/locate.ts';
import { isBlankRow } from './locate/row-shape.ts';
import { mappingOf, planLoad, type LoadPlan } from './map/plan.ts';
import { suggestCodes } from './map/suggest-codes.ts';
import type { ImportOptions } from './options.ts';
import type { RowBlock } from './parse/row-blocks.ts';
import { receiptOf } from './receipt/receipt.ts';
import { openSource, tooLarge, type Source } from './source.ts';
import { closeFile, placeOf, reportQuotes } from './structure-findings.ts';
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
	const size = options.size ?? bytes.length;
	const source = await openSource(bytes, options, log);
	const loading = source && !log.fatal ? await loadRows(source, size, options, log) : null;
	const { plan = null, sink = null, table = null, place = null } = loading ?? {};
	const receipt = receiptOf({
		file: options.fileName,
		sha256: await digest,
		bytes: size,
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
	const head = headBlock(blocks);
	if (!head || (head.last && head.rows.every(isBlankRow))) {
		if (source.state.endlessLine === null) log.add('FILE_EMPTY');
		else closeFile(source, log);
		return null;
	}
	const place = placeOf(head, options, log);
	if (!place) return null;
	const headerLine = lineOf(head, place.headerFirst);
	const dataStart = place.headerLast + 1;
	const sample = head.rows.slice(dataStart, dataStart + sampleRows);
	const plan = planLoad(place, headerLine, sample, options, log);
	const header = headerLines(head, place);
	if (!plan) return { place, plan, sink: null, table: { ...header, dataFirst: 0, dataLast: 0 } };

	const sink = new RowSink();
	const feeder = feederOf(plan, place, source, sink, log, options);
	let from = dataStart;
	let paused = performance.now();
	let foreseen = false;
	for (let block: RowBlock | undefined = head; block; block = blocks.next().value as RowBlock | undefined) {
		if (block.looseRows.size > 0) reportQuotes(block, from, log);
		feeder.feed(block, from);
		from = 0;
		options.onProgress?.(block.done, total, source.state.rows);
		if (performance.now() - paused > pauseMilliseconds) {
			if (!foreseen) sink.foresee(block.done / total);
			foreseen = true;
			sink.digests.advance(sink.output.written);
			await pause();
			paused = performance.now();
		}
		throwIfAborted(options.signal);
		if (sink.loaded + sink.aside > maxRows) {
			tooLarge(log, `超过 ${maxRows} 行`, String(maxRows), `more than ${maxRows} rows`);
			break;
		}
	}
	feeder.finish();
	if (sink.loaded + sink.aside === 0) log.add('FILE_EMPTY');
	sink.reconciled = reconcile(plan, options.profile, options.totals ?? [], sink, log);
	reportOutliers(plan, options.profile, sink, log);
	await suggestCodes(plan, options.profile, log);
	closeFile(source, log);
	return { place, plan, sink, table: { ...header, dataFirst: sink.firstLine, dataLast: sink.lastLine } };
}

/** So often the loop lets messages and timers in: a cancel, a progress bar. */
const pauseMilliseconds = 100;

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

/** Lines of the header; 0 where there is none. */
function headerLines(head: RowBlock, place: TablePlace): { headerFirst: number; headerLast: number } {
	if (place.headerRows === 0) return { headerFirst: 0, headerLast: 0 };
	return { headerFirst: lineOf(head, place.headerFirst), headerLast: lineOf(head, place.headerLast) };
}

async function batchOf(plan: LoadPlan, sink: RowSink, receipt: Receipt, options: ImportOptions): Promise<Batch> {
	const mode = options.mode ?? 'append';
	const { csv } = sink;
	const dataset = plan.dataset.name;
	const identity = [dataset, mode, ...(await sink.digests.finish(csv))].join('\n');
	const id = (await sha256(new TextEncoder().encode(identity))).slice(0, 16);
	const { now: createdAt, user: createdBy } = options;
	return { id, dataset, mode, createdAt, createdBy, decisions: decisionsOf(options), csv, receipt };
}
