import type { Dialect, Receipt } from './batch.ts';
import { fileKind } from './decode/magic.ts';
import type { IssueLog } from './issue-log.ts';
import { maxFileBytes } from './limits.ts';
import type { ReadOptions } from './options.ts';
import type { ParseState } from './parse/parse-state.ts';
import type { RowBlock } from './parse/row-blocks.ts';
import { openText } from './text-source.ts';
import { openWorkbook } from './workbook-source.ts';

/** A file opened for reading: rows on demand, and how they were come by. */
export interface Source {
	readonly format: Receipt['format'];
	readonly encoding: string | null;
	readonly sheet: string | null;
	/** Names of all sheets of a workbook, in its order. */
	readonly sheets: readonly string[];
	readonly blocks: Iterable<RowBlock>;
	readonly state: ParseState;
	/** Short rows of a sheet are blank at the end; those of a text file are damaged. */
	readonly padded: boolean;
	readonly certainty: { readonly encoding: number; readonly delimiter: number; readonly quote: number };
	/** Complete once all blocks were read. */
	dialect(): Dialect | null;
}

/** Steps 1 and 2 up to the first row. Null when nothing can be read; the log says why. */
export async function openSource(bytes: Uint8Array, options: ReadOptions, log: IssueLog): Promise<Source | null> {
	const size = options.size ?? bytes.length;
	if (size > maxFileBytes) return tooLarge(log, megabytes(size), megabytes(maxFileBytes));
	const kind = fileKind(bytes);
	if (kind.kind === 'empty') return refuse(log, 'FILE_EMPTY');
	const stated = kind.kind === 'refused' && kind.name === 'UTF-32' && options.encoding !== undefined;
	if (kind.kind === 'refused' && !stated) return refuse(log, 'FILE_NOT_TABLE', kind.name);
	return kind.kind === 'xlsx' ? openWorkbook(bytes, options, log) : openText(bytes, options, log);
}

/** Says that nothing of the file can be read, and why. */
export function refuse(log: IssueLog, code: 'FILE_EMPTY' | 'FILE_NOT_TABLE', zh = '', en = zh): null {
	log.add(code, { details: { found_zh: zh, found_en: en } });
	return null;
}

/** Says that a limit is passed: what there is and what there may be. */
export function tooLarge(log: IssueLog, found: string, limit: string, foundEnglish = found, line?: number): null {
	log.add('FILE_TOO_LARGE', { line: line ?? null, details: { found_zh: found, found_en: foundEnglish, limit } });
	return null;
}

/** Bytes in words. */
export function megabytes(bytes: number): string {
	return `${Math.round(bytes / 1024 / 1024)} MB`;
}
