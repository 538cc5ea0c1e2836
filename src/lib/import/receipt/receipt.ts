import type { DatasetName } from '#lib/datasets/dataset.ts';
import type { ColumnMapping, Receipt } from '../batch.ts';
import type { IssueLog } from '../issue-log.ts';
import type { RowSink } from '../validate/row-sink.ts';
import type { Source } from '../source.ts';

/** What is put together for a receipt; everything may be unknown, because reading may stop at any step. */
export interface ReceiptParts {
	readonly file: string;
	readonly sha256: string;
	readonly bytes: number;
	readonly log: IssueLog;
	readonly source: Source | null;
	readonly table: Receipt['table'];
	readonly dataset: DatasetName | null;
	readonly mapping: readonly ColumnMapping[];
	readonly sink: RowSink | null;
	readonly certainty: { header: number; dataset: number };
}

/** The receipt of a file, complete whatever happened. */
export function receiptOf(parts: ReceiptParts): Receipt {
	const { source, sink, log } = parts;
	const dropped = log.fatal;
	const read = (sink?.loaded ?? 0) + (sink?.aside ?? 0);
	const issues = log.list();
	const tables = issues.flatMap(({ code, line }) => (code === 'TABLE_MULTIPLE' && line !== null ? [line] : []));
	return {
		file: parts.file,
		sha256: parts.sha256,
		bytes: parts.bytes,
		format: source?.format ?? 'unknown',
		encoding: source?.encoding ?? null,
		dialect: source?.dialect() ?? null,
		sheet: source?.sheet ?? null,
		table: parts.table,
		dataset: parts.dataset,
		mapping: parts.mapping,
		rowsRead: read,
		rowsLoaded: dropped ? 0 : (sink?.loaded ?? 0),
		rowsSetAside: dropped ? read : (sink?.aside ?? 0),
		setAside: sink?.reasons() ?? [],
		controlTotals: sink?.controlTotals ?? [],
		...(sink && sink.reconciled.length > 0 ? { reconciled: sink.reconciled } : {}),
		issues,
		...(log.omitted > 0 ? { remarksOmitted: log.omitted } : {}),
		certainty: {
			encoding: source?.certainty.encoding ?? 0,
			delimiter: source?.certainty.delimiter ?? 0,
			quote: source?.certainty.quote ?? 0,
			...parts.certainty
		},
		sheets: source?.sheets ?? [],
		...(tables.length > 0 ? { tables } : {})
	};
}
