import type { Archive } from './archive.ts';
import { TooLarge, walkElements } from './elements.ts';
import { numberFormat, type NumberFormat } from './number-format.ts';

/** One sheet as the workbook lists it. */
export interface SheetPart {
	readonly name: string;
	/** Name of its part in the archive. */
	readonly part: string;
	readonly hidden: boolean;
}

/** What the workbook says of its sheets. Throws when it lists none. */
export async function readWorkbookPart(archive: Archive): Promise<{ sheets: SheetPart[]; is1904: boolean }> {
	const targets = new Map<string, string>();
	await walkElements(archive.text('xl/_rels/workbook.xml.rels'), {
		open(name, attribute) {
			if (name !== 'Relationship' || !attribute('Type')?.endsWith('/worksheet')) return;
			targets.set(attribute('Id') ?? '', partName(attribute('Target') ?? ''));
		}
	});
	const sheets: SheetPart[] = [];
	let is1904 = false;
	let relations = 'r';
	await walkElements(archive.text('xl/workbook.xml'), {
		open(name, attribute) {
			if (name === 'workbook') relations = relationPrefix(attribute) ?? relations;
			if (name === 'workbookPr') is1904 = /^(?:1|true)$/.test(attribute('date1904') ?? '');
			if (name !== 'sheet') return;
			const part = targets.get(attribute(`${relations}:id`) ?? '');
			const hidden = /hidden/i.test(attribute('state') ?? '');
			if (part !== undefined) sheets.push({ name: unescaped(attribute('name') ?? ''), part, hidden });
		}
	});
	if (sheets.length === 0) throw new Error('No sheets');
	return { sheets, is1904 };
}

/** Nearly always r; some writers number their prefixes. */
function relationPrefix(attribute: (name: string) => string | undefined): string | undefined {
	return ['r', 'ns0', 'ns1', 'ns2', 'rel'].find((prefix) => attribute(`xmlns:${prefix}`)?.endsWith('/relationships'));
}

function partName(target: string): string {
	return target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
}

/** The number format of every cell style. */
export async function readStyles(archive: Archive): Promise<NumberFormat[]> {
	const codes = new Map<number, string>();
	const formats: NumberFormat[] = [];
	let inCells = false;
	if (!archive.has('xl/styles.xml')) return formats;
	await walkElements(archive.text('xl/styles.xml'), {
		open(name, attribute) {
			if (name === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
			else if (name === 'cellXfs') inCells = true;
			else if (name === 'xf' && inCells) {
				const id = Number(attribute('numFmtId') ?? 0);
				formats.push(numberFormat(id, codes.get(id)));
			}
		},
		close(name) {
			if (name === 'cellXfs') inCells = false;
		}
	});
	return formats;
}

/** Characters of all shared strings. */
const maxSharedCharacters = 256 * 1024 * 1024;

/** Strings that the cells refer to by number; readings of characters (phonetic text) are left out. */
export async function readSharedStrings(archive: Archive): Promise<string[]> {
	const strings: string[] = [];
	if (!archive.has('xl/sharedStrings.xml')) return strings;
	let text = '';
	let inText = false;
	let inReading = false;
	let total = 0;
	await walkElements(archive.text('xl/sharedStrings.xml'), {
		open(name) {
			if (name === 'si') text = '';
			else if (name === 'rPh') inReading = true;
			else if (name === 't') inText = !inReading;
		},
		text(content) {
			if (inText) text += content;
		},
		close(name) {
			if (name === 'si') {
				strings.push(unescaped(text));
				total += text.length;
				if (total > maxSharedCharacters) throw new TooLarge(`${maxSharedCharacters} characters`);
			} else if (name === 'rPh') inReading = false;
			else if (name === 't') inText = false;
		}
	});
	return strings;
}

/** Control characters are stored as _x000D_, in cells and in names of sheets. Halves of characters become U+FFFD, as they would in the tables. */
export function unescaped(text: string): string {
	if (!text.includes('_x')) return text;
	return text
		.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
		.toWellFormed();
}
