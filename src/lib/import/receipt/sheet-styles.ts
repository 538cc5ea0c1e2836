import { attribute, spliced, tags, withAttribute, type Splice, type Tag } from './sheet-xml.ts';

/** Excel's own light red and light yellow: errors, and warnings. */
const colours = { error: 'FFFFC7CE', warning: 'FFFFEB9C' } as const;

export type Tone = keyof typeof colours;

/** Formats of a workbook to which marked copies are added; each copy keeps everything else of its format. */
export class SheetStyles {
	readonly #xml: string;
	readonly #prefix: string;
	readonly #fills: Tag[];
	readonly #formats: Tag[];
	readonly #known: string[];
	readonly #firstFill: number;
	readonly #added: string[] = [];
	readonly #copies = new Map<string, number>();

	private constructor(xml: string, fills: Tag[], formats: Tag[]) {
		this.#xml = xml;
		this.#fills = fills;
		this.#formats = formats;
		this.#prefix = fills[0]?.prefix ?? '';
		this.#firstFill = childrenOf(xml, fills).length;
		this.#known = childrenOf(xml, formats);
	}

	/** Null when the formats have no list of fills or of cell formats to add to. */
	static open(xml: string): SheetStyles | null {
		const fills = listTags(xml, 'fills');
		const formats = listTags(xml, 'cellXfs');
		return fills && formats ? new SheetStyles(xml, fills, formats) : null;
	}

	/** Number of a copy of format `base` that is filled. */
	marked(base: number, tone: Tone): number {
		const source = this.#known[base] ?? this.#known[0] ?? `<${this.#prefix}xf/>`;
		const fill = this.#firstFill + Object.keys(colours).indexOf(tone);
		return this.#copy(`${base} ${tone}`, source, (attributes) =>
			withAttribute(withAttribute(attributes, 'fillId', String(fill)), 'applyFill', '1')
		);
	}

	/** Number of a plain format whose text wraps. */
	wrapped(): number {
		const p = this.#prefix;
		const format = `<${p}xf numFmtId="0" fontId="0" fillId="0" borderId="0" applyAlignment="1"><${p}alignment vertical="top" wrapText="1"/></${p}xf>`;
		return this.#copy('wrapped', format, (attributes) => attributes);
	}

	/** The formats with everything added. */
	finish(): string {
		const p = this.#prefix;
		const fills = Object.values(colours).map(
			(rgb) =>
				`<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="${rgb}"/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`
		);
		return spliced(this.#xml, [
			...grownList(this.#xml, this.#fills, fills, this.#firstFill),
			...grownList(this.#xml, this.#formats, this.#added, this.#known.length)
		]);
	}

	#copy(key: string, source: string, change: (attributes: string) => string): number {
		let index = this.#copies.get(key);
		if (index === undefined) {
			index = this.#known.length + this.#added.length;
			this.#copies.set(key, index);
			const [first] = tags(source);
			if (first) {
				const attributes = change(first.attributes);
				const end = first.kind === 'empty' ? '/>' : '>';
				this.#added.push(`<${first.prefix}${first.name}${attributes}${end}${source.slice(first.end)}`);
			}
		}
		return index;
	}
}

/** The opening tag of a list, its children's tags and its closing tag. */
function listTags(xml: string, name: string): Tag[] | null {
	const found: Tag[] = [];
	for (const tag of tags(xml)) {
		if (found.length === 0 && (tag.name !== name || tag.kind !== 'open')) continue;
		found.push(tag);
		if (tag.name === name && tag.kind === 'close') return found;
	}
	return null;
}

function childrenOf(xml: string, list: readonly Tag[]): string[] {
	const children: string[] = [];
	let depth = 0;
	let start = 0;
	for (const tag of list.slice(1, -1)) {
		if (depth === 0) start = tag.start;
		if (tag.kind === 'open') depth++;
		if (tag.kind === 'close') depth--;
		if (depth === 0) children.push(xml.slice(start, tag.end));
	}
	return children;
}

function grownList(xml: string, list: readonly Tag[], added: readonly string[], before: number): Splice[] {
	const [open, close] = [list[0] as Tag, list.at(-1) as Tag];
	const counted = attribute(open.attributes, 'count') !== null;
	const attributes = counted ? withAttribute(open.attributes, 'count', String(before + added.length)) : open.attributes;
	return [
		{ start: open.start, end: open.end, text: `<${open.prefix}${open.name}${attributes}>` },
		{ start: close.start, end: close.start, text: added.join('') }
	];
}
