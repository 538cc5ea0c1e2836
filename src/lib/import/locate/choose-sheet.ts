import type { SheetText } from '../decode/workbook.ts';
import type { IssueLog } from '../issue-log.ts';
import { isKnownHeader } from '../map/choose-dataset.ts';
import { headerText } from '../map/header-text.ts';
import { rowShape } from './row-shape.ts';

/** Sheets of explanations and lists are no second table. */
const explanatory = /说明|填报|字典|代码|目录|封面|备注|示例|readme|notes?|help|dict|template/i;

/** The sheet with the table: the one with the most known column names, the first among equals; null when all are blank. */
export function chooseSheet(sheets: readonly SheetText[], log: IssueLog): SheetText | null {
	const tables = sheets.filter((sheet) => sheet.rows.some((row) => rowShape(row).filled > 0));
	const rated = tables.map((sheet) => ({ sheet, known: knownHeaders(sheet), explains: explanatory.test(sheet.name) }));
	rated.sort((a, b) => Number(a.explains) - Number(b.explains) || b.known - a.known);
	const others = rated.slice(1).filter(({ sheet, explains }) => !explains && isTable(sheet));
	if (others.length > 0)
		log.add('TABLE_MULTIPLE', { details: { found: others.map(({ sheet }) => sheet.name).join('、') } });
	return rated[0]?.sheet ?? null;
}

function knownHeaders(sheet: SheetText): number {
	const counts = sheet.rows.slice(0, 20).map((row) => row.filter((cell) => isKnownHeader(headerText(cell).key)).length);
	return Math.max(0, ...counts);
}

function isTable(sheet: SheetText): boolean {
	return sheet.rows.filter((row) => rowShape(row).filled > 1).length > 1;
}
