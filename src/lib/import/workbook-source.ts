import { TooLarge } from './decode/xlsx/elements.ts';
import { openXlsx, unzipsTooLarge, type SheetText, type Workbook } from './decode/workbook.ts';
import type { IssueLog } from './issue-log.ts';
import { maxUnzippedBytes } from './limits.ts';
import { chooseSheet } from './locate/choose-sheet.ts';
import { fillMerged } from './locate/fill-merged.ts';
import type { ReadOptions } from './options.ts';
import { newParseState } from './parse/parse-state.ts';
import { sheetBlocks } from './parse/sheet-blocks.ts';
import { blocksUntil } from './parse/until-line.ts';
import { throwIfAborted } from './pause.ts';
import { megabytes, refuse, tooLarge, type Source } from './source.ts';

/** Opens a workbook: the sheet as decided, else the one with the table. Null when there is nothing to read; the log says why. */
export async function openWorkbook(bytes: Uint8Array, options: ReadOptions, log: IssueLog): Promise<Source | null> {
	if (unzipsTooLarge(bytes)) return tooLarge(log, '解压后过大', megabytes(maxUnzippedBytes), 'far more once unpacked');
	try {
		const workbook = await openXlsx(bytes, options.signal);
		const chosen = await chooseSheet(workbook, options.sheet, log);
		if (!chosen) return refuse(log, 'FILE_EMPTY');
		const sheet = await workbook.read(chosen);
		reportSheet(sheet, log);
		return sheetSource(sheet, workbook, bytes.length, options);
	} catch (error) {
		throwIfAborted(options.signal);
		if (error instanceof TooLarge) return tooLarge(log, '工作表过大', error.message, 'the sheet');
		// Damaged and password-protected workbooks fail in many ways inside the reader; for the user they are one.
		return refuse(log, 'FILE_NOT_TABLE', 'XLSX 已损坏或加密', 'damaged or encrypted XLSX');
	}
}

function sheetSource(sheet: SheetText, workbook: Workbook, bytes: number, options: ReadOptions): Source {
	const state = newParseState();
	state.rows = state.countedRows = sheet.rows.length;
	return {
		format: 'xlsx',
		encoding: null,
		sheet: sheet.name,
		sheets: workbook.sheets.map(({ name }) => name),
		blocks: blocksUntil(sheetBlocks(sheet.rows, bytes), options.lastRow),
		state,
		padded: true,
		certainty: { encoding: 1, delimiter: 1, quote: 1 },
		dialect: () => null
	};
}

/** What the sheet shows otherwise than it is read. */
function reportSheet(sheet: SheetText, log: IssueLog): void {
	const { hiddenRows, hiddenColumns } = sheet;
	for (const row of hiddenRows)
		if (sheet.rows[row]?.some((cell) => cell !== '')) log.add('ROW_HIDDEN', { line: row + 1 });
	for (const column of hiddenColumns) {
		const sample = sheet.rows.find((row) => (row[column] ?? '') !== '')?.[column];
		if (sample !== undefined) log.add('COLUMN_HIDDEN', { column: columnLetter(column), index: column, sample });
	}
	const { labels, first, covered } = fillMerged(sheet);
	if (first) log.add('CELL_MERGED', { line: first.row + 1, sample: first.label, count: labels });
	for (const { row, column, figure } of covered)
		log.add('CELL_MERGED', { line: row + 1, index: column, sample: figure, severity: 'W', details: figureWords });
}

const figureWords = {
	what_zh: '跨行合并的数字或编号只计在第一行，该行此处按空白读取',
	what_en: 'A figure or code merged over several rows counts for the first of them; here it was read as blank',
	action_zh: '如该行也应有此值，请在原表中填写',
	action_en: 'Fill it in in the original if this row has it, too'
};

/** Column letter as spreadsheets print it. */
function columnLetter(index: number): string {
	return index < 26
		? String.fromCharCode(65 + index)
		: columnLetter(Math.floor(index / 26) - 1) + columnLetter(index % 26);
}
