/** Two-byte sequences by character, made by decoding them all: the platform decodes GB18030 but does not encode it. */
let table: Map<number, number> | null = null;
/** Starts of the runs of four-byte sequences: code point and linear index of each run. */
let runs: { point: number; index: number }[] | null = null;

function twoByteTable(): Map<number, number> {
	if (table) return table;
	table = new Map();
	const decoder = new TextDecoder('gb18030');
	const pair = new Uint8Array(2);
	for (let lead = 0x81; lead <= 0xfe; lead++) {
		for (let trail = 0x40; trail <= 0xfe; trail++) {
			if (trail === 0x7f) continue;
			pair[0] = lead;
			pair[1] = trail;
			const text = decoder.decode(pair);
			const point = text.codePointAt(0) ?? 0;
			if (point === 0xfffd || text.length !== (point > 0xffff ? 2 : 1)) continue;
			// The first of two ways of writing a character is the usual one.
			if (!table.has(point)) table.set(point, (lead << 8) | trail);
		}
	}
	return table;
}

function fourBytes(index: number): [number, number, number, number] {
	return [
		0x81 + Math.floor(index / 12600),
		0x30 + (Math.floor(index / 1260) % 10),
		0x81 + (Math.floor(index / 10) % 126),
		0x30 + (index % 10)
	];
}

/** Below U+10000 four-byte sequences run over what two bytes leave out, in order of the code points, in 207 runs. */
function fourByteRuns(): { point: number; index: number }[] {
	if (runs) return runs;
	runs = [];
	const decoder = new TextDecoder('gb18030');
	let expected = -1;
	for (let index = 0; index < 39420; index++) {
		const point = decoder.decode(Uint8Array.from(fourBytes(index))).codePointAt(0) ?? 0xfffd;
		if (point !== expected) runs.push({ point, index });
		expected = point + 1;
	}
	return runs;
}

function linearIndex(point: number): number {
	if (point >= 0x10000) return 189000 + point - 0x10000;
	const run = fourByteRuns().findLast((candidate) => candidate.point <= point && candidate.point !== 0xfffd);
	if (!run) throw new RangeError(`GB18030 has no bytes for U+${point.toString(16)}`);
	return run.index + point - run.point;
}

/** Text as GB18030 bytes, the encoding that Chinese Excel and older office systems write. */
export function encodeGb18030(text: string): Uint8Array {
	const pairs = twoByteTable();
	const bytes = new Uint8Array(text.length * 4);
	let length = 0;
	for (let index = 0; index < text.length; index++) {
		const unit = text.charCodeAt(index);
		if (unit < 0x80) {
			bytes[length++] = unit;
			continue;
		}
		const pair = pairs.get(unit);
		if (pair !== undefined) {
			bytes[length++] = pair >> 8;
			bytes[length++] = pair & 0xff;
			continue;
		}
		const point = text.codePointAt(index) ?? 0;
		if (point > 0xffff) index++;
		bytes.set(fourBytes(linearIndex(point)), length);
		length += 4;
	}
	return bytes.slice(0, length);
}
