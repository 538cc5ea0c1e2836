import type { Language } from '#lib/format/language.ts';
import type { Remark } from '../batch.ts';
import { encodings } from '../decode/encoding.ts';
import type { Issue } from '../issue.ts';
import { IssueLog } from '../issue-log.ts';
import { openSource } from '../source.ts';
import { remarkTexts, type RemarkedSource } from './remark-text.ts';
import { remarkedSheet } from './remarked-sheet.ts';
import { remarkedText } from './remarked-text.ts';

export type { RemarkedSource } from './remark-text.ts';

/**
 * The original file with a column of remarks at the end of its table, in its own encoding and format, to be sent back.
 * `source` may be the receipt. What is said of the file as a whole stands in the column's header. Read again, the file
 * gives the same rows. Null where the file is no table that could be read.
 */
export async function remarkedFile(
	bytes: Uint8Array,
	source: RemarkedSource,
	remarks: readonly Remark[],
	issues: readonly Issue[],
	language: Language
): Promise<Uint8Array | null> {
	if (source.table === null) return null;
	const texts = remarkTexts(source, remarks, issues, language);
	if (source.format === 'xlsx') return remarkedSheet(bytes, source, remarks, issues, texts);
	const encoding = encodings.find((name) => source.encoding?.startsWith(name));
	if (source.format !== 'csv' || encoding === undefined) return null;
	const { delimiter, quote } = source.dialect ?? {};
	const told = { ...(delimiter === undefined ? {} : { delimiter }), ...(quote === undefined ? {} : { quote }) };
	const opened = await openSource(bytes, { fileName: source.file, encoding, ...told }, new IssueLog(source.file));
	return opened && remarkedText(bytes, encoding, opened.blocks, source, texts);
}
