import { Parser } from 'saxen';

/** What is told of the elements of a part, by their local names. */
export interface ElementHandlers {
	/** `attribute` gives decoded values by the name with its prefix. */
	open(name: string, attribute: (name: string) => string | undefined): void;
	text?(content: string): void;
	close?(name: string): void;
	/** Whether nothing more is wanted. */
	done?(): boolean;
}

/** Characters without any tag among them; a cell of Excel has 32,767 at most. */
const longestText = 1024 * 1024;

/** Walks through a part piece by piece. Throws when it is no well-formed XML or one text in it never ends. */
export async function walkElements(pieces: AsyncIterable<string>, handlers: ElementHandlers): Promise<void> {
	const parser = new Parser();
	let failure: Error | null = null;
	let attributes: () => Record<string, string> = () => ({});
	let decode = (text: string) => text;
	let sinceEvent = 0;
	const attribute = (name: string) => {
		const value = attributes()[name];
		return value === undefined ? undefined : value.includes('&') ? decode(value) : value;
	};
	parser.on('openTag', (name, attributesOf, decodeOf) => {
		sinceEvent = 0;
		attributes = attributesOf;
		decode = decodeOf;
		handlers.open(localName(name), attribute);
	});
	parser.on('text', (content, decodeOf) => handlers.text?.(content.includes('&') ? decodeOf(content) : content));
	parser.on('cdata', (content) => handlers.text?.(content));
	parser.on('closeTag', (name) => handlers.close?.(localName(name)));
	parser.on('error', (error) => (failure ??= error));
	for await (const piece of pieces) {
		sinceEvent += piece.length;
		parser.write(piece);
		if (failure) throw failure;
		if (sinceEvent > longestText) throw new TooLarge(`${longestText} characters`);
		if (handlers.done?.()) return;
	}
	parser.end();
	if (failure) throw failure;
}

/** Something in the workbook is larger than any table needs; `message` says what the limit is. */
export class TooLarge extends Error {}

function localName(name: string): string {
	const colon = name.indexOf(':');
	return colon < 0 ? name : name.slice(colon + 1);
}
