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

/**
 * The tags from `from` to `to`, in order; those of other names than `wanted` are left out. Comments, CDATA and
 * instructions hold no tags. Stops where the text is no XML.
 */
export function* tags(
	xml: string,
	from = 0,
	to = xml.length,
	wanted: ReadonlySet<string> | null = null
): Generator<Tag> {
	for (let at = xml.indexOf('<', from); at >= 0 && at < to;) {
		const next = xml.charCodeAt(at + 1);
		if (next === exclamation || next === question) {
			const end = skipTo(xml, at);
			at = end < 0 ? -1 : xml.indexOf('<', end);
			continue;
		}
		const end = tagEnd(xml, at);
		if (end < 0) return;
		const closing = next === slash;
		const nameStart = at + (closing ? 2 : 1);
		let nameEnd = nameStart;
		let colon = nameStart;
		for (; nameEnd < end - 1; nameEnd++) {
			const code = xml.charCodeAt(nameEnd);
			if (code === slash || code <= space) break;
			if (code === 58) colon = nameEnd + 1;
		}
		const name = xml.slice(colon, nameEnd);
		if (wanted === null || wanted.has(name)) {
			const empty = !closing && xml.charCodeAt(end - 2) === slash;
			const kind = closing ? 'close' : empty ? 'empty' : 'open';
			const attributes = xml.slice(nameEnd, end - (empty ? 2 : 1));
			yield { name, prefix: xml.slice(nameStart, colon), kind, attributes, start: at, end };
		}
		at = xml.indexOf('<', end);
	}
}

const slash = 47;
const space = 32;
const exclamation = 33;
const question = 63;
const greater = 62;
const quote = 34;
const apostrophe = 39;

/** The position after the tag's `>`, which may stand in quotes as well; -1 when there is none. */
function tagEnd(xml: string, start: number): number {
	for (let at = start + 1; at < xml.length; at++) {
		const code = xml.charCodeAt(at);
		if (code === greater) return at + 1;
		if (code !== quote && code !== apostrophe) continue;
		at = xml.indexOf(code === quote ? '"' : "'", at + 1);
		if (at < 0) return -1;
	}
	return -1;
}

/** The end of a comment, of CDATA, of an instruction or a declaration; -1 when there is none. */
function skipTo(xml: string, at: number): number {
	for (const [open, close] of [
		['<!--', '-->'],
		['<![CDATA[', ']]>'],
		['<?', '?>'],
		['<!', '>']
	] as const) {
		if (xml.startsWith(open, at)) return xml.indexOf(close, at + open.length);
	}
	return -1;
}

/** An attribute's text, null when it is not there. The prefix of its namespace does not matter. */
export function attribute(attributes: string, name: string): string | null {
	const match = patternOf(name).exec(attributes);
	return match ? unescaped(match[1] ?? match[2] ?? '') : null;
}

const patterns = new Map<string, RegExp>();

function patternOf(name: string): RegExp {
	let pattern = patterns.get(name);
	if (!pattern) patterns.set(name, (pattern = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)));
	return pattern;
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
