const lineEnd = 0x0a;
const pieceBytes = 1024 * 1024;

/** The records of our own clean CSV as cells, the header first; read piece by piece. */
export function* cleanRows(csv: Uint8Array): Generator<string[]> {
	const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
	let rest = '';
	for (let start = 0; start < csv.length;) {
		// Whole lines only, so that no character is cut.
		const end = Math.min(
			csv.length,
			csv.indexOf(lineEnd, Math.min(start + pieceBytes, csv.length - 1)) + 1 || csv.length
		);
		const text = rest + decoder.decode(csv.subarray(start, end));
		start = end;
		let from = 0;
		for (;;) {
			const stop = recordEnd(text, from);
			if (stop < 0) break;
			yield splitRecord(text.slice(from, stop));
			from = stop + 1;
		}
		rest = text.slice(from);
	}
}

/** Position of the line end that closes the record; -1 when it is not there yet. */
function recordEnd(text: string, from: number): number {
	let end = text.indexOf('\n', from);
	let quote = text.indexOf('"', from);
	while (end >= 0 && quote >= 0 && quote < end) {
		const close = text.indexOf('"', quote + 1);
		if (close < 0) return -1;
		if (close > end) end = text.indexOf('\n', close);
		quote = text.indexOf('"', close + 1);
	}
	return end;
}

function splitRecord(record: string): string[] {
	if (!record.includes('"')) return record.split(',');
	const cells: string[] = [];
	const pattern = /(?:"((?:[^"]|"")*)"|([^",]*))(?:,|$)/gy;
	while (pattern.lastIndex < record.length) {
		const match = pattern.exec(record);
		if (!match) break;
		cells.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
	}
	if (record.endsWith(',')) cells.push('');
	return cells;
}
