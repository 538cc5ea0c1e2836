import readXlsxFile from 'read-excel-file/universal';
import { maxUnzipRatio, maxUnzippedBytes, suspiciousUnzippedBytes } from '../limits.ts';
import { readZipDirectory } from './zip-directory.ts';

/** One sheet as text, every cell exactly as a CSV would hold it. */
export interface SheetText {
	readonly name: string;
	readonly rows: string[][];
}

/** Whether unpacking the workbook would be out of proportion. */
export function unzipsTooLarge(bytes: Uint8Array): boolean {
	const entries = readZipDirectory(bytes) ?? [];
	const total = entries.reduce((sum, entry) => sum + entry.uncompressed, 0);
	return total > maxUnzippedBytes || (total > suspiciousUnzippedBytes && total / bytes.length > maxUnzipRatio);
}

/** The sheets of an .xlsx file. Throws when the workbook is damaged or protected. */
export async function readWorkbook(bytes: Uint8Array): Promise<SheetText[]> {
	const copy = bytes.slice().buffer;
	const sheets = await readXlsxFile<string>(copy, { trim: false, parseNumber: plainNumber });
	return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellText)) }));
}

/** Excel stores doubles with up to 17 digits, of which it shows 15: 1882.6700000000001 means 1882.67. */
export function plainNumber(text: string): string {
	const digits = text
		.replace(/[eE].*$/, '')
		.replace(/^[-+]?[0.]*/, '')
		.replace('.', '');
	const exponent = /[eE]/.test(text);
	if (digits.length <= 15 && !exponent) return text;
	const value = Number(text);
	if (!Number.isFinite(value)) return text;
	const short = Number(value.toPrecision(15));
	const printed = String(short);
	return printed.includes('e') ? short.toFixed(20).replace(/\.?0+$/, '') : printed;
}

function cellText(cell: unknown): string {
	if (cell === null || cell === undefined) return '';
	if (cell instanceof Date) {
		const text = cell.toISOString();
		return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19).replace('T', ' ');
	}
	if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
	return String(cell);
}
