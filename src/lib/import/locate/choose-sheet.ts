import type { SheetText, Workbook } from '../decode/workbook.ts';
import type { SheetPart } from '../decode/xlsx/parts.ts';
import type { IssueLog } from '../issue-log.ts';
import { isKnownHeader } from '../map/choose-dataset.ts';
import { headerText } from '../map/header-text.ts';
import { rowShape } from './row-shape.ts';

/** Sheets of explanations and lists are no second table. */
const explanatory = /说明|填报|字典|代码|目录|封面|备注|示例|readme|notes?|help|dict|template/i;
/** Enough of a sheet to tell what it is. */
const lookedAt = 60;
/** Beyond so many sheets the others are not looked into. */
const maxSheets = 100;

/**
 * The sheet with the table: the one decided, else the shown one with the most known column names, the first among
 * equals; null when all are blank.
 */
export async function chooseSheet(
	workbook: Workbook,
	decided: string | undefined,
	log: IssueLog
): Promise<SheetPart | null> {
	const given = workbook.sheets.find(({ name }) => name === decided);
	if (given) return given;
	if (decided !== undefined)
		log.add('SHEET_MISSING', { sample: decided, details: { found: namesOf(workbook.sheets) } });
	const rated: { part: SheetPart; known: number; explains: boolean; table: boolean }[] = [];
	for (const part of workbook.sheets.slice(0, maxSheets)) {
		const sheet = await workbook.read(part, lookedAt);
		if (!sheet.rows.some((row) => rowShape(row).filled > 0)) continue;
		rated.push({ part, known: knownHeaders(sheet), explains: explanatory.test(part.name), table: isTable(sheet) });
	}
	rated.sort(
		(a, b) =>
			Number(a.part.hidden) - Number(b.part.hidden) || Number(a.explains) - Number(b.explains) || b.known - a.known
	);
	const [chosen, ...others] = rated;
	const shown = others.filter(({ part, explains, table }) => table && !explains && !part.hidden);
	const hidden = others.filter(({ part, table }) => table && part.hidden);
	if (shown.length > 0) log.add('TABLE_MULTIPLE', { details: { found: namesOf(shown.map(({ part }) => part)) } });
	if (hidden.length > 0) log.add('SHEET_HIDDEN', { details: { found: namesOf(hidden.map(({ part }) => part)) } });
	return chosen?.part ?? null;
}

function namesOf(sheets: readonly SheetPart[]): string {
	return sheets.map(({ name }) => name).join('、');
}

function knownHeaders(sheet: SheetText): number {
	const counts = sheet.rows.slice(0, 20).map((row) => row.filter((cell) => isKnownHeader(headerText(cell).key)).length);
	return Math.max(0, ...counts);
}

function isTable(sheet: SheetText): boolean {
	return sheet.rows.filter((row) => rowShape(row).filled > 1).length > 1;
}
