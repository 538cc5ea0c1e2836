import { packedBytes, readZipDirectory, type ZipEntry } from '#lib/format/zip-directory.ts';
import { crc32 } from './crc32.ts';

/** The parts of a workbook by name, unpacked piece by piece. */
export interface Archive {
	has(name: string): boolean;
	/**
	 * The text of a part in pieces. Throws when it is missing, damaged, encrypted, or unpacks to more than the directory
	 * says, and the signal's reason when that is aborted.
	 */
	text(name: string): AsyncGenerator<string>;
}

/** Opens the archive. Throws when it has no directory. */
export function openArchive(bytes: Uint8Array, signal: AbortSignal | undefined): Archive {
	const directory = readZipDirectory(bytes);
	if (!directory) throw new Error('No directory');
	const entries = new Map(directory.map((entry) => [entry.name.toLowerCase().replaceAll('\\', '/'), entry]));
	return {
		has: (name) => entries.has(name.toLowerCase()),
		text(name) {
			const entry = entries.get(name.toLowerCase());
			if (!entry) throw new Error(`There is no ${name}`);
			return decoded(unpacked(bytes, entry, signal));
		}
	};
}

async function* unpacked(
	bytes: Uint8Array,
	entry: ZipEntry,
	signal: AbortSignal | undefined
): AsyncGenerator<Uint8Array> {
	if (entry.encrypted || (entry.method !== 0 && entry.method !== 8))
		throw new Error(`${entry.name} cannot be unpacked`);
	const packed = packedBytes(bytes, entry);
	if (entry.method === 0) {
		if (crc32(0, packed) !== entry.crc32) throw new Error(`${entry.name} is damaged`);
		yield packed;
		return;
	}
	const source = new Blob([packed as Uint8Array<ArrayBuffer>]).stream();
	const reader = source.pipeThrough(new DecompressionStream('deflate-raw')).getReader();
	let length = 0;
	let checksum = 0;
	try {
		for (;;) {
			const { value, done } = await reader.read();
			signal?.throwIfAborted();
			if (done) break;
			length += value.length;
			if (length > entry.uncompressed) throw new Error(`${entry.name} unpacks to more than it says`);
			checksum = crc32(checksum, value);
			yield value;
		}
	} finally {
		await reader.cancel().catch(() => undefined);
	}
	if (length !== entry.uncompressed || checksum !== entry.crc32) throw new Error(`${entry.name} is damaged`);
}

/** XML is UTF-8 unless a mark says UTF-16. */
async function* decoded(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
	let decoder: TextDecoder | null = null;
	for await (const piece of pieces) {
		decoder ??= new TextDecoder(encodingOf(piece));
		yield decoder.decode(piece, { stream: true });
	}
	if (decoder) yield decoder.decode();
}

function encodingOf(start: Uint8Array): string {
	if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
	return start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : 'utf-8';
}
