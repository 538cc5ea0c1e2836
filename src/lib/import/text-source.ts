import type { Dialect } from './batch.ts';
import { detectEncoding, encodings, type Detection, type EncodingName } from './decode/encoding.ts';
import { garbledLine } from './decode/mojibake.ts';
import { textChunks } from './decode/text-chunks.ts';
import type { IssueLog } from './issue-log.ts';
import { isKnownHeader } from './map/choose-dataset.ts';
import { headerText } from './map/header-text.ts';
import type { ReadOptions } from './options.ts';
import { findDialect, type DialectEvidence } from './parse/dialect.ts';
import { newlineName, newParseState } from './parse/parse-state.ts';
import { rowBlocks } from './parse/row-blocks.ts';
import { blocksUntil } from './parse/until-line.ts';
import { refuse, type Source } from './source.ts';

const sampleBytes = 128 * 1024;
/** More unreadable rows than this and the file as a whole is unreadable. */
const unreadableShare = 0.05;
/** No column name is longer. */
const longestName = 60;

/** Opens a text file: encoding and dialect as decided, else by evidence. Null when there is nothing to read; the log says why. */
export function openText(bytes: Uint8Array, options: ReadOptions, log: IssueLog): Source | null {
	const found = detectEncoding(bytes);
	const given = encodings.find((name) => name === options.encoding?.toLowerCase());
	const encoding: EncodingName = given ?? found.encoding;
	if (found.binary && !given) return refuse(log, 'FILE_NOT_TABLE', '二进制文件', 'a binary file');
	if (!given) reportEncoding(bytes, found, log);
	const bom = given && given !== found.encoding ? 0 : found.bom;
	const sampled = bytes.subarray(bom, bom + sampleBytes);
	const complete = bytes.length <= bom + sampleBytes;
	const sample = new TextDecoder(encoding, { ignoreBOM: true }).decode(sampled, { stream: !complete });
	if (sample.trim() === '' && complete) return refuse(log, 'FILE_EMPTY');
	const known = (cell: string) => cell.length <= longestName && isKnownHeader(headerText(cell).key);
	const dialect = findDialect(sample, complete, known, options);
	reportDialect(sample, dialect, log);
	const garbled = garbledLine(sample);
	if (garbled) log.add('ENC_MOJIBAKE', garbled);
	const state = newParseState();
	const { delimiter, quote } = dialect;
	return {
		format: 'csv',
		encoding: found.bom > 0 && encoding === 'utf-8' ? 'utf-8 BOM' : encoding,
		sheet: null,
		sheets: [],
		blocks: blocksUntil(rowBlocks(textChunks(bytes, encoding, bom), dialect, state), options.lastRow),
		state,
		padded: false,
		certainty: { encoding: given ? 1 : found.certainty, ...dialect.certainty },
		dialect: (): Dialect => ({ delimiter, quote, newline: newlineName(state) })
	};
}

function reportEncoding(bytes: Uint8Array, found: Detection, log: IssueLog): void {
	const details = { found: found.encoding.toUpperCase() };
	if (found.encoding !== 'utf-8') log.add('ENC_DETECTED', { details });
	if (found.ambiguous) log.add('ENC_AMBIGUOUS', { details });
	if (found.invalidAt === null) return;
	const before = new TextDecoder(found.encoding).decode(bytes.subarray(0, found.invalidAt));
	const line = before.split(/\r\n|\n|\r/).length;
	const lines = new TextDecoder(found.encoding).decode(bytes).split(/\r\n|\n|\r/);
	const broken = lines.filter((row) => row.includes('\ufffd')).length;
	const severity = broken > Math.max(1, lines.length * unreadableShare) ? 'F' : 'E';
	const sample = lines[line - 1]?.trim() ?? null;
	log.add('ENC_INVALID_BYTES', { line, details, severity, count: Math.max(1, broken), sample });
}

function reportDialect(sample: string, { delimiter, oneColumn, rival }: DialectEvidence, log: IssueLog): void {
	const lines = sample.split(/\r\n|\n|\r/);
	const first = Math.max(
		0,
		lines.findIndex((text) => text.trim() !== '')
	);
	const place = { line: first + 1, sample: lines[first] ?? '' };
	if (oneColumn !== null) log.add('DIALECT_ONE_COLUMN', { ...place, details: { found: shown(oneColumn) } });
	if (rival !== null)
		log.add('DIALECT_AMBIGUOUS', { ...place, details: { found: shown(delimiter), other: shown(rival) } });
}

/** A delimiter as a person can read it. */
function shown(delimiter: string): string {
	return delimiter === '\t' ? 'TAB' : delimiter === ' ' ? '␠' : delimiter;
}
