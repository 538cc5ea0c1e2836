import { m } from '#lib/messages/generated/messages.js';
import { fileName, saveFile } from '#lib/components/save-file.ts';
import { columnWidths, sheetCells, type Cell } from './workbook.ts';

/** What the file is called: 获奖名单-赛项排名-2024年三季度.xlsx. */
export function awardFileName(title: string, period: string): string {
	return `${fileName(m.awards_nav(), title, period)}.xlsx`;
}

/** Saves the award list and the rules it follows as a workbook of two sheets; the writer is fetched when it is first wanted. */
export async function downloadAwards(
	list: readonly (readonly Cell[])[],
	rules: readonly (readonly Cell[])[],
	name: string
): Promise<void> {
	const { default: writeExcelFile } = await import('write-excel-file/browser');
	const blob = await writeExcelFile([
		{ data: sheetCells(list, true), sheet: m.awards_nav(), columns: columnWidths(list), stickyRowsCount: 1 },
		{ data: sheetCells(rules, false), sheet: m.rules_sheet(), columns: columnWidths(rules, 80) }
	]).toBlob();
	saveFile(blob, name);
}
