import { readZipDirectory } from '#lib/format/zip-directory.ts';

/** What the first bytes say. `text` may still turn out to be binary; that is for the encoding step. */
export type FileKind = { kind: 'empty' } | { kind: 'text' } | { kind: 'xlsx' } | { kind: 'refused'; name: string };

const signatures: readonly (readonly [bytes: readonly number[], name: string])[] = [
	[[0x25, 0x50, 0x44, 0x46], 'PDF'],
	[[0x89, 0x50, 0x4e, 0x47], 'PNG'],
	[[0xff, 0xd8, 0xff], 'JPEG'],
	[[0x47, 0x49, 0x46, 0x38, 0x37, 0x61], 'GIF'],
	[[0x47, 0x49, 0x46, 0x38, 0x39, 0x61], 'GIF'],
	[[0x42, 0x4d, null as never, null as never, null as never, null as never, 0, 0, 0, 0], 'BMP'],
	[[0x52, 0x61, 0x72, 0x21, 0x1a, 0x07], 'RAR'],
	[[0x37, 0x7a, 0xbc, 0xaf], '7Z'],
	[[0x1f, 0x8b], 'GZIP'],
	[[0x7b, 0x5c, 0x72, 0x74, 0x66], 'RTF'],
	[[...'SQLite format 3\0'].map((sign) => sign.charCodeAt(0)), 'SQLite'],
	[[0x50, 0x41, 0x52, 0x31, 0x15], 'Parquet']
];

const oleSignature = [0xd0, 0xcf, 0x11, 0xe0];

/** A table may have markup in its cells; a page has several of these tags, a document begins with its declaration. */
const markup = /^\s*<(?:!doctype html|html|head|body|table|script|meta|\?xml|!--|div|style)/i;
const pageTag = /<\/?(html|head|body|table|tr|td|th|meta|title|div|style|workbook|worksheet)\b/gi;
/** Bytes looked at for tags; the first rows of a page exported as a table are among them. */
const markupBytes = 4096;

/** Recognises workbooks and refuses what is no table by its name. */
export function fileKind(bytes: Uint8Array): FileKind {
	if (bytes.length === 0) return { kind: 'empty' };
	for (const [signature, name] of signatures) {
		if (signature.every((byte, index) => byte === null || bytes[index] === byte)) return { kind: 'refused', name };
	}
	if (bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 0) < 9) return zipKind(bytes);
	if (oleSignature.every((byte, index) => bytes[index] === byte)) return { kind: 'refused', name: oleName(bytes) };
	if (isUtf32(bytes)) return { kind: 'refused', name: 'UTF-32' };
	const name = markupName(bytes);
	if (name) return { kind: 'refused', name };
	return { kind: 'text' };
}

function zipKind(bytes: Uint8Array): FileKind {
	const names = readZipDirectory(bytes)?.map((entry) => entry.name) ?? [];
	if (names.includes('xl/workbook.xml')) return { kind: 'xlsx' };
	if (names.includes('xl/workbook.bin')) return { kind: 'refused', name: 'XLSB' };
	if (names.some((name) => name.startsWith('word/'))) return { kind: 'refused', name: 'DOCX' };
	if (names.some((name) => name.startsWith('ppt/'))) return { kind: 'refused', name: 'PPTX' };
	if (names.includes('content.xml')) return { kind: 'refused', name: 'ODS' };
	return { kind: 'refused', name: 'ZIP' };
}

/** A workbook with a password is an old container with the new format locked inside. */
function oleName(bytes: Uint8Array): string {
	const text = new TextDecoder('latin1').decode(bytes.subarray(0, 4 * 1024 * 1024));
	return text.includes([...'EncryptedPackage'].join('\0')) ? 'XLSX + 密码 password' : 'XLS';
}

/** UTF-32 by its mark and by what every character must look like: its mark may also be UTF-16 and a zero. */
function isUtf32(bytes: Uint8Array): boolean {
	const little = [0xff, 0xfe, 0, 0].every((byte, index) => bytes[index] === byte);
	const big = [0, 0, 0xfe, 0xff].every((byte, index) => bytes[index] === byte);
	if ((!little && !big) || bytes.length % 4 !== 0) return false;
	const [top, plane] = little ? [3, 2] : [0, 1];
	for (let at = 0; at < Math.min(bytes.length, markupBytes); at += 4)
		if (bytes[at + top] !== 0 || (bytes[at + plane] as number) > 3) return false;
	return true;
}

function markupName(bytes: Uint8Array): string | null {
	let start = '';
	for (const byte of bytes.subarray(0, markupBytes)) if (byte !== 0 && byte < 0x80) start += String.fromCharCode(byte);
	if (!markup.test(start)) return null;
	if (/^\s*<\?xml/.test(start)) return 'XML';
	const tags = new Set([...start.matchAll(pageTag)].map(([, tag]) => tag?.toLowerCase()));
	return tags.size > 1 || (tags.size > 0 && /^\s*<!doctype/i.test(start)) ? 'HTML' : null;
}
