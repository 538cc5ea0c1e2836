import { strToU8, zipSync } from 'fflate';
import { columnLetters } from '#lib/import/receipt/sheet-edit.ts';
import { escaped } from '#lib/import/receipt/sheet-xml.ts';

/** A sheet of a sample workbook: texts and numbers, and what is hidden or merged. */
export interface TinySheet {
	readonly name: string;
	readonly rows: readonly (readonly (string | number | null)[])[];
	readonly hidden?: boolean;
	/** 1-based. */
	readonly hiddenRows?: readonly number[];
	/** 1-based. */
	readonly hiddenColumn?: number;
	/** Such as `A2:A3`. */
	readonly merged?: string;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The smallest .xlsx file with these sheets; the same bytes every time. */
export function tinyWorkbook(sheets: readonly TinySheet[]): Uint8Array {
	const numbered = sheets.map((sheet, index) => ({ ...sheet, number: index + 1 }));
	const list = numbered.map(
		({ name, number, hidden }) =>
			`<sheet name="${escaped(name)}" sheetId="${number}"${hidden ? ' state="hidden"' : ''} r:id="rId${number}"/>`
	);
	const types = numbered.map(
		({ number }) =>
			`<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`
	);
	const targets = numbered.map(
		({ number }) =>
			`<Relationship Id="rId${number}" Type="${relations}/worksheet" Target="worksheets/sheet${number}.xml"/>`
	);
	const texts: Record<string, string> = {
		'[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${types.join('')}</Types>`,
		'_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${list.join('')}</sheets></workbook>`,
		'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships">${targets.join('')}</Relationships>`
	};
	for (const sheet of numbered) texts[`xl/worksheets/sheet${sheet.number}.xml`] = sheetXml(sheet);
	const files = Object.entries(texts).map(([path, text]) => [path, strToU8(head + text)] as const);
	return zipSync(Object.fromEntries(files), { mtime: new Date(2000, 0, 1) });
}

function sheetXml({ rows, hiddenRows, hiddenColumn, merged }: TinySheet): string {
	const columns =
		hiddenColumn === undefined
			? ''
			: `<cols><col min="${hiddenColumn}" max="${hiddenColumn}" width="9" hidden="1"/></cols>`;
	const data = rows.map((cells, row) => {
		const number = row + 1;
		const written = cells.map((cell, column) => cellXml(cell, `${columnLetters(column)}${number}`));
		return `<row r="${number}"${hiddenRows?.includes(number) ? ' hidden="1"' : ''}>${written.join('')}</row>`;
	});
	const merges = merged === undefined ? '' : `<mergeCells count="1"><mergeCell ref="${merged}"/></mergeCells>`;
	return `<worksheet xmlns="${main}">${columns}<sheetData>${data.join('')}</sheetData>${merges}</worksheet>`;
}

function cellXml(cell: string | number | null, reference: string): string {
	if (cell === null) return '';
	if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
	return `<c r="${reference}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
}
