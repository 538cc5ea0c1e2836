import { crc32, deflateRawSync } from 'node:zlib';

/** One file of an archive; `claims` what the directory says of its size, where that is not the truth. */
export interface ZipPart {
	readonly name: string;
	readonly content: string | Uint8Array;
	readonly claims?: number;
}

/** An archive as a program writes it. */
export function zip(parts: readonly ZipPart[]): Uint8Array {
	const local: Uint8Array[] = [];
	const directory: Uint8Array[] = [];
	let offset = 0;
	for (const { name, content, claims } of parts) {
		const plain = typeof content === 'string' ? new TextEncoder().encode(content) : content;
		const packed = deflateRawSync(plain, { level: 9 });
		const title = new TextEncoder().encode(name);
		const common = (view: DataView, at: number) => {
			view.setUint16(at, 20, true);
			view.setUint16(at + 4, 8, true);
			view.setUint32(at + 10, crc32(plain), true);
			view.setUint32(at + 14, packed.length, true);
			view.setUint32(at + 18, claims ?? plain.length, true);
			view.setUint16(at + 22, title.length, true);
		};
		const head = new DataView(new ArrayBuffer(30));
		head.setUint32(0, 0x04034b50, true);
		common(head, 4);
		local.push(new Uint8Array(head.buffer), title, packed);
		const entry = new DataView(new ArrayBuffer(46));
		entry.setUint32(0, 0x02014b50, true);
		entry.setUint16(4, 20, true);
		common(entry, 6);
		entry.setUint32(42, offset, true);
		directory.push(new Uint8Array(entry.buffer), title);
		offset += 30 + title.length + packed.length;
	}
	const end = new DataView(new ArrayBuffer(22));
	end.setUint32(0, 0x06054b50, true);
	end.setUint16(8, parts.length, true);
	end.setUint16(10, parts.length, true);
	end.setUint32(
		12,
		directory.reduce((sum, { length }) => sum + length, 0),
		true
	);
	end.setUint32(16, offset, true);
	return new Uint8Array(Buffer.concat([...local, ...directory, new Uint8Array(end.buffer)]));
}

/** What goes into a hand-made workbook; sheets are the inside of `worksheet`. */
export interface WorkbookParts {
	readonly sheets: readonly { readonly name: string; readonly xml: string; readonly state?: string }[];
	readonly strings?: readonly string[];
	/** Number formats: id and code. */
	readonly formats?: readonly (readonly [id: number, code: string])[];
	/** Format ids of the cell styles 0, 1, 2 … */
	readonly styles?: readonly number[];
	readonly date1904?: boolean;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of a workbook with its XML written by hand, for what no library writes. */
export function workbookParts({ sheets, strings, formats = [], styles = [0], date1904 }: WorkbookParts): ZipPart[] {
	const list = sheets.map(
		({ name, state }, at) =>
			`<sheet name="${name}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="rId${at + 1}"/>`
	);
	const targets = sheets.map(
		(_, at) => `<Relationship Id="rId${at + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`
	);
	return [
		{ name: '[Content_Types].xml', content: '<Types/>' },
		{
			name: 'xl/workbook.xml',
			content: `<workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${list.join('')}</sheets></workbook>`
		},
		{ name: 'xl/_rels/workbook.xml.rels', content: `<Relationships>${targets.join('')}</Relationships>` },
		{
			name: 'xl/styles.xml',
			content: `<styleSheet xmlns="${main}"><numFmts>${formats.map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${styles.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`
		},
		...(strings ? [{ name: 'xl/sharedStrings.xml', content: `<sst xmlns="${main}">${strings.join('')}</sst>` }] : []),
		...sheets.map(({ xml }, at) => ({
			name: `xl/worksheets/sheet${at + 1}.xml`,
			content: `<worksheet xmlns="${main}">${xml}</worksheet>`
		}))
	];
}
