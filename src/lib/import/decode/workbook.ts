import { maxUnzipRatio, maxUnzippedBytes, suspiciousUnzippedBytes } from '../limits.ts';
import { openArchive } from './xlsx/archive.ts';
import { walkElements } from './xlsx/elements.ts';
import { readSharedStrings, readStyles, readWorkbookPart, type SheetPart } from './xlsx/parts.ts';
import { readSheet, type CellContext, type SheetText } from './xlsx/sheet.ts';
import { readZipDirectory } from '#lib/format/zip-directory.ts';

export type { SheetText } from './xlsx/sheet.ts';

/** Whether unpacking the workbook would be out of proportion. */
export function unzipsTooLarge(bytes: Uint8Array): boolean {
	const entries = readZipDirectory(bytes) ?? [];
	const total = entries.reduce((sum, entry) => sum + entry.uncompressed, 0);
	return total > maxUnzippedBytes || (total > suspiciousUnzippedBytes && total / bytes.length > maxUnzipRatio);
}

/** A workbook whose sheets are read as they are asked for. */
export interface Workbook {
	readonly sheets: readonly SheetPart[];
	/** All of a sheet, or its first rows. */
	read(sheet: SheetPart, rowLimit?: number): Promise<SheetText>;
}

/** Opens an .xlsx file. Throws when it is damaged or protected, `TooLarge` beyond a limit, and the signal's reason. */
export async function openXlsx(bytes: Uint8Array, signal?: AbortSignal): Promise<Workbook> {
	const archive = openArchive(bytes, signal);
	// Nothing is taken from it, but a workbook that is damaged at its very beginning is not trusted further on.
	await walkElements(archive.text('[Content_Types].xml'), { open: () => undefined });
	const { sheets, is1904 } = await readWorkbookPart(archive);
	const formats = await readStyles(archive);
	const context: CellContext = { strings: await readSharedStrings(archive), formats, is1904 };
	return {
		sheets,
		async read(sheet, rowLimit) {
			return { name: sheet.name, ...(await readSheet(archive, sheet.part, context, rowLimit)) };
		}
	};
}
