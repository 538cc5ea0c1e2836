import { strFromU8, unzipSync, type Unzipped } from 'fflate';
import { unzipsTooLarge } from '../decode/workbook.ts';
import { attribute, tags } from './sheet-xml.ts';

/** A workbook taken apart, with the names of the files that hold one sheet and the formats. */
export interface WorkbookParts {
	readonly files: Unzipped;
	readonly sheet: string;
	/** Null when the workbook has no formats. */
	readonly styles: string | null;
}

/** Unpacks a workbook for editing; null when it is too large or the sheet is not in it. */
export function workbookParts(bytes: Uint8Array, sheetName: string): WorkbookParts | null {
	if (unzipsTooLarge(bytes)) return null;
	const files = unzipSync(bytes);
	const relations = [...tagsOf(files, 'xl/_rels/workbook.xml.rels', 'Relationship')];
	const pathOf = (matches: (attributes: string) => boolean) => {
		const target = relations.find(matches);
		const path = target === undefined ? null : attribute(target, 'Target');
		if (path === null) return null;
		const name = path.startsWith('/') ? path.slice(1) : `xl/${path}`;
		return Object.hasOwn(files, name) ? name : null;
	};
	for (const sheet of tagsOf(files, 'xl/workbook.xml', 'sheet')) {
		if (plainName(attribute(sheet, 'name') ?? '') !== sheetName) continue;
		const id = attribute(sheet, 'id');
		const path = pathOf((relation) => attribute(relation, 'Id') === id);
		const styles = pathOf((relation) => attribute(relation, 'Type')?.endsWith('/styles') ?? false);
		return path === null ? null : { files, sheet: path, styles };
	}
	return null;
}

function* tagsOf(files: Unzipped, path: string, name: string): Generator<string> {
	const file = Object.hasOwn(files, path) ? files[path] : undefined;
	if (file) for (const tag of tags(strFromU8(file))) if (tag.name === name) yield tag.attributes;
}

/** Sheet names may hold characters in Excel's own notation, `_x000D_`. */
function plainName(name: string): string {
	return name.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
