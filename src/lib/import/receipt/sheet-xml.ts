/** One tag of an XML text. */
export interface Tag {
	/** Without the prefix of its namespace. */
	readonly name: string;
	/** With the colon, '' when there is none. */
	readonly prefix: string;
	readonly kind: 'open' | 'close' | 'empty';
	/** Attributes as written. */
	readonly attributes: string;
	readonly start: number;
	readonly end: number;
}

const tag = /<(\/?)([^\s/>:]+:)?([^\s/>]+)((?:"[^"]*"|'[^']*'|[^"'>/]|\/(?!>))*)(\/?)>/y;

/** The tags from `from` to `to`, in order. Comments, CDATA and instructions hold no tags. Stops where the text is no XML. */
export function* tags(xml: string, from = 0, to = xml.length): Generator<Tag> {
	let at = xml.indexOf('<', from);
	while (at >= 0 && at < to) {
		const skipped = skipTo(xml, at);
		if (skipped === null) {
			tag.lastIndex = at;
			const match = tag.exec(xml);
			if (!match) return;
			const [whole, slash, prefix = '', name = '', attributes = '', closed] = match;
			const kind = slash ? 'close' : closed ? 'empty' : 'open';
			yield { name, prefix, kind, attributes, start: at, end: at + whole.length };
			at = xml.indexOf('<', at + whole.length);
		} else {
			at = skipped < 0 ? -1 : xml.indexOf('<', skipped);
		}
	}
}

function skipTo(xml: string, at: number): number | null {
	for (const [open, close] of [
		['<!--', '-->'],
		['<![CDATA[', ']]>'],
		['<?', '?>'],
		['<!', '>']
	] as const) {
		if (xml.startsWith(open, at)) return xml.indexOf(close, at + open.length);
	}
	return null;
}

/** An attribute's text, null when it is not there. The prefix of its namespace does not matter. */
export function attribute(attributes: string, name: string): string | null {
	const match = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
	return match ? unescaped(match[1] ?? match[2] ?? '') : null;
}

/** The attributes with one set, added or (null) taken away. */
export function withAttribute(attributes: string, name: string, value: string | null): string {
	const rest = attributes.replace(new RegExp(`\\s+${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`), '').trimEnd();
	return value === null ? rest : `${rest} ${name}="${escaped(value)}"`;
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
	return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
		if (name !== undefined) return named[name] ?? whole;
		const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
		return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
	});
}

/** Text for XML; characters that XML cannot hold are left out. */
export function escaped(text: string): string {
	return (
		text
			.toWellFormed()
			// eslint-disable-next-line no-control-regex
			.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
			.replace(/[&<>"]/g, (sign) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[sign]};`)
	);
}

/** A piece of text to be put in the place of another. */
export interface Splice {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

/** The text with all splices done; they must not overlap. */
export function spliced(text: string, splices: readonly Splice[]): string {
	const parts: string[] = [];
	let at = 0;
	for (const splice of splices.toSorted((a, b) => a.start - b.start)) {
		parts.push(text.slice(at, splice.start), splice.text);
		at = splice.end;
	}
	parts.push(text.slice(at));
	return parts.join('');
}
