/** UTF-8 bytes of a text. */
export function bytesOf(text: string): Uint8Array {
	return new TextEncoder().encode(text);
}

let table: Map<string, number[]> | null = null;

/** GB18030 for every character: the platform decodes but does not encode. */
export function gb18030(text: string): Uint8Array {
	table ??= buildTable();
	const bytes: number[] = [];
	for (const character of text) {
		const code = character.codePointAt(0) as number;
		if (code < 0x80) bytes.push(code);
		else bytes.push(...(table.get(character) ?? supplementary(character)));
	}
	return Uint8Array.from(bytes);
}

function buildTable(): Map<string, number[]> {
	const decoder = new TextDecoder('gb18030');
	const result = new Map<string, number[]>();
	const add = (bytes: number[]) => {
		const character = decoder.decode(Uint8Array.from(bytes));
		if ([...character].length === 1 && character !== '\ufffd' && !result.has(character)) result.set(character, bytes);
	};
	for (let lead = 0x81; lead <= 0xfe; lead++)
		for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) add([lead, trail]);
	// The rest of the basic plane, in four bytes.
	for (let pointer = 0; pointer < 39420; pointer++) add(linear(0x81, pointer));
	return result;
}

/** Supplementary planes are linear in GB18030. */
function supplementary(character: string): number[] {
	const code = character.codePointAt(0) as number;
	if (code < 0x10000) throw new RangeError(`No GB18030 for U+${code.toString(16)}`);
	return linear(0x90, code - 0x10000);
}

function linear(lead: number, pointer: number): number[] {
	const third = Math.floor(pointer / 10) % 126;
	const second = Math.floor(pointer / 1260) % 10;
	return [lead + Math.floor(pointer / 12600), 0x30 + second, 0x81 + third, 0x30 + (pointer % 10)];
}

/** UTF-16 without a mark. */
export function utf16(text: string, littleEndian: boolean): Uint8Array {
	const bytes = new Uint8Array(text.length * 2);
	const view = new DataView(bytes.buffer);
	for (let index = 0; index < text.length; index++) view.setUint16(index * 2, text.charCodeAt(index), littleEndian);
	return bytes;
}
