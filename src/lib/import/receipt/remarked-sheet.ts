import { strFromU8, strToU8, zipSync } from 'fflate';
import type { Remark } from '../batch.ts';
import type { Issue } from '../issue.ts';
import { harmless } from './harmless.ts';
import type { RemarkedSource, RemarkTexts } from './remark-text.ts';
import { columnLetters, editSheet, type RowEdit } from './sheet-edit.ts';
import { SheetStyles, type Tone } from './sheet-styles.ts';
import { spliced } from './sheet-xml.ts';
import { workbookParts } from './workbook-parts.ts';

/** A longer sheet does not fit into one text. */
const maxSheetBytes = 400 * 1024 * 1024;
/** Of no meaning, but the same for the same file. */
const packedAt = new Date(2000, 0, 1);

/**
 * A workbook with a column of remarks right of everything on the sheet that was read; cells with errors and warnings are
 * filled. Everything else, other sheets and formats included, stays as it was. Null when there is no room.
 */
export function remarkedSheet(
	bytes: Uint8Array,
	source: RemarkedSource,
	remarks: readonly Remark[],
	issues: readonly Issue[],
	texts: RemarkTexts
): Uint8Array | null {
	const parts = source.sheet === null ? null : workbookParts(bytes, source.sheet);
	const xml = parts && parts.files[parts.sheet];
	if (!parts || !xml || xml.length > maxSheetBytes) return null;
	const { styles: stylesPath, files } = parts;
	const styles = stylesPath === null ? null : SheetStyles.open(strFromU8(files[stylesPath] as Uint8Array));
	const sheet = strFromU8(xml);
	const edits = editsOf(source, remarks, issues, texts);
	const splices = editSheet(sheet, edits, styles);
	if (splices === null) return null;
	const changed = { ...files, [parts.sheet]: strToU8(spliced(sheet, splices)) };
	if (styles && stylesPath !== null) changed[stylesPath] = strToU8(styles.finish());
	return zipSync(changed, { mtime: packedAt });
}

function editsOf(
	source: RemarkedSource,
	remarks: readonly Remark[],
	issues: readonly Issue[],
	texts: RemarkTexts
): Map<number, RowEdit> {
	const edits = new Map<number, RowEdit>();
	const editOf = (line: number) => {
		let edit = edits.get(line);
		if (!edit) edits.set(line, (edit = { text: null, marked: new Map() }));
		return edit;
	};
	for (const [line, text] of texts.rows) editOf(line).text = harmless(text);
	const { headerFirst = 1, dataFirst = 1 } = source.table ?? {};
	const heading = editOf(Math.max(1, headerFirst || dataFirst));
	heading.text = heading.text === null ? texts.header : `${texts.header} ${heading.text}`;
	for (const { line, column, issue } of remarks) {
		const severity = issues[issue]?.severity ?? 'I';
		if (column === null || severity === 'I') continue;
		const tone: Tone = severity === 'W' ? 'warning' : 'error';
		const { marked } = editOf(line);
		if (marked.get(columnLetters(column)) !== 'error') marked.set(columnLetters(column), tone);
	}
	return edits;
}
