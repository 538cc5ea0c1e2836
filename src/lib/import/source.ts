import type { Dialect, Receipt } from './batch.ts';
import { detectEncoding, encodings, type EncodingName } from './decode/encoding.ts';
import { fileKind } from './decode/magic.ts';
import { textChunks } from './decode/text-chunks.ts';
import { readWorkbook, unzipsTooLarge } from './decode/workbook.ts';
import type { IssueLog } from './issue-log.ts';
import { maxFileBytes } from './limits.ts';
import type { ReadOptions } from './options.ts';
import { findDelimiter } from './parse/delimiter.ts';
import { newParseState, rowBlocks, sheetBlocks, type ParseState, type RowBlock } from './parse/row-blocks.ts';
import { chooseSheet } from './locate/choose-sheet.ts';

/** A file opened for reading: rows on demand, and how they were come by. */
export interface Source {
	readonly format: Receipt['format'];
	readonly encoding: string | null;
	readonly sheet: string | null;
	readonly blocks: Iterable<RowBlock>;
	readonly state: ParseState;
	/** Short rows of a sheet are blank at the end; those of a text file are damaged. */
	readonly padded: boolean;
	readonly certainty: { encoding: number; delimiter: number };
	/** Complete once all blocks were read. */
	dialect(): Dialect | null;
}

const sampleBytes = 128 * 1024;
/** More unreadable rows than this and the file as a whole is unreadable. */
const unreadableShare = 0.05;

/** Steps 1 and 2 up to the first row. Null when nothing can be read; the log says why. */
export async function openSource(bytes: Uint8Array, options: ReadOptions, log: IssueLog): Promise<Source | null> {
	const size = options.size ?? bytes.length;
	if (size > maxFileBytes) return tooLarge(log, size);
	const kind = fileKind(bytes);
	if (kind.kind === 'empty') return refuse(log, 'FILE_EMPTY');
	if (kind.kind === 'refused') return refuse(log, 'FILE_NOT_TABLE', kind.name);
	return kind.kind === 'xlsx' ? openWorkbook(bytes, log) : openText(bytes, options, log);
}

function openText(bytes: Uint8Array, options: ReadOptions, log: IssueLog): Source | null {
	const found = detectEncoding(bytes);
	const given = encodings.find((name) => name === options.encoding?.toLowerCase());
	const encoding: EncodingName = given ?? found.encoding;
	if (found.binary && !given) return refuse(log, 'FILE_NOT_TABLE', '二进制文件', 'a binary file');
	if (!given) reportEncoding(bytes, found, log);
	const bom = given && given !== found.encoding ? 0 : found.bom;
	const sampled = bytes.subarray(bom, bom + sampleBytes);
	const sample = new TextDecoder(encoding, { ignoreBOM: true }).decode(sampled, { stream: true });
	if (sample.trim() === '' && bytes.length <= bom + sampleBytes) return refuse(log, 'FILE_EMPTY');
	const complete = bytes.length <= bom + sampleBytes;
	const evidence = options.delimiter
		? { delimiter: options.delimiter, certainty: 1, oneColumn: false, ambiguous: false }
		: findDelimiter(sample, complete);
	if (evidence.oneColumn) log.add('DIALECT_ONE_COLUMN', { line: 1, sample: sample.split(/[\r\n]/)[0] ?? '' });
	if (evidence.ambiguous) log.add('DIALECT_AMBIGUOUS', { details: { found: evidence.delimiter } });
	const state = newParseState();
	const { delimiter } = evidence;
	return {
		format: 'csv',
		encoding: found.bom > 0 && encoding === 'utf-8' ? 'utf-8 BOM' : encoding,
		sheet: null,
		blocks: rowBlocks(textChunks(bytes, encoding, bom), delimiter, state),
		state,
		padded: false,
		certainty: { encoding: given ? 1 : found.certainty, delimiter: evidence.certainty },
		dialect: () => ({ delimiter, quote: '"', newline: newlineName(state) })
	};
}

function reportEncoding(bytes: Uint8Array, found: ReturnType<typeof detectEncoding>, log: IssueLog): void {
	const details = { found: found.encoding.toUpperCase() };
	if (found.encoding !== 'utf-8') log.add('ENC_DETECTED', { details });
	if (found.ambiguous) log.add('ENC_AMBIGUOUS', { details });
	if (found.invalidAt === null) return;
	let line = 1;
	for (let at = bytes.indexOf(10); at >= 0 && at < found.invalidAt; at = bytes.indexOf(10, at + 1)) line++;
	const text = new TextDecoder(found.encoding).decode(bytes);
	const lines = text.split('\n');
	const broken = lines.filter((row) => row.includes('\ufffd')).length;
	const severity = broken > Math.max(1, lines.length * unreadableShare) ? 'F' : 'E';
	log.add('ENC_INVALID_BYTES', { line, details, severity, count: broken, sample: lines[line - 1]?.trim() ?? null });
}

async function openWorkbook(bytes: Uint8Array, log: IssueLog): Promise<Source | null> {
	if (unzipsTooLarge(bytes)) return tooLarge(log, bytes.length);
	let sheets;
	try {
		sheets = await readWorkbook(bytes);
	} catch {
		// Damaged and password-protected workbooks fail in many ways inside the reader; for the user they are one.
		return refuse(log, 'FILE_NOT_TABLE', 'XLSX 已损坏或加密', 'damaged or encrypted XLSX');
	}
	const sheet = chooseSheet(sheets, log);
	if (!sheet) return refuse(log, 'FILE_EMPTY');
	const state = newParseState();
	state.rows = state.countedRows = sheet.rows.length;
	return {
		format: 'xlsx',
		encoding: null,
		sheet: sheet.name,
		blocks: sheetBlocks(sheet.rows, bytes.length),
		state,
		padded: true,
		certainty: { encoding: 1, delimiter: 1 },
		dialect: () => null
	};
}

function newlineName({ lf, crlf, cr }: ParseState): Dialect['newline'] {
	const kinds = [lf > 0 && 'LF', crlf > 0 && 'CRLF', cr > 0 && 'CR'].filter((kind) => kind !== false);
	return kinds.length > 1 ? 'mixed' : ((kinds[0] ?? 'none') as Dialect['newline']);
}

function refuse(log: IssueLog, code: 'FILE_EMPTY' | 'FILE_NOT_TABLE', zh = '', en = zh): null {
	log.add(code, { details: { found_zh: zh, found_en: en } });
	return null;
}

function tooLarge(log: IssueLog, size: number): null {
	const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`;
	log.add('FILE_TOO_LARGE', { details: { found: megabytes(size), limit: megabytes(maxFileBytes) } });
	return null;
}
