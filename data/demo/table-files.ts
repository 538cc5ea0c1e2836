import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import writeWorkbook, { type SheetData } from 'write-excel-file/node';
import { encodeGb18030 } from './gb18030.ts';

/** A cell as an office types it; null is an empty cell. */
export type Cell = string | number | null;

/** How a file is stored: what the newer systems export, what Chinese Excel saves, and workbooks. */
export type FileFormat = 'utf8-bom' | 'gb18030' | 'xlsx';

/** A file to write: everything above, in and below the table, row by row. */
export interface TableFile {
	/** Without extension. */
	readonly name: string;
	readonly format: FileFormat;
	readonly rows: readonly (readonly Cell[])[];
}

const quoted = /[",\r\n]/;

/** RFC 4180 with CRLF, as spreadsheet programs write it: short rows are filled up with empty cells. */
export function csvText(rows: readonly (readonly Cell[])[]): string {
	const width = Math.max(...rows.map((row) => row.length));
	return rows
		.map((row) => {
			const cells = row.map((cell) => {
				const text = cell === null ? '' : String(cell);
				return quoted.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
			});
			return cells.join(',') + ','.repeat(width - row.length);
		})
		.join('\r\n')
		.concat('\r\n');
}

/** The bytes of a workbook with one sheet. Dates of its parts are fixed, so that the same rows give the same bytes. */
export async function workbookBytes(rows: readonly (readonly Cell[])[]): Promise<Uint8Array> {
	const sheet: SheetData = rows.map((row) => [...row]);
	const written = await writeWorkbook(sheet, { sheet: '示例数据' }).toBuffer();
	return withFixedDates(new Uint8Array(written));
}

/** A zip holds the time of writing in every local header and in the central directory. */
function withFixedDates(zip: Uint8Array): Uint8Array {
	const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
	let end = zip.length - 22;
	while (view.getUint32(end, true) !== 0x06054b50) end--;
	let entry = view.getUint32(end + 16, true);
	const date = ((2026 - 1980) << 25) | (10 << 21) | (31 << 16);
	for (let count = view.getUint16(end + 10, true); count > 0; count--) {
		view.setUint32(entry + 12, date, true);
		view.setUint32(view.getUint32(entry + 42, true) + 10, date, true);
		entry +=
			46 + view.getUint16(entry + 28, true) + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true);
	}
	return zip;
}

/** The bytes of a file in its format. */
export async function fileBytes(file: TableFile): Promise<Uint8Array> {
	if (file.format === 'xlsx') return workbookBytes(file.rows);
	const text = csvText(file.rows);
	return file.format === 'gb18030' ? encodeGb18030(text) : new TextEncoder().encode(`\uFEFF${text}`);
}

/** Writes a file below `folder`; returns its size in bytes. */
export async function writeTableFile(folder: string, file: TableFile): Promise<number> {
	const path = join(folder, `${file.name}.${file.format === 'xlsx' ? 'xlsx' : 'csv'}`);
	const bytes = await fileBytes(file);
	await mkdir(dirname(path), { recursive: true });
	await writeFile(path, bytes);
	return bytes.length;
}
