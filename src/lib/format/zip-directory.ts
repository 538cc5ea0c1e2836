/** One file of an archive as its directory declares it. */
export interface ZipEntry {
	readonly name: string;
	readonly compressed: number;
	readonly uncompressed: number;
	/** 0 stored, 8 deflated; nothing else is read. */
	readonly method: number;
	readonly encrypted: boolean;
	readonly crc32: number;
	/** Offset of its own header. */
	readonly offset: number;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endLength = 22;
const longestComment = 65535;

/** Where a ZIP archive has its central directory, as its last bytes say. */
export interface ZipEnd {
	readonly count: number;
	readonly size: number;
	readonly offset: number;
	/** Position of this record in the bytes that were looked through. */
	readonly at: number;
}

/** So many last bytes of an archive hold its end, however long its comment is. */
export const zipTail = endLength + longestComment;

/** Looks for the end of an archive in its last bytes; null when it is cut off, or no archive. */
export function findZipEnd(tail: Uint8Array): ZipEnd | null {
	const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength);
	let at = tail.length - endLength;
	const last = Math.max(0, at - longestComment);
	while (at >= last && view.getUint32(at, true) !== endSignature) at--;
	if (at < last) return null;
	return {
		count: view.getUint16(at + 10, true),
		size: view.getUint32(at + 12, true),
		offset: view.getUint32(at + 16, true),
		at
	};
}

/** The entries of a central directory that begins at `position`; null when it is damaged. */
export function zipEntries(bytes: Uint8Array, position: number, count: number): ZipEntry[] | null {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const entries: ZipEntry[] = [];
	const decoder = new TextDecoder();
	for (let index = 0; index < count; index++) {
		if (position + 46 > bytes.length || view.getUint32(position, true) !== entrySignature) return null;
		const nameLength = view.getUint16(position + 28, true);
		entries.push({
			name: decoder.decode(bytes.subarray(position + 46, position + 46 + nameLength)),
			compressed: view.getUint32(position + 20, true),
			uncompressed: view.getUint32(position + 24, true),
			method: view.getUint16(position + 10, true),
			crc32: view.getUint32(position + 16, true),
			encrypted: (view.getUint16(position + 8, true) & 1) === 1,
			offset: view.getUint32(position + 42, true)
		});
		position += 46 + nameLength + view.getUint16(position + 30, true) + view.getUint16(position + 32, true);
	}
	return entries;
}

/** The central directory of a ZIP archive; null when there is none, i.e. the archive is cut off or damaged. */
export function readZipDirectory(bytes: Uint8Array): ZipEntry[] | null {
	const end = findZipEnd(bytes);
	return end && zipEntries(bytes, end.offset, end.count);
}

/** Length of an entry's own header, names apart. */
export const zipHeaderLength = 30;

/** How far behind the beginning of its own header an entry's bytes begin; null where there is no header. */
export function zipDataOffset(header: Uint8Array): number | null {
	const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
	if (header.length < zipHeaderLength || view.getUint32(0, true) !== localSignature) return null;
	return zipHeaderLength + view.getUint16(26, true) + view.getUint16(28, true);
}

/** The packed bytes of an entry. Throws when the archive is damaged there. */
export function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
	const data = zipDataOffset(bytes.subarray(entry.offset, entry.offset + zipHeaderLength));
	if (data === null) throw new Error(`${entry.name} is not where the directory says`);
	const start = entry.offset + data;
	if (start + entry.compressed > bytes.length) throw new Error(`${entry.name} is cut off`);
	return bytes.subarray(start, start + entry.compressed);
}
