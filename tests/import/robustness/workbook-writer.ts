import { crc32 } from 'node:zlib';
import { bytesOf } from '../samples.ts';
import { joined } from './encode.ts';

/** One cell: text, or what Excel keeps beside text. */
export type SheetCell =
	| string
	| { readonly number: string; readonly style?: 'date' | 'percent' | 'padded' | 'grouped' }
	| { readonly error: string }
	| { readonly boolean: boolean }
	| { readonly formula: string; readonly text?: string; readonly number?: string }
	| { readonly rich: readonly string[] }
	| { readonly inline: string }
	| null;

/** One sheet; positions are 1-based rows and `A1` ranges. */
export interface Sheet {
	readonly name: string;
	readonly rows: readonly (readonly SheetCell[])[];
	readonly merged?: readonly string[];
	readonly hiddenRows?: readonly number[];
	readonly hiddenColumns?: readonly number[];
	readonly hidden?: boolean;
	/** Rows and columns left free above and beside the table. */
	readonly offset?: readonly [rows: number, columns: number];
	readonly filter?: string;
}

const escaped = (text: string) =>
	[...text.replace(/_(?=x[\da-fA-F]{4}_)/g, '_x005F_')]
		// What XML cannot hold is written as Excel does.
		.map((sign) =>
			sign < ' ' && !'\t\n\r'.includes(sign)
				? `_x${sign.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`
				: sign
		)
		.join('')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
const styles = { date: 1, percent: 2, padded: 3, grouped: 4 } as const;

/** Column letters from a 0-based position. */
export function columnName(at: number): string {
	return at < 26 ? String.fromCharCode(65 + at) : columnName(Math.floor(at / 26) - 1) + columnName(at % 26);
}

/** A workbook as Excel writes it: shared strings, styles, and every oddity that a test asks for. */
export function workbookOf(sheets: readonly Sheet[], options: { date1904?: boolean } = {}): Uint8Array {
	const shared = new Map<string, number>();
	const parts: [string, string][] = sheets.map((sheet, at) => [
		`xl/worksheets/sheet${at + 1}.xml`,
		sheetXml(sheet, shared)
	]);
	const list = sheets
		.map(
			({ name, hidden }, at) =>
				`<sheet name="${escaped(name)}" sheetId="${at + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`
		)
		.join('');
	const relations = sheets.map((_, at) => relation(at + 1, 'worksheet', `worksheets/sheet${at + 1}.xml`)).join('');
	const strings = [...shared.keys()].join('');
	const overrides = sheets
		.map((_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${type}.worksheet+xml"/>`)
		.join('');
	return zip([
		[
			'[Content_Types].xml',
			`${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${type}.sharedStrings+xml"/>${overrides}</Types>`
		],
		[
			'_rels/.rels',
			`${xml}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`
		],
		[
			'xl/workbook.xml',
			`${xml}<workbook xmlns="${main}" xmlns:r="${office}/relationships">${options.date1904 ? '<workbookPr date1904="1"/>' : ''}<sheets>${list}</sheets></workbook>`
		],
		[
			'xl/_rels/workbook.xml.rels',
			`${xml}<Relationships xmlns="${packages}/relationships">${relations}${relation(sheets.length + 1, 'styles', 'styles.xml')}${relation(sheets.length + 2, 'sharedStrings', 'sharedStrings.xml')}</Relationships>`
		],
		[
			'xl/styles.xml',
			`${xml}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="000000"/></numFmts><fonts count="1"><font><sz val="11"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="9" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="3" applyNumberFormat="1"/></cellXfs></styleSheet>`
		],
		[
			'xl/sharedStrings.xml',
			`${xml}<sst xmlns="${main}" count="${shared.size}" uniqueCount="${shared.size}">${strings}</sst>`
		],
		...parts
	]);
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const relation = (id: number, kind: string, target: string) =>
	`<Relationship Id="rId${id}" Type="${office}/relationships/${kind}" Target="${target}"/>`;

function sheetXml(sheet: Sheet, shared: Map<string, number>): string {
	const [down, right] = sheet.offset ?? [0, 0];
	const rows = sheet.rows.map((row, at) => {
		const number = at + 1 + down;
		const cells = row.map((cell, column) => cellXml(cell, `${columnName(column + right)}${number}`, shared)).join('');
		return `<row r="${number}"${sheet.hiddenRows?.includes(number) ? ' hidden="1"' : ''}>${cells}</row>`;
	});
	const columns = (sheet.hiddenColumns ?? [])
		.map((column) => `<col min="${column}" max="${column}" width="9" hidden="1"/>`)
		.join('');
	const merged = (sheet.merged ?? []).map((range) => `<mergeCell ref="${range}"/>`).join('');
	return `${xml}<worksheet xmlns="${main}">${columns && `<cols>${columns}</cols>`}<sheetData>${rows.join('')}</sheetData>${sheet.filter ? `<autoFilter ref="${sheet.filter}"/>` : ''}${merged && `<mergeCells count="${sheet.merged?.length}">${merged}</mergeCells>`}</worksheet>`;
}

function cellXml(cell: SheetCell, place: string, shared: Map<string, number>): string {
	if (cell === null || cell === '') return '';
	if (typeof cell === 'string') return sharedCell(`<si>${textXml(cell)}</si>`, place, shared);
	if ('rich' in cell)
		return sharedCell(`<si>${cell.rich.map((run) => `<r>${textXml(run)}</r>`).join('')}</si>`, place, shared);
	if ('inline' in cell) return `<c r="${place}" t="inlineStr"><is>${textXml(cell.inline)}</is></c>`;
	if ('error' in cell) return `<c r="${place}" t="e"><v>${escaped(cell.error)}</v></c>`;
	if ('boolean' in cell) return `<c r="${place}" t="b"><v>${cell.boolean ? 1 : 0}</v></c>`;
	if ('formula' in cell) {
		const formula = `<f>${escaped(cell.formula)}</f>`;
		if (cell.text !== undefined) return `<c r="${place}" t="str">${formula}<v>${escaped(cell.text)}</v></c>`;
		return `<c r="${place}">${formula}${cell.number === undefined ? '' : `<v>${cell.number}</v>`}</c>`;
	}
	return `<c r="${place}"${cell.style ? ` s="${styles[cell.style]}"` : ''}><v>${cell.number}</v></c>`;
}

const textXml = (text: string) => `<t xml:space="preserve">${escaped(text)}</t>`;

function sharedCell(entry: string, place: string, shared: Map<string, number>): string {
	const at = shared.get(entry) ?? shared.size;
	shared.set(entry, at);
	return `<c r="${place}" t="s"><v>${at}</v></c>`;
}

/** A ZIP archive without compression. */
export function zip(files: readonly (readonly [name: string, content: string])[]): Uint8Array {
	const pieces: Uint8Array[] = [];
	const directory: Uint8Array[] = [];
	let offset = 0;
	for (const [path, content] of files) {
		const [name, data] = [bytesOf(path), bytesOf(content)];
		const fields = new DataView(new ArrayBuffer(26));
		fields.setUint16(0, 20, true);
		fields.setUint16(2, 0x0800, true);
		fields.setUint32(10, crc32(data), true);
		fields.setUint32(14, data.length, true);
		fields.setUint32(18, data.length, true);
		fields.setUint16(22, name.length, true);
		const shared = new Uint8Array(fields.buffer);
		const local = joined(Uint8Array.of(0x50, 0x4b, 3, 4), shared, name, data);
		const place = new Uint8Array(14);
		new DataView(place.buffer).setUint32(10, offset, true);
		directory.push(joined(Uint8Array.of(0x50, 0x4b, 1, 2, 20, 0), shared, place, name));
		pieces.push(local);
		offset += local.length;
	}
	const index = joined(...directory);
	const end = new DataView(new ArrayBuffer(22));
	end.setUint32(0, 0x06054b50, true);
	end.setUint16(8, files.length, true);
	end.setUint16(10, files.length, true);
	end.setUint32(12, index.length, true);
	end.setUint32(16, offset, true);
	return joined(...pieces, index, new Uint8Array(end.buffer));
}
