const replacement = 0xfffd;
/** Pointers of the four-byte codes for the basic plane: 81308130 to 8431A439. */
const fourByteCodes = 39_420;
const supplementaryStart = 0x10000;
/** 90308130, the first code of the supplementary planes, counted in pointers from 81308130. */
const supplementaryPointer = 189_000;

/**
 * Provisional private-use code points of older editions that have no code of their own any more, and the characters
 * that took over their two bytes. The Encoding Standard writes them as these bytes, too.
 */
const succeeded: ReadonlyMap<number, number> = new Map([
	[0xe78d, 0xfe10],
	[0xe78e, 0xfe12],
	[0xe78f, 0xfe11],
	[0xe790, 0xfe13],
	[0xe791, 0xfe14],
	[0xe792, 0xfe15],
	[0xe793, 0xfe16],
	[0xe794, 0xfe17],
	[0xe795, 0xfe18],
	[0xe796, 0xfe19],
	[0xe81e, 0x9fb4],
	[0xe826, 0x9fb5],
	[0xe82b, 0x9fb6],
	[0xe82c, 0x9fb7],
	[0xe832, 0x9fb8],
	[0xe843, 0x9fb9],
	[0xe854, 0x9fba],
	[0xe864, 0x9fbb]
]);

/** Code unit → its bytes as one number; 0 where there are none. */
let table: Uint32Array | null = null;

/**
 * Text as GB18030, such that the platform's own decoder gives it back. U+E5E5, the only character without a code, and
 * single surrogates become U+FFFD; the eighteen provisional code points become the characters that replaced them.
 */
export function gb18030Bytes(text: string): Uint8Array {
	const codes = (table ??= buildTable());
	const bytes = new Uint8Array(text.length * 4);
	let length = 0;
	for (let index = 0; index < text.length; index++) {
		let point = text.codePointAt(index) as number;
		if (point < 0x80) {
			bytes[length++] = point;
			continue;
		}
		let code: number;
		if (point >= supplementaryStart) {
			index++;
			code = fourBytes(supplementaryPointer + point - supplementaryStart);
		} else {
			if (codes[point] === 0) point = succeeded.get(point) ?? replacement;
			code = codes[point] as number;
		}
		if (code > 0xffff) {
			bytes[length++] = code >>> 24;
			bytes[length++] = code >>> 16;
		}
		bytes[length++] = code >>> 8;
		bytes[length++] = code;
	}
	return bytes.slice(0, length);
}

/** The platform only decodes; asked for every code, it tells the table. Two bytes are preferred to four, lower to higher. */
function buildTable(): Uint32Array {
	const codes: number[] = [];
	for (let lead = 0x81; lead <= 0xfe; lead++)
		for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) codes.push((lead << 8) | trail);
	for (let pointer = 0; pointer < fourByteCodes; pointer++) codes.push(fourBytes(pointer));
	const bytes: number[] = [];
	for (const code of codes) {
		if (code > 0xffff) bytes.push(code >>> 24, (code >>> 16) & 0xff);
		bytes.push((code >>> 8) & 0xff, code & 0xff, 0x0a);
	}
	const texts = new TextDecoder('gb18030', { ignoreBOM: true }).decode(Uint8Array.from(bytes)).split('\n');
	const result = new Uint32Array(supplementaryStart);
	for (const [at, code] of codes.entries()) {
		const text = texts[at] ?? '';
		const unit = text.charCodeAt(0);
		const own = text.length === 1 && (unit !== replacement || code > 0xffff);
		if (own && result[unit] === 0) result[unit] = code;
	}
	return result;
}

/** Four bytes count 10 × 126 × 10 from 81308130 on. */
function fourBytes(pointer: number): number {
	const last = 0x30 + (pointer % 10);
	const third = 0x81 + (Math.floor(pointer / 10) % 126);
	const second = 0x30 + (Math.floor(pointer / 1260) % 10);
	const first = 0x81 + Math.floor(pointer / 12_600);
	return ((first << 24) | (second << 16) | (third << 8) | last) >>> 0;
}
