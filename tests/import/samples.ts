/** UTF-8 bytes of a text. */
export function bytesOf(text: string): Uint8Array {
	return new TextEncoder().encode(text);
}

let table: Map<string, number[]> | null = null;

/** Two-byte GB18030 for the characters that have it: the platform decodes but does not encode. */
export function gb18030(text: string): Uint8Array {
	table ??= buildTable();
	const bytes: number[] = [];
	for (const character of text) {
		const code = character.codePointAt(0) as number;
		if (code < 0x80) bytes.push(code);
		else bytes.push(...(table.get(character) ?? fourBytes(character)));
	}
	return Uint8Array.from(bytes);
}

function buildTable(): Map<string, number[]> {
	const decoder = new TextDecoder('gb18030');
	const result = new Map<string, number[]>();
	for (let lead = 0x81; lead <= 0xfe; lead++) {
		for (let trail = 0x40; trail <= 0xfe; trail++) {
			if (trail === 0x7f) continue;
			const character = decoder.decode(Uint8Array.of(lead, trail));
			if ([...character].length === 1 && character !== '\ufffd' && !result.has(character))
				result.set(character, [lead, trail]);
		}
	}
	return result;
}

/** Supplementary planes are linear in GB18030; nothing else is needed here. */
function fourBytes(character: string): number[] {
	let rest = (character.codePointAt(0) as number) - 0x10000;
	if (rest < 0) throw new RangeError(`No two-byte GB18030 for ${character}`);
	const last = rest % 10;
	rest = Math.floor(rest / 10);
	const third = rest % 126;
	rest = Math.floor(rest / 126);
	return [0x90 + Math.floor(rest / 10), 0x30 + (rest % 10), 0x81 + third, 0x30 + last];
}
