import { composePicture, type ComposedPicture } from '#lib/charts/compose-picture.ts';
import type { Language } from '#lib/format/language.ts';
import { m } from '#lib/messages/generated/messages.js';
import { getLocale } from '#lib/messages/generated/runtime.js';
import { definitionLines } from './definition-lines.ts';
import { themeNow } from './theme-now.ts';
import { exportTable, type ExportTable } from './export-table.ts';
import type { FileKind, LeavingPanel } from './leaving-panel.ts';
import { panelFileName, pictureWords } from './panel-words.ts';
import { pictureFont } from './picture-font.ts';
import { pngOf } from './raster.ts';
import { tableCsv } from './table-csv.ts';
import { columnWidths, dataSheet, definitionSheet, sheetName } from './table-workbook.ts';

/** A file for the downloads of the browser. */
export interface MadeFile {
	readonly blob: Blob;
	readonly name: string;
}

/** The picture of a panel with all that belongs around it, in the theme of the page. */
export async function panelPicture(panel: LeavingPanel): Promise<ComposedPicture> {
	if (!panel.picture) throw new Error(`${panel.name} has no picture.`);
	const theme = themeNow(panel.picture);
	const [{ svgPicture }, font] = await Promise.all([import('../svg-picture.ts'), pictureFont()]);
	const chart = svgPicture(panel.picture.option(theme), theme.width, theme.height);
	return composePicture(chart, pictureWords(panel), theme, font);
}

/** The table of a panel as files hold it. */
export function panelTable({ table, title, facts, remarks, name }: LeavingPanel): ExportTable {
	if (!table) throw new Error(`${name} has no table.`);
	return exportTable(table.columns, table.rows, title, facts, remarks);
}

async function workbookOf(panel: LeavingPanel): Promise<Blob> {
	const table = panelTable(panel);
	const lines = definitionLines({ ...panel, rows: { shown: table.rows.length, whole: panel.whole } });
	const { default: writeExcelFile } = await import('write-excel-file/browser');
	return writeExcelFile([
		{
			data: dataSheet(table) as never,
			sheet: sheetName(m.exports_sheet_data(), 'Data'),
			columns: columnWidths(table),
			stickyRowsCount: 1
		},
		{
			data: definitionSheet(lines) as never,
			sheet: sheetName(m.exports_sheet_definitions(), 'Definitions'),
			columns: [{ width: 20 }, { width: 90 }]
		}
	]).toBlob();
}

async function blobOf(panel: LeavingPanel, kind: FileKind): Promise<Blob> {
	if (kind === 'xlsx') return workbookOf(panel);
	if (kind === 'csv' || kind === 'csv-gb18030') {
		const encoding = kind === 'csv' ? 'utf-8' : 'gb18030';
		return new Blob([tableCsv(panelTable(panel), encoding) as BlobPart], { type: `text/csv;charset=${encoding}` });
	}
	const picture = await panelPicture(panel);
	if (kind === 'svg') return new Blob([picture.svg], { type: 'image/svg+xml' });
	return pngOf(picture, Number(kind.slice(4)));
}

/** A panel as a file of this kind, under a name that says what is inside. */
export async function panelFile(panel: LeavingPanel, kind: FileKind): Promise<MadeFile> {
	const language: Language = getLocale() === 'en' ? 'en' : 'zh';
	return { blob: await blobOf(panel, kind), name: panelFileName(panel, kind, language) };
}
