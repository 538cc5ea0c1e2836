import type { SheetStyles, Tone } from './sheet-styles.ts';
import { attribute, escaped, tags, withAttribute, type Splice, type Tag } from './sheet-xml.ts';

/** What is to be done with one row of a sheet. */
export interface RowEdit {
	/** The cell in the column of remarks. */
	text: string | null;
	/** Column letters → how the cell is marked. */
	readonly marked: Map<string, Tone>;
}

/** The last column of a sheet, XFD. */
const maxSheetColumns = 16_384;
/** In characters of the default font. */
const remarkWidth = 60;

/** What the passes over a sheet have to see. */
const outline = new Set(['sheetData', 'row', 'cols', 'col', 'dimension']);
const positions = new Set(['row', 'c', 'mergeCell']);
const cellTags = new Set(['c']);

interface Cell {
	readonly column: number;
	readonly xml: string;
}

/** Column letters of a 0-based position. */
export function columnLetters(index: number): string {
	return (index < 26 ? '' : columnLetters(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));
}

/** 0-based position of the column of a reference such as `AB12`. */
export function columnOf(reference: string): number {
	let column = 0;
	for (const letter of /^\$?([A-Z]+)/i.exec(reference)?.[1]?.toUpperCase() ?? '')
		column = column * 26 + letter.charCodeAt(0) - 64;
	return column - 1;
}

/** The changes that put the edits into a sheet; null when there is no free column. */
export function editSheet(
	xml: string,
	edits: ReadonlyMap<number, RowEdit>,
	styles: SheetStyles | null
): Splice[] | null {
	const column = firstFreeColumn(xml);
	if (column >= maxSheetColumns) return null;
	const splices: Splice[] = [];
	let row: Tag | null = null;
	let number = 0;
	let inside = false;
	let lastRow = 0;
	let dimension: Tag | null = null;
	const columns: Tag[] = [];
	for (const tag of tags(xml, 0, xml.length, outline)) {
		const { name, kind } = tag;
		if (name === 'sheetData') {
			if (!inside && kind !== 'close') splices.push(...widened(columns, tag, column));
			inside = kind === 'open';
		} else if (!inside) {
			if (name === 'dimension') dimension ??= tag;
			if (name === 'cols' || name === 'col') columns.push(tag);
		} else if (name === 'row') {
			if (kind !== 'close') {
				const given = attribute(tag.attributes, 'r');
				number = given === null ? number + 1 : Number(given);
				lastRow = Math.max(lastRow, number);
				row = tag;
			}
			const edit = edits.get(number);
			if (row && edit && kind !== 'open') splices.push(editedRow(xml, row, tag, number, edit, column, styles));
		}
	}
	if (dimension) splices.push(grownDimension(dimension, column, lastRow));
	return splices;
}

function firstFreeColumn(xml: string): number {
	let last = 0;
	let at = 0;
	for (const tag of tags(xml, 0, xml.length, positions)) {
		if (tag.name === 'row') at = 0;
		else if (tag.name === 'c' && tag.kind !== 'close') {
			at = positionOf(tag, at) + 1;
			if (tag.kind === 'open') last = Math.max(last, at);
		} else if (tag.name === 'mergeCell')
			last = Math.max(last, columnOf((attribute(tag.attributes, 'ref') ?? '').split(':').at(-1) ?? '') + 1);
	}
	return last;
}

/** 0-based column of a cell; one that does not say stands right of the one before. */
function positionOf(cell: Tag, next: number): number {
	const reference = attribute(cell.attributes, 'r');
	return reference === null ? next : columnOf(reference);
}

/** The row written anew, its cells as they were but for format numbers and the cells that are added. */
function editedRow(
	xml: string,
	row: Tag,
	close: Tag,
	number: number,
	edit: RowEdit,
	column: number,
	styles: SheetStyles | null
): Splice {
	const from = row.end;
	const to = row === close ? row.end : close.start;
	const cells = cellsOf(xml, from, to);
	const tail = xml.slice(cells.at(-1)?.end ?? from, to);
	const kept: Cell[] = cells.map(({ at, end, column }) => ({
		column,
		xml: restyled(xml.slice(at.start, end), at, edit.marked.get(columnLetters(column)), styles)
	}));
	const p = row.prefix;
	if (styles)
		for (const [letters, tone] of edit.marked) {
			if (kept.some((cell) => cell.column === columnOf(letters))) continue;
			kept.push({ column: columnOf(letters), xml: `<${p}c r="${letters}${number}" s="${styles.marked(0, tone)}"/>` });
		}
	const cellsBefore = kept.filter((cell) => edit.text === null || cell.column !== column);
	if (edit.text !== null) {
		const style = styles ? ` s="${styles.wrapped()}"` : '';
		const text = escaped(edit.text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_'));
		cellsBefore.push({
			column,
			xml: `<${p}c r="${columnLetters(column)}${number}"${style} t="inlineStr"><${p}is><${p}t xml:space="preserve">${text}</${p}t></${p}is></${p}c>`
		});
	}
	const content = cellsBefore
		.toSorted((a, b) => a.column - b.column)
		.map((cell) => cell.xml)
		.join('');
	const open = `<${p}row${withAttribute(row.attributes, 'spans', null)}>`;
	return { start: row.start, end: close.end, text: `${open}${content}${tail}</${p}row>` };
}

function cellsOf(xml: string, from: number, to: number): { at: Tag; end: number; column: number }[] {
	const cells: { at: Tag; end: number; column: number }[] = [];
	let open: Tag | null = null;
	const add = (at: Tag, end: number) =>
		void cells.push({ at, end, column: positionOf(at, (cells.at(-1)?.column ?? -1) + 1) });
	for (const tag of tags(xml, from, to, cellTags)) {
		if (tag.kind === 'open') open = tag;
		else if (tag.kind === 'empty') add(tag, tag.end);
		else if (open) add(open, tag.end);
	}
	return cells;
}

function restyled(cell: string, tag: Tag, tone: Tone | undefined, styles: SheetStyles | null): string {
	if (!tone || !styles) return cell;
	const style = styles.marked(Number(attribute(tag.attributes, 's') ?? 0), tone);
	const attributes = withAttribute(tag.attributes, 's', String(style));
	const end = tag.kind === 'empty' ? '/>' : '>';
	return `<${tag.prefix}c${attributes}${end}${cell.slice(tag.end - tag.start)}`;
}

/** Room to read in: a width for the column of remarks, cut out of whatever covers it. */
function widened(columns: readonly Tag[], data: Tag, column: number): Splice[] {
	const p = data.prefix;
	const position = column + 1;
	const own = `<${p}col min="${position}" max="${position}" width="${remarkWidth}" customWidth="1"/>`;
	const close = columns.find((tag) => tag.name === 'cols' && tag.kind === 'close');
	if (!close) return [{ start: data.start, end: data.start, text: `<${p}cols>${own}</${p}cols>` }];
	for (const tag of columns) {
		if (tag.name !== 'col') continue;
		const [from, to] = [Number(attribute(tag.attributes, 'min')), Number(attribute(tag.attributes, 'max'))];
		if (to < position) continue;
		const part = (min: number, max: number) =>
			min > max
				? ''
				: `<${tag.prefix}col${withAttribute(withAttribute(tag.attributes, 'min', `${min}`), 'max', `${max}`)}/>`;
		if (from > position) return [{ start: tag.start, end: tag.start, text: own }];
		return [{ start: tag.start, end: tag.end, text: part(from, position - 1) + own + part(position + 1, to) }];
	}
	return [{ start: close.start, end: close.start, text: own }];
}

function grownDimension(tag: Tag, column: number, lastRow: number): Splice {
	const from = (attribute(tag.attributes, 'ref') ?? 'A1').split(':')[0] ?? 'A1';
	const attributes = withAttribute(tag.attributes, 'ref', `${from}:${columnLetters(column)}${lastRow}`);
	const end = tag.kind === 'empty' ? '/>' : '>';
	return { start: tag.start, end: tag.end, text: `<${tag.prefix}dimension${attributes}${end}` };
}
